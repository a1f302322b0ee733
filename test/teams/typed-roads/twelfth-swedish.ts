import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** What people of a theatre, a farm, a police station, a software firm and a railway type in Swedish. */
export const twelfthSwedishRoads: readonly Road[] = [
  {
    name: 'sufflören hinner bara i pausen',
    begins: 'nothing',
    steps: [
      { types: 'Hejsan! Chefen sa att jag skulle fixa nåt med lösenordet här?', screen: ['home', 'choose'] },
      { types: 'ja men då kör vi', screen: 'choose' },
      { types: 'telefonen', screen: 'phone' },
      { types: '{spaced}, sms går bra', screen: 'code of a phone', sent: 'text' },
      { types: 'koden är {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'pausen är slut, resten tar jag sen', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'scenmästaren och fel nummer på lappen',
    begins: 'home',
    steps: [
      { types: 'lägg in min mobil {number}', shows: ['{tail}'] },
      { types: 'nej vänta, det ska vara {other}', shows: ['{otherTail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{codeSpaced}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{other}', request: null },
  },
  {
    name: 'maskörskan med nytt nummer sedan i somras',
    begins: 'finish',
    steps: [
      { types: 'jag har bytt nummer', says: ['faq.new-number', 'phone.titleChange', 'method.change', 'manage.title'] },
      { types: '{other}', shows: ['{otherTail}'] },
      { types: 'japp', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
      { types: 'är det gamla numret borta nu?', screen: ['finish', 'home', 'manage', 'would it work'] },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'lantbrevbäraren i lammladan har ingen täckning',
    begins: 'code of a phone',
    steps: [
      { types: 'det kommer inget', screen: 'code of a phone', says: ['code.notHere'] },
      {
        types: 'täckningen e usel här bland fåren.. skika en ny kod',
        waits: 45,
        screen: 'code of a phone',
        sent: 'text',
      },
      { types: 'äntligen! {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'tack å hej', screen: ['choose', 'home'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'mjölkbonden vill inte använda sin egen telefon',
    begins: 'choose',
    steps: [
      {
        types: 'måste jag använda min privata mobil till jobbets grejer?',
        says: ['faq.own-phone', 'faq.instead', 'faq.no-mobile'],
      },
      { types: 'får jag reklam till numret sen då?', says: ['faq.own-phone', 'privacy.text', 'faq.more'] },
      { types: 'äsch, jag tar mejlen i stället', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'kassören i spannmålsföreningen klistrar in allt',
    begins: 'home',
    steps: [
      {
        types:
          'Så här stod det: "Du kan inte återställa ditt eget lösenord eftersom du inte har registrerat dig för lösenordsåterställning. Kontakta administratören"',
        screen: 'why it failed',
        says: ['not-registered.happened', 'information-missing.happened', 'never-registered.happened'],
      },
      {
        types: 'vad betyder det på vanlig svenska?',
        says: ['not-registered.why', 'information-missing.why', 'never-registered.why', 'faq.more'],
      },
      { types: 'hur gör jag för att registrera mig då', screen: 'choose' },
      { types: 'mejl', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'skaderegleraren låst ute ur fel ruta',
    begins: 'home',
    steps: [
      {
        types: 'AADSTS50126: Error validating credentials due to invalid username or password',
        says: ['code.AADSTS50126', 'signIn.title'],
      },
      {
        types: 'aha. men sen stod det SSPR_0009 när jag tryckte på glömt lösenord',
        screen: 'why it failed',
        says: ['off-for-everyone.happened', 'off-for-everyone.why', 'why.told'],
      },
      { types: 'kan inte du ordna det åt mig?', says: ['follow.do-it', 'reset.now', 'contact.title', 'review.title'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'försäkringssäljaren med kund klockan tre',
    begins: 'home',
    steps: [
      {
        types: 'jag måste få prata med en människa, jag är utelåst och har kundmöte klockan tre, det är bråttom!!',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'återställningssidan säger bara att något gick fel', screen: 'what is sent' },
      { types: 'ring mig på {number}', screen: 'what is sent', shows: ['{tail}'] },
      { types: 'ja skicka', says: 'ticket.kept' },
      {
        types: 'är det nån som tittar på det nu?',
        says: [
          'ticket.state.kept',
          'ticket.state.open',
          'contact.unheard',
          'contact.unheardAt',
          'ticket.way.waiting',
          'faq.more',
        ],
      },
    ],
    ends: { request: { said: /gick fel/u, reach: '{number}', urgent: true } },
  },
  {
    name: 'passhandläggaren har fått ett konstigt brev',
    begins: 'home',
    steps: [
      {
        types: 'Jag fick ett mejl om att mitt lösenord ska återställas men det har jag inte bett om',
        says: ['unasked-mail.happened', 'unasked-mail.why', 'faq.unasked'],
      },
      {
        types: 'Ska jag klicka på länken?',
        says: ['unasked-mail.now', 'unasked-mail.why', 'faq.more', 'faq.unasked', 'faq.ask-first', 'faq.is-this-real'],
      },
      { types: 'Anmäl det till it-supporten åt mig, tack', screen: ['what is sent', 'ask a person'] },
      { types: 'Mejlet kom i går kväll vid nio från en adress med massa siffror', screen: 'what is sent' },
      { types: 'Skicka', says: 'ticket.kept' },
    ],
    ends: { request: { said: /massa siffror/u } },
  },
  {
    name: 'hittegodsexpeditionen undrar över en chef',
    begins: 'home',
    steps: [
      { types: 'vilket nummer har min chef registrerat?', says: ['faq.somebody-else'] },
      {
        types: 'ok men hon har glömt lösenordet, kan du byta det?',
        says: ['faq.somebody-else', 'reset.now', 'follow.do-it'],
      },
      { types: 'kan hon se mitt nummer då?', says: ['privacy.text'] },
      { types: 'då kan du få det. {number}', shows: ['{tail}'] },
      { types: 'det stämmer', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'nattreceptionisten som hellre läser på engelska',
    begins: 'home',
    steps: [
      { types: 'can we do this in english please', shows: [/From now on I write in English/u] },
      { types: 'my number is {international}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
      { types: 'svenska igen tack, kollegan ska titta', screen: 'choose', says: 'language.changed' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'frukostvärden skriver fel adress två gånger',
    begins: 'email',
    steps: [
      {
        types: 'robin@',
        screen: 'email',
        says: ['problem.email-unreadable', 'problem.email-name', 'problem.email-missing'],
      },
      { types: 'oj. {otherAddress}', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: 'nej det var den gamla, jag menar {address}', shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'hotelldirektörens skräppost',
    begins: 'code of a mailbox',
    steps: [
      { types: 'Jag ser inget mejl än.', says: ['code.notHere', 'no-email.now'], screen: 'code of a mailbox' },
      { types: 'Hur länge gäller koden?', screen: 'code of a mailbox', sent: 'nothing' },
      { types: 'Den låg i skräpposten. {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'Jag vill ha telefonen också', screen: 'phone' },
      { types: 'ring {number}', screen: 'code of a phone', sent: 'call' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'backendutvecklaren ska byta telefon på fredag',
    begins: 'finish',
    steps: [
      { types: 'får ny telefon på fredag men behåller numret, behöver jag göra nåt?', says: ['faq.new-phone'] },
      { types: 'och hur ofta måste jag göra om det här', says: ['faq.how-often', 'faq.how-often.never'] },
      { types: 'nice. skulle en återställning funka idag?', screen: 'would it work' },
      { types: 'klar', screen: 'home' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'testaren skriver lösenordet rakt ut',
    begins: 'home',
    steps: [
      { types: 'mitt lösenord är Sommar2026!', says: 'password.never' },
      { types: 'oj förlåt. vem kan läsa det nu?', says: ['privacy.text', 'faq.more', 'password.never'] },
      { types: 'okej. jag vill lägga till appen', screen: 'app' },
      { types: '{appCode}', screen: 'choose', says: 'outcome.method-proven.authenticator-app' },
    ],
    ends: { proven: ['authenticator-app'], request: null },
  },
  {
    name: 'konsulten som bara ville titta',
    begins: 'one method',
    steps: [
      { types: 'ta bort den', screen: 'remove' },
      { types: 'vad händer då?', screen: 'remove' },
      { types: 'nej, låt den vara kvar', screen: ['manage', 'home', 'one method'] },
      { types: 'vem ser min mejladress egentligen', says: ['privacy.text'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'insamlingschefen städar bort en gammal adress',
    begins: 'manage',
    steps: [
      { types: 'ta bort mejladressen, den brevlådan har jag inte längre', screen: 'remove' },
      { types: 'ja ta bort den', says: 'outcome.method-removed.authentication-email' },
      { types: 'lägg till {otherAddress} istället', shows: ['example.com'] },
      {
        types: 'ja gör det',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'volontären på soppköket vill ha hjälp senare i veckan',
    begins: 'a request',
    steps: [
      {
        types: 'va händer me mitt ärende',
        says: ['ticket.state.kept', 'ticket.state.open', 'ticket.way.waiting', 'ticket.way.mail'],
      },
      { types: 'lägg till i ärendet att jag bara är här på torsdagar', says: ['ticket.sent', 'ticket.joined'] },
      { types: 'tack snälla', says: ['thanks.text'] },
    ],
    ends: { request: { state: 'open', said: /torsdagar/u } },
  },
  {
    name: 'second hand-butiken och det som skulle vara löst',
    begins: 'a solution',
    steps: [
      {
        types: 'nej det funkar fortfarande inte, sidan säger samma sak',
        says: ['ticket.state.kept', 'ticket.state.open', 'ticket.sent', 'ticket.way.waiting'],
      },
      {
        types: 'hur lång tid brukar det ta?',
        says: [
          'ticket.state.kept',
          'ticket.state.open',
          'ticket.hours',
          'follow.how-long',
          'faq.more',
          'ticket.way.waiting',
        ],
      },
      { types: 'strunt i det, jag behöver ingen hjälp längre', says: ['ticket.state.withdrawn'] },
    ],
    ends: { request: { state: 'withdrawn', said: /samma sak/u } },
  },
  {
    name: 'tågvärden på perrongen svarar supporten',
    begins: 'a question',
    steps: [
      { types: 'det var på plattan, i personalrummet i Hallsberg', says: ['ticket.sent'] },
      { types: 'de kan ringa efter klockan fyra', says: ['ticket.sent', 'contact.title', 'review.title'] },
      { types: 'ok tack så länge', says: ['thanks.text'] },
    ],
    ends: { request: { said: /Hallsberg/u } },
  },
  {
    name: 'lokföraren har aldrig sett den där ändringen',
    begins: 'which change',
    steps: [
      { types: 'vad händer om jag väljer en?', screen: 'which change' },
      { types: 'vänta, det var nog jag ändå', screen: 'home' },
      { types: 'kan jag få en kopia på hur man gör den dagen jag inte kommer in', screen: 'keep for the day' },
      { types: 'mejla den till mej', says: 'keep.sent' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'tågklareraren ett halvår senare, allt som förut',
    begins: 'what is due',
    steps: [
      { types: 'varför frågar du igen?', screen: 'what is due' },
      { types: 'jo då, båda stämmer fortfarande', says: ['confirm.thanks', 'confirm.thanksUntil'] },
      {
        types: 'bra. när frågar du nästa gång?',
        says: ['faq.how-often', 'faq.reminders', 'faq.more', 'confirm.thanksUntil'],
      },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'spårsvetsaren mitt i natten vid en låst skärm',
    begins: 'beside a reset',
    steps: [
      { types: 'vad ska jag göra då', says: ['windows-sign-in.now', 'windows-sign-in.why', 'faq.more'] },
      { types: 'jag kör fjärrskrivbord, är det därför?', screen: ['beside a reset', 'why it failed'] },
      { types: 'ok. kan jag lägga in mobilen så länge', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'rekvisitören berättar om sidan i omgångar',
    begins: 'what did you see',
    steps: [
      {
        types: 'den skrev att mitt nya lösenord var för vanligt',
        screen: 'why it failed',
        says: ['too-common.happened', 'too-common.why', 'why.told'],
      },
      {
        types: 'vad för ord menar de?',
        says: [
          'too-common.why',
          'too-common.now',
          'faq.reset-rules',
          'not-registered.why',
          'information-missing.why',
          'faq.more',
        ],
      },
      { types: 'jag vill hellre fråga någon på it', screen: ['what is sent', 'ask a person'] },
      { types: 'nä strunt samma, avbryt', screen: ['why it failed', 'home'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'djurskötaren med värden som andra fyllt i',
    begins: 'what was filled in',
    steps: [
      { types: 'var har ni fått mitt nummer ifrån?', screen: 'what was filled in' },
      { types: 'ja allt stämmer', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'code of a mailbox', sent: 'email' },
      { types: 'och {code}', screen: ['office phone', 'finish'] },
      { types: 'den på kontoret tar vi inte nu', screen: ['finish', 'home', 'choose'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
];
