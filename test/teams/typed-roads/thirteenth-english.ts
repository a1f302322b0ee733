import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';

/** What people of a museum, a sawmill, a pharmacy chain, a court and a TV station type in English. */
export const thirteenthEnglishRoads: readonly Road[] = [
  {
    name: 'the night guard between two rounds of the dinosaurs',
    begins: 'nothing',
    steps: [
      { types: 'evening. who are you then?', says: ['faq.who-are-you', 'help.text'] },
      { types: 'alright, get me started', screen: 'choose' },
      { types: 'text me on {number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'the rest tomorrow, not now', screen: 'home' },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'a phone under a log',
    begins: 'home',
    steps: [
      {
        types: 'my phone ended up under a log yesterday, its completely smashed',
        says: ['faq.phone-broken', 'faq.phone-lost'],
      },
      { types: 'ok then my own email instead, {address}', shows: ['example.com'] },
      { types: 'yep', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'the pharmacist with eleven people in the queue',
    begins: 'phone',
    steps: [
      { types: 'will customers be able to see my number??', says: 'privacy.text', screen: 'phone' },
      { types: 'good. {bracketed}', screen: 'code of a phone', sent: 'text' },
      { types: 'nothing yet and theres a queue here', says: 'code.notHere', screen: 'code of a phone' },
      { types: 'just call me instead', waits: 40, says: 'code.again.call', screen: 'code of a phone', sent: 'call' },
      { types: '{codeSpaced}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'the court usher reads a page aloud',
    begins: 'what did you see',
    steps: [
      {
        types:
          "You can't reset your own password because you don't have the required license for password reset. Please contact your administrator. SSPR_0012",
        screen: 'why it failed',
        says: ['not-registered.happened', 'not-licensed.happened', 'why.told'],
      },
      {
        types: 'what does that mean in plain words?',
        says: ['not-registered.why', 'not-licensed.why', 'why.told', 'faq.more'],
      },
      {
        types: 'please put a person on it, there is a hearing at 10 and i cannot work',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'The reset page stops with SSPR_0012.', unless: 'what is sent', screen: 'what is sent' },
      { types: 'send it', says: 'ticket.kept' },
    ],
    ends: { request: { urgent: true } },
  },
  {
    name: 'on air in four minutes',
    begins: 'home',
    steps: [
      {
        types: 'HELP im on air in 4 minutes and cant log in, i need a human NOW',
        screen: ['what is sent', 'ask a person'],
      },
      {
        types: 'i cant log in to the newsroom computer at all',
        unless: 'what is sent',
        screen: 'what is sent',
      },
      { types: 'yes send it', says: 'ticket.kept' },
      {
        types: 'panic over, a colleague let me in. you can cancel my request',
        says: 'ticket.state.withdrawn',
      },
      { types: 'thanks', says: 'thanks.text' },
    ],
    ends: { request: { state: 'withdrawn', said: /log in/, urgent: true } },
  },
  {
    name: 'the curator of coins tidies up',
    begins: 'manage',
    steps: [
      { types: 'remove the email please, i am closing that mailbox', screen: 'remove' },
      { types: 'no wait, keep it', screen: ['manage', 'one method', 'home'] },
      { types: 'i would rather change the email to {otherAddress}' },
      {
        types: 'yes',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: 'it is {code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'forty years at the ticket desk and never a mobile',
    begins: 'choose',
    steps: [
      { types: "I don't have a mobile, dear. Never wanted one.", says: 'faq.no-mobile', screen: 'choose' },
      { types: 'Then my email. My grandson set it up for me: {address}', shows: ['example.com'] },
      { types: 'Yes please', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: 'It says {code} is my code', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'Thank you so much', says: 'thanks.text' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'a mail about a reset, at the cough syrups',
    begins: 'home',
    steps: [
      {
        types: 'i got a mail that my password is being reset. i never asked for that!!',
        says: [
          'unasked-mail.happened',
          'unasked-mail.why',
          'outcome.change-unknown',
          'faq.unasked',
          'faq.is-this-real',
        ],
      },
      {
        types: 'i want somebody from IT to look at this today please',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'I got a mail about a reset that I never asked for.', unless: 'what is sent', screen: 'what is sent' },
      { types: 'send', says: 'ticket.kept' },
      {
        types: 'has anyone looked at my request yet?',
        says: ['ticket.state.kept', 'ticket.state.open'],
      },
    ],
    ends: { proven: [], request: {} },
  },
  {
    name: 'somebody at the planer is off sick',
    begins: 'home',
    steps: [
      {
        types: 'can you reset the password for my mate Colin at the planer, hes off sick',
        says: 'faq.somebody-else',
        screen: 'home',
      },
      {
        types: 'but he asked me to do it for him',
        says: ['faq.somebody-else', 'faq.more', 'faq.injection'],
      },
      {
        types: 'fine. the holiday booking system wont take my days either',
        says: ['faq.other-system', 'faq.more'],
      },
      { types: 'ok ok. am i ready myself at least?', screen: ['home', 'would it work'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'half a year later in the robing room',
    begins: 'what is due',
    steps: [
      {
        types: 'the phone is right but the email is wrong, i no longer have that mailbox',
        screen: 'show it is you',
      },
      { types: 'the phone', screen: 'code to show it is you', sent: 'text' },
      { types: '{code}', says: 'outcome.identity-proven' },
      { types: '{otherAddress}', screen: 'code of a mailbox', sent: 'email', to: 'otherAddress' },
      { types: '{code}', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [phone, email], with: '{otherAddress}', request: null },
  },
  {
    name: 'the cameraman is in Norway until Sunday',
    begins: 'code of a phone',
    steps: [
      {
        types: 'hang on, do your codes reach me abroad? im in norway till sunday',
        says: 'faq.phone-abroad',
        screen: 'code of a phone',
      },
      { types: 'oh there it is, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'and add my mail {address}', shows: ['example.com'] },
      { types: 'yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
      { types: 'keep a copy', screen: 'keep for the day' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'the work address of the sawmill office',
    begins: 'email',
    steps: [
      {
        types: 'alva@example.org',
        screen: 'email',
        says: ['problem.email-own-mailbox', 'problem.email-own-domain'],
      },
      { types: 'why not that one?', screen: 'email' },
      { types: 'right, makes sense. {address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{wrong}', screen: 'code of a mailbox', says: 'outcome.wrong-code' },
      { types: 'oops, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'the archivist wonders what is archived',
    begins: 'finish',
    steps: [
      { types: 'who gets to see my phone number now?', says: 'privacy.text' },
      { types: 'and what do you keep about me?', says: ['data.title', 'privacy.text'] },
      { types: 'fair enough, thank you', says: 'thanks.text' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'the clerk answers at last',
    begins: 'a question',
    steps: [
      {
        types: 'sorry, i was in court all day. it happens in Edge and in Chrome, both',
        says: 'ticket.sent',
      },
      { types: 'please add to my request that it started on tuesday', says: 'ticket.sent' },
      {
        types: 'any news on my request?',
        says: ['ticket.state.kept', 'ticket.state.open', 'ticket.state.claimed', 'ticket.state.returned'],
      },
    ],
    ends: { request: { said: /Edge and in Chrome/ } },
  },
  {
    name: 'a new number from the shop next to the studio',
    begins: 'would it work',
    steps: [
      { types: "i'm getting a new phone number, what do i do then?", says: 'faq.new-number' },
      { types: 'i have it already actually: {other}', shows: ['{otherTail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{other}', request: null },
  },
];
