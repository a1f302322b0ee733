/** What an English reader sees of methods that will end or have ended, and of values that were never confirmed. */
export const ending = {
  'lapse.phone': 'You are ready now, but not from {date}: Microsoft stops its text messages and calls then.',
  'lapse.questions': 'You are ready now, but not from {date}: Microsoft stops taking security questions then.',
  'lapse.cure': 'Add {method} before then, and you stay ready.',
  'lapse.cures': 'You will need {missing} others by then. Start with {method}.',
  'lapse.ask': 'Ask IT support what to use after that.',
  'lapse.with.authentication-phone': 'a phone',
  'lapse.with.authentication-email': 'an email address',
  'lapse.with.authenticator-app': 'an authenticator app',
  'lapse.with.security-questions': 'security questions',
  'lapse.with.office-phone': 'your office phone',
  'choose.until': '{what} It counts only until {date}: Microsoft stops its text messages and calls then.',
  'outcome.ending': 'Microsoft stops taking that, so I no longer set it up. Please choose another way.',
  'home.state.ended': 'Does not count any more',
  'home.state.on-file': 'On file, not confirmed',
  'home.onFile': 'Your organisation has this on file: {values}. Confirm it here, and it counts.',
  'there.onFile': 'Your organisation has this on file: {values}. Confirm it on Microsoft’s page, and it counts.',
  'finish.here.now': 'Your methods are confirmed. They show that it is you if you forget your password.',
  'finish.here.day': 'On the day you need it, reset your password where your organisation has told you to.',
  'reset.here':
    'I can’t set your password for you, and nobody but you should know it. You reset it where your organisation has told you to. If you do not know where, contact {name}.',
  'reminder.lapse.title': 'Stay ready to reset your password',
  'reminder.letter.lapse':
    'Hello!\n\nOne of your ways to reset your password stops counting soon. After that you could not reset it yourself. Please open the chat with {name} in Teams and write: start.\n\nThere is no link in this message, and nobody needs your password.',
  'tab.organisation.lapsing': 'Ready now, but not for long',
  'tab.organisation.lapsing.none': 'Nobody who is ready today loses that on a date I know of.',
  'tab.organisation.lapsing.phone':
    '{count, plural, one {One person is} other {# people are}} ready today, but not from {date}: Microsoft stops its text messages and calls then.',
  'tab.organisation.lapsing.questions':
    '{count, plural, one {One person is} other {# people are}} ready today, but not from {date}: Microsoft stops taking security questions then.',
  'tab.organisation.lapsing.cure': 'An email address or an authenticator app, added before then, keeps them ready.',
  'local.date': 'It is {time} now. This works in local mode only. Write /date to come back to today.',
  'local.date.unread': 'I can’t read that date. Write it like this: {example}.',
} as const;
