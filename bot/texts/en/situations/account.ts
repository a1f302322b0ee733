/** Situations of the account itself, in English. */
export const account = {
  'K21.happened': 'The page did not take your user name.',
  'K21.why': 'The name you sign in with is not always the same as your mail address.',
  'K21.now': 'Type the name that you sign in with at work. Ask IT if you do not know it.',
  'K28.happened': 'This account can’t be reset here.',
  'K28.why': 'You are a guest here, with a personal Microsoft account. This organisation does not keep its password.',
  'K28.now': 'Reset it on the page for personal Microsoft accounts.',
  'K29.happened': 'This organisation can’t reset your password.',
  'K29.why': 'You are a guest here. Your password is kept where you work.',
  'K29.now': 'Reset it with your own organisation, or ask IT there.',
  'K35.happened': 'Your account is switched off.',
  'K35.why': 'Somebody in your organisation turned it off. A new password does not change that.',
  'K35.now': 'Ask IT or your manager to turn it on again.',
} as const;
