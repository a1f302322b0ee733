/** For supporters, in exact terms: the account itself. */
export const account = {
  'supporter.unknown-user':
    'User name not accepted: UPN differs from the primary SMTP address, and alternate login id is off. AADSTS50034: unknown user.',
  'supporter.unknown-user.do':
    'Give the user their UPN, or turn on “Email as alternate login ID” in Entra ID › Entra Connect › Connect Sync.',
  'supporter.personal-guest': 'Guest with a personal Microsoft account (MSA): outside SSPR.',
  'supporter.personal-guest.do': 'By design. The user resets at account.live.com; or invite a work account.',
  'supporter.invited-guest': 'B2B guest: the policy of the home tenant applies.',
  'supporter.invited-guest.do': 'Nothing to do in this tenant. Point the user to their own helpdesk.',
  'supporter.disabled': 'Account disabled (accountEnabled = false), AADSTS50057, event 33005.',
  'supporter.disabled.do':
    'Find out why. Entra ID › Users › the user › Edit account status, or enable it in Active Directory and wait for the sync (30 minutes).',
} as const;
