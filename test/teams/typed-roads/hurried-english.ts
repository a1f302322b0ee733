import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** What hurried people type in English: written as the others were, later, and kept to measure by. */
export const hurriedEnglishRoads: readonly Road[] = [
  {
    name: 'five minutes before a train',
    begins: 'nothing',
    steps: [
      { types: 'hey quick one, train in 5, need to set this reset thing up', screen: ['home', 'choose'] },
      { types: 'cell', screen: 'phone' },
      { types: '{number} txt', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'nvm rest later', screen: 'home' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'letters in the wrong order',
    begins: 'home',
    steps: [
      { types: 'strat', screen: 'choose' },
      { types: 'emial', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: 'hang on wrong one, its {otherAddress}', waits: 40 },
      { types: 'yep', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{otherAddress}' },
  },
  {
    name: 'swearing at a text that does not come',
    begins: 'code of a phone',
    steps: [
      { types: 'still nothing ffs', waits: 45, screen: 'code of a phone' },
      { types: 'just bloody call me then', waits: 45, screen: 'code of a phone', sent: 'call' },
      { types: 'finally. {code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'two questions before the number',
    begins: 'phone',
    steps: [
      { types: 'who gets to see this number tho', says: 'privacy.text', screen: 'phone' },
      { types: 'and does it have to be my own phone??', screen: 'phone', shows: [/phone/i] },
      { types: 'k. {spaced}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'a person wanted at the code, and then not',
    begins: 'code of a phone',
    steps: [
      { types: 'can i talk to an actual human about this', screen: ['ask a person', 'what is sent'] },
      { types: 'actually forget it, cancel that', screen: 'code of a phone' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a person asked in the middle of the phone, which goes on',
    begins: 'phone',
    steps: [
      {
        types: 'get me somebody from IT, i cant get into anything and payroll closes at 4',
        screen: ['what is sent', 'ask a person'],
        sent: 'nothing',
      },
      { types: 'they can ring me on {number}', screen: 'what is sent', shows: ['{tail}'], sent: 'nothing' },
      { types: 'send', says: ['ticket.raised', 'ticket.kept'], screen: 'phone' },
      { types: '{other}', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], with: '{other}', request: { said: /payroll/u, reach: '{number}' } },
  },
  {
    name: 'both at once with a question behind',
    begins: 'home',
    steps: [
      { types: 'put down {number} (text) and {address}. who sees those btw', shows: ['{tail}'] },
      { types: 'yeah', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}' },
      { types: 'y', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code} ta', screen: 'finish' },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'mail after all',
    begins: 'code of a phone',
    steps: [
      { types: 'hmm can we do email instead', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'an address is removed by its name',
    begins: 'manage',
    steps: [
      { types: 'delete my email pls', screen: 'remove' },
      { types: 'yes', says: 'outcome.method-removed.authentication-email' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'a number is removed by its name, and kept',
    begins: 'manage',
    steps: [
      { types: 'get rid of the mobile number', says: 'remove.title.authentication-phone' },
      { types: 'no wait keep it', never: ['outcome.method-removed.authentication-phone'] },
      { types: 'status', screen: 'home' },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'an address is removed from the last card',
    begins: 'finish',
    steps: [
      { types: 'great. remove the email again though, i only wanted the phone', screen: 'remove' },
      { types: 'yes remove', says: 'outcome.method-removed.authentication-email' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'how far along, in the middle',
    begins: 'email',
    steps: [
      { types: 'how many more of these do i have to do', screen: ['home', 'email', 'choose'] },
      { types: 'email', unless: 'email', screen: 'email' },
      { types: 'its {address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'the request sorted itself',
    begins: 'a request',
    steps: [
      { types: 'any1 looking at my thing yet', shows: ['{ticket}'] },
      { types: 'sorted itself out, pls close the ticket', says: 'ticket.state.withdrawn' },
    ],
    ends: { request: { state: 'withdrawn' } },
  },
  {
    name: 'one more thing for IT',
    begins: 'a request',
    steps: [{ types: 'tell IT it also happens on my work laptop', says: ['ticket.sent', 'ticket.joined'] }],
    ends: { request: { state: 'open', said: /work laptop/u } },
  },
  {
    name: 'a code beside a clock and an amount',
    begins: 'code of a phone',
    steps: [
      { types: '14:32 - {codeSpaced} is your code (5 min)', screen: 'choose' },
      { types: 'mail', screen: 'email' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'wrong codes and temper',
    begins: 'code of a mailbox',
    steps: [
      { types: '{wrong}', says: 'outcome.wrong-code', screen: 'code of a mailbox' },
      { types: 'oops typo, {otherWrong}', says: 'outcome.wrong-code', person: 'offered' },
      { types: 'send me another one', waits: 40, screen: 'code of a mailbox', sent: 'email' },
      { types: '{code} 🙏', screen: 'choose' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'a forwarded mail with the code in it',
    begins: 'code of a mailbox',
    steps: [
      {
        types:
          'Fwd: {code} is your code\n---------- Forwarded message ---------\nFrom: Reset ready\nDate: Mon, 23 Nov 2026 at 07:12\nHello!\n\nYour code is {code}. Go back to the card',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-email',
      },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'which app, and another way',
    begins: 'app',
    steps: [
      { types: 'does google authenticator work here', screen: 'app', shows: [/app/iu] },
      { types: 'meh too fiddly. different method', screen: 'choose' },
      { types: 'text messages', screen: 'phone' },
    ],
    ends: { proven: [] },
  },
  {
    name: 'another system, then the right one',
    begins: 'home',
    steps: [
      { types: 'my netflix password is gone can u reset that', screen: 'home', never: ['reset.now'] },
      { types: 'lol ok. and my work one?', says: ['reset.now', 'reset.here'] },
    ],
    ends: { request: null },
  },
  {
    name: 'locked out and angry',
    begins: 'home',
    steps: [
      { types: 'THIS IS RIDICULOUS. 3rd time this month it locks me out', person: 'offered' },
      { types: 'get me a person', screen: ['ask a person', 'what is sent'] },
      {
        types: 'reset page says my account is disabled. need it before 2pm',
        unless: 'what is sent',
        screen: 'what is sent',
      },
      { types: 'go', says: ['ticket.raised', 'ticket.kept'] },
    ],
    ends: { request: { state: 'open' } },
  },
  {
    name: 'why it failed, in few words',
    begins: 'home',
    steps: [
      { types: 'reset failed :(', screen: ['what did you see', 'why it failed'] },
      {
        types: 'smth like too many attempts try again tmrw',
        screen: 'why it failed',
        says: ['blocked.happened', 'blocked.why'],
      },
      { types: 'how long is that gonna take', never: ['guess.title'] },
      { types: 'ok thx', never: ['guess.title'] },
    ],
    ends: { request: null },
  },
  {
    name: 'would it work, asked in a hurry',
    begins: 'home',
    steps: [
      { types: 'if i forgot my pw tomorrow would this save me', screen: 'would it work' },
      { types: 'ok add a phone then', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'the number was stolen with the phone',
    begins: 'manage',
    steps: [
      { types: 'somebody nicked my phone on the tube', says: 'faq.phone-stolen', person: 'offered' },
      { types: 'got a replacement sim w a new number: {other}', shows: ['{otherTail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}' },
  },
  {
    name: 'a letter about a change nobody made',
    begins: 'finish',
    steps: [
      { types: 'wait i got a mail that my methods changed and that wasnt me', screen: ['which change'] },
      { types: 'oh no sorry it was me, just now', screen: 'home', never: ['outcome.taken-out.nothing'] },
    ],
    ends: { proven: [phone, email] },
  },
  {
    name: 'what is kept, and a look at it',
    begins: 'home',
    steps: [
      { types: 'what data do you store on me', screen: 'my data' },
      { types: 'close', screen: 'home' },
    ],
    ends: { request: null },
  },
  {
    name: 'everything deleted',
    begins: 'my data',
    steps: [
      { types: 'wipe it all', screen: 'erase' },
      { types: 'do it', says: ['outcome.erased', 'outcome.erased.until'] },
    ],
    ends: { proven: [] },
  },
  {
    name: 'filled in, but one is old',
    begins: 'what was filled in',
    steps: [
      { types: 'the mail is mine but that mobile is ancient', never: ['guess.title', 'fault.text'] },
      { types: 'my number now is {other}', shows: ['{otherTail}'] },
    ],
    ends: { request: null },
  },
  {
    name: 'due, and all is well',
    begins: 'what is due',
    steps: [{ types: 'no changes', says: ['confirm.thanks', 'confirm.thanksUntil'] }],
    ends: { proven: [phone, email] },
  },
  {
    name: 'nobody sits at the desk',
    begins: 'office phone',
    steps: [
      { types: "I'm wfh, can't pick that up. cell instead", screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'showing who one is by a call',
    begins: 'show it is you',
    steps: [
      { types: 'why do i need to do that again', screen: 'show it is you' },
      { types: 'ok call my phone', screen: 'code to show it is you', sent: 'call' },
      { types: 'uhh {code}', says: 'outcome.identity-proven' },
    ],
    ends: { proven: [phone] },
  },
  {
    name: 'two misunderstandings, then a person',
    begins: 'home',
    steps: [
      { types: 'banana', screen: ['what is meant', 'home'] },
      { types: 'flurble wurble', screen: ['what is meant', 'home'], person: 'offered' },
      { types: 'human', screen: ['ask a person', 'what is sent'] },
      { types: 'never mind', screen: ['home', 'what is meant'] },
    ],
    ends: { request: null },
  },
  {
    name: 'works, but not quite',
    begins: 'a solution',
    steps: [
      { types: 'nah still broken, same white page', person: 'offered' },
      { types: 'where is it at now', shows: ['{ticket}'] },
    ],
    ends: { request: { state: 'open', said: /white page/u } },
  },
];
