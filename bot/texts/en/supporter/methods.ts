/** For supporters, in exact terms: methods that are missing or do not count. */
export const methods = {
  'supporter.not-registered':
    'SSPR enabled, user not registered (isSsprRegistered = false). The text “We could not verify your account” alone does not prove it: it also shows when SSPR is off.',
  'supporter.not-registered.do':
    'Reset the password, or issue a Temporary Access Pass (Entra ID › Users › the user › Authentication methods). Then the user registers here or at aka.ms/ssprsetup. Or add phone and e-mail for them.',
  'supporter.information-missing': 'SSPR_0014 UserNotProperlyConfigured: not, or not fully, registered.',
  'supporter.information-missing.do':
    'Reset the password or issue a Temporary Access Pass. Then let the user register, or add the missing methods under Entra ID › Users › the user › Authentication methods.',
  'supporter.too-few-methods': 'Fewer usable methods than “Number of methods required to reset”.',
  'supporter.too-few-methods.do':
    'Reset the password, then let the user register one more, or add it under Entra ID › Users › the user › Authentication methods. Before you raise 1 to 2, tell people.',
  'supporter.malformed-values': 'Contact data not in the required form: +CC NUMBER with one space, no extension.',
  'supporter.malformed-values.do':
    'Correct it in Entra ID › Users › the user › Authentication methods; where it is synced, in Active Directory (telephoneNumber, mobile).',
  'supporter.not-allowed-any-more':
    'isSsprRegistered = true, isSsprCapable = false: the registered methods are no longer allowed, or an authenticator app is the only one.',
  'supporter.not-allowed-any-more.do':
    'Entra ID › Authentication methods › Policies, and Entra ID › Password reset › Authentication methods: allow one of them again, or start a registration campaign.',
  'supporter.never-registered':
    'A number or address is on file (mobilePhone, businessPhones, otherMails) but was never registered. Since 9 November 2026, SSPR takes registered methods only.',
  'supporter.never-registered.do':
    'Let the user confirm the value here or at aka.ms/ssprsetup, or add it under Entra ID › Users › the user › Authentication methods. Until then: new password or Temporary Access Pass.',
  'supporter.stricter-for-administrators':
    'Administrator: the fixed two-gate policy applies, whatever the SSPR policy says. Two of e-mail, authenticator app, phone; no questions.',
  'supporter.stricter-for-administrators.do':
    'By design. Let the administrator register two methods, or turn SSPR for administrators off (allowedToUseSSPR = false).',
  'supporter.all-lost': 'A method, or all of them, out of reach.',
  'supporter.all-lost.do':
    'Check the identity, then Entra ID › Users › the user › Authentication methods: Temporary Access Pass, or “Require re-register multifactor authentication”. Account Recovery, where it has a profile in production: an identity document and Verified ID, from the sign-in page. The user then gets a pass and registers anew.',
} as const;
