import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** What hurried people type in Swedish: written as the others were, later, and kept to measure by. */
export const hurriedSwedishRoads: readonly Road[] = [
  {
    name: 'mellan två möten',
    begins: 'nothing',
    steps: [
      { types: 'tja, ska tydligen fixa nån återställningsgrej här?', screen: ['home', 'choose'] },
      { types: 'sätt igång då', unless: 'choose', screen: 'choose' },
      { types: 'mobbe', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'resten får vänta', screen: 'home' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'byt till mejl',
    begins: 'code of a phone',
    steps: [
      { types: 'byt till mejl', screen: 'email' },
      { types: 'kör på {address} då', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'ring mej',
    begins: 'phone',
    steps: [
      { types: '{spaced} men ring, jag läser inte sms', screen: 'code of a phone', sent: 'call' },
      { types: 'va sa den? ring igen', waits: 45, screen: 'code of a phone', sent: 'call' },
      { types: 'jaha {codeSpaced}', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'fel siffra på slutet',
    begins: 'code of a phone',
    steps: [
      { types: 'attans skrev fel, ska va {other}', waits: 40, shows: ['{otherTail}'] },
      { types: 'japp', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{other}' },
  },
  {
    name: 'fråga mitt i och vidare',
    begins: 'email',
    steps: [
      { types: 'får man ta jobbmejlen eller', screen: 'email' },
      { types: 'va används den till sen', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'en människa mitt i koden, och sen koden',
    begins: 'code of a mailbox',
    steps: [
      { types: 'kan ja få snacka me nån på it', screen: ['ask a person', 'what is sent'] },
      { types: 'äsch strunt i det', screen: 'code of a mailbox' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'en människa mitt i numret, skickat, och vidare',
    begins: 'phone',
    steps: [
      {
        types: 'vill prata med en människa, sidan säger att kontot är avstängt och jag har kund kl 15',
        screen: ['what is sent', 'ask a person'],
        sent: 'nothing',
      },
      { types: 'nås på {number}', screen: 'what is sent', shows: ['{tail}'], sent: 'nothing' },
      { types: 'skicka', says: ['ticket.raised', 'ticket.kept'], screen: 'phone' },
      { types: '{other}', screen: 'code of a phone', sent: 'text', to: 'other' },
    ],
    ends: { request: { said: /avstängt/u, reach: '{number}' } },
  },
  {
    name: 'allt på en gång',
    begins: 'choose',
    steps: [
      { types: 'mobil {number} o mejl {address}, sms funkar', shows: ['{tail}'] },
      { types: 'jo', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'koden e {code}' },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
      { types: 'najs', screen: ['finish', 'home'] },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'mejlen ska bort',
    begins: 'manage',
    steps: [
      { types: 'ta bort mejlen', screen: 'remove' },
      { types: 'ja', says: 'outcome.method-removed.authentication-email' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'numret ska bort, eller inte',
    begins: 'home',
    steps: [
      { types: 'lägg in {number}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone' },
      { types: '{code}', screen: 'choose' },
      { types: 'radera mitt mobilnummer', says: 'remove.title.authentication-phone' },
      { types: 'nä behåll', never: ['outcome.method-removed.authentication-phone'] },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'hur långt är det kvar',
    begins: 'phone',
    steps: [
      { types: 'hur mkt är kvar?', screen: ['home', 'phone', 'choose'] },
      { types: 'telefon', unless: 'phone', screen: 'phone' },
      { types: '{number} tack', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'händer det nåt med ärendet',
    begins: 'a request',
    steps: [
      { types: 'hur gårre me mitt ärende', shows: ['{ticket}'] },
      { types: 'det löste sig, ni kan stänga det', says: 'ticket.state.withdrawn' },
    ],
    ends: { request: { state: 'withdrawn' } },
  },
  {
    name: 'en sak till i ärendet',
    begins: 'a request',
    steps: [{ types: 'hälsa it att det är likadant på surfplattan', says: ['ticket.sent', 'ticket.joined'] }],
    ends: { request: { state: 'open', said: /surfplattan/u } },
  },
  {
    name: 'koden mitt i notisen',
    begins: 'code of a phone',
    steps: [
      { types: 'Meddelanden · nu\n{code} är din kod från Reset ready. Den gäller i 5 minuter.', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'fel kod två gånger, och en ny',
    begins: 'code of a phone',
    steps: [
      { types: '{wrong}', says: 'outcome.wrong-code' },
      { types: 'men {otherWrong} då', says: 'outcome.wrong-code', person: 'offered' },
      { types: 'skicka en ny', waits: 40, screen: 'code of a phone', sent: 'text' },
      { types: '{code} 😅', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'appen är för krånglig',
    begins: 'app',
    steps: [
      { types: 'måste de va microsofts app', screen: 'app' },
      { types: 'pallar inte. nåt annat sätt', screen: 'choose' },
      { types: 'privat mejl', screen: 'email' },
    ],
    ends: { proven: [] },
  },
  {
    name: 'bankid är något annat',
    begins: 'home',
    steps: [
      { types: 'mitt bankid har gått ut kan du fixa', screen: 'home', person: 'offered' },
      { types: 'okej men jobblösenordet då, de har jag glömt', says: ['reset.now', 'reset.here'] },
    ],
    ends: { request: null },
  },
  {
    name: 'arg som ett bi',
    begins: 'home',
    steps: [
      { types: 'men vad fan, nu är jag utelåst IGEN', person: 'offered' },
      { types: 'ge mig en riktig människa nu', screen: ['ask a person', 'what is sent'] },
      { types: 'det står att jag inte är registrerad', unless: 'what is sent', screen: 'what is sent' },
      { types: 'iväg med det', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { request: { state: 'open' } },
  },
  {
    name: 'varför det inte gick, på skånska',
    begins: 'home',
    steps: [
      { types: 'asså de går ente o byta lösen', screen: ['what did you see', 'why it failed'] },
      {
        types: 'den sejer att ja försökt för många gånger',
        screen: 'why it failed',
        says: ['blocked.happened', 'blocked.why'],
      },
      { types: 'hur länge då', never: ['guess.title'] },
      { types: 'jaja', never: ['guess.title'] },
    ],
    ends: { request: null },
  },
  {
    name: 'skulle det funka',
    begins: 'home',
    steps: [
      { types: 'om ja glömmer lösen imorn, klarar ja mej då', screen: 'would it work' },
      { types: 'lägg till mejl', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'tappad i sjön',
    begins: 'manage',
    steps: [
      { types: 'mobilen ligger på botten av vättern', person: 'offered' },
      { types: 'har fått nytt nr, {other}', shows: ['{otherTail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}' },
  },
  {
    name: 'ett brev om en ändring',
    begins: 'finish',
    steps: [
      { types: 'fick mejl om ändring men de va inte jag!!', screen: 'which change' },
      { types: 'jo vänta, det var jag', screen: 'home', never: ['outcome.taken-out.nothing'] },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'vad som sparas',
    begins: 'home',
    steps: [
      { types: 'va har du sparat om mej', screen: 'my data' },
      { types: 'stäng', screen: 'home' },
    ],
    ends: { request: null },
  },
  {
    name: 'radera och ångra',
    begins: 'my data',
    steps: [
      { types: 'radera alltihop', screen: 'erase' },
      { types: 'nej förresten', screen: ['my data', 'home'] },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'det ifyllda är mitt, i all hast',
    begins: 'what was filled in',
    steps: [
      { types: 'ja båda stämmer', screen: ['code of a phone', 'code of a mailbox'] },
      { types: '{code}', screen: ['code of a mailbox', 'code of a phone'] },
    ],
    ends: { request: null },
  },
  {
    name: 'dags att titta, inget nytt',
    begins: 'what is due',
    steps: [{ types: 'inget har ändrats', says: ['confirm.thanks', 'confirm.thanksUntil'] }],
    ends: { proven: [phone, email] },
  },
  {
    name: 'fel bordstelefon',
    begins: 'office phone',
    steps: [
      { types: 'den där har jag inte haft på flera år', screen: ['a wrong value', 'office phone', 'choose'] },
      { types: 'ska va 08-505 88 888', unless: 'choose', says: ['wrong.done', 'contact.unheard'], sent: 'nothing' },
    ],
    ends: { proven: [] },
  },
  {
    name: 'visa vem man är med sms',
    begins: 'show it is you',
    steps: [
      { types: 'ta sms', screen: 'code to show it is you', sent: 'text' },
      { types: 'dööör sega. inget än', waits: 45, screen: 'code to show it is you' },
      { types: '{code}', says: 'outcome.identity-proven' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'vidarebefordrat till it',
    begins: 'ask a person',
    steps: [
      {
        types:
          'VB: Återställning\nFrån: Kim\nTill: Servicedesk\nHej, sidan säger att min organisation inte har aktiverat återställning. Går det att lösa före fredag?\nMvh Kim',
        screen: 'what is sent',
        shows: [/aktiverat/u],
      },
      { types: 'ändra, lägg till att jag sitter i Umeå', screen: ['ask a person', 'what is sent'] },
      { types: 'Sidan säger inte aktiverat, jag sitter i Umeå', unless: 'what is sent', screen: 'what is sent' },
      { types: 'skicka nu', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { request: { said: /Umeå/u } },
  },
  {
    name: 'engelska går bra också',
    begins: 'home',
    steps: [
      { types: 'mobilen', screen: 'phone' },
      { types: '+46 är landet. {number}', screen: 'code of a phone', sent: 'text' },
      { types: 'är det microsoft eller du som skickat den', says: 'faq.who-sends', screen: 'code of a phone' },
      { types: '{code} ✅', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'kollegans konto',
    begins: 'home',
    steps: [
      { types: 'min kollega elin kommer inte in, kan du kolla hennes', says: 'faq.somebody-else', person: 'offered' },
      { types: 'ok hur står det till med mitt eget', screen: 'home' },
    ],
    ends: { request: null },
  },
];
