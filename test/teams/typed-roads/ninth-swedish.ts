import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const office = 'office-phone';

/** Vardagliga arbetskamrater, på svenska: några minuter mellan två andra saker. Skrivet innan något gjordes åt det. */
export const ninthSwedishRoads: readonly Road[] = [
  {
    name: 'barnskötaren i hallen på förskolan',
    begins: 'nothing',
    steps: [
      { types: 'hej hej', screen: 'home' },
      { types: 'jag ska visst lägga in mitt mobilnummer', screen: ['phone', 'choose'] },
      { types: '{number}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'tack, jag tar resten sen', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'handläggaren som har bytt mejl',
    begins: 'one method',
    steps: [
      {
        types: 'jag har bytt mejl, den gamla används inte längre. nya är {otherAddress}',
        says: ['given.email', 'email.titleChange', 'code.sent.email'],
      },
      {
        types: 'ja det stämmer',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
      { types: 'bra, då är det klart va?', screen: ['home', 'finish', 'manage', 'would it work'] },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'butikssäljaren på lunchrasten',
    begins: 'home',
    steps: [
      {
        types: 'vilket är enklast att lägga in, om jag bara har fem minuter?',
        says: ['faq.which-method.phone', 'faq.which-method.app', 'faq.which-method.email'],
      },
      { types: 'då tar jag telefonen', screen: ['phone', 'choose'] },
      { types: '{spaced}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'kom en kund emellan, kan du skicka en ny kod?', waits: 90, screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'mattelärarens misslyckade måndagsmorgon',
    begins: 'home',
    steps: [
      {
        types:
          'Hade glömt lösenordet efter lovet och skulle återställa det i morse, men sidan sa att jag inte var registrerad. Vad är det som är fel?',
        screen: 'why it failed',
      },
      { types: 'Hur lång tid tar det att ordna?', says: 'follow.how-long' },
      { types: 'Okej, då lägger jag in min mobil: {number}', shows: ['{tail}'] },
      { types: 'Ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'förvaltningschefen inför nämnden',
    begins: 'home',
    steps: [
      {
        types:
          'Jag måste få prata med någon på it nu direkt, jag kommer inte in i datorn och ska föredra i nämnden kl 10',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'Ring mig på {number}', screen: 'what is sent', sent: 'nothing' },
      { types: 'Ja, skicka', says: ['ticket.kept', 'ticket.raised', 'ticket.joined'] },
    ],
    ends: { proven: [], request: { said: /nämnden/, reach: '{number}', urgent: true } },
  },
  {
    name: 'sommarjobbaren på kyrkogården',
    begins: 'nothing',
    steps: [
      { types: 'tja vad är det här för nåt', screen: 'home' },
      { types: 'kan dom andra på jobbet se mitt nummer sen?', says: 'privacy.text' },
      { types: 'ok lägg in {number} då', shows: ['{tail}'] },
      { types: 'japp', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{wrong}', says: 'outcome.wrong-code', screen: 'code of a phone' },
      { types: 'oj skrev fel, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'kollegan som har semester och har glömt lösenordet',
    begins: 'home',
    steps: [
      {
        types: 'min kollega har glömt sitt lösenord, kan du fixa ett nytt åt henne?',
        says: 'faq.somebody-else',
      },
      { types: 'ok jag hälsar henne det. är jag själv klar med allt här?', screen: ['home', 'would it work'] },
      { types: 'lägg till min privata mejl, {address}', shows: ['example.com'] },
      { types: 'ja tack', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: 'koden är {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'mejlet låg bland skräpposten',
    begins: 'code of a mailbox',
    steps: [
      {
        types: 'det har inte kommit nåt mejl',
        says: ['code.notHere', 'code.again.email', 'outcome.too-soon'],
        screen: 'code of a mailbox',
      },
      {
        types: 'aha det låg i skräpposten. {code}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-email',
      },
      { types: 'mobilen också', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'finish' },
      { types: 'toppen, tack för hjälpen', screen: ['home', 'finish'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'receptionisten sitter vid sin telefon',
    begins: 'office phone',
    steps: [
      { types: 'ja ring upp mig, jag sitter här', screen: 'code of a phone' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.office-phone' },
      { types: 'och så tar vi mejlen', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [office, email], request: null },
  },
  {
    name: 'ingenjören som precis har flyttat hit',
    begins: 'home',
    steps: [
      { types: 'Can we take this in English please? I am new in Sweden', shows: [/From now on I write in English/] },
      { types: 'Thanks. My phone number is {international}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', shows: [/Your phone is confirmed/] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'löneassistentens ärende blev löst',
    begins: 'a solution',
    steps: [
      { types: 'ja nu fungerar det, tusen tack', says: 'ticket.state.works' },
      { types: 'då vill jag lägga in telefonen så jag klarar mig själv nästa gång', screen: ['phone', 'choose'] },
      { types: '{number}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: { state: 'resolved' } },
  },
  {
    name: 'hemtjänstens samordnare kommer fortfarande inte in',
    begins: 'a solution',
    steps: [
      {
        types: 'nej tyvärr, det är samma sak igen',
        says: ['ticket.title', 'ticket.sent', 'ticket.state.kept', 'ticket.state.open'],
      },
      {
        types: 'hur går det med mitt ärende nu då?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      { types: 'skriv också till dem att jag bara kan prata efter tre', says: ['ticket.sent', 'ticket.title'] },
    ],
    ends: { request: { said: /samma sak/ } },
  },
  {
    name: 'lokföraren som blev av med mobilen',
    begins: 'manage',
    steps: [
      { types: 'min mobil blev stulen i förrgår', says: ['faq.phone-stolen', 'faq.phone-lost'] },
      {
        types: 'jag har köpt en ny med nytt nummer, {other}',
        says: ['given.phone.text', 'given.phone.call', 'phone.titleChange', 'code.sent.text'],
      },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'controllern undrar vem som skickar',
    begins: 'code of a phone',
    steps: [
      { types: 'är det du eller Microsoft som skickar koden?', says: ['faq.who-sends', 'faq.unasked'] },
      { types: 'bra, då är det den här: {code}', screen: 'choose' },
      {
        types: 'jag läste att sms ska försvinna som metod, stämmer det?',
        says: [
          'faq.texts-ending.here',
          'faq.texts-ending.own-provider',
          'faq.texts-ending.until',
          'faq.texts-ending.over',
        ],
      },
      { types: 'okej. inte mer i dag', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'bibliotekarien som skrev dotterns adress',
    begins: 'home',
    steps: [
      { types: 'jag vill använda min mejl', screen: ['email', 'choose'] },
      { types: '{address}', shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox' },
      { types: 'nej vänta, det blev fel adress! min är {otherAddress}', screen: ['code of a mailbox', 'email'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{otherAddress}', request: null },
  },
  {
    name: 'halvårskollen med en mejl som inte finns kvar',
    begins: 'what is due',
    steps: [
      { types: 'telefonen stämmer men mejlen har jag inte kvar', screen: 'show it is you' },
      { types: 'med telefonen', screen: 'code to show it is you', sent: 'text' },
      { types: '{code}', says: ['email.titleChange', 'outcome.identity-proven'] },
      { types: '{otherAddress}', shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'lagerchefen ångrar appen',
    begins: 'app',
    steps: [
      {
        types: 'vad är det för app jag ska ha?',
        says: ['faq.app-which', 'faq.what-is-an-app'],
      },
      { types: 'det verkar krångligt, kan jag ta sms i stället', screen: ['phone', 'choose'] },
      { types: '{number}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'juristen läser vad som finns om honom',
    begins: 'my data',
    steps: [
      { types: 'vilka mer än jag kan se det här?', says: 'privacy.text' },
      { types: 'radera allt ni har om mig', screen: 'erase' },
      { types: 'nej förresten, behåll det', screen: ['my data', 'home'] },
      { types: 'tack', screen: ['my data', 'home'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'specialpedagogen skriver till supporten',
    begins: 'ask a person',
    steps: [
      {
        types: 'jag får ingen kod när jag ska återställa, varken sms eller mejl, har provat tre gånger',
        screen: 'what is sent',
      },
      {
        types: 'lägg till att jag sitter på skolan i Gnesta hela veckan',
        screen: 'what is sent',
        shows: [/Gnesta/],
      },
      { types: 'skicka', says: ['ticket.kept', 'ticket.raised', 'ticket.joined'] },
      {
        types: 'har nån börjat titta på det?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
    ],
    ends: { proven: [], request: { said: /Gnesta/ } },
  },
  {
    name: 'konstruktören med ett år kvar till pensionen',
    begins: 'would it work',
    steps: [
      { types: 'jaha. då lägger jag till mejlen också, {address}', shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: 'den kom på en gång: {code}', screen: 'finish' },
      { types: 'kan jag få det där på papper?', screen: 'keep for the day' },
      { types: 'tack så mycket', screen: ['keep for the day', 'home'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
];
