/**
 * Situations of registering.
 * Sources of passkeys and stronger sign-in, both Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication", "Combined registration" (session controls).
 */
export const registeringTexts = {
  'asked-again.happened': 'The registration page asks you again and again.',
  'asked-again.why': 'It asks until you have added enough. If you cancel, it asks next time.',
  'asked-again.now': 'Add what is missing. I can show you what that is.',
  'supporter.asked-again': 'Registration prompt returns: cancelled, or more methods demanded by policy.',
  'supporter.asked-again.do':
    'Compare “Number of methods required to reset” with the user’s Authentication methods. Check the registration campaign’s snooze.',

  'never-asked.happened': 'Nobody has asked you to register.',
  'never-asked.why':
    'The registration page asks only those who have not registered enough. You may be registered already.',
  'never-asked.now': 'Open it yourself, or add a method here.',
  'supporter.never-asked':
    'Never prompted though enabled: registered already, or the app does not trigger it. Pre-filled data no longer counts as registered (K37).',
  'supporter.never-asked.do':
    'Send aka.ms/ssprsetup. “Require re-register multifactor authentication” prompts again, but deletes phones, apps and software OATH tokens.',

  'filled-in-already.happened': 'The registration page warns that you could lose access to your account.',
  'filled-in-already.why':
    'It is a normal page. IT support has filled in values for you, and asks whether they are right.',
  'filled-in-already.now': 'Look at the values and confirm them.',
  'supporter.filled-in-already': '“Don’t lose access to your account!”: in scope with pre-filled data.',
  'supporter.filled-in-already.do': 'The user confirms the values. Nothing to repair.',

  'mixed-policies.happened': 'The registration page shows different methods than you expect.',
  'mixed-policies.why': 'Several settings decide together what is shown, and they do not agree.',
  'mixed-policies.now': 'Choose one of those that are shown. Tell IT support if the one you need is missing.',
  'supporter.mixed-policies':
    'Methods differ from expectation: SSPR policy, MFA policy and authentication methods policy are merged (policyMigrationState).',
  'supporter.mixed-policies.do':
    'Entra ID › Authentication methods › Policies › Manage migration: finish the migration, so that one policy decides.',

  'only-app-allowed.happened': 'You can’t choose anything but the app.',
  'only-app-allowed.why': 'Your organisation allows only the app.',
  'only-app-allowed.now': 'Use the app, or ask IT support to allow one more method.',
  'supporter.only-app-allowed': 'No “choose another method”: the methods policy allows only Microsoft Authenticator.',
  'supporter.only-app-allowed.do':
    'Entra ID › Authentication methods › Policies: allow SMS, Voice call or Email OTP as well.',

  'app-not-alone.happened': 'The registration page does not accept the app alone.',
  'app-not-alone.why': 'The app must not be your only method.',
  'app-not-alone.now': 'Add a phone or an email address as well.',
  'supporter.app-not-alone': 'The app can’t be registered for SSPR alone.',
  'supporter.app-not-alone.do':
    'Allow at least one method besides it (two where two are required) under Entra ID › Password reset › Authentication methods.',

  'no-office-phone.happened': 'The office phone is not in the list.',
  'no-office-phone.why': 'Your organisation has no office phone on file for you.',
  'no-office-phone.now': 'Add another method, or ask IT support to fill in the number.',
  'supporter.no-office-phone': 'Office phone missing in the wizard: Business phone is empty in the directory.',
  'supporter.no-office-phone.do':
    'Entra ID › Users › the user › Properties › Business phone; where it is synced, telephoneNumber in Active Directory.',

  'other-organisation.happened': 'The Security info page shows a different organisation than you expect.',
  'other-organisation.why': 'Each organisation has its own list. You see one where you are a guest.',
  'other-organisation.now': 'Switch to your own organisation at the top of the page.',
  'supporter.other-organisation': 'Wrong tenant shown: methods are kept per tenant.',
  'supporter.other-organisation.do': 'Let the user switch organisation at mysignins.microsoft.com.',

  'removed-without-asking.happened': 'You removed a method, and nobody asked for a new one.',
  'removed-without-asking.why': 'The registration page only asks when the next check is due.',
  'removed-without-asking.now': 'Add a new one yourself, so that you stay ready.',
  'supporter.removed-without-asking':
    'No prompt after a method was removed: reconfirmation comes only at the interval.',
  'supporter.removed-without-asking.do':
    'Entra ID › Password reset › Registration: days before users are asked to re-confirm. The user registers again.',

  'passkey-demanded.happened': 'You must set up a passkey before you can go on.',
  'passkey-demanded.why':
    'Your only extra proof was a code to your phone, and Microsoft no longer sends those. The sign-in page does not let you skip it.',
  'passkey-demanded.now':
    'Follow the steps on a device with a screen lock. If yours can’t do it, ask IT support. A passkey is not for a reset: add a method for that too.',
  'supporter.passkey-demanded':
    'Blocking passkey registration at sign-in: SMS or voice was the only MFA method, and Microsoft’s own delivery has ended. There is no opt-out.',
  'supporter.passkey-demanded.do':
    'Help the user to register a passkey (Windows Hello, phone, security key); issue a Temporary Access Pass where it is needed first. Users on a telephony provider of yours are not prompted.',

  'signed-in-again.happened': 'You had to sign in again in the middle.',
  'signed-in-again.why':
    'The Security info page waits 15 minutes at most. Before a change, it wants to know that it is still you.',
  'signed-in-again.now': 'Sign in and start again.',
  'supporter.signed-in-again':
    'Sign-in again during registration: 15 minutes’ session, or MFA before managing methods.',
  'supporter.signed-in-again.do': 'Nothing to repair. Check the sign-in frequency in Conditional Access if it recurs.',

  'place-not-allowed.happened': 'You may not register from where you are.',
  'place-not-allowed.why': 'Your organisation allows it only on its own network, or with a pass from IT support.',
  'place-not-allowed.now': 'Try again at the office or through VPN, or ask IT support for a pass.',
  'supporter.place-not-allowed': 'Conditional Access policy on “Register security information” blocks the location.',
  'supporter.place-not-allowed.do':
    'Entra ID › Conditional Access › the policy with user action “Register security information”: trusted location, or issue a Temporary Access Pass.',

  'stronger-sign-in-needed.happened': 'The Security info page says that you must sign in another way.',
  'stronger-sign-in-needed.why': 'To show your methods, it wants a stronger sign-in, or one from the last ten minutes.',
  'stronger-sign-in-needed.now':
    'Close the browser, sign in again and choose another way. Then go straight to the page. If that fails, tell IT support.',
  'supporter.stronger-sign-in-needed':
    '“Let’s try something else. Another sign-in method is required to access this resource.” MFA older than 10 minutes, against an authentication strength on registering security info.',
  'supporter.stronger-sign-in-needed.do':
    'Entra ID › Conditional Access › the policy with user action “Register security information”: sign-in frequency “Every time”. Or enable passkeys for Windows Hello for Business users. The user signs in anew with a method of the required strength.',
} as const;
