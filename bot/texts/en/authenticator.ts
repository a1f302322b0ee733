/** What an English reader sees of an authenticator app. */
export const authenticator = {
  'app.title': 'Add an authenticator app',
  'app.step.open': '1. Open an authenticator app on your phone. Any such app will do.',
  'app.step.add': '2. Add an account. In the Microsoft Authenticator app, choose Other account.',
  'app.step.scan': '3. Scan the picture. The app then shows a code: type it here.',
  'app.picture': 'Picture to scan with the app',
  'app.key': 'Can you not scan it? Type this key into the app instead:',
  'app.until': 'The picture and the key work until {time}. Do not show them to anyone.',
  'app.code': 'Code in the app, 6 digits',
  'app.check': 'Check the code',
  'app.other': 'Choose another way',
  'app.prove.title': 'Type the code from your app',
  'app.prove.intro': 'Open your authenticator app. The code stands beside {name} and changes every 30 seconds.',

  'outcome.app-code-wrong':
    'That is not the code the app shows now. You have {left, plural, one {one try} other {# tries}} left. Check that the clock of your phone is right.',
  'outcome.app-code-used': 'That code has been used. Wait for the next one: it comes within 30 seconds.',
  'outcome.app-setup-over': 'The picture and key from before no longer work. Please add these new ones to your app.',
  'outcome.app-resting':
    'There were too many wrong codes. I take codes from your app again after {time}. Until then, use another method.',
  'outcome.not-an-app-code': 'A code has 6 digits. Type the one your app shows now.',
} as const;
