/** What an English reader sees of values that were there before them, and of their own as they age. */
export const confirming = {
  'home.due': 'It is time for a quick look: are your methods still right?',
  'home.check': 'Check my methods',

  'confirm.title': 'Are these yours?',
  'confirm.prefilled':
    'Your organisation has these on file for you. They do not count yet. Confirm one here, and it does.',
  'confirm.written': 'These are on file for you. Say which are yours and confirm them here: then they count for sure.',
  'confirm.foreign':
    'What is not yours could still be used for a reset. Take it away on Microsoft’s page, or contact IT support.',
  'confirm.due': 'Some time has passed. If all is still right, one click is enough.',
  'confirm.value': '{method}: {address}',
  'confirm.still-mine': 'Still mine',
  'confirm.change': 'Change it',
  'confirm.not-mine': 'Not mine',
  'confirm.wrong': 'Wrong or old',
  'confirm.go': 'Go on',
  'confirm.missing': 'Please choose one answer for each.',
  'confirm.thanks': 'Thank you. All is noted.',
  'confirm.thanksUntil': 'Thank you. I will ask again on {date}.',
  'confirm.nothing': 'There is nothing to check right now.',

  'reminder.title': 'Are these still right?',
  'reminder.soon': 'Please check by {date}, so that your reset works when you need it.',
  'reminder.now': 'Please check today, so that your reset works when you need it.',
  'reminder.allRight': 'Yes, all still right',
  'reminder.changed': 'Something has changed',
  'reminder.later': 'Ask me in three days',
  'reminder.snoozed': 'I will ask again after {time}.',
  'reminder.letter.subject': 'A quick look at your password reset',
  'reminder.letter.text':
    'Hello!\n\nNow and then I ask whether your ways to reset your password are still right. Please open the chat with {name} in Teams and write: check.\n\nThere is no link in this message, and nobody needs your password.',

  'office.title': 'Your office phone',
  'office.number': 'Number: {address}',
  'office.undialled': 'I can’t dial extension {extension}. The main number rings, and somebody else may hear the code.',
  'office.intro': 'Only an administrator can set this number. I call it and read you a code.',
  'office.call': 'Call me there now',
  'office.wrong': 'Wrong or old?',
  'office.none': 'Your organisation has no office phone on file for you.',

  'wrong.title': 'What should it be?',
  'wrong.intro': 'Only an administrator can change it. I send what you write to IT support.',
  'wrong.label': 'What is wrong, and what is right?',
  'wrong.send': 'Send',
  'wrong.missing': 'Please write a few words.',
  'wrong.done': 'Thank you. I am sending that to IT support.',
} as const;
