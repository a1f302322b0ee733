/** For supporters, in exact terms: registering. */
export const registering = {
  'supporter.may-not-register':
    '“Your administrator has not enabled you to use this feature”: SSPR off, not in the group, or no licence.',
  'supporter.may-not-register.do': 'Entra ID › Password reset › Properties: scope and group; then the licence.',
  'supporter.asked-again': 'Registration prompt returns: cancelled, or more methods demanded by policy.',
  'supporter.asked-again.do':
    'Compare “Number of methods required to reset” with the user’s Authentication methods. Check the registration campaign’s snooze.',
  'supporter.never-asked':
    'Never prompted though enabled: registered already, or the app does not trigger it. Pre-filled data no longer counts as registered (K37).',
  'supporter.never-asked.do':
    'Send aka.ms/ssprsetup. “Require re-register multifactor authentication” prompts again, but deletes phones, apps and software OATH tokens.',
  'supporter.filled-in-already': '“Don’t lose access to your account!”: in scope with pre-filled data.',
  'supporter.filled-in-already.do': 'The user confirms the values. Nothing to repair.',
  'supporter.mixed-policies':
    'Methods differ from expectation: SSPR policy, MFA policy and authentication methods policy are merged (policyMigrationState).',
  'supporter.mixed-policies.do':
    'Entra ID › Authentication methods › Policies › Manage migration: finish the migration, so that one policy decides.',
  'supporter.only-app-allowed': 'No “choose another method”: the methods policy allows only Microsoft Authenticator.',
  'supporter.only-app-allowed.do':
    'Entra ID › Authentication methods › Policies: allow SMS, Voice call or Email OTP as well.',
  'supporter.app-not-alone': 'The app can’t be registered for SSPR alone.',
  'supporter.app-not-alone.do':
    'Allow at least one method besides it (two where two are required) under Entra ID › Password reset › Authentication methods.',
  'supporter.signed-in-again':
    'Sign-in again during registration: 15 minutes’ session, or MFA before managing methods.',
  'supporter.signed-in-again.do': 'Nothing to repair. Check the sign-in frequency in Conditional Access if it recurs.',
  'supporter.no-office-phone': 'Office phone missing in the wizard: Business phone is empty in the directory.',
  'supporter.no-office-phone.do':
    'Entra ID › Users › the user › Properties › Business phone; where it is synced, telephoneNumber in Active Directory.',
  'supporter.place-not-allowed': 'Conditional Access policy on “Register security information” blocks the location.',
  'supporter.place-not-allowed.do':
    'Entra ID › Conditional Access › the policy with user action “Register security information”: trusted location, or issue a Temporary Access Pass.',
  'supporter.other-organisation': 'Wrong tenant shown: methods are kept per tenant.',
  'supporter.other-organisation.do': 'Let the user switch organisation at mysignins.microsoft.com.',
  'supporter.removed-without-asking':
    'No prompt after a method was removed: reconfirmation comes only at the interval.',
  'supporter.removed-without-asking.do':
    'Entra ID › Password reset › Registration: days before users are asked to re-confirm. The user registers again.',
} as const;
