import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const app = 'authenticator-app';

/** Everyday colleagues, in English: a few minutes between two other things. Written before anything was done about them. */
export const ninthEnglishRoads: readonly Road[] = [
  {
    name: 'a supply teacher between two lessons',
    begins: 'nothing',
    steps: [
      { types: 'Hi, the school office said I have to set something up here?', screen: ['home', 'choose'] },
      { types: "ok quickly then, I've got year 8 in ten minutes. my mobile is {spaced}", shows: ['{tail}'] },
      { types: 'yep', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{codeSpaced}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'have to run, the rest later', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], with: '{number}', request: null },
  },
  {
    name: 'a ward nurse who changed operator',
    begins: 'manage',
    steps: [
      {
        types: 'switched operator last week and got a new number with it, {other}',
        says: ['given.phone.text', 'given.phone.call', 'phone.titleChange', 'code.sent.text'],
      },
      { types: 'yes thats right', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
      { types: 'perfect, thank you', screen: ['home', 'finish', 'manage'] },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'a shop assistant whose only mailbox is the one at work',
    begins: 'home',
    steps: [
      { types: 'how do i add my email', screen: ['email', 'choose'] },
      { types: 'the only one I have is alva@example.org', says: 'problem.email-own-mailbox', sent: 'nothing' },
      { types: "then I'd rather use my phone", screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'an engineer whose reset stopped at home in the evening',
    begins: 'home',
    steps: [
      {
        types: 'I tried to reset my password from home last night and it only said contact your administrator. Why?',
        screen: 'why it failed',
      },
      {
        types: 'what does that mean in plain words?',
        says: [
          'not-registered.why',
          'kept-on-premises.why',
          'information-missing.why',
          'too-few-methods.why',
          'not-enabled.why',
          'unknown.why',
        ],
      },
      { types: 'ok, then let me add my phone', screen: ['phone', 'choose'] },
      { types: '{number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a care assistant who would rather be rung',
    begins: 'home',
    steps: [
      {
        types: "I'm no good with computers. Is there somebody I can talk to instead?",
        screen: ['ask a person', 'what is sent'],
      },
      {
        types: "I want to set this up but I don't know which one to choose. You can ring me on {number}",
        screen: 'what is sent',
        sent: 'nothing',
      },
      { types: 'yes please, send that', says: ['ticket.kept', 'ticket.raised', 'ticket.joined'] },
      {
        types: 'do you know when they will look at it?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
    ],
    ends: { proven: [], request: { said: /which one to choose/, reach: '{number}' } },
  },
  {
    name: 'a student in the warehouse for the summer asks about the number first',
    begins: 'phone',
    steps: [
      { types: 'who gets to see my number if i put it in here?', says: 'privacy.text', screen: 'phone' },
      {
        types: "and work won't use it for other stuff?",
        says: ['faq.own-phone', 'privacy.text'],
        screen: 'phone',
      },
      { types: 'alright {number}', screen: 'code of a phone', sent: 'text' },
      { types: 'took ages but here it is: {code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a team leader who asks about her team, then about herself',
    begins: 'home',
    steps: [
      { types: 'Can you tell me who in my team has not done this yet?', says: 'faq.somebody-else' },
      { types: 'Fair enough. And me, am I ready?', screen: ['home', 'would it work'] },
      { types: "Then let's do mine. Please use my private address {address}", shows: ['example.com'] },
      { types: 'Yes, send it', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: 'The code is {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{address}', request: null },
  },
  {
    name: 'a technician in the basement without reception',
    begins: 'code of a phone',
    steps: [
      {
        types: "nothing yet, I'm in the basement",
        says: ['code.notHere', 'code.again.text', 'outcome.too-soon'],
        screen: 'code of a phone',
      },
      { types: 'upstairs now. can you call me instead', waits: 60, screen: 'code of a phone', sent: 'call' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: "I'll add an email as well", screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code} and done', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a bookkeeper in her last year, with the telephone in the hall',
    begins: 'home',
    steps: [
      {
        types: "I don't own a mobile phone, is that a problem?",
        says: ['faq.no-mobile', 'faq.landline', 'faq.no-mobile.only', 'faq.instead'],
      },
      { types: 'Good. I have an ordinary telephone at home, {number}. Please ring it.', shows: ['{tail}'] },
      { types: 'Yes, ring it now', unless: 'code of a phone', screen: 'code of a phone', sent: 'call' },
      {
        types: 'That was quick! It read out {codeSpaced}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a baker from Aleppo in his second month',
    begins: 'home',
    steps: [
      { types: 'Hello. My English is not so good. Do you speak Arabic?', says: 'language.other' },
      { types: 'Ok no problem I try. I want add my telephone', screen: ['phone', 'choose'] },
      { types: '{arabic}', screen: ['code of a phone', 'phone'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{number}' },
  },
  {
    name: 'a request that a colleague made needless',
    begins: 'a request',
    steps: [
      {
        types: 'hello, has anyone looked at my request yet?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      { types: "a colleague helped me just now so I don't need it any more", says: 'ticket.state.withdrawn' },
      { types: "while I'm here, who can see my phone number if I add it?", says: 'privacy.text' },
    ],
    ends: { proven: [], request: { state: 'withdrawn' } },
  },
  {
    name: 'a planner answers what IT support asked',
    begins: 'a question',
    steps: [
      { types: 'It happens on my laptop at home but not in the office', says: ['ticket.sent', 'ticket.title'] },
      { types: 'and it started last monday I think', says: ['ticket.sent', 'ticket.title'] },
      {
        types: 'any idea when I will hear back?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
    ],
    ends: { request: { said: /laptop at home/ } },
  },
  {
    name: 'a form teacher whose phone stayed on the bus',
    begins: 'manage',
    steps: [
      {
        types: "I left my phone on the bus on a class trip yesterday and it's gone",
        says: ['faq.phone-lost', 'faq.phone-stolen'],
      },
      {
        types: "I don't want codes to go there any more, please remove the phone",
        says: 'remove.title.authentication-phone',
      },
      { types: 'yes', says: 'outcome.method-removed.authentication-phone' },
      { types: 'and what do I have left now?', screen: ['home', 'manage', 'my data', 'would it work'] },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'a payroll officer who takes nothing on trust',
    begins: 'nothing',
    steps: [
      {
        types: 'Is this genuine or one of those phishing tests?',
        says: ['faq.is-this-real', 'faq.ask-first'],
      },
      { types: 'Who are you exactly? A person?', says: 'faq.who-are-you' },
      {
        types: "Right. I don't want to use my private phone for work, do I have to?",
        says: ['faq.own-phone', 'faq.own-phone.only', 'faq.no-mobile', 'faq.instead'],
      },
      { types: "Email then, that's fine", screen: ['email', 'choose'] },
      { types: '{address}', shows: ['example.com'] },
      { types: 'Yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
    ],
    ends: { request: null },
  },
  {
    name: 'a physiotherapist who typed the old number out of habit',
    begins: 'phone',
    steps: [
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: 'oh no thats my old number, the right one is {other}', screen: ['code of a phone', 'phone'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: 'got it, {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], with: '{other}', request: null },
  },
  {
    name: 'a librarian asked again after half a year',
    begins: 'what is due',
    steps: [
      { types: 'how often are you going to ask me this?', says: ['faq.how-often', 'faq.reminders'] },
      {
        types: 'ok, both are still correct',
        says: ['confirm.thanksUntil', 'confirm.thanks'],
        screen: 'home',
      },
      { types: 'and would a reset work for me right now?', screen: ['would it work', 'home'] },
      { types: 'good, thanks', screen: ['would it work', 'home'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a receptionist who is not on the phone with anyone',
    begins: 'a caller check',
    steps: [
      { types: "No, I'm not calling anyone", says: 'check.failed' },
      {
        types: 'Is my own request still open though?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      {
        types: 'Please add to it that I can only be reached in the mornings',
        says: ['ticket.sent', 'ticket.title'],
      },
    ],
    ends: { request: { said: /in the mornings/ } },
  },
  {
    name: 'a project manager wants it on paper before the holidays',
    begins: 'finish',
    steps: [
      {
        types: 'can I save this somewhere for when my computer is locked?',
        screen: 'keep for the day',
      },
      { types: 'mail it to me please', says: 'keep.sent' },
      { types: 'great. do I have to do all this every year?', says: ['faq.how-often', 'faq.how-often.never'] },
      { types: "that's all, bye", screen: ['home', 'keep for the day'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a welder whose foreman had filled it all in',
    begins: 'what was filled in',
    steps: [
      { types: "yes they're all mine", screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: ['office phone', 'finish'] },
      { types: "not now, I'm not at my desk", unless: 'finish', screen: ['finish', 'choose', 'home'] },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'an architect who adds the app to the phone',
    begins: 'code to show it is you',
    steps: [
      { types: '{code}', screen: 'choose', says: 'outcome.identity-proven' },
      {
        types: "what's an authenticator app, do I have to buy one?",
        says: ['faq.what-is-an-app', 'faq.app-which'],
      },
      { types: "ok, let's take the app then", screen: 'app' },
      { types: '{appCode}', screen: 'finish', says: 'outcome.method-proven.authenticator-app' },
    ],
    ends: { proven: [phone, app], request: null },
  },
];
