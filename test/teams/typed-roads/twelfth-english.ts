import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const app = 'authenticator-app';

/** What people of a theatre, a farm, an insurance office, a hotel and a railway type in English. */
export const twelfthEnglishRoads: readonly Road[] = [
  {
    name: 'the wardrobe mistress between two fittings',
    begins: 'nothing',
    steps: [
      { types: 'Hello, they said at the morning meeting I have to sign up with you?', screen: ['home', 'choose'] },
      { types: 'right, my mobile then: {spaced}', shows: ['{tail}'] },
      { types: 'yes that’s the one', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'hang on, my glasses are in the sewing room', screen: 'code of a phone', sent: 'nothing' },
      { types: '{codeSpaced} it says', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a lighting technician who wants it done before curtain up',
    begins: 'home',
    steps: [
      { types: 'sign me up: {number} and {address}', shows: ['{tail}'] },
      { types: 'yep go', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', shows: ['example.com'] },
      { types: 'yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
      { types: 'brilliant, ta', screen: ['finish', 'home'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'the prompter who reads every line twice',
    begins: 'choose',
    steps: [
      {
        types: 'Which of these would you recommend to somebody my age?',
        says: ['faq.which-method.app', 'faq.which-method.phone'],
      },
      { types: 'And what is an authenticator app when it’s at home?', says: ['faq.what-is-an-app'] },
      { types: 'Too modern for me. I shall take the email.', screen: 'email' },
      { types: 'alva@example.org', says: ['problem.email-own-mailbox', 'problem.email-own-domain'] },
      { types: 'Oh. Then {address}', screen: 'code of a mailbox', sent: 'email' },
      {
        types: 'The letter came, the code is {code}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-email',
      },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'dairy farmer, thumbs like sausages',
    begins: 'phone',
    steps: [
      { types: '07012', says: ['problem.phone-too-short', 'problem.phone-not-in-use', 'problem.phone-unreadable'] },
      { types: 'sorry cow pushed me. {number}', screen: 'code of a phone', sent: 'text' },
      { types: '{wrong}', screen: 'code of a phone', says: 'outcome.wrong-code' },
      { types: 'typo again, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'thats enough for today the milking wont wait', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'the grain elevator office has one landline and no reception',
    begins: 'home',
    steps: [
      {
        types: 'I don’t own a mobile phone, can I still do this?',
        says: ['faq.no-mobile', 'faq.landline', 'faq.instead', 'faq.own-phone'],
      },
      {
        types: 'so a landline counts as well?',
        says: ['faq.landline', 'faq.no-mobile', 'faq.more', 'faq.instead', 'phone.title'],
      },
      { types: 'I’d rather do it with email. {address}', shows: ['example.com'] },
      { types: 'yes, send it there', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: 'got {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'a cooperative treasurer and the page that said no',
    begins: 'home',
    steps: [
      {
        types:
          "this is what i get when i try: \"You can't reset your own password because you haven't registered for password reset. If you'd like an administrator to help, contact your administrator\"",
        screen: 'why it failed',
        says: ['not-registered.happened', 'information-missing.happened', 'never-registered.happened'],
      },
      {
        types: 'meaning what exactly?',
        says: ['not-registered.why', 'information-missing.why', 'never-registered.why', 'faq.more'],
      },
      { types: 'ok then let me add my phone', screen: 'phone' },
      { types: '{international}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'claims handler with a screenful of codes',
    begins: 'home',
    steps: [
      {
        types: 'what does SSPR_0012 mean',
        screen: 'why it failed',
        says: ['not-licensed.why', 'not-licensed.happened', 'why.told'],
      },
      { types: 'and AADSTS50053?', says: ['code.AADSTS50053', 'locked-for-a-while.happened', 'signIn.title'] },
      { types: 'how long does the reset itself take', says: ['follow.how-long'] },
      { types: 'fine, thank you', says: ['thanks.text'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'an underwriter who is furious on a Monday',
    begins: 'why it failed',
    steps: [
      { types: 'can you not just reset the bloody thing for me', says: ['follow.do-it', 'reset.now'] },
      {
        types: 'useless. I want to talk to a real person. It is urgent, I cannot work and customers are waiting',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'ring me on {number}, I am at my desk until four today', screen: 'what is sent', shows: ['{tail}'] },
      { types: 'send it', says: 'ticket.kept' },
    ],
    ends: { request: { said: /real person|customers|administrator|desk/u, reach: '{number}', urgent: true } },
  },
  {
    name: 'the archive clerk of the police station is careful',
    begins: 'nothing',
    steps: [
      { types: 'is this genuine or one of those phishing exercises?', says: ['faq.is-this-real', 'faq.ask-first'] },
      { types: 'who gets to see my private number if I give it to you?', says: ['privacy.text'] },
      { types: 'so my colleagues can’t look it up?', says: ['privacy.text', 'faq.more'] },
      { types: 'all right then. {number}', shows: ['{tail}'] },
      { types: 'correct', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'front counter, police station, somebody rang and asked for a code',
    begins: 'finish',
    steps: [
      {
        types: 'someone just phoned me claiming to be from IT and wanted me to read him a code. should i have?',
        says: [
          'faq.unasked',
          'faq.is-this-real',
          'faq.ask-first',
          'unasked-mail.happened',
          'contact.title',
          'review.title',
        ],
      },
      { types: 'I didn’t give him anything. what do you store about me anyway?', says: ['privacy.text', 'data.title'] },
      {
        types: 'I want to report that call to IT support, it was at 9 this morning',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'he spoke with an accent and the caller id was hidden', screen: 'what is sent' },
      { types: 'yes send', says: 'ticket.kept' },
    ],
    ends: { proven: [phone, email], request: { said: /call|accent/u } },
  },
  {
    name: 'night porter at the code step, nothing buzzes',
    begins: 'code of a phone',
    steps: [
      { types: 'nothing yet', screen: 'code of a phone', says: ['code.notHere'] },
      {
        types: 'could you ring me instead? texts are slow in this basement',
        waits: 40,
        screen: 'code of a phone',
        sent: 'call',
      },
      { types: 'the voice said {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'next one: my gmail', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'housekeeping, wrong digit, wrong mood',
    begins: 'code of a phone',
    steps: [
      { types: 'oh no wrong number, its {other}', shows: ['{otherTail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code} !!', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'can my husbands phone be the second one?', says: ['faq.borrowed-phone'] },
      { types: 'okok. mail then', screen: 'email' },
    ],
    ends: { proven: [phone], with: '{other}' },
  },
  {
    name: 'the hotel manager off to Lisbon for the winter',
    begins: 'home',
    steps: [
      { types: 'I will be in Portugal until March. Will the texts reach me there?', says: ['faq.phone-abroad'] },
      {
        types: 'And if I buy a Portuguese SIM card?',
        says: ['faq.phone-abroad', 'faq.new-number', 'faq.instead', 'faq.more'],
      },
      { types: 'Then please take my email: {address}', shows: ['example.com'] },
      { types: 'Yes please', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}, thank you kindly', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'a developer on rye and oat milk sets up the app',
    begins: 'app',
    steps: [
      {
        types: 'does it have to be the Microsoft one or is my usual totp app fine',
        screen: 'app',
        says: ['faq.app-which', 'faq.app-allowed'],
      },
      { types: '123', screen: 'app', says: ['outcome.not-an-app-code', 'outcome.app-code-wrong'] },
      { types: '{appCode}', screen: 'choose', says: 'outcome.method-proven.authenticator-app' },
      { types: 'cool. add a phone too, {number}', shows: ['{tail}'] },
      { types: 'y', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [app, phone], request: null },
  },
  {
    name: 'the product owner whose address changed with her surname',
    begins: 'manage',
    steps: [
      { types: 'change my email please', says: ['email.titleChange', 'method.change'] },
      { types: '{otherAddress}', shows: ['example.com'] },
      { types: 'yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
      { types: 'am I still ready after that?', screen: ['home', 'would it work'] },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'intern asks on behalf of the whole sprint team',
    begins: 'home',
    steps: [
      { types: 'my teammate Jonas forgot his password, can you reset it for him?', says: ['faq.somebody-else'] },
      {
        types: 'what should he do then',
        says: ['faq.somebody-else', 'faq.more', 'reset.now', 'contact.title', 'review.title'],
      },
      { types: 'ok. and mine? can you set a new password for me', says: ['reset.now', 'reset.here', 'follow.do-it'] },
      { types: 'the jira login is broken as well btw', says: ['faq.other-system', 'faq.sign-in'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'charity volunteer who waits for an answer since breakfast',
    begins: 'a request',
    steps: [
      {
        types: 'has anyone looked at my request yet?',
        says: ['ticket.state.kept', 'ticket.state.open', 'ticket.way.waiting'],
      },
      { types: 'please add to it that I’m only in on Tuesdays and Thursdays', says: ['ticket.sent', 'ticket.joined'] },
      { types: 'oh, it just let me in! you can cancel the request', says: ['ticket.state.withdrawn'] },
    ],
    ends: { request: { state: 'withdrawn', said: /Tuesdays/u } },
  },
  {
    name: 'fundraiser answers what support wanted to know',
    begins: 'a question',
    steps: [
      { types: 'it was on my own laptop, around half past two, in the shop', says: ['ticket.sent'] },
      {
        types: 'where does my request stand now',
        says: ['ticket.state.kept', 'ticket.state.open', 'ticket.way.waiting', 'ticket.title'],
      },
      { types: 'thank you dear', says: ['thanks.text'] },
    ],
    ends: { request: { said: /half past two/u } },
  },
  {
    name: 'the soup kitchen book-keeper tries what support repaired',
    begins: 'a solution',
    steps: [
      { types: 'tried it just now and it works, thanks a lot!', says: ['ticket.state.works'] },
      { types: 'now let me get set up so i dont have to bother them again', screen: 'choose' },
      { types: 'text messages', screen: 'phone' },
      { types: '{bracketed}', screen: 'code of a phone', sent: 'text' },
    ],
    ends: { proven: [], request: { state: 'resolved' } },
  },
  {
    name: 'a conductor who never rang anybody',
    begins: 'a caller check',
    steps: [
      { types: 'no I am not on the phone with anyone', says: ['check.failed'] },
      {
        types: 'who was that then?',
        says: [
          'faq.more',
          'check.failed',
          'check.late',
          'faq.is-this-real',
          'faq.unasked',
          'faq.ask-first',
          'ticket.title',
        ],
      },
      { types: 'well. while I am here, add my mobile: {number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
    ],
    ends: { proven: [] },
  },
  {
    name: 'signal box, half a year on, new number since Easter',
    begins: 'what is due',
    steps: [
      { types: 'mail is still right but I have another number now', screen: 'show it is you' },
      { types: 'use my email for that', screen: 'code to show it is you', sent: 'email' },
      { types: '{code}', says: ['outcome.identity-proven', 'phone.titleChange'] },
      { types: '{other}', shows: ['{otherTail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: ['outcome.method-proven.authentication-phone'] },
    ],
    ends: { proven: [phone, email], with: '{other}' },
  },
  {
    name: 'ticket inspector proves himself and gets rid of something',
    begins: 'show it is you',
    steps: [
      { types: 'why do i have to do that again?', screen: 'show it is you' },
      { types: 'fine, text me', screen: 'code to show it is you', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.identity-proven' },
      { types: 'never mind, not now', screen: 'home' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'buffet car attendant drops her phone on the track',
    begins: 'finish',
    steps: [
      { types: 'my phone fell under the train at platform 2, its gone', says: ['faq.phone-lost', 'faq.held'] },
      { types: 'remove my phone number then', says: ['remove.title.authentication-phone', 'manage.title'] },
      { types: 'yes, remove the phone', says: ['outcome.method-removed.authentication-phone'] },
      { types: 'would a reset work for me now?', screen: ['would it work', 'home'] },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'the retired stationmaster looks at what is kept of him',
    begins: 'my data',
    steps: [
      { types: 'Who else can read this?', says: ['privacy.text'] },
      { types: 'delete everything', screen: 'erase' },
      { types: 'What happens if I do?', screen: 'erase' },
      { types: 'no, better keep it', screen: ['home', 'my data'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a trainee driver sees the office phone of her predecessor',
    begins: 'office phone',
    steps: [
      { types: 'that number belongs to the man who sat here before me', screen: 'a wrong value' },
      { types: 'mine is 08-505 77 123', says: ['contact.unheard', 'contact.unheardAt', 'wrong.done'] },
      { types: 'ok then the mobile, {number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone] },
  },
];
