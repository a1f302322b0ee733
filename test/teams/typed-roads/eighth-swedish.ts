import type { Road, Step } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const app = 'authenticator-app';

/** Sent, or kept where nobody sees requests. */
const sentOff: Step['says'] = ['ticket.raised', 'ticket.kept', 'ticket.joined'];
/** Nothing here is another's business. */
const ours: Step['never'] = ['guess.title', 'fault.text', 'faq.other-system'];

/** What people at work type in Swedish: other people than in English, with other errands. */
export const eighthSwedishRoads: readonly Road[] = [
  {
    name: 'nattpersonal med en lapp i facket',
    begins: 'nothing',
    steps: [
      { types: 'tjena jag jobbar natt å har fått en lapp om nåt lösen', screen: ['home', 'choose'] },
      { types: 'okej kör', screen: 'choose' },
      { types: 'mobilen', screen: 'phone' },
      { types: 'de e {spaced}', screen: 'code of a phone', sent: 'text' },
      { types: 'asså {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'resten tar ja i morrn', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'lågstadielärare med telefon i köket',
    begins: 'home',
    steps: [
      {
        types:
          'Hej! Jag heter Gunvor och är lärare på lågstadiet. Rektorn bad oss skriva till dig så att vi slipper ringa när vi glömmer våra lösenord. Hur gör jag?',
        screen: ['home', 'choose'],
      },
      { types: 'Min privata mejl är {address}, går den bra?', shows: ['example.com'] },
      { types: 'Ja, det stämmer.', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      {
        types: 'Tack, koden var {code}.',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-email',
      },
      { types: 'Måste jag ha en sådan där app också?', screen: ['choose', 'home'], never: ours },
      { types: 'Då tar jag hellre telefonen', screen: 'phone' },
      {
        types: 'Kan du ringa upp så att jag får höra siffrorna? Numret är {number}',
        screen: 'code of a phone',
        sent: 'call',
      },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'butik 14 utan licens',
    begins: 'home',
    steps: [
      {
        types: 'återställningssidan säger att jag saknar licens?? har jobbat här i 12 år',
        screen: 'why it failed',
      },
      {
        types: 'va betyder det',
        says: ['not-licensed.why', 'not-registered.why', 'unknown.why', 'unknown.now'],
      },
      {
        types: 'men kan inte du fixa det då',
        says: ['follow.do-it', 'reset.here', 'reset.now', 'not-licensed.now', 'unknown.now'],
      },
      { types: 'skicka det till nån på it då', screen: ['ask a person', 'what is sent'] },
      { types: 'återställningen säger att licens saknas, butik 14, kommer inte in nånstans', screen: 'what is sent' },
      { types: 'skicka', says: sentOff },
      {
        types: 'när hör de av sig?',
        says: ['ticket.title', 'ticket.state.open', 'ticket.state.kept', 'follow.how-long'],
      },
    ],
    ends: { request: { said: /licens/iu } },
  },
  {
    name: 'rånad på mobilen i går kväll',
    begins: 'home',
    steps: [
      { types: 'blev rånad på mobilen i går kväll, vad händer nu', says: ['faq.phone-stolen', 'faq.phone-lost'] },
      { types: 'har jag nåt inlagt hos dig redan?', screen: ['home', 'manage'], never: ours },
      { types: 'kan jag ta mejlen så länge', screen: ['email', 'choose'] },
      { types: '{address}', shows: ['example.com'] },
      { types: 'japp', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      {
        types: 'frugan fick precis ett sms med en kod från Microsoft, är det ni som skickar?',
        says: ['faq.who-sends', 'faq.who-sends.there', 'faq.unasked', 'faq.is-this-real'],
      },
      { types: 'ok. koden i mejlen är {code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'inte den privata mobilen, punkt slut',
    begins: 'choose',
    steps: [
      {
        types: 'va rekommenderar du själv',
        says: ['faq.which-method.phone', 'faq.which-method.app', 'faq.which-method.email'],
        screen: 'choose',
      },
      { types: 'använder inte min privata mobil till jobbet punkt slut', screen: 'choose', never: ours },
      { types: 'har en jobbmobil, duger den?', screen: ['choose', 'phone'], never: ours },
      { types: '{number}', shows: ['{tail}'] },
      { types: 'stämmer', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'skickad till Microsofts sida',
    begins: "Microsoft's page",
    steps: [
      { types: 'varför kan jag inte göra det här hos dig?', screen: ["Microsoft's page", 'home'], never: ours },
      { types: 'nu har jag lagt in mobilen där', screen: ["Microsoft's page", 'home'], never: ours },
      { types: 'jag vill prata med nån människa som kan det här', screen: ['ask a person', 'what is sent'] },
      { types: 'nej avbryt', screen: ["Microsoft's page", 'home', 'ask a person'] },
      { types: 'my colleague beside me reads no swedish, switch to english please', shows: ['I write in English'] },
    ],
    ends: { request: null },
  },
  {
    name: 'dålig täckning på höloftet',
    begins: 'code of a phone',
    steps: [
      { types: 'de har inte kommit nåt pling', screen: 'code of a phone', never: ours },
      {
        types: 'ring i stället, det är dålig täckning på loftet',
        waits: 60,
        screen: 'code of a phone',
        sent: 'call',
      },
      { types: 'hann inte höra, ring igen', waits: 60, screen: 'code of a phone', sent: 'call' },
      { types: '{wrong}', says: 'outcome.wrong-code', screen: 'code of a phone' },
      {
        types: 'jag hörde nog fel. {code} ska det va',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
      { types: 'får min chef se numret nu?', says: 'privacy.text', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'vill ha det mejlat, har hört att sms slutar',
    begins: 'keep for the day',
    steps: [
      { types: 'ja mejla det till mig', says: 'keep.sent', screen: 'keep for the day' },
      {
        types: 'vad händer om jag byter telefon?',
        says: ['faq.new-phone', 'faq.new-phone.app', 'faq.new-number'],
      },
      {
        types: 'jag läste att sms-koder ska försvinna, stämmer det?',
        says: [
          'faq.texts-ending.here',
          'faq.texts-ending.own-provider',
          'faq.texts-ending.until',
          'faq.texts-ending.over',
          'faq.texts-ending.none',
        ],
      },
      { types: 'okej då är jag klar', screen: ['home', 'keep for the day'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'studentadressen stängs',
    begins: 'one method',
    steps: [
      { types: 'den adressen stängs när jag är klar på universitetet', never: ours },
      { types: 'byt till {otherAddress}', shows: ['example.com'] },
      {
        types: 'ja',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: 'hittar inget i inkorgen', waits: 45, screen: 'code of a mailbox', never: ours },
      {
        types: 'skicka en gång till',
        waits: 40,
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
      { types: 'är den gamla borta nu?', never: ours },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'behåller mejlen, lämnar in jobbtelefonen, ångrar sig',
    begins: 'remove',
    steps: [
      { types: 'hur många har jag kvar då?', screen: ['remove', 'home', 'manage'], never: ours },
      { types: 'nä behåll den', screen: ['manage', 'home', 'one method'] },
      {
        types: 'ta bort telefonen i stället',
        says: 'remove.title.authentication-phone',
      },
      { types: 'ja ta bort', says: 'outcome.method-removed.authentication-phone' },
      { types: 'nä jag ångrar mig. lägg in {number} igen', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'vill radera allt, men inte riktigt',
    begins: 'my data',
    steps: [
      { types: 'vem mer kan se det här?', says: 'privacy.text', screen: 'my data' },
      { types: 'radera alltihop', screen: 'erase' },
      {
        types: 'blir jag av med jobbkontot då??',
        screen: ['erase', 'my data'],
        never: ['outcome.erased', 'outcome.erased.until', 'faq.other-system'],
      },
      {
        types: 'nej då låter vi det vara',
        screen: ['home', 'my data'],
        never: ['outcome.erased', 'outcome.erased.until'],
      },
      { types: 'visa vilka metoder jag har', screen: ['manage', 'home', 'my data'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'rädd för sin egen ändring',
    begins: 'which change',
    steps: [
      {
        types: 'fick ett meddelande att nåt ändrats och blev rädd, men det var ju jag själv som la in mejlen nyss',
        screen: ['home', 'which change'],
      },
      { types: 'kommer det alltid ett meddelande när jag ändrar nåt?', screen: ['home', 'which change'], never: ours },
      { types: 'ta bort mejlen, jag vill inte ha den där', screen: 'remove' },
      { types: 'vad blir kvar då?', screen: 'remove' },
      { types: 'ja gör det', says: 'outcome.method-removed.authentication-email' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'lönesystemet först, lösenordet sen',
    begins: 'what is meant',
    steps: [
      { types: 'nej inget av det där', screen: ['home', 'what is meant'] },
      {
        types: 'jag kommer inte in i lönesystemet Primula',
        says: ['faq.other-system', 'faq.sign-in', 'faq.password-in-order'],
        person: 'offered',
      },
      {
        types: 'jaha men själva jobblösenordet har jag glömt',
        says: ['reset.here', 'reset.now', 'follow.do-it'],
      },
      { types: 'kan nån från it ringa mig', screen: ['ask a person', 'what is sent'] },
      { types: 'har glömt lösenordet och kommer inte åt lönen, nås på {number}', screen: 'what is sent' },
      { types: 'ja tack skicka', says: sentOff },
    ],
    ends: { request: { said: /lönen/iu, reach: '{number}' } },
  },
  {
    name: 'föräldramöte klockan 18 och skärmen låst',
    begins: 'beside a reset',
    steps: [
      { types: 'den säger bara att nåt gick fel', screen: ['beside a reset', 'why it failed'], never: ours },
      { types: 'orkar inte mer, jag vill prata med en människa', screen: ['ask a person', 'what is sent'] },
      { types: 'jag är utelåst och har föräldramöte klockan 18, det är bråttom', screen: 'what is sent' },
      { types: 'det är datorn i sal B12 om de undrar', screen: 'what is sent' },
      { types: 'skicka iväg', says: sentOff },
      { types: 'tack snälla', screen: ['home', 'beside a reset', 'why it failed'], never: ours },
    ],
    ends: { request: { said: /B12/u, urgent: true } },
  },
  {
    name: 'en till alltså, och jobbadressen duger inte',
    begins: 'would it work',
    steps: [
      {
        types: 'va saknas?',
        screen: ['would it work', 'choose', 'home', 'why it failed', 'email'],
        never: ours,
      },
      { types: 'jaha en till alltså. ta mejlen', screen: 'email' },
      {
        types: 'alva@example.org',
        says: ['problem.email-own-mailbox', 'problem.email-own-domain'],
        screen: 'email',
      },
      { types: 'varför inte?', screen: 'email', never: ours },
      { types: 'jaja. {address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
      { types: 'vem ser adressen sen?', says: 'privacy.text', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'först kollegan Birgitta, sedan den tomma appen',
    begins: 'ask a person',
    steps: [
      {
        types: 'det gäller min kollega Birgitta på ekonomi, hon är utelåst',
        screen: ['ask a person', 'what is sent'],
      },
      { types: 'nej förresten hon löste det själv', screen: ['home', 'ask a person'] },
      { types: 'men min egen app Authenticator är tom sen jag bytte telefon', never: ours },
      { types: 'jag vill att nån på it tittar på det', screen: ['ask a person', 'what is sent'] },
      {
        types: 'appen Authenticator är tom efter telefonbytet, jag kan inte godkänna inloggningen',
        screen: 'what is sent',
      },
      { types: 'ja skicka det', says: sentOff },
    ],
    ends: { request: { said: /Authenticator/u } },
  },
  {
    name: 'både datorn och paddan sedan måndag',
    begins: 'a question',
    steps: [
      {
        types: 'det händer på både datorn och paddan, sen i måndags',
        says: 'ticket.sent',
      },
      { types: 'säg till dem också att koden börjar på 50 nånting', says: ['ticket.sent', 'ticket.joined'] },
      { types: 'har nån tagit hand om ärendet?', says: ['ticket.title', 'ticket.state.open', 'ticket.state.kept'] },
      { types: 'tack så länge', screen: 'home', never: ours },
    ],
    ends: { request: { said: /paddan/u } },
  },
  {
    name: 'löst, säger it; samma skit, säger hon',
    begins: 'a solution',
    steps: [
      {
        types: 'näe samma skit igen',
        says: ['ticket.title', 'ticket.state.open', 'ticket.state.kept'],
      },
      { types: 'jag ska välja nytt lösenord och sen stannar sidan', screen: ['home', 'why it failed'], never: ours },
      {
        types: 'vänta nu gick det faktiskt!!',
        says: ['ticket.state.withdrawn', 'ticket.state.works', 'ticket.sent', 'thanks.text'],
      },
      {
        types: 'ni kan stänga ärendet',
        says: ['ticket.title', 'ticket.state.withdrawn', 'ticket.state.works', 'ticket.gone'],
      },
      { types: 'tackar tackar', screen: ['home', 'why it failed'], never: ours },
    ],
    ends: { request: { said: /samma/u } },
  },
  {
    name: 'med Sam i luren',
    begins: 'is it you who calls',
    steps: [
      {
        types: 'ja det är jag som ringer, jag har Sam i luren',
        screen: ['is it you who calls', 'code of a phone'],
      },
      { types: 'sms', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'ska jag läsa upp koden för honom?', screen: ['code of a phone', 'is it you who calls'], never: ours },
      { types: '{code}', says: 'check.passed', screen: 'home' },
      { types: 'tack hej', screen: 'home' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'appen hinner byta siffror',
    begins: 'code of an app',
    steps: [
      { types: 'var hittar jag den?', screen: 'code of an app', never: ours },
      { types: '{wrong}', says: 'outcome.app-code-wrong', screen: 'code of an app' },
      { types: 'den hann byta siffror', screen: 'code of an app', never: ours },
      { types: '{appCode}', says: 'outcome.identity-proven', screen: 'manage' },
      {
        types: 'jag ska byta telefon i helgen, följer appen med?',
        says: ['faq.app-new-phone', 'faq.app-again', 'faq.new-phone', 'faq.new-phone.app'],
      },
      { types: 'okej då låter vi den vara så länge', screen: ['home', 'manage'] },
    ],
    ends: { proven: [app], request: null },
  },
];
