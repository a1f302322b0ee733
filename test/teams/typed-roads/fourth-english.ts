import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const desk = 'office-phone';
const app = 'authenticator-app';

/** What people type on a bus, in a car, in a rage or in the middle of something else; kept to measure by, as the others. */
export const fourthEnglishRoads: readonly Road[] = [
  {
    name: 'told to in a meeting',
    begins: 'nothing',
    steps: [
      {
        types: 'hey so manager said in standup we all gotta do the password thingy before friday??',
        screen: ['home', 'choose'],
      },
      { types: 'whats quickest', screen: ['choose', 'home', 'phone'] },
      { types: 'my cell then its {international}', shows: ['{tail}'] },
      { types: 'yep', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'says {code} i think', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'fat thumbs on a bus',
    begins: 'choose',
    steps: [
      { types: 'emaul', screen: 'email' },
      { types: '{address} sry bumpy', screen: 'code of a mailbox', sent: 'email' },
      { types: 'nothung in my inbx', screen: 'code of a mailbox' },
      { types: 'was in junk lol {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'phoen next', screen: 'phone' },
      { types: '{spaced}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}.', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'dictated in the car',
    begins: 'home',
    steps: [
      { types: 'Okay so um I would like to add my mobile number period it is {spaced}', shows: ['{tail}'] },
      { types: 'Yes go ahead and text it', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      {
        types: 'The code is {codeSpaced} thank you very much',
        says: 'outcome.method-proven.authentication-phone',
        screen: 'choose',
      },
      { types: 'What else do I need to do question mark', screen: ['choose', 'home'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'payroll is due at noon',
    begins: 'home',
    steps: [
      {
        types:
          'Hi there, Karen from Accounts Payable here. So I got back from two weeks off this morning, tried my old password three times, then went to the forgot password thing like the poster by the lift says, filled in those awful squiggly letters, and it came back with something along the lines of your account isnt enabled for this, contact your admin. Payroll is due at noon. What am I supposed to do?? Thanks ever so much, Karen',
        screen: 'why it failed',
        person: 'offered',
      },
      { types: 'can you get a human on this please', screen: ['ask a person', 'what is sent'] },
      {
        types: 'reset page says im not enabled and payroll is due at noon, ring me on {number}',
        screen: 'what is sent',
      },
      { types: 'send', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { request: { state: 'open', said: /payroll/iu, reach: '{number}' } },
  },
  {
    name: 'the old number first',
    begins: 'phone',
    steps: [
      { types: '{other}', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: 'oh god no thats my ex work number, mine is {number}', screen: 'code of a phone', sent: 'text' },
      { types: '{codeSpaced}', says: 'outcome.method-proven.authentication-phone' },
      { types: 'hang on the other number doesnt get anything from you now does it', never: ['fault.text'] },
    ],
    ends: { proven: [phone], with: '{number}' },
  },
  {
    name: 'a meeting in between',
    begins: 'code of a phone',
    steps: [
      { types: 'sec, boss is here', screen: 'code of a phone' },
      { types: 'ok back. {code}', waits: 400, says: ['outcome.code-too-old', 'resume.expired'] },
      { types: 'another one then', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'it says EXACTLY that',
    begins: 'code of a mailbox',
    steps: [
      { types: '{wrong}', says: 'outcome.wrong-code' },
      { types: 'I typed EXACTLY what it says!!! {otherWrong}', says: 'outcome.wrong-code' },
      { types: 'this is ridiculous is there another way', screen: ['choose', 'code of a mailbox'] },
      { types: 'text my mobile instead', screen: 'phone' },
      { types: '{bracketed}', screen: 'code of a phone', sent: 'text' },
      { types: 'FINALLY. {code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'went swimming in mallorca',
    begins: 'manage',
    steps: [
      { types: 'phone went swimming in mallorca. its dead', says: ['faq.phone-broken', 'faq.phone-lost'] },
      { types: 'got a new one now, new number too: {other}', shows: ['{otherTail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'work has no business with my gmail',
    begins: 'manage',
    steps: [
      { types: 'get rid of my private email, work has no business having that', screen: 'remove' },
      { types: 'hmm and what happens if i do that', screen: 'remove' },
      { types: 'do it anyway', says: 'outcome.method-removed.authentication-email' },
      { types: 'am i still ok', screen: ['home', 'choose', 'would it work'] },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'on second thought keep it',
    begins: 'remove',
    steps: [
      { types: 'wait no. keep it', screen: ['one method', 'manage', 'home'] },
      { types: 'sorry what do you have down for me again', screen: ['manage', 'home', 'my data'], shows: ['{tail}'] },
      { types: 'ok good leave it all as is', never: ['fault.text'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'infosec training said don’t',
    begins: 'home',
    steps: [
      {
        types: 'IS THIS A SCAM?? random bot wants my phone number, our infosec training literally says dont',
        says: 'faq.is-this-real',
      },
      { types: 'and who exactly gets to read it', says: 'privacy.text' },
      { types: 'who can i ring to check youre legit', person: 'offered' },
      { types: 'ok fair enough. lets do it', screen: ['choose', 'phone'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'somebody rang about a code',
    begins: 'finish',
    steps: [
      {
        types: 'just had a text with a code out of nowhere, i didnt ask for anything',
        says: ['faq.unasked', 'unasked-mail.happened', 'unasked-mail.now', 'unasked-mail.why'],
      },
      {
        types: 'and now some bloke rang saying hes from IT and wants me to read it to him',
        person: 'offered',
        never: ['code.title'],
      },
      { types: 'i want to report it', screen: ['ask a person', 'what is sent'] },
      {
        types: 'man with a withheld number asked me to read out a code, i hung up',
        screen: 'what is sent',
      },
      { types: 'yes send that', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { proven: [phone, email], request: { state: 'open', said: /withheld/u } },
  },
  {
    name: 'dave is locked out',
    begins: 'home',
    steps: [
      {
        types: "my colleague dave's locked out and hasn't got teams on his phone, can you reset his?",
        says: 'faq.somebody-else',
        person: 'offered',
      },
      { types: 'ok can you tell IT for him then', screen: ['ask a person', 'what is sent'] },
      {
        types: "Dave Okafor can't log in since the update, he's in the warehouse",
        screen: 'what is sent',
      },
      { types: 'looks good, send', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { proven: [], request: { said: /Okafor/u } },
  },
  {
    name: 'it was one thing and now it is another',
    begins: 'what did you see',
    steps: [
      {
        types:
          'last week it said i hadnt registered, sorted that, but now its saying ive tried too many times and to wait 24 hrs',
        screen: 'why it failed',
        says: ['blocked.happened', 'blocked.why', 'blocked.now'],
      },
      { types: 'how long is that then', never: ['fault.text'] },
      { types: 'fine ill try tmrw. cheers', never: ['guess.title', 'fault.text'] },
    ],
    ends: { request: null },
  },
  {
    name: 'ctrl a ctrl c',
    begins: 'home',
    steps: [
      {
        types:
          "Microsoft\nGet back into your account\n\nYou can't reset your own password because you haven't registered for password reset.\n\nIf you can't sign in, you must contact your administrator to reset your password for you.\n\nShow additional details\n© 2026 Microsoft   Legal | Privacy | Feedback",
        screen: 'why it failed',
        says: ['not-registered.happened', 'never-registered.happened', 'information-missing.happened'],
      },
      { types: 'ok so what do I click', never: ['fault.text'] },
      { types: 'add the phone then', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'thats literally your job',
    begins: 'home',
    steps: [
      { types: 'reset my password', says: ['reset.now', 'reset.here', 'follow.do-it'] },
      {
        types: 'no YOU do it thats literally what youre for',
        says: ['follow.do-it', 'reset.now', 'reset.here', 'faq.anger'],
      },
      { types: 'useless. agent.', screen: ['ask a person', 'what is sent'] },
      { types: 'nvm', screen: 'home' },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'any news on my ticket',
    begins: 'a request',
    steps: [
      { types: 'any news on my ticket?', says: ['ticket.state.open', 'ticket.state.kept', 'ticket.title'] },
      { types: 'can you also tell them it does the same on my ipad', says: ['ticket.sent', 'ticket.joined'] },
      {
        types: 'actually just tried again and im in, you can close it',
        says: ['ticket.state.withdrawn', 'ticket.state.works'],
      },
    ],
    ends: { request: { said: /ipad/u } },
  },
  {
    name: 'nope still spinning',
    begins: 'a solution',
    steps: [
      {
        types: 'nope still the same, page just spins and spins',
        says: ['ticket.sent', 'ticket.joined', 'ticket.state.open', 'ticket.state.kept'],
      },
      { types: 'its on edge btw, chrome does the same', says: ['ticket.sent', 'ticket.joined'] },
      { types: 'so whos on it now', says: ['ticket.state.open', 'ticket.state.kept', 'ticket.title'] },
    ],
    ends: { request: { state: 'open', said: /spins/u } },
  },
  {
    name: 'the one on my desk',
    begins: 'office phone',
    steps: [
      { types: 'will it ring everyone in the office', screen: 'office phone' },
      { types: 'ok ring it', screen: 'code of a phone' },
      { types: 'she said {codeSpaced}', says: 'outcome.method-proven.office-phone' },
      { types: 'and an app as well pls', screen: 'app' },
      { types: 'camera wont focus on that square thing', says: 'faq.app-qr' },
      { types: 'typed the key in. {appCode}', says: 'outcome.method-proven.authenticator-app' },
    ],
    ends: { proven: [desk, app], request: null },
  },
  {
    name: 'half asleep at the yearly check',
    begins: 'what is due',
    steps: [
      { types: 'ugh this again', screen: 'what is due' },
      { types: 'number changed, mail is the same', screen: ['phone', 'show it is you', 'what is due'] },
      { types: 'actually no its the same one i had it wrong, all good', never: ['fault.text'] },
    ],
    ends: { proven: [phone, email], with: '{number}' },
  },
];
