/**
 * For supporters, in exact terms: signing in that people take for the reset.
 * Sources, all Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication", "How it works: self-service password reset" (its methods), "Combined registration" (session controls, password change), "Configure a Temporary Access Pass".
 */
export const signingIn = {
  'supporter.passkey-demanded':
    'Blocking passkey registration at sign-in: SMS or voice was the only MFA method, and Microsoft’s own delivery has ended. There is no opt-out.',
  'supporter.passkey-demanded.do':
    'Help the user to register a passkey (Windows Hello, phone, security key); issue a Temporary Access Pass where it is needed first. Users on a telephony provider of yours are not prompted.',
  'supporter.passkey-not-counted':
    'Passkey (FIDO2, Windows Hello) registered: not a method for SSPR. The nudge after MFA can be snoozed without limit.',
  'supporter.passkey-not-counted.do':
    'Let the user register an app, e-mail or phone as well. The nudge: Entra ID › Authentication methods › Registration campaign.',
  'supporter.signed-in-with-pass':
    'Signed in with a Temporary Access Pass: a password change asks for the current password, so one that is not known can’t be changed.',
  'supporter.signed-in-with-pass.do':
    'Entra ID › Users › the user › Reset password. Or let the user register methods (one-time pass: within 10 minutes of sign-in), then use aka.ms/sspr.',
  'supporter.stronger-sign-in-needed':
    '“Let’s try something else. Another sign-in method is required to access this resource.” MFA older than 10 minutes, against an authentication strength on registering security info.',
  'supporter.stronger-sign-in-needed.do':
    'Entra ID › Conditional Access › the policy with user action “Register security information”: sign-in frequency “Every time”. Or enable passkeys for Windows Hello for Business users. The user signs in anew with a method of the required strength.',
} as const;
