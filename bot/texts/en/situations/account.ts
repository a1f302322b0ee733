/**
 * Situations of the account itself.
 * On signing in with a number: Microsoft Learn, "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication".
 */
export const accountTexts = {
  'unknown-user.happened': 'The reset page did not accept your user name.',
  'unknown-user.why': 'The name you sign in with is not always the same as your email address.',
  'unknown-user.now': 'Type the name that you sign in with at work. Ask IT support if you do not know it.',
  'supporter.unknown-user':
    'User name not accepted: UPN differs from the primary SMTP address, and alternate login id is off. AADSTS50034: unknown user.',
  'supporter.unknown-user.do':
    'Give the user their UPN, or turn on “Email as alternate login ID” in Entra ID › Entra Connect › Connect Sync.',

  'disabled.happened': 'Your account is switched off.',
  'disabled.why': 'Somebody in your organisation turned your account off. A new password does not change that.',
  'disabled.now': 'Ask IT support or your manager to turn it on again.',
  'supporter.disabled': 'Account disabled (accountEnabled = false), AADSTS50057, event 33005.',
  'supporter.disabled.do':
    'Find out why. Entra ID › Users › the user › Edit account status, or enable it in Active Directory and wait for the sync (30 minutes).',

  'personal-guest.happened': 'This account can’t be reset here.',
  'personal-guest.why':
    'You are a guest here, with a personal Microsoft account. This organisation does not keep its password.',
  'personal-guest.now': 'Reset it on the page for personal Microsoft accounts.',
  'supporter.personal-guest': 'Guest with a personal Microsoft account (MSA): outside SSPR.',
  'supporter.personal-guest.do': 'By design. The user resets at account.live.com; or invite a work account.',

  'invited-guest.happened': 'This organisation can’t reset your password.',
  'invited-guest.why': 'You are a guest here. Your password is kept where you work.',
  'invited-guest.now': 'Reset it with your own organisation, or ask IT support there.',
  'supporter.invited-guest': 'B2B guest: the policy of the home tenant applies.',
  'supporter.invited-guest.do': 'Nothing to do in this tenant. Point the user to their own helpdesk.',

  'phone-sign-in-ended.happened': 'You can’t sign in with your phone number any more.',
  'phone-sign-in-ended.why': 'Microsoft is ending sign-in with a number and a text in place of a password.',
  'phone-sign-in-ended.now':
    'Sign in with your user name and password. Reset the password if you do not know it, or ask IT support for another way.',
  'supporter.phone-sign-in-ended':
    'SMS sign-in (phone number as user name) is being retired as a primary method, with an own telephony provider too.',
  'supporter.phone-sign-in-ended.do':
    'Move the user to a passkey, a QR code with PIN, or a security key. Entra ID › Authentication methods › Policies › SMS: clear “Use for sign-in”.',
} as const;
