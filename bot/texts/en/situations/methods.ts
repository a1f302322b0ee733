/** Situations of methods that are missing or do not count, in English. */
export const methods = {
  'not-registered.happened': 'The page could not check that the account is yours.',
  'not-registered.why': 'Reset is on for you, but you have not added a method to prove who you are.',
  'not-registered.now':
    'Add a method here now, such as your phone. If you are locked out today, ask IT for a new password.',
  'information-missing.happened': 'The page says that something is missing from your account.',
  'information-missing.why': 'You have not added enough methods to prove who you are.',
  'information-missing.now': 'Add what is missing here. If you are locked out today, ask IT for a new password.',
  'too-few-methods.happened': 'The page asks for more than you have added.',
  'too-few-methods.why': 'A reset takes two methods, and you have fewer.',
  'too-few-methods.now': 'Add one more here. If you are locked out today, ask IT for a new password.',
  'malformed-values.happened': 'The page can’t use the number or address on your account.',
  'malformed-values.why': 'It is written in a form that no code can be sent to.',
  'malformed-values.now':
    'Change it here, with country code. If an administrator filled it in, ask them to correct it.',
  'not-allowed-any-more.happened': 'The page does not offer the method you have added.',
  'not-allowed-any-more.why': 'Your organisation no longer allows it, or it must not be your only one.',
  'not-allowed-any-more.now': 'Add another method here that is allowed.',
  'never-registered.happened': 'The page no longer takes the number or address that IT filled in for you.',
  'never-registered.why': 'It counts only once you have confirmed it yourself. You never did.',
  'never-registered.now': 'Confirm it now: then it counts. If you are locked out today, ask IT for a new password.',
  'stricter-for-administrators.happened': 'The page asks more of you than of your colleagues.',
  'stricter-for-administrators.why':
    'You are an administrator. Administrators always need two methods, and never questions.',
  'stricter-for-administrators.now': 'Add two methods here, such as the app and an email address.',
  'all-lost.happened': 'You can’t reach a method that you have added.',
  'all-lost.why': 'Without it, the page can’t know that it is you.',
  'all-lost.now':
    'If another one is left, use that. If not, contact IT: they check who you are first. Some sign-in pages also let you show an ID card.',
} as const;
