import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** What people type in a break, in dialect, with a keyboard from abroad or in a rage; kept to measure by, as the others. */
export const fourthSwedishRoads: readonly Road[] = [
  {
    name: 'chefen tjatar',
    begins: 'nothing',
    steps: [
      { types: 'tjena chefen tjatar om att man ska fixa nåt med lösenordet före fredag??', screen: ['home', 'choose'] },
      { types: 'asså jag har typ två minuter, vad går snabbast', screen: ['choose', 'home', 'phone'] },
      { types: 'kör på mobilen då, {international}', shows: ['{tail}'] },
      { types: 'japp', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code} stod det', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'tangentbord fran utlandet',
    begins: 'choose',
    steps: [
      { types: 'epost gar bra', screen: 'email' },
      { types: 'den ar {address}', screen: 'code of a mailbox', sent: 'email' },
      { types: 'hittar inget i inkorgen', screen: 'code of a mailbox' },
      { types: 'lag i skraposten. {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'nu tar vi telefonen', screen: 'phone' },
      { types: '{spaced}', screen: 'code of a phone', sent: 'text' },
      { types: 'fick {code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'inläst i bilen',
    begins: 'home',
    steps: [
      { types: 'Hej jag skulle vilja lägga till min mobil punkt numret är {spaced}', shows: ['{tail}'] },
      { types: 'Ja skicka gärna ett sms', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'Koden är {codeSpaced} tack så mycket', says: 'outcome.method-proven.authentication-phone' },
      { types: 'Vad är det mer jag behöver göra frågetecken', screen: ['choose', 'home'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'ja kommer ente in',
    begins: 'home',
    steps: [
      {
        types: 'hallå ja kommer ente in på kontot, de står att ja ska höra me nån administratör, va e de för nåt',
        screen: 'why it failed',
        person: 'offered',
      },
      { types: 'men va ska ja göra då', never: ['fault.text'] },
      { types: 'ka ja snacka me nån', screen: ['ask a person', 'what is sent'] },
      { types: 'ja får ente byta lösenord, sidan säger administratören. ring {number}', screen: 'what is sent' },
      { types: 'skicka de', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { request: { state: 'open', said: /administratör/u, reach: '{number}' } },
  },
  {
    name: 'ny telefon, svenska som tredje språk',
    begins: 'manage',
    steps: [
      {
        types: 'Hej! Jag köpte ny telefon men numret är samma. Måste jag göra något med det?',
        says: ['faq.new-phone', 'faq.new-phone.app'],
      },
      {
        types: 'okej bra. men jag har en annan nummer nu för privat, {other}. Kan du ändra till den',
        shows: ['{otherTail}'],
      },
      { types: 'ja tack', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: 'koden som jag har fått är {code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'nån jävla bluff',
    begins: 'nothing',
    steps: [
      { types: 'är det här nån jävla bluff eller', says: 'faq.is-this-real' },
      { types: 'vem fan ska läsa mitt nummer', says: 'privacy.text' },
      { types: 'måste man ha sin privata mobil', says: ['faq.own-phone', 'faq.own-phone.only'] },
      { types: 'ok kör då, mejl', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
    ],
    ends: { request: null },
  },
  {
    name: 'det stod inte det, det stod det andra',
    begins: 'why it failed',
    steps: [
      {
        types: 'nä det stod inte att jag skulle kontakta nån, det stod att jag inte är registrerad',
        screen: 'why it failed',
      },
      { types: 'jaha. lägg till mobilen då', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{wrong}', says: 'outcome.wrong-code' },
      { types: 'skrev fel, {code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'skit i ärendet',
    begins: 'a request',
    steps: [
      { types: 'har nån ens tittat på mitt ärende', says: ['ticket.state.open', 'ticket.state.kept', 'ticket.title'] },
      { types: 'äh skit i det, det löste sig', says: ['ticket.state.withdrawn', 'ticket.state.works'] },
      { types: 'tack ändå', never: ['guess.title', 'fault.text'] },
    ],
    ends: { request: {} },
  },
  {
    name: 'tjugo i nio på jobbdatorn',
    begins: 'a question',
    steps: [
      { types: 'i morse vid tjugo i nio, på jobbdatorn', says: 'ticket.sent' },
      { types: 'glömde säga att det var i edge', says: ['ticket.sent', 'ticket.joined'] },
    ],
    ends: { request: { said: /tjugo i nio/u } },
  },
  {
    name: 'har inte ringt nån',
    begins: 'a caller check',
    steps: [
      { types: 'va? nä jag har inte ringt nån', says: 'check.failed' },
      { types: 'är det nån som försöker lura er då', never: ['fault.text'] },
    ],
    ends: {},
  },
  {
    name: 'inget sms på en kvart',
    begins: 'code of a phone',
    steps: [
      { types: 'har inte fått nåt', screen: 'code of a phone' },
      { types: 'fortfarande inget och jag har väntat en kvart', waits: 900, never: ['fault.text'] },
      { types: 'kan du inte ringa istället', screen: 'code of a phone', sent: 'call' },
      { types: 'hon läste upp {codeSpaced}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'men jag är ju redan inloggad',
    begins: 'show it is you',
    steps: [
      { types: 'varför då jag är ju redan inloggad', screen: 'show it is you' },
      { types: 'jaja, sms', screen: 'code to show it is you', sent: 'text' },
      { types: '{code} va', says: 'outcome.identity-proven' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'mejla mig det där',
    begins: 'finish',
    steps: [
      { types: 'kan man få det där utskrivet eller mejlat till sen', screen: 'keep for the day' },
      { types: 'ja mejla', says: 'keep.sent' },
      { types: 'och om jag har glömt telefonen hemma den dan?', never: ['fault.text'] },
      { types: 'toppen tack o hej', never: ['guess.title', 'fault.text'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'vad har ni sparat om mig',
    begins: 'home',
    steps: [
      { types: 'vad har ni sparat om mig egentligen', screen: 'my data' },
      { types: 'och vilka mer kan se det', says: 'privacy.text' },
      { types: 'radera alltihop', screen: 'erase' },
      { types: 'nej förresten vänta', screen: ['my data', 'home'] },
    ],
    ends: { request: null },
  },
  {
    name: 'tänker inte ladda ner nåt',
    begins: 'app',
    steps: [
      { types: 'vilken app ska man ha', says: ['faq.app-which', 'faq.what-is-an-app', 'faq.app-allowed'] },
      { types: 'nä jag tänker inte ladda ner nåt, finns det inget annat', screen: 'choose' },
      { types: 'hotmail funkar va? {address}', screen: ['code of a mailbox', 'choose', 'email'], shows: [/@/u] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'sorry no swedish',
    begins: 'home',
    steps: [
      { types: 'sorry my swedish is bad, english pls', shows: [/From now on I write in English/u] },
      { types: 'so what am i supposed to do here', screen: ['home', 'choose'] },
      { types: 'phone i guess, {international}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'SOMMAR OCH SOL',
    begins: 'home',
    steps: [
      { types: 'mitt lösenord är Sommar2026! och det funkar INTE', says: 'password.never' },
      { types: 'sluta larva dig och ge mig en människa NU', screen: ['ask a person', 'what is sent'] },
      {
        types: 'kommer inte in i journalen, kan inte jobba och har patienter i väntrummet',
        screen: 'what is sent',
      },
      { types: 'SKICKA', says: ['ticket.raised', 'ticket.kept'] },
      { types: 'när hör nån av sig då', never: ['fault.text', 'guess.title'] },
    ],
    ends: { request: { state: 'open', said: /väntrummet/u, urgent: true } },
  },
  {
    name: 'ena stämmer, andra inte',
    begins: 'what was filled in',
    steps: [
      { types: 'mobilen stämmer men mejlen har jag inte kvar', screen: ['code of a phone', 'email', 'phone'] },
      { types: 'vänta, vem har lagt in det här', never: ['fault.text'] },
    ],
    ends: { request: null },
  },
  {
    name: 'vem har lagt till den',
    begins: 'manage',
    steps: [
      { types: 'vem har lagt till den mejlen?? det var då inte jag', screen: 'which change' },
      {
        types: 'jo fan det var ju jag, i förra veckan. glöm det',
        never: ['outcome.taken-out.by-proof', 'outcome.taken-out.by-it', 'outcome.taken-out.nothing', 'fault.text'],
      },
      { types: 'vad har jag för metoder nu', screen: ['manage', 'home', 'my data'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'sista siffran',
    begins: 'a wrong value',
    steps: [
      {
        types: 'det är 4711 på slutet, har bytt rum',
        says: ['wrong.done', 'contact.unheard', 'contact.unheardAt'],
      },
      { types: 'när är det ändrat', never: ['fault.text'] },
      { types: 'jag tar mobilen så länge', screen: 'phone' },
    ],
    ends: { request: { said: /4711/u } },
  },
];
