import { answers } from './en/answers.ts';
import { authenticator } from './en/authenticator.ts';
import { confirming } from './en/confirming.ts';
import { ending } from './en/ending.ts';
import { registration } from './en/registration.ts';
import { situationTexts } from './en/situations.ts';
import { tab } from './en/tab.ts';
import { tickets } from './en/tickets.ts';
import { why } from './en/why.ts';

/** Every word an English reader can see. Plain language: short sentences, active voice, no product jargon. */
export const en = {
  ...answers,
  ...authenticator,
  ...confirming,
  ...ending,
  ...registration,
  ...situationTexts,
  ...tab,
  ...tickets,
  ...why,

  'product.name': 'Reset ready',
  'contact.name': 'IT support',

  'method.authentication-phone': 'Phone',
  'method.authentication-email': 'Email',
  'method.authenticator-app': 'Authenticator app',
  'method.security-questions': 'Security questions',
  'method.office-phone': 'Office phone',

  'window.open.code': 'Type it in a window',
  'window.open.answers': 'Answer in a window',
  'window.open.picture': 'Show the picture and the key',
  'window.here.code': 'Type it here',
  'window.here.answers': 'Answer here',
  'window.here.picture': 'Show them here',
  'window.old':
    'This window is out of date, and nothing was changed. Please close it and go on with the newest card in the chat.',
  'window.nothing':
    'There is nothing to do here any more. Please close this window. The newest card in the chat shows how to go on.',

  'home.title': 'Your password reset',
  'home.none': 'Hello! I get you ready to reset your own password. It takes about two minutes.',
  'home.partly':
    'You have {proven} of {required} methods. Add {missing, plural, one {one more} other {# more}}, and you can reset your own password.',
  'home.ready': 'You are ready. If you forget your password, you can reset it yourself.',
  'home.resilient': 'You are ready, with a method to spare.',
  'home.next': 'Add one more method if you can. It helps on the day your phone is not with you.',
  'home.start': 'Get started',
  'home.continue': 'Continue',
  'home.add': 'Add one more',
  'home.contact': 'Need a person? Contact {name}.',
  'home.contactAt': 'Need a person? Contact {name}: {address}.',
  'home.state.unset': 'Not set up',
  'home.state.proven': 'Confirmed on {date}',
  'home.state.due': 'Please check',
  'home.state.on-its-way': 'On its way',
  'home.state.there': 'Active since {date}',
  'home.state.not-there': 'Not active',
  'home.state.kept': 'With me only',
  'home.privacy': 'Who sees this?',
  'home.language': 'På svenska',

  'readiness.pictureResilient': 'Ready, with {spare, plural, one {one method} other {# methods}} to spare',
  'readiness.progress': '{proven} of {required} methods ready',

  'choose.title': 'Choose a method',
  'choose.intro': 'You need {required, plural, one {one method} other {# methods}} to reset your password.',
  'choose.introSpare': 'You are ready. One more method helps when another is out of reach, for example on a journey.',
  'choose.authentication-phone': 'Phone: you get a code by text or call. Easy, but a number can be stolen.',
  'choose.authentication-phone.one': 'Phone: you get a code. Easy, but a number can be stolen.',
  'choose.authentication-email': 'Email: you get a code in a private mailbox.',
  'choose.authenticator-app': 'Authenticator app: your phone shows a code. Strong, and works without coverage.',
  'choose.security-questions': 'Security questions: you answer some questions about yourself. The weakest way.',
  'choose.office-phone': 'Office phone: I call the number your organisation has set for you.',
  'choose.take.authentication-phone': 'Use a phone',
  'choose.take.authentication-email': 'Use an email address',
  'choose.take.authenticator-app': 'Use an app',
  'choose.take.security-questions': 'Use security questions',
  'choose.take.office-phone': 'Use my office phone',
  'choose.later': 'Not now',

  'phone.title': 'Add a phone',
  'phone.intro': 'Which number can you answer when you cannot sign in? I send a code to check it.',
  'phone.weaker':
    'A phone is the weaker proof, since numbers can be moved or stolen. Add an email address too, if you can.',
  'phone.number': 'Phone number',
  'phone.example': 'For example {example}',
  'phone.country': 'Country',
  'phone.chooseCountry': 'Choose a country',
  'phone.channel': 'How should the code reach you?',
  'phone.send': 'Send the code',
  'channel.text': 'Text message',
  'channel.call': 'Phone call',
  'channel.email': 'Email',

  'email.title': 'Add an email address',
  'email.intro': 'Choose a mailbox you can open without your work password. I send a code to check it.',
  'email.address': 'Email address',
  'email.example': 'For example {example}',
  'email.send': 'Send the code',

  'code.title': 'Type your code',
  'code.sent.text': 'A text message with a code is on its way to {address}.',
  'code.sent.call': 'I am calling {address} to read you a code.',
  'code.sent.email': 'An email with a code is on its way to {address}.',
  'code.wait': 'It mostly takes less than a minute. The code works until {time}.',
  'code.refused': 'I could not reach {address}. Check it, or choose another way.',
  'code.arrived.text': 'The text message has arrived at {address}.',
  'code.arrived.call': 'I called {address} and somebody answered.',
  'code.arrived.email': 'The email has arrived at {address}.',
  'code.not-arrived.unreachable':
    'The phone {address} seems to be off or out of reach. Turn it on and ask for a new code, or choose another way.',
  'code.not-arrived.no-such-number': 'Nobody can be reached at {address}. Check the number, or choose another way.',
  'code.not-arrived.no-texts': '{address} cannot get text messages. Ask me to call, or use another number.',
  'code.not-arrived.not-answered':
    'I called {address}, but nobody answered. Ask for a new call, or choose another way.',
  'code.not-arrived.too-slow':
    'The message to {address} took too long, and its code is no longer good. Ask for a new code, or choose another way.',
  'code.not-arrived.blocked': 'The message to {address} was stopped on its way. Please choose another way.',
  'code.not-arrived.unknown': 'The message did not reach {address}. Ask for a new code, or choose another way.',
  'code.label': 'Code, 6 digits',
  'code.check': 'Check the code',
  'code.resend': 'Send a new code',
  'code.resend.text': 'Text me instead',
  'code.resend.call': 'Call me instead',
  'code.change.authentication-phone': 'Change the number',
  'code.change.authentication-email': 'Change the address',
  'code.change.office-phone': 'Not my number',
  'code.again.text': 'I sent a new text message. Only the newest code works.',
  'code.again.call': 'I am calling you with a new code. Only the newest code works.',
  'code.again.email': 'I sent a new email. Only the newest code works.',
  'code.notHere': 'Nothing yet? Give it a minute. Then ask for a new code, or choose another way.',
  'code.prove': 'You have set up a method before. Please show that it is you.',

  'prove.title': 'First, show that it is you',
  'prove.intro': 'You have set up a method before. Use one now, before anything changes.',
  'prove.take': '{method}: {address}',

  'home.manage': 'Change or remove',
  'manage.title': 'Your methods',
  'manage.intro': 'Choose the one you want to change or remove.',
  'manage.row': '{method}: {address}, confirmed on {date}',
  'manage.rowPlain': '{method}, confirmed on {date}',
  'method.change': 'Change it',
  'method.remove': 'Remove it',
  'method.changeHint': 'The new one replaces the old one once it is confirmed.',
  'remove.title.authentication-phone': 'Remove the phone?',
  'remove.title.authentication-email': 'Remove the email address?',
  'remove.title.authenticator-app': 'Remove the authenticator app?',
  'remove.title.security-questions': 'Remove the security questions?',
  'remove.title.office-phone': 'Stop using the office phone?',
  'remove.stillReady': 'You will still be ready, with {proven} of {required} methods.',
  'remove.notReady': 'Then you cannot reset your own password any more. You will have {proven} of {required} methods.',
  'remove.last':
    'It is your last one. You can set up a new one within 20 minutes of showing that it is you; after that only in seven days.',
  'remove.keep': 'Keep it',
  'remove.yes': 'Remove it',
  'outcome.method-removed.authentication-phone': 'I have removed the phone.',
  'outcome.method-removed.authentication-email': 'I have removed the email address.',
  'outcome.method-removed.authenticator-app': 'I have removed the authenticator app.',
  'outcome.method-removed.security-questions': 'I have removed the security questions.',
  'outcome.method-removed.office-phone': 'I no longer count the office phone.',
  'outcome.not-set-up': 'That method is not set up any more.',
  'outcome.taken-out.by-proof':
    'Out of use now: {methods}. All changes are stopped until {time}, and IT support has been called. Show that it is you, and I bring back what was there before.',
  'outcome.taken-out.by-it':
    'Out of use now: {methods}. All changes are stopped until {time}. IT support has been called: only they can bring back what was there before.',
  'outcome.taken-out.nothing':
    'Out of use now: {methods}. All changes are stopped until {time}, and IT support has been called. There was nothing before.',
  'outcome.brought-back': 'Back in use: {methods}. I tell every address that you have had here lately.',
  'outcome.nothing-waits': 'Nothing waits to be brought back.',
  'outcome.it-brings-back': 'Only IT support can bring back what was taken out of use. Please ask them.',
  'outcome.no-method-left':
    'Your last method was removed lately, and I cannot tell whether that was you. You can set up a new one from {time}. If it is urgent, ask IT support.',
  'notMe.title': 'Which change was not you?',
  'notMe.intro':
    'Choose the oldest one that was not you. It goes out of use at once, with everything after it. All changes are then stopped, and IT support is called.',
  'notMe.label': 'Changes of the last seven days',
  'notMe.choose': 'Please choose a change first.',
  'notMe.waits': 'Out of use since a change was disowned: {methods}.',
  'notMe.out': 'Take it out of use',
  'notMe.back': 'Bring back what was before',
  'prove.introBack': 'To bring back what was there before, I ask for a proof by a method that was left alone.',
  'home.back': 'Bring back what was before',
  'outcome.change-unknown': 'I know of no change in the last seven days. If something looks wrong, tell IT at once.',
  'outcome.erased': 'I have forgotten you. You can start again whenever you want.',
  'outcome.erased.until':
    'None of your methods counts any more. What I need to undo this, should it not have been you, is deleted on {date}. To start again before then, do it within 20 minutes.',
  'outcome.proof-needed': 'Please show first that it is you.',
  'notice.title': 'Your password reset has changed',
  'notice.added': '{method}: added on {time}.',
  'notice.replaced': '{method}: changed on {time}.',
  'notice.removed': '{method}: removed on {time}.',
  'notice.brought-back': '{method}: brought back on {time}.',
  'notice.let-go': '{method}: IT support decided on {time} that what was there before does not come back.',
  'notice.calm': 'If that was you, there is nothing to do.',
  'notice.notMe': 'It was not me',
  'notice.letter.subject': 'Your password reset has changed',
  'notice.letter.text':
    '{what} If that was you, there is nothing to do. If not, open the chat with {name} in Teams and write: it was not me.',
  'notice.letter.before': '{count, plural, one {One more change} other {# more changes}} since {time}.',
  'notice.letter.erased':
    'Your methods for resetting your password were deleted with {name} in Teams. If that was you, there is nothing to do. If not, open the chat with {name} within seven days and write: it was not me.',
  'notice.letter.stop-ended':
    'IT support ended the stop of changes to your password reset. Nothing was put back. If you did not ask for that, tell IT support at once.',
  'notice.letter.disowned':
    'Somebody told {name} in Teams that a change of your password reset was not yours. It is out of use, nothing was put back, and all changes are stopped for now. If that was not you, tell IT support at once.',
  'data.title': 'What I know about you',
  'data.intro': 'This is what I keep about you. Nobody can read security codes, not even I.',
  'data.method': '{method}: {address}, confirmed on {date} ({channel})',
  'data.methodPlain': '{method}, confirmed on {date}',
  'data.none': 'No method is set up.',
  'data.language': 'Language of my messages to you: {language}',
  'data.chat': 'Where this chat is, so that I can write to you',
  'data.changes': 'Changes of the last seven days, with what was there before: {count}',
  'data.sends': 'Codes you asked for in the last 24 hours: {count}',
  'data.audit':
    'Notes about what was done, without numbers or addresses: {count}, the last on {date}. They are kept for a year.',
  'data.erase': 'Forget me',
  'data.close': 'Close',
  'data.tickets': 'Requests for help stand on their own cards. They stay for 90 days after they end.',
  'erase.title': 'Forget you?',
  'erase.intro':
    'Your methods stop counting at once. After that you cannot reset your own password. What I need to undo this, should it not be you, I delete after seven days.',
  'erase.yes': 'Yes, forget me',
  'erase.keep': 'Keep everything',
  'finish.title': 'You are ready',
  'finish.now': 'From now on you can reset your own password. Nobody else has to help you.',
  'finish.titleSoon': 'Almost there',
  'finish.onItsWay':
    'Your methods are on their way to the reset service. When they are there, usually within a minute, you can reset your own password. If something goes wrong, I tell you.',
  'finish.day': 'On the day you need it, open this page on any device:',
  'finish.link': 'passwordreset.microsoftonline.com',
  'finish.who':
    'Your phone number and email address are not shown in the directory. Only you and your administrators can see them.',
  'finish.spare': 'One more method helps on the day you cannot reach the others.',
  'finish.done': 'Done',

  'retired.phone': 'Number entered: {address}',
  'retired.email': 'Address entered: {address}',
  'retired.code': 'Code entered',
  'retired.answered': 'Answered',
  'retired.left': 'Set aside. Go on in the newest card.',

  'button.back': 'Back',
  'button.cancel': 'Cancel',

  'outcome.too-soon':
    'I have just sent a code. You can ask for the next one in {seconds, plural, one {one second} other {# seconds}}.',
  'outcome.address-resting':
    'That is all the codes I can send there for now. Try again after {time}, or use another method.',
  'outcome.person-resting': 'You have asked for many codes today. Try again after {time}.',
  'outcome.sending-paused': 'I cannot send codes right now. Nothing is lost. Please try again later.',
  'outcome.frozen': 'Changes are stopped until {time}, because one was not yours. What was left alone still works.',
  'outcome.too-many-changes':
    'You have changed your methods many times lately. You can change them again after {time}. Everything you have works.',
  'outcome.not-offered': 'Your organisation does not offer that method.',
  'outcome.challenge-gone': 'That code is no longer in use. Here is where we are now.',
  'outcome.wrong-code':
    'That is not the code. You have {left, plural, one {one try} other {# tries}} left. Only the newest code works.',
  'outcome.code-used-up': 'That code has been tried too often. Ask for a new one.',
  'outcome.code-too-old': 'That code has run out. Ask for a new one.',
  'outcome.old-card': 'You have already answered that card. Here is where we are now.',
  'outcome.not-a-code': 'A code has 6 digits. Please type the one I sent.',
  'outcome.method-proven.authentication-phone': 'Your phone is confirmed.',
  'outcome.method-proven.authentication-email': 'Your email address is confirmed.',
  'outcome.method-proven.authenticator-app': 'Your app is confirmed.',
  'outcome.method-proven.security-questions': 'Your security questions are saved.',
  'outcome.method-proven.office-phone': 'Your office phone is confirmed.',
  'outcome.identity-proven': 'Thank you, that is you.',

  'problem.phone-missing': 'Type your phone number.',
  'problem.phone-unreadable': 'I cannot read that as a phone number. Use digits, for example {example}.',
  'problem.phone-needs-country': 'Choose your country, or start the number with + and the country code.',
  'problem.phone-too-short': 'That number is too short. Check the last digits.',
  'problem.phone-too-long': 'That number is too long. Check it for extra digits.',
  'problem.phone-not-in-use': 'No such number exists in that country. Check the number and the country.',
  'problem.phone-not-personal': 'That is a service number. Use a phone of your own.',
  'problem.phone-internet-only': 'Internet numbers do not work for resets. Use a mobile or a landline.',
  'problem.phone-cannot-text': 'That is a landline, so it cannot get texts. Choose a call, or another number.',
  'problem.email-missing': 'Type your email address.',
  'problem.email-unreadable': 'I cannot read that as an email address. It looks like {example}.',
  'problem.phone-extension.call':
    'I can’t dial extension {extension}: the main number would ring, and somebody else may hear the code. If you answer there, go on with the number as it stands now.',
  'problem.phone-extension.text':
    'A text message can’t go to extension {extension}. If you get texts at the number itself, go on with it as it stands now.',
  'problem.email-own-mailbox': 'You need your work password to open that mailbox. Choose a private one.',
  'problem.email-own-domain': 'Addresses at your own organisation need your work password. Choose a private one.',

  'help.text':
    'I help you set up ways to reset your own password. You can click or type. Try: start, status, back, cancel, who can see my number, or på svenska.',
  'help.contact': 'If you want a person, contact {name}.',
  'help.contactAt': 'If you want a person, contact {name}: {address}.',
  'privacy.text':
    'Only you and your administrators can see your phone number and email address. They are not shown in the directory. I keep them locked away. I use them only for codes, and to tell you about changes.',
  'cancel.done': 'I stopped that. Nothing was changed.',
  'back.nowhere': 'This is the first page, so there is no way back from here.',
  'language.changed': 'From now on I write in English.',
  'language.other': 'Sorry, I only know English and Swedish. I will go on in English.',
  'thanks.text': 'You are welcome.',
  'unknown.noCode': 'I am not waiting for a code right now.',
  'password.never':
    'That may be a password. I never ask for passwords. Please do not send one here, and change it if it was real.',
  'stale.text': 'That card is old. The newest one is further down.',
  'stale.show': 'Show it here',
  'restart.text': 'I have been updated, so let us start from the first page. Nothing you had set up is lost.',
  'resume.expired': 'The code from last time has run out. You can ask for a new one.',

  'border.guest': 'You are a guest here. Your own organisation keeps your password, so please ask them about resets.',
  'border.disabled': 'This account is switched off. Please talk to your manager or to IT.',
  'border.group': 'I only talk about passwords in private. Please open a chat with me alone.',
  'border.unknown-person': 'I cannot see who you are in this chat. Please open a chat with me in Teams.',
  'border.unlisted': 'I could not find you in the directory. Please contact IT.',
  'fault.text':
    'Something went wrong on my side. Nothing you entered is lost. Please try again. Reference: {reference}.',
  'fault.busy': 'I am still working on your last message. Please try again in a moment.',
  'fault.text.window':
    'Something went wrong on my side. Please close this window, open it again from the card, and try once more. Reference: {reference}.',
  'fault.busy.window':
    'I am still working on your last message. Please close this window and open it again in a moment.',
  'local.as': 'You are now {name}. This works in local mode only.',
  'local.nobody': 'I know nobody by that name. Try: {names}.',

  'letter.text': '{code} is your code from {name}. It works for 5 minutes. Do not give it to anyone.',
  'letter.call':
    'Hello. This is {name}. Your code is: {digits}. Once more: {digits}. Do not give it to anyone. Goodbye.',
  'letter.email.subject': '{code} is your code',
  'letter.email.text':
    'Hello!\n\nYour code is {code}. Go back to the card in your chat with {name} in Teams, and enter it there. It works for 5 minutes.\n\nDo not give it to anyone. Nobody from IT will ask you for it.\n\nIf you did not ask for a code, you can ignore this message.',
} as const;
