import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const app = 'authenticator-app';

/** What people of a hospital, a ship, a bank, a school kitchen and other places of work type in English. */
export const eleventhEnglishRoads: readonly Road[] = [
  {
    name: 'a night nurse with two minutes and no gloves',
    begins: 'nothing',
    steps: [
      { types: 'hello, id like to set up my mobile for the password thing, by text', screen: 'phone' },
      { types: '{spaced}', screen: 'code of a phone', sent: 'text' },
      {
        types: 'sorry, had a patient. {code}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
      {
        types: 'and {address} as the second one',
        screen: ['email', 'code of a mailbox'],
        shows: ['example.com'],
      },
      { types: 'yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a second mate on the evening tide to Rotterdam',
    begins: 'home',
    steps: [
      {
        types: 'we sail to Rotterdam tomorrow, do the texts reach me abroad?',
        screen: 'home',
        says: 'faq.phone-abroad',
      },
      {
        types: 'and if I put a dutch sim card in the phone?',
        screen: 'home',
        says: ['faq.phone-abroad', 'faq.new-number', 'faq.new-phone'],
      },
      { types: 'ok then set up the app for me', screen: 'app' },
      { types: "I can't scan it, teams is on the same phone", screen: 'app', says: 'faq.app-qr' },
      { types: '{appCode}', screen: 'choose', says: 'outcome.method-proven.authenticator-app' },
    ],
    ends: { proven: [app], request: null },
  },
  {
    name: 'a teller, and the queue reaches the door',
    begins: 'home',
    steps: [
      {
        types: "I'm locked out and customers are queueing, I need a human NOW",
        screen: ['ask a person', 'what is sent'],
      },
      { types: 'the reset page stops with SSPR_0029, that is at our branch in Leeds', screen: 'what is sent' },
      { types: 'ring me on {number}', screen: 'what is sent' },
      { types: 'send it', screen: 'home', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'thanks', screen: 'home', says: 'thanks.text' },
    ],
    ends: { proven: [], request: { said: /SSPR_0029/u, reach: '{number}', urgent: true } },
  },
  {
    name: 'a school cook, flour up to the elbows',
    begins: 'choose',
    steps: [
      {
        types: 'i dont own a mobile phone at all',
        screen: 'choose',
        says: ['faq.no-mobile', 'faq.no-mobile.only', 'faq.landline', 'faq.instead'],
      },
      { types: "could I use my husband's mobile?", screen: 'choose', says: 'faq.borrowed-phone' },
      { types: 'right, email then', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code} ta', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'a phd student who pastes before she reads',
    begins: 'what did you see',
    steps: [
      {
        types:
          "Get back into your account\nYou can't reset your own password because you haven't registered for password reset. Please contact your administrator.",
        screen: 'why it failed',
        says: [
          'not-registered.happened',
          'not-registered.why',
          'information-missing.happened',
          'information-missing.why',
          'never-registered.happened',
          'never-registered.why',
        ],
      },
      {
        types: 'what does that mean',
        says: ['not-registered.why', 'information-missing.why', 'never-registered.why', 'kept-on-premises.why'],
      },
      { types: 'how long does a reset take once im set up', says: 'follow.how-long' },
      { types: 'ok add my private mail', screen: 'email' },
      { types: '{address}', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'a foreman whose mobile went into the wet concrete',
    begins: 'manage',
    steps: [
      {
        types: 'my phone fell into the concrete this morning, its dead',
        screen: 'manage',
        says: ['faq.phone-broken', 'faq.phone-lost', 'faq.held'],
      },
      { types: "I'm getting a new phone tomorrow but I keep the number", says: 'faq.new-phone' },
      { types: 'and what if I get another number?', says: 'faq.new-number' },
      { types: 'its {other} actually, the boss just gave me one', waits: 40, shows: ['{otherTail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'a call centre agent, between two beeps',
    begins: 'code of a phone',
    steps: [
      { types: 'nothing here', screen: 'code of a phone', says: 'code.notHere' },
      {
        types: 'still nothing, send it again',
        waits: 40,
        screen: 'code of a phone',
        says: 'code.again.text',
        sent: 'text',
      },
      {
        types: 'can you call me instead',
        waits: 40,
        screen: 'code of a phone',
        says: 'code.again.call',
        sent: 'call',
      },
      { types: '{wrong}', screen: 'code of a phone', says: 'outcome.wrong-code' },
      {
        types: 'oops misheard, {code}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a professor emeritus and his choice of words',
    begins: 'home',
    steps: [
      {
        types:
          'Dear colleague, I followed the link, typed the letters in the picture, chose a new password with great care, and the page then informed me that it cannot be used because it is too common. Kindly explain.',
        screen: 'why it failed',
        says: ['too-common.happened', 'too-common.why', 'against-the-rules.happened', 'against-the-rules.why'],
      },
      {
        types: 'And which rules must a password obey?',
        says: ['faq.reset-rules', 'too-common.why', 'too-common.now', 'against-the-rules.why', 'against-the-rules.now'],
      },
      { types: 'Most kind of you, thank you.', says: 'thanks.text' },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'a caretaker and the friendly voice on the line',
    begins: 'home',
    steps: [
      {
        types: 'some bloke rang me, said hes from IT and wanted the code from my phone',
        says: [
          'faq.unasked',
          'faq.is-this-real',
          'faq.ask-first',
          'faq.who-sends',
          'unasked-mail.happened',
          'unasked-mail.why',
          'unasked-mail.now',
          'contact.intro',
          'review.title',
        ],
      },
      {
        types: 'and you, how do I know you are genuine?',
        says: ['faq.is-this-real', 'faq.ask-first', 'faq.who-are-you'],
      },
      { types: 'I want to report that call to IT', screen: ['ask a person', 'what is sent'] },
      { types: 'A man called at ten, said he was from IT and asked for my code.', screen: 'what is sent' },
      { types: 'yes send it', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { said: /asked for my code/u } },
  },
  {
    name: 'a lecturer on behalf of Ines in Lisbon',
    begins: 'home',
    steps: [
      {
        types: 'my colleague Ines cant get into her account, can you send her a new password?',
        says: 'faq.somebody-else',
      },
      {
        types: 'can you at least tell me which number she has registered?',
        says: ['faq.somebody-else', 'privacy.text'],
      },
      {
        types: 'ok then I want to write to IT support about her',
        screen: ['ask a person', 'what is sent'],
      },
      {
        types: 'Ines Duarte is locked out in Lisbon and needs a new password before Friday',
        screen: 'what is sent',
      },
      { types: 'send', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { said: /Ines Duarte/u } },
  },
  {
    name: 'a bookkeeper with fourteen windows open',
    begins: 'email',
    steps: [
      {
        types: 'Visma says my licence for the invoice module has run out, can you fix it?',
        screen: 'email',
        says: 'faq.other-system',
      },
      { types: 'fine. who gets to see this address?', screen: 'email', says: 'privacy.text' },
      { types: "ok it's {address}", screen: 'code of a mailbox', sent: 'email' },
      {
        types: 'wrong mailbox, sorry. I meant {otherAddress}',
        waits: 40,
        screen: ['code of a mailbox', 'email'],
        shows: ['example.com'],
      },
      {
        types: 'yes',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], with: '{otherAddress}', request: null },
  },
  {
    name: 'a midwife who changes her mind between two rooms',
    begins: 'home',
    steps: [
      { types: 'add my phone', screen: 'phone' },
      { types: 'hm no, mail is better', screen: 'email' },
      {
        types: 'do people have to use their own phone for this at all?',
        screen: 'email',
        says: ['faq.own-phone', 'faq.own-phone.only', 'faq.no-mobile', 'faq.instead'],
      },
      { types: 'good. {address}', screen: 'code of a mailbox', sent: 'email' },
      { types: 'the code is {codeSpaced}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'a crane driver against the squiggles',
    begins: 'home',
    steps: [
      { types: 'the squiggly letters on the reset page, i cant read them', says: 'faq.captcha' },
      {
        types: 'got past that, now the reset page says my user name isnt right',
        screen: 'why it failed',
        says: ['unknown-user.happened', 'unknown-user.why'],
      },
      {
        types: 'I need a person to look at this, they can call {number}',
        screen: ['ask a person', 'what is sent'],
        sent: 'nothing',
      },
      {
        types: 'The reset page does not know my user name',
        unless: 'what is sent',
        screen: 'what is sent',
      },
      { types: 'looks good, send', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { reach: '{number}' } },
  },
  {
    name: 'a librarian who does not like to nag',
    begins: 'a request',
    steps: [
      {
        types: 'Any word on my request yet?',
        screen: 'home',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      { types: 'please add that it is the same on my laptop and on my phone', says: 'ticket.sent' },
      {
        types: 'when will somebody look at it, roughly?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      { types: "never mind, I don't need the help any more", says: 'ticket.state.withdrawn' },
      { types: 'thank you anyway!', says: 'thanks.text' },
    ],
    ends: { request: { state: 'withdrawn', said: /laptop/u } },
  },
  {
    name: 'a payroll clerk on the twenty-fourth of the month',
    begins: 'a question',
    steps: [
      { types: 'It happens on the second page, after I type the code from the text', says: 'ticket.sent' },
      { types: 'please add that I use Firefox', says: 'ticket.sent' },
      { types: "I'd like to add my mobile meanwhile", screen: ['phone', 'choose'] },
      { types: '{number}', screen: ['phone', 'code of a phone'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: { said: /Firefox/u } },
  },
  {
    name: 'a ward porter for whom nothing is solved',
    begins: 'a solution',
    steps: [
      {
        types: 'nope, same thing again',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open', 'ticket.sent'],
      },
      {
        types: 'the page says SSPR_0030 now',
        says: ['unreachable-on-premises.happened', 'unreachable-on-premises.why', 'ticket.sent'],
      },
      {
        types: 'is anybody working on my request now?',
        says: ['ticket.title', 'ticket.state.kept', 'ticket.state.open'],
      },
      { types: 'ok thank you', says: 'thanks.text' },
    ],
    ends: { request: { state: 'open' } },
  },
  {
    name: 'a dispatcher who is on no phone but her own',
    begins: 'a caller check',
    steps: [
      { types: "no, I'm not calling anyone", says: 'check.failed' },
      {
        types: 'someone keeps ringing me and asking for codes',
        says: [
          'faq.unasked',
          'faq.is-this-real',
          'faq.ask-first',
          'faq.who-sends',
          'unasked-mail.happened',
          'unasked-mail.why',
          'unasked-mail.now',
          'ticket.sent',
        ],
      },
      { types: "won't give him any. while I'm here, add {address} for me", shows: ['example.com'] },
      { types: 'yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email] },
  },
  {
    name: 'a theatre electrician who has been here before',
    begins: 'show it is you',
    steps: [
      { types: 'why do I have to do this again?', screen: 'show it is you' },
      { types: 'ok, text me', screen: 'code to show it is you', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.identity-proven' },
      { types: 'my mailbox is {address}', screen: ['email', 'code of a mailbox'], shows: ['example.com'] },
      { types: 'yep', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'finish' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a trainee at the front desk, half of it right',
    begins: 'what was filled in',
    steps: [
      { types: 'the mobile is right, the email is not mine', screen: 'code of a phone', sent: 'text' },
      {
        types: '{code}',
        screen: ['choose', 'what was filled in', 'office phone'],
        says: 'outcome.method-proven.authentication-phone',
      },
      { types: 'my own mail is {otherAddress}', screen: ['email', 'code of a mailbox'], shows: ['example.com'] },
      {
        types: "yes that's it",
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
    name: 'an auditor who audits the bot',
    begins: 'my data',
    steps: [
      { types: 'who else can see this?', screen: 'my data', says: 'privacy.text' },
      { types: 'please delete all of it', screen: 'erase' },
      { types: 'no, keep it', screen: ['home', 'my data'] },
      { types: 'thanks', says: 'thanks.text' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a land surveyor who likes it on paper',
    begins: 'finish',
    steps: [
      { types: 'can I keep a copy of this?', screen: 'keep for the day' },
      { types: 'send it to my mail please', screen: 'keep for the day', says: 'keep.sent' },
      { types: 'done', screen: 'home' },
      { types: 'would my reset work if I needed it today?', screen: 'would it work' },
      { types: 'great, thank you', says: 'thanks.text' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'a harbour pilot before a locked screen',
    begins: 'beside a reset',
    steps: [
      { types: 'what does that mean?', says: 'windows-sign-in.why' },
      { types: { picture: true }, says: 'faq.picture' },
      { types: 'I want to talk to somebody about it', screen: ['ask a person', 'what is sent'] },
      {
        types: 'I restarted twice and the Windows sign-in screen just says that something went wrong',
        screen: 'what is sent',
      },
      { types: 'go ahead, send it', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { said: /restarted twice/u } },
  },
  {
    name: 'an anaesthetist from Umeå on loan',
    begins: 'home',
    steps: [
      { types: 'can we do this in Swedish?', screen: 'home', shows: [/svenska/u] },
      { types: 'jag vill lägga till min mobil', screen: 'phone' },
      { types: '{number}', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'a roofer, rained off and cross',
    begins: 'phone',
    steps: [
      {
        types: "this is the third bloody tool this month that wants something from me, I've had it",
        screen: 'phone',
        says: ['faq.anger', 'person.offer', 'faq.own-phone', 'faq.own-phone.only'],
      },
      {
        types: 'do I really have to use my own phone for work stuff',
        screen: 'phone',
        says: ['faq.own-phone', 'faq.own-phone.only', 'faq.no-mobile', 'faq.instead'],
      },
      { types: 'leave it then', screen: ['choose', 'home'] },
      { types: 'let me talk to a real person please', screen: ['ask a person', 'what is sent'] },
      { types: 'oh, forget it', screen: ['choose', 'home'] },
    ],
    ends: { proven: [], request: null },
  },
  {
    name: 'a registrar and a mail that smells of fish',
    begins: 'home',
    steps: [
      {
        types: "Got a mail: 'your password expires today, click here to keep it'. Is that really from you?",
        says: [
          'faq.is-this-real',
          'faq.ask-first',
          'faq.who-sends',
          'faq.unasked',
          'unasked-mail.happened',
          'unasked-mail.why',
          'unasked-mail.now',
        ],
      },
      { types: 'my password did actually expire though', says: 'faq.password-expired' },
      { types: 'the sign in page says AADSTS50055', says: 'code.AADSTS50055' },
      {
        types: 'so where do I reset my password',
        says: ['reset.now', 'reset.here', 'faq.password-expired', 'finish.here.day'],
      },
      { types: 'ok cheers', says: 'thanks.text' },
    ],
    ends: { proven: [], request: null },
  },
];
