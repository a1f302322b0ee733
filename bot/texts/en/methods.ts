/** What an English reader sees of what they have set up: changing, removing, disowning, what is known about them, forgetting. */
export const methodTexts = {
  'home.manage': 'Change or remove',
  'manage.title': 'Your methods',
  'manage.none':
    'You have set up nothing here that could be changed. What your organisation filled in, only IT support can change: tell them the right value.',
  'manage.value': '{address}, confirmed on {date}',
  'manage.halted': 'For now nothing can be changed or removed. If it cannot wait, contact IT support.',
  'manage.change.authentication-phone': 'Change the phone',
  'manage.change.authentication-email': 'Change the email',
  'manage.change.authenticator-app': 'Change the app',
  'manage.change.security-questions': 'Change the questions',
  'manage.change.office-phone': 'Check the office phone',
  'manage.remove.authentication-phone': 'Remove the phone',
  'manage.remove.authentication-email': 'Remove the email',
  'manage.remove.authenticator-app': 'Remove the app',
  'manage.remove.security-questions': 'Remove the questions',
  'manage.remove.office-phone': 'Stop using the office phone',
  'manage.row': '{method}: {address}, confirmed on {date}',
  'manage.rowPlain': '{method}, confirmed on {date}',
  'method.change': 'Change it',
  'method.remove': 'Remove it',
  'remove.title.authentication-phone': 'Remove the phone?',
  'remove.title.authentication-email': 'Remove the email address?',
  'remove.title.authenticator-app': 'Remove the authenticator app?',
  'remove.title.security-questions': 'Remove the security questions?',
  'remove.title.office-phone': 'Stop using the office phone?',
  'remove.stillReady':
    'That leaves {proven, plural, one {one method} other {# methods}}, and {required, plural, one {one is} other {# are}} needed.',
  'remove.notReady':
    'Then you cannot reset your own password any more: {required, plural, one {one method is} other {# methods are}} needed, and {proven, plural, =0 {none is} one {one is} other {# are}} left.',
  'remove.last':
    'It is the last one you have shown me. You can set up a new one within 20 minutes of showing that it is you; after that only in seven days.',
  'remove.keep': 'Keep it',
  'remove.yes': 'Remove it',
  'outcome.method-removed.authentication-phone': 'I have removed the phone.',
  'outcome.method-removed.authentication-email': 'I have removed the email address.',
  'outcome.method-removed.authenticator-app': 'I have removed the authenticator app.',
  'outcome.method-removed.security-questions': 'I have removed the security questions.',
  'outcome.method-removed.office-phone': 'I no longer count the office phone.',
  'outcome.not-set-up': 'That method is not set up any more.',
  'outcome.taken-out.by-proof':
    'Out of use now: {methods}. All changes are stopped until {time}, and IT support has been called. Show that it is you, and I’ll bring back what was there before.',
  'outcome.taken-out.by-it':
    'Out of use now: {methods}. All changes are stopped until {time}. IT support has been called: only they can bring back what was there before.',
  'outcome.taken-out.nothing':
    'Out of use now: {methods}. All changes are stopped until {time}, and IT support has been called. There was nothing before.',
  'outcome.brought-back': 'Back in use: {methods}. I’m telling every address that you have had here lately.',
  'outcome.nothing-waits': 'Nothing waits to be brought back.',
  'outcome.it-brings-back': 'Only IT support can bring back what was taken out of use. Please ask them.',
  'outcome.no-method-left':
    'Your last method was removed lately, and I cannot tell whether that was you. You can set up a new one from {time}. If it is urgent, ask IT support.',
  'notMe.title': 'Which change was not yours?',
  'notMe.ask': 'Was this change not yours?',
  'notMe.comes':
    'If it was not yours, it goes out of use at once, with everything after it. All changes are stopped, and IT support is called. What was there before comes back by a proof.',
  'notMe.yes': 'It was not me',
  'notMe.no': 'It was me',
  'notMe.intro':
    'Choose the oldest one that was not yours. It goes out of use at once, with everything after it. All changes are then stopped, and IT support is called.',
  'notMe.label': 'Changes of the last seven days',
  'notMe.choose': 'Please choose a change first.',
  'notMe.waits': 'Out of use since a change was disowned: {methods}.',
  'notMe.out': 'Take it out of use',
  'notMe.back': 'Bring back what was before',
  'prove.introBack': 'To bring back what was there before, I ask for a proof by a method that was left alone.',
  'home.back': 'Bring back what was before',
  'outcome.change-unknown':
    'I know of no change in the last seven days. If something looks wrong, contact IT support right away.',
  'outcome.erased': 'Your data is deleted. You can start again whenever you want.',
  'outcome.erased.until':
    'None of your methods counts any more. What I need to undo this, should it not have been you, is deleted on {date}. To start again before then, do it within 20 minutes.',
  'notice.title': 'Your reset methods have changed',
  'notice.added': '{method}: added on {time}.',
  'notice.replaced': '{method}: changed on {time}.',
  'notice.removed': '{method}: removed on {time}.',
  'notice.brought-back': '{method}: brought back on {time}.',
  'notice.let-go': '{method}: IT support decided on {time} that what was there before does not come back.',
  'notice.calm': 'If that was you, there is nothing to do.',
  'notice.notMe': 'It was not me',
  'notice.letter.subject': 'Your reset methods have changed',
  'notice.letter.text':
    '{what} If that was you, there is nothing to do. If not, open the chat with {name} in Teams and write: it was not me.',
  'notice.letter.before': '{count, plural, one {One more change} other {# more changes}} since {time}.',
  'notice.letter.erased':
    'Your methods for resetting your password were deleted with {name} in Teams. If that was you, there is nothing to do. If not, open the chat with {name} within seven days and write: it was not me.',
  'notice.letter.stop-ended':
    'IT support has lifted the stop on changes to your reset methods. Nothing was put back. If you did not ask for that, tell IT support at once.',
  'notice.letter.disowned':
    'Somebody told {name} in Teams that a change to your reset methods was not yours. It is out of use, nothing was put back, and all changes are stopped for now. If that was not you, tell IT support at once.',
  'data.title': 'What I know about you',
  'data.intro': 'This is what I keep about you. Nobody can read security codes, not even me.',
  'data.method': '{method}: {address}, confirmed on {date} ({channel})',
  'data.methodPlain': '{method}, confirmed on {date}',
  'data.none': 'No method is set up.',
  'data.language': 'Language of my messages to you: {language}',
  'data.chat': 'The address of this chat, so that I can write to you',
  'data.changes':
    'Changes of the last seven days: {count}. I keep what was there before each, so that it can come back.',
  'data.sends': 'Codes you asked for in the last 24 hours: {count}',
  'data.audit':
    'Log of what was done, without numbers or addresses: {count}, the last on {date}. It is kept for a year.',
  'data.erase': 'Delete my data',
  'data.whole': 'Show the whole numbers and addresses',
  'data.close': 'Close',
  'data.tickets': 'Requests for help have their own cards. They stay for 90 days after they end.',
  'erase.title': 'Delete your data?',
  'erase.intro':
    'Your methods stop counting at once. After that you cannot reset your own password. I keep what I need to undo this, in case it was not you, and delete it after seven days.',
  'erase.yes': 'Yes, delete my data',
  'erase.keep': 'Keep everything',

  'outcome.frozen': 'Changes are stopped until {time}, because one was not yours. What was left alone still works.',
  'outcome.too-many-changes':
    'You have changed your methods many times lately. You can change them again after {time}. Everything you have works.',
} as const;
