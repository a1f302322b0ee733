import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** Vad de som arbetar i en kommun och på en fabrik skriver på svenska. */
export const tenthSwedishRoads: readonly Road[] = [
  {
    name: 'lärlingen vid svarven',
    begins: 'nothing',
    steps: [
      { types: 'tja, ny lärling på verkstan. chefen sa att jag skulle skriva till dig', screen: ['home', 'choose'] },
      { types: 'är du en riktig människa eller en robot?', says: 'faq.who-are-you' },
      { types: 'ok haha. mitt mobilnr är {number}', shows: ['{tail}'] },
      { types: 'japp', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'inte mer nu, svarven väntar', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'bussföraren som skrev fel brevlåda i rusningen',
    begins: 'code of a mailbox',
    steps: [
      {
        types: 'fel adress ser jag nu, det ska vara {otherAddress}',
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
      {
        types: 'kommer koden från dig eller från microsoft?',
        screen: 'code of a mailbox',
        says: ['faq.who-sends', 'faq.who-sends.there'],
      },
      { types: 'aha där. {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'tack, nu går bussen', screen: ['choose', 'home'] },
    ],
    ends: { proven: [email], with: '{otherAddress}', request: null },
  },
  {
    name: 'bokbussen och sidan som ville kontakta en administratör',
    begins: 'home',
    steps: [
      {
        types:
          'Försökte återställa lösenordet hemifrån igår. Då stod det: "Det gick inte att verifiera ditt konto. Om du vill kan vi kontakta en administratör i din organisation så att ditt lösenord kan återställas."',
        screen: 'why it failed',
        says: ['not-registered.why', 'not-registered.happened'],
      },
      { types: 'vad betyder det på vanlig svenska?', says: 'not-registered.why' },
      { types: 'jaha, då lägger vi in {address}', shows: ['example.com'] },
      { types: 'ja tack', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'är jag klar nu?', screen: ['home', 'choose', 'would it work'] },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'lönefilen ska iväg före tre',
    begins: 'home',
    steps: [
      {
        types: 'Jag kommer inte in och lönefilen ska iväg före kl 15. Jag måste få prata med någon på it nu!',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'de når mig på {spaced}', screen: 'what is sent', shows: ['{tail}'] },
      { types: 'skicka', says: ['ticket.kept', 'ticket.raised'] },
      {
        types: 'glömde skriva i ärendet att det är min bärbara det gäller, inte den stationära',
        says: ['ticket.sent', 'ticket.title'],
      },
    ],
    ends: { proven: [], request: { state: 'open', reach: '{number}', urgent: true } },
  },
  {
    name: 'provrören kan inte vänta på SSPR',
    begins: 'why it failed',
    steps: [
      {
        types: 'nej så stod det inte, det stod SSPR_0030',
        screen: 'why it failed',
        says: ['unreachable-on-premises.why', 'unreachable-on-premises.happened'],
      },
      {
        types: 'vad innebär det för mig?',
        says: ['not-registered.why', 'unreachable-on-premises.why'],
      },
      { types: 'okej, då vill jag lägga till mobilen', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'mobilen som försvann ur brandstationens omklädningsrum',
    begins: 'show it is you',
    steps: [
      {
        types: 'den mobilen är stulen, den låg i omklädningsrummet',
        says: ['faq.phone-stolen', 'faq.phone-lost'],
      },
      { types: 'då kan jag ju inte få nån kod. vem kan hjälpa mig?', person: 'offered' },
      {
        types: 'jag vill ha hjälp av it-supporten, mobilen är stulen och jag behöver lägga in en ny',
        unless: 'what is sent',
        screen: 'what is sent',
      },
      { types: 'skicka det', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'när får jag svar på mitt ärende?', says: 'ticket.title' },
    ],
    ends: { proven: [phone], request: { state: 'open' } },
  },
  {
    name: 'kocken med deg på tummarna',
    begins: 'choose',
    steps: [
      { types: 'telefonn', screen: 'phone' },
      {
        types: '07011',
        screen: 'phone',
        says: ['problem.phone-too-short', 'problem.phone-unreadable', 'problem.phone-not-in-use'],
        sent: 'nothing',
      },
      { types: 'oj hann inte skriva klart. {number}', screen: 'code of a phone', sent: 'text' },
      {
        types: 'kan du ringa istället, har deg på händerna',
        waits: 40,
        screen: 'code of a phone',
        sent: 'call',
      },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'ledamoten och offentlighetsprincipen',
    begins: 'home',
    steps: [
      { types: 'Vem på kommunen kan se mitt telefonnummer om jag lämnar det här?', says: 'privacy.text' },
      { types: 'Jag vill veta vad du har sparat om mig.', screen: 'my data' },
      { types: 'Radera mina uppgifter.', screen: 'erase' },
      { types: 'Nej, låt det vara.', screen: ['home', 'my data'] },
      { types: 'Tack för hjälpen.', says: 'thanks.text' },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'konsulten och Göran i receptionen',
    begins: 'home',
    steps: [
      {
        types: 'Hej! Kan du låsa upp Görans konto? Han sitter bredvid mig och kommer inte in.',
        says: 'faq.somebody-else',
      },
      {
        types: 'kan han skriva till dig själv då?',
        says: ['faq.somebody-else', 'help.text', 'faq.who-are-you'],
      },
      { types: 'då tar vi mitt konto så länge. min mobil: {international}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'barnvagnen, mejlen och numret från förr',
    begins: 'what was filled in',
    steps: [
      {
        types: 'mejlen stämmer men mobilen har jag inte längre',
        screen: 'code of a mailbox',
        sent: 'email',
      },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
      { types: 'mitt nya nummer är {other}', shows: ['{otherTail}'] },
      {
        types: 'ja det är rätt',
        unless: 'code of a phone',
        screen: 'code of a phone',
        sent: 'text',
        to: 'other',
      },
      { types: '{code}', screen: 'finish' },
      { types: 'klart! ses i september', screen: ['home', 'finish'] },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'handläggaren som talar in allt med punkt',
    begins: 'home',
    steps: [
      {
        types: 'hej jag ser dåligt och talar in det här punkt jag vill bli klar med lösenordsgrejen punkt',
        screen: ['home', 'choose'],
      },
      { types: 'lägg till min telefon {spaced} och ring upp med koden punkt', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'call' },
      {
        types: 'koden är {codeSpaced} punkt',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
      { types: 'det räcker för i dag tack', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'vaktmästarens gamla Nokia',
    begins: 'app',
    steps: [
      {
        types: 'har ingen smart telefon, bara en gammal nokia med knappar',
        says: ['faq.no-mobile', 'faq.landline', 'faq.instead', 'faq.what-is-an-app', 'choose.intro', 'phone.intro'],
      },
      { types: 'då tar jag telefonen, med sms', unless: 'phone', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'jag byter kanske nummer i vår, vad gör jag då?', says: ['faq.new-number', 'faq.new-phone'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'nytt abonnemang i växeln',
    begins: 'manage',
    steps: [
      { types: 'byt numret till {other}', shows: ['{otherTail}'] },
      {
        types: 'ja',
        unless: 'code of a phone',
        screen: 'code of a phone',
        sent: 'text',
        to: 'other',
      },
      { types: 'hur länge gäller koden?', screen: 'code of a phone' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
      { types: 'tack, då var vi klara', screen: ['home', 'manage', 'finish'] },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'skiftledarens bortglömda lapp',
    begins: 'a request',
    steps: [
      { types: 'varför har ingen svarat på mitt ärende?', says: 'ticket.title' },
      { types: 'då vill jag ta tillbaka ärendet', says: 'ticket.state.withdrawn' },
      {
        types: 'nej förresten, det strular fortfarande. jag behöver hjälp ändå',
        says: ['ticket.title', 'contact.title', 'review.title', 'why.now', 'ask.title', 'follow.still-broken'],
      },
    ],
    ends: { request: {} },
  },
  {
    name: 'generalrepetition på reningsverket',
    begins: 'would it work',
    steps: [
      { types: 'hur många metoder till behöver jag?', screen: ['would it work', 'home', 'choose'] },
      { types: 'okej, lägg till {address}', shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish', says: 'outcome.method-proven.authentication-email' },
      {
        types: 'skulle en återställning fungera nu då?',
        screen: 'would it work',
        says: ['rehearsal.works', 'rehearsal.fails', 'rehearsal.unseen'],
      },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'traversen står still vid låsskärmen',
    begins: 'beside a reset',
    steps: [
      {
        types: 'jag minns inte lösenordet alls, kan du inte byta det åt mig?',
        says: ['follow.do-it', 'reset.here', 'reset.now'],
      },
      { types: 'då vill jag prata med en människa', screen: ['ask a person', 'what is sent'] },
      {
        types: 'traversen står stilla och jag är helt utelåst sedan i morse',
        screen: 'what is sent',
        shows: [/traversen/u],
      },
      { types: 'skicka', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'har någon tittat på det än?', says: 'ticket.title' },
    ],
    ends: { proven: [], request: { state: 'open', said: /traversen/u } },
  },
  {
    name: 'badvakten som försökte för många gånger',
    begins: 'what did you see',
    steps: [
      {
        types: 'det stod att jag har försökt för många gånger och måste vänta',
        screen: 'why it failed',
        says: ['blocked.why', 'blocked.happened', 'too-many-messages.why', 'locked-for-a-while.why'],
      },
      {
        types: 'hur länge då?',
        says: ['follow.how-long', 'blocked.now', 'blocked.why', 'too-many-messages.now', 'locked-for-a-while.now'],
      },
      { types: 'jag registrerar min mobil under tiden, {number}', shows: ['{tail}'] },
      { types: 'ja', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'siffrorna byter plats på bygglovsenheten',
    begins: 'code to show it is you',
    steps: [
      { types: '{wrong}', screen: 'code to show it is you', says: 'outcome.wrong-code' },
      { types: 'skicka en ny kod tack', waits: 40, screen: 'code to show it is you', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.identity-proven' },
      { types: 'jag vill ha mejl också, {address}', shows: ['example.com'] },
      { types: 'ja', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'parkeringsvakten och rösten från Microsoft',
    begins: 'home',
    steps: [
      {
        types: 'nån som sa att han var från microsoft ringde och ville ha min kod, ska jag ge honom den?',
        says: [
          'faq.unasked',
          'faq.ask-first',
          'faq.is-this-real',
          'faq.who-sends',
          'unasked-mail.why',
          'unasked-mail.now',
        ],
      },
      {
        types: 'jag gav den inte men blev orolig, jag vill att någon på it tittar på det',
        screen: ['what is sent', 'ask a person'],
      },
      {
        types: 'det var vid tio i dag och han ringde från dolt nummer',
        screen: 'what is sent',
        shows: [/dolt nummer/u],
      },
      { types: 'ja skicka', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'hur går det med mitt ärende?', says: 'ticket.title' },
    ],
    ends: { proven: [], request: { state: 'open', said: /dolt nummer/u } },
  },
  {
    name: 'svetsaren vars fru kan svenska',
    begins: 'nothing',
    steps: [
      {
        types: 'hello, my swedish is not so good. in english please',
        screen: 'home',
        shows: [/From now on I write in English/u],
      },
      { types: 'my phone is {number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', shows: [/Your phone is confirmed/u] },
      { types: 'och nu på svenska igen tack, min fru hjälper mig', says: 'language.changed' },
    ],
    ends: { proven: [phone], request: null },
  },
];
