/**
 * Situations of what Microsoft has ended, in English.
 * Sources, all Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication" and its FAQ, "Frequently asked questions about telephony providers", "Security questions authentication method".
 */
export const ended = {
  'phone-ended.happened': 'The page no longer offers a text or a call.',
  'phone-ended.why': 'Microsoft has stopped sending codes to phones. Without your phone, you have too few methods.',
  'phone-ended.now':
    'Add the app or a private email address here. If you are locked out today, ask IT for a new password.',
  'questions-ended.happened': 'The page does not ask your questions any more.',
  'questions-ended.why': 'Microsoft has stopped taking questions for a reset. They were too easy to guess.',
  'questions-ended.now':
    'Add another method here, such as the app. If you are locked out today, ask IT for a new password.',
  'phone-sign-in-ended.happened': 'You can’t sign in with your phone number any more.',
  'phone-sign-in-ended.why': 'Microsoft is ending sign-in with a number and a text in place of a password.',
  'phone-sign-in-ended.now':
    'Sign in with your user name and password. Reset the password if you do not know it, or ask IT for another way.',
} as const;
