import type { Road } from './road.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const app = 'authenticator-app';

/** What a town's and a factory's staff type in English. */
export const tenthEnglishRoads: readonly Road[] = [
  {
    name: 'the boiler-room man who was sent here',
    begins: 'nothing',
    steps: [
      {
        types: 'mornin, boiler room man here. somebody said I have to sort my password thing out with you',
        screen: ['home', 'choose'],
      },
      { types: "ok. my mobile's {number}", shows: ['{tail}'] },
      { types: "aye, that's it", unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: "that's enough for today, the boiler's waiting", screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'line 14 leaves in four minutes',
    begins: 'code of a phone',
    steps: [
      {
        types: 'nothing here yet and i leave in 4 min',
        screen: 'code of a phone',
        says: ['code.notHere', 'outcome.too-soon', 'code.again.text'],
      },
      { types: 'send it again pls', waits: 40, screen: 'code of a phone', says: 'code.again.text', sent: 'text' },
      { types: '{wrong}', screen: 'code of a phone', says: 'outcome.wrong-code' },
      {
        types: 'oops cant read my own screen. {code}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
      { types: 'thx, rest tonight', screen: ['choose', 'home'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'the librarian and the letter that expires in 24 hours',
    begins: 'home',
    steps: [
      {
        types:
          'Hello, I received an email this morning saying my password expires in 24 hours and that I should click a link. Is that from you?',
        says: [
          'faq.is-this-real',
          'faq.ask-first',
          'faq.reminders',
          'unasked-mail.happened',
          'unasked-mail.why',
          'unasked-mail.now',
        ],
      },
      {
        types: "I haven't clicked anything, but I would like somebody at IT to know about it.",
        screen: ['what is sent', 'ask a person'],
      },
      {
        types: 'It came at 8:14 and the subject was Password Expiry Notice.',
        unless: 'what is sent',
        screen: 'what is sent',
      },
      { types: 'yes, send it please', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'Thank you, that is reassuring.', says: 'thanks.text' },
    ],
    ends: { request: { state: 'open' } },
  },
  {
    name: 'three minutes at month end',
    begins: 'choose',
    steps: [
      {
        types: "Which of these is quickest? It's month end and I have about three minutes.",
        screen: 'choose',
        says: ['faq.which-method.phone', 'faq.which-method.app', 'faq.which-method.email'],
      },
      { types: 'phone then', screen: 'phone' },
      { types: '{spaced}', screen: 'code of a phone', sent: 'text' },
      { types: '{codeSpaced}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
      { types: 'email for the second one', screen: 'email' },
      { types: 'its {address}', screen: 'code of a mailbox', sent: 'email' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'gloves on at the water lab',
    begins: 'home',
    steps: [
      {
        types:
          "Sorry, but we're having trouble signing you in.\nAADSTS50053: The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
        says: ['code.AADSTS50053', 'locked-for-a-while.why', 'locked-for-a-while.now'],
      },
      {
        types: 'could it be my tablet in the lab, it still has the old password saved',
        says: ['faq.other-devices', 'locked-on-premises.why', 'locked-for-a-while.why'],
      },
      { types: "right, I'll wait then. can I add my number meanwhile, {number}", shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: 'got it {code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'flattened by the ladder truck',
    begins: 'home',
    steps: [
      {
        types: "my phone went under the ladder truck. screen's gone, it wont turn on",
        says: ['faq.phone-broken', 'faq.phone-lost'],
      },
      {
        types: 'new one comes friday, same number. do i have to do anything then?',
        says: ['faq.new-phone', 'faq.phone-broken'],
      },
      {
        types: 'is there something i can use without a phone for now',
        says: ['faq.no-mobile', 'faq.instead', 'faq.which-method.email', 'choose.authentication-email'],
      },
      { types: 'mail then: {address}', shows: ['example.com'] },
      { types: 'yes', unless: 'code of a mailbox', screen: 'code of a mailbox', sent: 'email' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'one clean hand in the school kitchen',
    begins: 'email',
    steps: [
      {
        types: 'alva@example.org, thats the one i use at work',
        screen: 'email',
        says: ['problem.email-own-mailbox', 'problem.email-own-domain'],
        sent: 'nothing',
      },
      { types: 'oh. then {address}, thats my own', screen: 'code of a mailbox', sent: 'email' },
      {
        types: 'its not in my inbox, where should it be',
        screen: 'code of a mailbox',
        says: ['code.notHere', 'no-email.now', 'no-email.why'],
      },
      { types: 'found it in junk {code}', screen: 'choose', says: 'outcome.method-proven.authentication-email' },
      { types: 'can my boss see which address i gave you?', says: 'privacy.text' },
    ],
    ends: { proven: [email], request: null },
  },
  {
    name: 'the councillor without her papers',
    begins: 'home',
    steps: [
      {
        types:
          'I have a council meeting at 18:00 and cannot get into my papers. I need a human being from IT, urgently.',
        screen: ['what is sent', 'ask a person'],
      },
      { types: 'I can be reached on {number} until the meeting.', screen: 'what is sent', shows: ['{tail}'] },
      { types: 'Send it.', says: ['ticket.kept', 'ticket.raised'] },
      { types: 'Has anyone picked it up?', says: 'ticket.title' },
      {
        types: 'Never mind, my secretary sorted it and I am in. Please withdraw my request.',
        says: ['ticket.state.withdrawn', 'ticket.state.works'],
      },
    ],
    ends: { proven: [], request: { state: 'withdrawn', reach: '{number}', urgent: true } },
  },
  {
    name: 'a consultant with three badges round his neck',
    begins: 'home',
    steps: [
      {
        types: 'my laptop belongs to my own firm and has its own password. can you reset that one too?',
        says: ['faq.other-system', 'reset.here', 'reset.now', 'follow.do-it', 'invited-guest.why', 'invited-guest.now'],
      },
      {
        types: 'fair enough. and Jira? it throws me out every morning',
        says: ['faq.other-system', 'faq.sign-in', 'faq.mfa-too-often'],
      },
      { types: 'then just the account I got here. my phone is {bracketed}', shows: ['{tail}'] },
      { types: 'yes, text me', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'first week at the press and no app yet',
    begins: 'app',
    steps: [
      {
        types: 'ehm what is an authenticator app? never had one',
        screen: 'app',
        says: ['faq.what-is-an-app', 'faq.app-which'],
      },
      { types: 'is the google one ok', screen: 'app', says: ['faq.app-which', 'faq.app-allowed'] },
      { types: 'cool, done. it shows {appCode}', screen: 'choose', says: 'outcome.method-proven.authenticator-app' },
      {
        types: 'what happens to it if i get a new phone at christmas?',
        says: ['faq.app-new-phone', 'faq.new-phone.app', 'faq.new-phone'],
      },
      { types: 'ok thanks!!', says: 'thanks.text' },
    ],
    ends: { proven: [app], request: null },
  },
  {
    name: 'half a year with a pram and another operator',
    begins: 'what is due',
    steps: [
      {
        types: 'hi from parental leave :) the email is still right but my number has changed',
        screen: ['show it is you', 'code to show it is you', 'phone'],
      },
      { types: 'by email', unless: 'code to show it is you', screen: 'code to show it is you', sent: 'email' },
      { types: '{code}', says: ['outcome.identity-proven', 'phone.titleChange'] },
      { types: '{other}', screen: 'code of a phone', sent: 'text', to: 'other' },
      { types: '{code}', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone, email], with: '{other}', request: null },
  },
  {
    name: 'a microphone in place of reading glasses',
    begins: 'phone',
    steps: [
      { types: 'my mobile number is {spaced} full stop', screen: 'code of a phone', sent: 'text' },
      {
        types: 'I cannot read the text on this small display comma can you call me instead question mark',
        waits: 40,
        screen: 'code of a phone',
        sent: 'call',
      },
      {
        types: 'the code was {codeSpaced}',
        screen: 'choose',
        says: 'outcome.method-proven.authentication-phone',
      },
      { types: 'who can see this number question mark', says: 'privacy.text' },
      { types: 'no more for today thank you', screen: ['home', 'choose'] },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'payroll thinks again before it is sent',
    begins: 'ask a person',
    steps: [
      {
        types:
          'the reset page says "You can\'t reset your own password because you haven\'t registered for password reset"',
        screen: 'what is sent',
      },
      {
        types: 'it was the same on the computer in the meeting room',
        screen: 'what is sent',
        shows: [/meeting room/u],
      },
      { types: 'cancel that, i see now that i only have to register', screen: ['home', 'choose'] },
      { types: 'mobile {number}', shows: ['{tail}'] },
      { types: 'yes', unless: 'code of a phone', screen: 'code of a phone', sent: 'text' },
      { types: '{code}', screen: 'choose', says: 'outcome.method-proven.authentication-phone' },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'night shift on conveyor two',
    begins: 'a request',
    steps: [
      { types: 'any1 looked at {ticket} yet', says: 'ticket.title' },
      { types: "please add that i'm on night shift, so ring after 14", says: ['ticket.sent', 'ticket.title'] },
      {
        types: 'you can scrap my request, got in with the new password',
        says: ['ticket.state.withdrawn', 'ticket.state.works'],
      },
      {
        types: 'damn, same thing again. it still doesnt work',
        says: ['ticket.title', 'why.now', 'ask.title', 'follow.still-broken', 'contact.title', 'review.title'],
      },
    ],
    ends: { request: { said: /night shift/u } },
  },
  {
    name: 'solved, says IT, and the red line says no',
    begins: 'a solution',
    steps: [
      { types: "sorry, it doesn't. same red line under the new password", says: 'ticket.title' },
      {
        types: 'how should a good password look then?',
        says: ['faq.reset-rules', 'too-common.now', 'against-the-rules.now'],
      },
      {
        types: 'that did it! it works now, you can close my request',
        says: ['ticket.state.withdrawn', 'ticket.state.works'],
      },
      { types: 'thanks a lot', says: ['thanks.text', 'ticket.state.works'] },
    ],
    ends: { request: { said: /red line/u } },
  },
  {
    name: 'the forklift driver and the red box',
    begins: 'home',
    steps: [
      {
        types:
          'tried to reset my password on my break. red box, SSPR_0029 and something about my organization and on-premises',
        screen: 'why it failed',
        says: ['refused-on-premises.why', 'refused-on-premises.happened'],
      },
      {
        types: 'which means what, for somebody who drives a forklift?',
        says: ['not-registered.why', 'refused-on-premises.why'],
      },
      { types: "can't you just set a new one for me?", says: ['follow.do-it', 'reset.here', 'reset.now'] },
      { types: 'then please pass it on to IT support', screen: ['what is sent', 'ask a person'] },
      {
        types: 'I got SSPR_0029 on the reset page at half past nine',
        unless: 'what is sent',
        screen: 'what is sent',
      },
      { types: 'yes go ahead', says: ['ticket.kept', 'ticket.raised'] },
    ],
    ends: { proven: [], request: { state: 'open' } },
  },
  {
    name: 'the night porter who rang nobody',
    begins: 'a caller check',
    steps: [
      { types: "no, I haven't phoned anybody", says: 'check.failed' },
      {
        types: 'somebody is pretending to be me, please tell IT that',
        says: ['ticket.sent', 'ticket.title', 'review.title', 'contact.title', 'unasked-mail.now'],
      },
      { types: 'send it', unless: 'home', says: ['ticket.kept', 'ticket.raised', 'ticket.joined'] },
      { types: 'thank you', says: 'thanks.text' },
    ],
    ends: { request: {} },
  },
  {
    name: 'the mailbox the ex still opens',
    begins: 'manage',
    steps: [
      {
        types: 'please remove the email, my ex still gets into that mailbox',
        screen: ['remove', 'one method'],
      },
      { types: 'what happens if I do?', screen: ['remove', 'one method'] },
      { types: 'ok remove it', screen: ['home', 'remove'] },
      { types: 'yes', unless: 'home', screen: 'home' },
      { types: 'use {otherAddress} from now on', shows: ['example.com'] },
      {
        types: 'yes',
        unless: 'code of a mailbox',
        screen: 'code of a mailbox',
        sent: 'email',
        to: 'otherAddress',
      },
    ],
    ends: { proven: [phone], request: null },
  },
  {
    name: 'something for the locker at the swimming hall',
    begins: 'finish',
    steps: [
      {
        types: 'how often are you going to nag me about this?',
        says: ['faq.how-often', 'faq.how-often.never', 'faq.reminders'],
      },
      { types: 'ok. can I get a copy to print for my locker', screen: 'keep for the day' },
      { types: 'mail it to me as well please', screen: 'keep for the day', says: 'keep.sent' },
      { types: 'great, done', screen: 'home' },
    ],
    ends: { proven: [phone, email], request: null },
  },
  {
    name: 'the archive moved out in august',
    begins: 'office phone',
    steps: [
      {
        types: 'wrong number, that one belonged to the archive and they moved out in august',
        says: ['wrong.title', 'wrong.done', 'contact.unheard'],
      },
      {
        types: 'the right one is 08-505 99 123',
        unless: 'choose',
        says: ['contact.unheard', 'wrong.done'],
      },
      { types: 'then I take the app for now', screen: 'app' },
      { types: "the camera won't scan the picture", screen: 'app', says: 'faq.app-qr' },
      { types: '{appCode}', screen: 'choose', says: 'outcome.method-proven.authenticator-app' },
    ],
    ends: { proven: [app] },
  },
];
