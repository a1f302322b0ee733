import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const app = 'authenticator-app';

/** What other people of a hospital, a shipping company, a bank, a school kitchen and other places of work type in Swedish. */
export const eleventhSwedishRoads: readonly Road[] = [
  {
    name: 'en undersköterska mellan två larm',
    begins: 'nothing',
    steps: [
      { types: 'hej! skulle lägga in min privata mejl så jag kan byta lösen själv', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: 'oj larm, nu så: {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'mobilen också, {number}', screen: ['phone', 'code of a phone'], shows: ['{tail}'] },
      { types: 'japp', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'en maskinist på väg till Gdynia',
    begins: 'choose',
    steps: [
      {
        types: 'vilken av dem är bäst om man sällan har täckning?',
        screen: 'choose',
        says: ['faq.which-method.app', 'faq.what-is-an-app', 'faq.phone-abroad'],
      },
      { types: 'appen då', screen: 'app' },
      {
        types: 'måste det vara Microsofts app eller går det med nån annan?',
        screen: 'app',
        says: ['faq.app-which', 'faq.what-is-an-app'],
      },
      { types: 'nä det blir för krångligt, ta mobilen istället', screen: 'phone' },
      { types: '{number}, ring mig', screen: 'code of a phone', sent: 'call' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'en banktjänsteman med kund klockan tre',
    begins: 'home',
    steps: [
      {
        types: 'jag är utelåst och har kundmöte klockan 15, måste få prata med en människa nu',
        screen: ['ask a person', 'what is sent'],
      },
      { types: 'återställningssidan säger att jag har försökt för många gånger', screen: 'what is sent' },
      { types: 'ni når mig på {number}', screen: 'what is sent' },
      { types: 'skicka', screen: 'home', says: ['ticket.kept', 'ticket.raised'] },
      {
        types: 'hur lång tid brukar det ta innan nån svarar?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
    ],
    ends: { proven: [], request: { said: /många gånger/u, reach: '{number}', urgent: true } },
  },
  {
    name: 'en mattant som ärvt sonens telefon',
    begins: 'home',
    steps: [
      { types: 'jag har fått en ny mobil av min son men samma nummer som förut', says: 'faq.new-phone' },
      { types: 'är jag klar här eller behöver jag göra nåt mer?', screen: 'home' },
      { types: 'jaha, lägg in min mobil då, {number}', screen: ['phone', 'code of a phone'], shows: ['{tail}'] },
      { types: 'ja tack', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'koden är {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'tack snälla', says: 'thanks.text' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'en doktorand som klistrar först och frågar sen',
    begins: 'home',
    steps: [
      {
        types:
          'Du kan inte återställa ditt lösenord\nKontakta administratören och uppge följande kod: SSPR_0012: UserNotLicensed',
        screen: 'why it failed',
        says: ['not-licensed.happened', 'not-licensed.why'],
      },
      {
        types: 'vad betyder det?',
        says: ['not-licensed.why', 'not-registered.why', 'information-missing.why'],
      },
      {
        types: 'kan inte du bara fixa det åt mig',
        says: ['follow.do-it', 'reset.now', 'reset.here'],
      },
      { types: 'nähä. då vill jag skriva till it-supporten', screen: ['ask a person', 'what is sent'] },
      {
        types: 'Jag behöver en licens som gör att jag kan återställa lösenordet själv',
        screen: 'what is sent',
      },
      { types: 'ja, skicka', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { said: /licens/u } },
  },
  {
    name: 'en murare med nytt abonnemang',
    begins: 'manage',
    steps: [
      { types: 'jag har bytt nummer', says: ['faq.new-number', 'phone.titleChange', 'method.change'] },
      { types: 'mitt nya nummer är {other}', waits: 40, shows: ['{otherTail}'] },
      { types: 'ja det stämmer', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
      { types: 'ta bort mejladressen också', screen: ['remove', 'one method'] },
      { types: 'nej förresten, behåll den', screen: ['manage', 'home', 'one method'] },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'en kundtjänstare med luren kvar i örat',
    begins: 'code of a mailbox',
    steps: [
      { types: 'det kommer inget', screen: 'code of a mailbox', says: 'code.notHere' },
      {
        types: 'kan du skicka en ny kod',
        waits: 40,
        screen: 'code of a mailbox',
        says: 'code.again.email',
        sent: 'email',
      },
      {
        types: 'jag skrev visst fel adress, det ska vara {otherAddress}',
        waits: 40,
        screen: ['code of a mailbox', 'email'],
        shows: ['example.com'],
      },
      {
        types: 'ja',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: 'där kom den, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{otherAddress}', request: null },
  },
  {
    name: 'en professor som misstror maskiner',
    begins: 'phone',
    steps: [
      { types: 'Vem får se numret om jag uppger det?', screen: 'phone', says: 'privacy.text' },
      { types: 'Är ni en människa eller en maskin?', screen: 'phone', says: 'faq.who-are-you' },
      { types: 'Nåväl. {spaced}', screen: 'code of a phone', sent: 'text' },
      { types: 'Vem är det egentligen som skickar koden?', screen: 'code of a phone', says: 'faq.who-sends' },
      { types: '{codeSpaced}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'en vaktmästare väckt av ett sms',
    begins: 'home',
    steps: [
      {
        types: 'fick ett sms med en kod i natt fast jag inte bett om nån',
        says: ['faq.unasked', 'faq.who-sends', 'unasked-mail.happened', 'unasked-mail.why', 'unasked-mail.now'],
      },
      { types: 'jag vill berätta det för it-supporten', screen: ['ask a person', 'what is sent'] },
      { types: 'Jag fick en kod på sms klockan tre i natt som jag inte hade bett om.', screen: 'what is sent' },
      { types: 'bra så, skicka', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'syns mitt nummer för alla på jobbet?', says: 'privacy.text' },
    ],
    ends: { proven: [], request: { said: /klockan tre i natt/u } },
  },
  {
    name: 'en studievägledare och eleven i trapphuset',
    begins: 'home',
    steps: [
      {
        types: 'en elev har glömt sitt lösenord, kan du återställa det åt henne?',
        says: 'faq.somebody-else',
      },
      { types: 'vilket nummer har hon registrerat då?', says: ['faq.somebody-else', 'privacy.text'] },
      { types: 'okej, då gör vi mitt eget. lägg till min telefon', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'en löneadministratör i fel program',
    begins: 'code of a phone',
    steps: [
      {
        types: 'Hogia säger att min användare saknar behörighet, kan du ordna det?',
        screen: 'code of a phone',
        says: 'faq.other-system',
      },
      { types: 'ok. här är koden i alla fall {code}', screen: 'choose' },
      { types: 'inte mer i dag', screen: 'home' },
      { types: 'hur många metoder saknas nu?', screen: 'home' },
      { types: 'då tar vi mejlen med, {address}', screen: ['email', 'code of a mailbox'], shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'en barnmorska som ångrar sig i sista stund',
    begins: 'one method',
    steps: [
      { types: 'byt den till {otherAddress}', waits: 40, shows: ['example.com'] },
      {
        types: 'ja',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: 'nej avbryt, jag behåller den gamla', screen: ['home', 'manage', 'one method', 'finish'] },
      { types: 'vad har jag registrerat nu?', screen: ['home', 'manage', 'my data'] },
    ],
    ends: { proven: [phone, email], with: '{address}', request: null },
  },
  {
    name: 'en kranförare utan ritningar',
    begins: 'home',
    steps: [
      {
        types: 'försökte återställa för många gånger och nu är det spärrat i 24 timmar',
        screen: 'why it failed',
        says: ['blocked.happened', 'blocked.why'],
      },
      {
        types: 'hur länge måste jag vänta?',
        says: ['follow.how-long', 'blocked.why', 'blocked.now'],
      },
      { types: 'det här funkar inte, ge mig en människa', screen: ['ask a person', 'what is sent'] },
      { types: 'Det är spärrat ett helt dygn och jag kommer inte åt ritningarna', screen: 'what is sent' },
      { types: 'det är bråttom, jag kan inte jobba', screen: 'what is sent' },
      { types: 'skicka det', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { said: /ritningarna/u, urgent: true } },
  },
  {
    name: 'en bibliotekarie som räknar dagarna',
    begins: 'a request',
    steps: [
      {
        types: 'har nån tittat på mitt ärende {ticket}?',
        screen: 'home',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      { types: 'lägg till att det hände i fredags också', says: 'ticket.sent' },
      { types: 'jag behöver ingen hjälp längre, det löste sig', says: 'ticket.state.withdrawn' },
      { types: 'tack ändå', says: 'thanks.text' },
    ],
    ends: { request: { state: 'withdrawn', said: /fredags/u } },
  },
  {
    name: 'en kock som svarar när grytan får stå',
    begins: 'a question',
    steps: [
      { types: 'det var på jobbdatorn i köket, den vid diskrummet', says: 'ticket.sent' },
      {
        types: 'när hör ni av er om ärendet?',
        says: ['ticket.title', 'ticket.state.claimed'],
      },
      { types: 'kan du skriva på engelska i stället', shows: [/English/u] },
      { types: 'add my private email', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
    ],
    ends: { proven: [], request: { said: /köket/u } },
  },
  {
    name: 'en avdelningschef vars problem försvann',
    begins: 'a solution',
    steps: [
      { types: 'ja nu funkar det, tack så mycket!', says: ['ticket.state.works', 'thanks.text'] },
      { types: 'då vill jag lägga in min mobil också', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: 'hur länge gäller koden?', screen: 'code of a phone' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: { state: 'resolved' } },
  },
  {
    name: 'en trafikledare som inte har ringt',
    begins: 'a caller check',
    steps: [
      { types: 'nej det är inte jag som ringer', says: 'check.failed' },
      {
        types: 'hur vet jag att du är äkta då?',
        says: ['faq.is-this-real', 'faq.ask-first', 'faq.who-are-you'],
      },
      { types: 'bra, tack', says: 'thanks.text' },
    ],
    ends: { proven: [] },
  },
  {
    name: 'en ljustekniker som hellre hör rösten',
    begins: 'show it is you',
    steps: [
      { types: 'ring mig', screen: 'code to show it is you', sent: 'call' },
      { types: '{code}', screen: 'choose', says: 'outcome.identity-proven' },
      { types: 'jag tar appen', screen: 'app' },
      { types: '{appCode}', screen: 'finish' },
      { types: 'vad händer om jag byter telefon?', says: ['faq.new-phone', 'faq.app-new-phone', 'faq.new-phone.app'] },
    ],
    ends: { proven: [phone, app], request: null },
  },
  {
    name: 'en receptionist under växeln',
    begins: 'office phone',
    steps: [
      {
        types: 'det där numret går till växeln, inte till mig',
        screen: ['office phone', 'choose', 'home'],
        says: ['faq.switchboard', 'contact.unheard', 'contact.unheardAt', 'wrong.done'],
      },
      { types: 'vi tar min mobil istället', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'en revisor med kalla fötter',
    begins: 'erase',
    steps: [
      { types: 'nej, jag ångrar mig', screen: ['home', 'my data'] },
      { types: 'vad sparar du om mig egentligen?', screen: 'my data' },
      { types: 'vem mer ser det här?', screen: 'my data', says: 'privacy.text' },
      { types: 'stäng', screen: 'home' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'en lantmätare på språng',
    begins: 'keep for the day',
    steps: [
      { types: 'mejla det till mig', screen: 'keep for the day', says: 'keep.sent' },
      { types: 'klar', screen: 'home' },
      { types: 'skulle min återställning funka i dag?', screen: 'would it work' },
      { types: 'perfekt, tack', says: 'thanks.text' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'en lots efter fyra veckors semester',
    begins: 'nothing',
    steps: [
      {
        types: 'jag har glömt mitt lösenord',
        says: ['reset.now', 'reset.here', 'follow.do-it', 'not-registered.happened'],
      },
      { types: 'mitt lösenord var Sommar2024!', says: 'password.never' },
      { types: 'oj. jag vill ha hjälp av en människa', screen: ['ask a person', 'what is sent'] },
      { types: 'Jag har glömt lösenordet efter semestern och har inga metoder inlagda', screen: 'what is sent' },
      { types: 'det är rätt, skicka', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { said: /efter semestern/u } },
  },
  {
    name: 'en narkosläkare ett halvår senare',
    begins: 'what is due',
    steps: [
      {
        types: 'telefonen stämmer, men mejladressen har jag inte kvar',
        screen: ['show it is you', 'code to show it is you'],
      },
      { types: 'sms', unless: 'code to show it is you', screen: 'code to show it is you', sent: 'text' },
      {
        types: '{code}',
        says: ['email.titleChange', 'remove.title.authentication-email', 'outcome.identity-proven'],
      },
      { types: 'min nya adress är {otherAddress}', waits: 40, shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'en takläggare med regn i nacken',
    begins: 'what is sent',
    steps: [
      { types: 'vänta, jag vill ändra det jag skrev', screen: 'ask a person' },
      { types: 'Sidan stannar med en lång kod, det har hänt tre gånger i dag', screen: 'what is sent' },
      { types: 'äh, skit i det, skicka inget', screen: 'home' },
      { types: 'jag gör det själv. lägg till min mobil', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'en registrator på ett blankt golv',
    begins: 'what is meant',
    steps: [
      {
        types: 'jag har fått ett mejl om att lösenordet går ut i dag, kommer det verkligen från er?',
        says: [
          'faq.is-this-real',
          'faq.ask-first',
          'faq.who-sends',
          'faq.unasked',
          'unasked-mail.happened',
          'unasked-mail.why',
          'unasked-mail.now',
        ],
      },
      { types: 'mitt lösenord har faktiskt gått ut', says: 'faq.password-expired' },
      { types: 'inloggningssidan visar AADSTS50144', says: 'code.AADSTS50144' },
      { types: 'ok tack', says: 'thanks.text' },
    ],
    ends: { proven: [], request: null },
  },
];
