/**
 * Situations of methods that are missing or do not count.
 * Sources of what has ended and what never counted, all Microsoft Learn: "Passkeys by default and retirement of Microsoft-provided SMS and voice authentication" and its FAQ, "Frequently asked questions about telephony providers", "Security questions authentication method", "Phone authentication methods" (the alternate phone), "How it works: self-service password reset" (its methods).
 */
export const methodsTexts = {
  'never-registered.happened':
    'The reset page no longer accepts the number or address that IT support filled in for you.',
  'never-registered.why': 'It counts only once you have confirmed it yourself. You never did.',
  'never-registered.now':
    'Confirm it now: then it counts. If you are locked out today, ask IT support for a new password.',
  'supporter.never-registered':
    'A number or address is on file (mobilePhone, businessPhones, otherMails) but was never registered. Since 9 November 2026, SSPR takes registered methods only.',
  'supporter.never-registered.do':
    'Let the user confirm the value here or at aka.ms/ssprsetup, or add it under Entra ID › Users › the user › Authentication methods. Until then: new password or Temporary Access Pass.',

  'not-registered.happened': 'The reset page could not check that the account is yours.',
  'not-registered.why': 'Reset is on for you, but you have not added a method to prove who you are.',
  'not-registered.now':
    'Add a method here now, such as your phone. If you are locked out today, ask IT support for a new password.',
  'supporter.not-registered':
    'SSPR enabled, user not registered (isSsprRegistered = false). The text “We could not verify your account” alone does not prove it: it also shows when SSPR is off.',
  'supporter.not-registered.do':
    'Reset the password, or issue a Temporary Access Pass (Entra ID › Users › the user › Authentication methods). Then the user registers here or at aka.ms/ssprsetup. Or add phone and e-mail for them.',

  'information-missing.happened': 'The reset page says that something is missing from your account.',
  'information-missing.why': 'You have not added enough methods to prove who you are.',
  'information-missing.now':
    'Add what is missing here. If you are locked out today, ask IT support for a new password.',
  'supporter.information-missing': 'SSPR_0014 UserNotProperlyConfigured: not, or not fully, registered.',
  'supporter.information-missing.do':
    'Reset the password or issue a Temporary Access Pass. Then let the user register, or add the missing methods under Entra ID › Users › the user › Authentication methods.',

  'too-few-methods.happened': 'The reset page asks for more than you have added.',
  'too-few-methods.why': 'A reset needs two methods, and you have fewer.',
  'too-few-methods.now': 'Add one more here. If you are locked out today, ask IT support for a new password.',
  'supporter.too-few-methods': 'Fewer usable methods than “Number of methods required to reset”.',
  'supporter.too-few-methods.do':
    'Reset the password, then let the user register one more, or add it under Entra ID › Users › the user › Authentication methods. Before you raise 1 to 2, tell people.',

  'malformed-values.happened': 'The reset page can’t use the number or address on your account.',
  'malformed-values.why': 'It is written in a form that no code can be sent to.',
  'malformed-values.now':
    'Change it here, and add the country code. If IT support filled it in, tell them the right number.',
  'supporter.malformed-values': 'Contact data not in the required form: +CC NUMBER with one space, no extension.',
  'supporter.malformed-values.do':
    'Correct it in Entra ID › Users › the user › Authentication methods; where it is synced, in Active Directory (telephoneNumber, mobile).',

  'not-allowed-any-more.happened': 'The reset page does not offer the method you have added.',
  'not-allowed-any-more.why': 'Your organisation no longer allows it, or it must not be your only one.',
  'not-allowed-any-more.now': 'Add another method here that is allowed.',
  'supporter.not-allowed-any-more':
    'isSsprRegistered = true, isSsprCapable = false: the registered methods are no longer allowed, or an authenticator app is the only one.',
  'supporter.not-allowed-any-more.do':
    'Entra ID › Authentication methods › Policies, and Entra ID › Password reset › Authentication methods: allow one of them again, or start a registration campaign.',

  'phone-ended.happened': 'The reset page no longer offers a text or a call.',
  'phone-ended.why': 'Microsoft has stopped sending codes to phones. Without your phone, you have too few methods.',
  'phone-ended.now':
    'Add the app or a private email address here. If you are locked out today, ask IT support for a new password.',
  'supporter.phone-ended':
    'Phone methods retired: Microsoft-provided SMS and voice have ended, for SSPR too, and no telephony provider sends them instead.',
  'supporter.phone-ended.do':
    'Let the user register an app or e-mail. Where phones are needed: Entra ID › Authentication methods › Policies › Configure telephony provider. Locked out today: new password or Temporary Access Pass.',

  'questions-ended.happened': 'The reset page does not ask your questions any more.',
  'questions-ended.why': 'Microsoft has stopped accepting questions for a reset. They were too easy to guess.',
  'questions-ended.now':
    'Add another method here, such as the app. If you are locked out today, ask IT support for a new password.',
  'supporter.questions-ended': 'Security questions retired: SSPR no longer takes them, whatever the policy allows.',
  'supporter.questions-ended.do':
    'Let the user register an app or e-mail. Turn off “Security questions” under Entra ID › Password reset › Authentication methods. Others: methodsRegistered = securityQuestion in the registration report.',

  'stricter-for-administrators.happened': 'The reset page asks more of you than of your colleagues.',
  'stricter-for-administrators.why':
    'You are an administrator. Administrators always need two methods, and never questions.',
  'stricter-for-administrators.now': 'Add two methods here, such as the app and an email address.',
  'supporter.stricter-for-administrators':
    'Administrator: the fixed two-gate policy applies, whatever the SSPR policy says. Two of e-mail, authenticator app, phone; no questions.',
  'supporter.stricter-for-administrators.do':
    'By design. Let the administrator register two methods, or turn SSPR for administrators off (allowedToUseSSPR = false).',

  'passkey-not-counted.happened': 'A reset does not accept your passkey.',
  'passkey-not-counted.why': 'A passkey is for signing in. A reset uses other methods, such as the app or an email.',
  'passkey-not-counted.now':
    'Add one of those here. If the sign-in page only suggests a passkey, you may skip that for now.',
  'supporter.passkey-not-counted':
    'Passkey (FIDO2, Windows Hello) registered: not a method for SSPR. The nudge after MFA can be snoozed without limit.',
  'supporter.passkey-not-counted.do':
    'Let the user register an app, e-mail or phone as well. The nudge: Entra ID › Authentication methods › Registration campaign.',

  'second-number.happened': 'The reset page does not offer your second phone number.',
  'second-number.why':
    'A reset uses your first mobile number, or the office phone. The second one is for signing in only.',
  'second-number.now': 'Use the first number. If it is not yours any more, change it here or add another method.',
  'supporter.second-number': 'Alternate phone: for MFA only. SSPR takes the primary mobile or the office phone.',
  'supporter.second-number.do':
    'Make the number that is needed the primary one: Entra ID › Users › the user › Authentication methods. Or let the user register another method.',

  'all-lost.happened': 'You can’t reach a method that you have added.',
  'all-lost.why': 'Without it, the reset page can’t know that it is you.',
  'all-lost.now':
    'If another one is left, use that. If not, contact IT support: they check who you are first. Some sign-in pages also let you show an ID card.',
  'supporter.all-lost': 'A method, or all of them, out of reach.',
  'supporter.all-lost.do':
    'Check the identity, then Entra ID › Users › the user › Authentication methods: Temporary Access Pass, or “Require re-register multifactor authentication”. Account Recovery, where it has a profile in production: an identity document and Verified ID, from the sign-in page. The user then gets a pass and registers anew.',
} as const;
