/** For supporters, in exact terms: registering. */
export const registering = {
  'supporter.R1':
    '“Your administrator has not enabled you to use this feature”: SSPR off, not in the group, or no licence.',
  'supporter.R1.do': 'Entra ID › Password reset › Properties: scope and group; then the licence.',
  'supporter.R2': 'Registration prompt returns: cancelled, or more methods demanded by policy.',
  'supporter.R2.do':
    'Compare “Number of methods required to reset” with the user’s Authentication methods. Check the registration campaign’s snooze.',
  'supporter.R3':
    'Never prompted though enabled: registered already, or the app does not trigger it. Pre-filled data no longer counts as registered (K37).',
  'supporter.R3.do':
    'Send aka.ms/ssprsetup. “Require re-register multifactor authentication” prompts again, but deletes phones, apps and software OATH tokens.',
  'supporter.R4': '“Don’t lose access to your account!”: in scope with pre-filled data.',
  'supporter.R4.do': 'The user confirms the values. Nothing to repair.',
  'supporter.R5':
    'Methods differ from expectation: SSPR policy, MFA policy and authentication methods policy are merged (policyMigrationState).',
  'supporter.R5.do':
    'Entra ID › Authentication methods › Policies › Manage migration: finish the migration, so that one policy decides.',
  'supporter.R6': 'No “choose another method”: the methods policy allows only Microsoft Authenticator.',
  'supporter.R6.do': 'Entra ID › Authentication methods › Policies: allow SMS, Voice call or Email OTP as well.',
  'supporter.R8': 'The app can’t be registered for SSPR alone.',
  'supporter.R8.do':
    'Allow at least one method besides it (two where two are required) under Entra ID › Password reset › Authentication methods.',
  'supporter.R9': 'Sign-in again during registration: 15 minutes’ session, or MFA before managing methods.',
  'supporter.R9.do': 'Nothing to repair. Check the sign-in frequency in Conditional Access if it recurs.',
  'supporter.R10': 'Office phone missing in the wizard: Business phone is empty in the directory.',
  'supporter.R10.do':
    'Entra ID › Users › the user › Properties › Business phone; where it is synced, telephoneNumber in Active Directory.',
  'supporter.R11': 'Conditional Access policy on “Register security information” blocks the location.',
  'supporter.R11.do':
    'Entra ID › Conditional Access › the policy with user action “Register security information”: trusted location, or issue a Temporary Access Pass.',
  'supporter.R12': 'Wrong tenant shown: methods are kept per tenant.',
  'supporter.R12.do': 'Let the user switch organisation at mysignins.microsoft.com.',
  'supporter.R13': 'No prompt after a method was removed: reconfirmation comes only at the interval.',
  'supporter.R13.do':
    'Entra ID › Password reset › Registration: days before users are asked to re-confirm. The user registers again.',
} as const;
