/**
 * Situations of signing in that people take for the reset, in English.
 * Sources, all Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication", "How it works: self-service password reset" (its methods), "Combined registration" (session controls, password change), "Configure a Temporary Access Pass".
 */
export const signingIn = {
  'K41.happened': 'You must set up a passkey before you can go on.',
  'K41.why':
    'Your only extra proof was a code to your phone, and Microsoft no longer sends those. This page can’t be skipped.',
  'K41.now':
    'Follow the page on a device with a screen lock. If yours can’t do it, ask IT. A passkey is not for a reset: add a method for that too.',
  'K42.happened': 'The reset does not take your passkey.',
  'K42.why': 'A passkey is for signing in. A reset takes other methods, such as the app or an email.',
  'K42.now': 'Add one of those here. If the sign-in page only suggests a passkey, you may skip that for now.',
  'K46.happened': 'You came in with a pass, but can’t change your password.',
  'K46.why': 'A pass from IT lets you in. To change a password, the page wants the old one.',
  'K46.now': 'Add your methods while the pass works, then set a new password on the reset page. Or ask IT for one.',
  'R14.happened': 'The page says that you must sign in another way.',
  'R14.why': 'To show your methods, it wants a stronger sign-in, or one from the last ten minutes.',
  'R14.now':
    'Close the browser, sign in again and choose another way. Then go straight to the page. If that fails, tell IT.',
} as const;
