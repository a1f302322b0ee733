/**
 * Situations of signing in that people take for the reset, in English.
 * Sources, all Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication", "How it works: self-service password reset" (its methods), "Combined registration" (session controls, password change), "Configure a Temporary Access Pass".
 */
export const signingIn = {
  'passkey-demanded.happened': 'You must set up a passkey before you can go on.',
  'passkey-demanded.why':
    'Your only extra proof was a code to your phone, and Microsoft no longer sends those. This page can’t be skipped.',
  'passkey-demanded.now':
    'Follow the page on a device with a screen lock. If yours can’t do it, ask IT. A passkey is not for a reset: add a method for that too.',
  'passkey-not-counted.happened': 'The reset does not take your passkey.',
  'passkey-not-counted.why': 'A passkey is for signing in. A reset takes other methods, such as the app or an email.',
  'passkey-not-counted.now':
    'Add one of those here. If the sign-in page only suggests a passkey, you may skip that for now.',
  'signed-in-with-pass.happened': 'You came in with a pass, but can’t change your password.',
  'signed-in-with-pass.why': 'A pass from IT lets you in. To change a password, the page wants the old one.',
  'signed-in-with-pass.now':
    'Add your methods while the pass works, then set a new password on the reset page. Or ask IT for one.',
  'stronger-sign-in-needed.happened': 'The page says that you must sign in another way.',
  'stronger-sign-in-needed.why': 'To show your methods, it wants a stronger sign-in, or one from the last ten minutes.',
  'stronger-sign-in-needed.now':
    'Close the browser, sign in again and choose another way. Then go straight to the page. If that fails, tell IT.',
} as const;
