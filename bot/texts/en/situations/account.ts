/** Situations of the account itself, in English. */
export const account = {
  'unknown-user.happened': 'The page did not take your user name.',
  'unknown-user.why': 'The name you sign in with is not always the same as your mail address.',
  'unknown-user.now': 'Type the name that you sign in with at work. Ask IT if you do not know it.',
  'personal-guest.happened': 'This account can’t be reset here.',
  'personal-guest.why':
    'You are a guest here, with a personal Microsoft account. This organisation does not keep its password.',
  'personal-guest.now': 'Reset it on the page for personal Microsoft accounts.',
  'invited-guest.happened': 'This organisation can’t reset your password.',
  'invited-guest.why': 'You are a guest here. Your password is kept where you work.',
  'invited-guest.now': 'Reset it with your own organisation, or ask IT there.',
  'disabled.happened': 'Your account is switched off.',
  'disabled.why': 'Somebody in your organisation turned it off. A new password does not change that.',
  'disabled.now': 'Ask IT or your manager to turn it on again.',
} as const;
