import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** Vad folk på ett museum, ett sågverk, i en apotekskedja, på en domstol och ett tv-bolag skriver på svenska. */
export const thirteenthSwedishRoads: readonly Road[] = [
  {
    name: 'konservatorn med lim på fingrarna',
    begins: 'home',
    steps: [
      { types: 'lägg till min mobil {number}, men ring upp med koden, har lim på fingrarna', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'call' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'vad är en autentiseringsapp för nåt?', says: 'faq.what-is-an-app', screen: 'choose' },
      { types: 'nä inte nu', screen: 'home' },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'nattskiftet vid kantverket',
    begins: 'nothing',
    steps: [
      { types: 'tja', screen: 'home' },
      { types: 'okej vi kör igång', screen: 'choose' },
      { types: 'mejlen', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: 'den kom, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'apotekaren och kundtjänsttelefonen',
    begins: 'phone',
    steps: [
      {
        types: 'måste jag använda min privata telefon till det här?',
        says: ['faq.own-phone', 'faq.own-phone.only'],
        screen: 'phone',
      },
      { types: 'nåja då tar vi min egen, {spaced}', screen: 'code of a phone', sent: 'text' },
      { types: 'oj fel siffror, det ska vara {other}', shows: ['{otherTail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{other}', request: null },
  },
  {
    name: 'notarien som vill förstå',
    begins: 'why it failed',
    steps: [
      {
        types: 'vad betyder det?',
        says: ['not-registered.why', 'not-enabled.why', 'kept-on-premises.why', 'unknown.why', 'faq.more'],
      },
      { types: 'kan inte du bara byta lösenordet åt mig?', says: ['follow.do-it', 'reset.now'] },
      { types: 'då lägger jag väl till mobilen själv: {number}', shows: ['{tail}'] },
      { types: 'ja gör det', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'huvudförhandling om en kvart',
    begins: 'ask a person',
    steps: [
      {
        types:
          'jag kommer inte in i målhanteringen och förhandlingen börjar om en kvart, jag kan inte jobba. ring mig på 08-505 99 123',
        screen: 'what is sent',
        shows: ['08-505 99 123'],
      },
      { types: 'skicka', says: 'ticket.kept' },
      { types: 'har någon sett mitt ärende?', says: ['ticket.state.kept', 'ticket.state.open'] },
    ],
    ends: { proven: [], request: { said: /målhanteringen/, urgent: true } },
  },
  {
    name: 'rekvisitören letar i skräpposten',
    begins: 'code of a mailbox',
    steps: [
      { types: 'det kommer inget', says: 'code.notHere', screen: 'code of a mailbox' },
      {
        types: 'skicka en ny kod',
        waits: 40,
        says: 'code.again.email',
        screen: 'code of a mailbox',
        sent: 'email',
      },
      { types: 'sådär ja, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'tack ska du ha', says: 'thanks.text' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'producenten och rutan som inte går att skanna',
    begins: 'app',
    steps: [
      {
        types: 'jag kan inte skanna bilden, har teams i samma telefon',
        says: ['faq.app-qr', 'hint.app'],
        screen: 'app',
      },
      {
        types: 'ok nu la jag in nyckeln, den visar {appCode}',
        screen: 'choose',
        says: 'outcome.method-proven.authenticator-app',
      },
      {
        types: 'vad händer med appen om jag byter telefon?',
        says: ['faq.app-new-phone', 'faq.new-phone', 'faq.new-phone.app'],
        screen: 'choose',
      },
    ],
    ends: { proven: ['authenticator-app'], request: null },
  },
  {
    name: 'museipedagogen har samma fel igen',
    begins: 'a solution',
    steps: [
      {
        types: 'nej tyvärr, det funkar fortfarande inte',
        says: ['ticket.state.kept', 'ticket.state.open', 'ticket.state.claimed', 'ticket.sent'],
      },
      {
        types: 'lägg till i ärendet att jag är på museet till fyra',
        says: ['ticket.sent', 'ticket.state.kept', 'ticket.state.open', 'ticket.state.claimed'],
      },
      {
        types: 'nu funkar det plötsligt, ni kan stryka mitt ärende',
        says: ['ticket.state.withdrawn', 'ticket.state.works'],
      },
    ],
    ends: { request: { said: /till fyra/ } },
  },
  {
    name: 'rådmannen ringer ingen',
    begins: 'a caller check',
    steps: [
      { types: 'nej det är inte jag som ringer', says: 'check.failed' },
      { types: 'tack för att du frågade', says: 'thanks.text' },
      { types: 'är jag redo för övrigt?', screen: ['home', 'would it work'] },
    ],
    ends: {},
  },
  {
    name: 'farmaceuten ångrar en ånger',
    begins: 'my data',
    steps: [
      { types: 'vem kan se det här?', says: 'privacy.text' },
      { types: 'radera alla mina uppgifter', screen: 'erase' },
      { types: 'nej, behåll allt', screen: ['home', 'my data'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'bildredaktören minns till slut',
    begins: 'which change',
    steps: [
      { types: 'vänta, det var jag själv', screen: 'home' },
      {
        types: 'hur ofta måste jag göra om det här?',
        says: ['faq.how-often', 'faq.how-often.never'],
      },
      { types: 'bra, tack', says: 'thanks.text' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'där numret går till växeln på sågen',
    begins: 'office phone',
    steps: [
      {
        types: 'det där numret är fel, det går till växeln på sågen',
        says: ['wrong.title', 'wrong.done', 'contact.unheard', 'contact.unheardAt', 'faq.switchboard'],
      },
      { types: 'jag vill använda min egen mobil istället', screen: 'phone' },
      { types: '{international}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{number}' },
  },
  {
    name: 'någon som sa sig ringa från it',
    begins: 'home',
    steps: [
      {
        types: 'någon ringde och sa att han var från it och ville ha min kod, är det på riktigt?',
        says: ['faq.unasked', 'faq.is-this-real', 'faq.ask-first', 'unasked-mail.happened', 'check.failed'],
      },
      {
        types: 'jag vill prata med en människa om det, jag nås på 070-174 06 05',
        screen: ['what is sent', 'ask a person'],
      },
      {
        types: 'En man ringde och ville ha min kod. Jag sa den inte.',
        screen: 'what is sent',
      },
      { types: 'skicka', says: 'ticket.kept' },
    ],
    ends: { proven: [], request: { said: /ville ha min kod/ } },
  },
  {
    name: 'hos Microsoft mellan två sändningar',
    begins: "Microsoft's page",
    steps: [
      { types: 'vem kan se mitt nummer sen?', says: 'privacy.text', screen: "Microsoft's page" },
      { types: 'klar', says: ['there.notYet', 'there.enough', 'there.moreTitle'] },
      { types: 'tack', says: 'thanks.text' },
    ],
    ends: { request: null },
  },
  {
    name: 'finskan på domstolens kansli',
    begins: 'choose',
    steps: [
      { types: 'voimmeko puhua suomea, kiitos', says: 'language.other', screen: 'choose' },
      { types: 'can we do it in English then?', shows: ['From now on I write in English'], screen: 'choose' },
      { types: 'my mobile is {number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', shows: ['Your phone is confirmed'] },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
];
