/**
 * For supporters, in exact terms: what Microsoft has ended.
 * Sources, all Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication" and its FAQ, "Frequently asked questions about telephony providers", "Security questions authentication method".
 */
export const ended = {
  'supporter.phone-ended':
    'Phone methods retired: Microsoft-provided SMS and voice have ended, for SSPR too, and no telephony provider sends them instead.',
  'supporter.phone-ended.do':
    'Let the user register an app or e-mail. Where phones are needed: Entra ID › Authentication methods › Policies › Configure telephony provider. Locked out today: new password or Temporary Access Pass.',
  'supporter.questions-ended': 'Security questions retired: SSPR no longer takes them, whatever the policy allows.',
  'supporter.questions-ended.do':
    'Let the user register an app or e-mail. Turn off “Security questions” under Entra ID › Password reset › Authentication methods. Others: methodsRegistered = securityQuestion in the registration report.',
  'supporter.phone-sign-in-ended':
    'SMS sign-in (phone number as user name) is being retired as a primary method, with an own telephony provider too.',
  'supporter.phone-sign-in-ended.do':
    'Move the user to a passkey, a QR code with PIN, or a security key. Entra ID › Authentication methods › Policies › SMS: clear “Use for sign-in”.',
} as const;
