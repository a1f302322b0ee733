/**
 * Situations of where the password is kept, the new one, and writing it back.
 * Sources of the pass, both Microsoft Learn: "Combined registration" (password change), "Configure a Temporary Access Pass".
 */
export const keptElsewhereTexts = {
  'kept-on-premises.happened': 'The reset page asks you to contact your administrator.',
  'kept-on-premises.why': 'Your own organisation keeps your password. It does not let Microsoft change it.',
  'kept-on-premises.now':
    'Ask IT support to set a new password for you. Tell them that you want to do it yourself next time.',
  'supporter.kept-on-premises':
    'Password managed on-premises (onPremisesSyncEnabled = true), password writeback off. The portal shows “Contact your administrator”.',
  'supporter.kept-on-premises.do':
    'Entra ID › Password reset › On-premises integration: turn on “Write back passwords to your on-premises directory”, and Password writeback in Entra Connect. Until then reset in Active Directory.',

  'service-missing.happened': 'The reset page says that a service is missing.',
  'service-missing.why': 'Your own organisation keeps your password. The link that lets Microsoft change it is off.',
  'service-missing.now': 'Ask IT support for a new password, and show them the code from the page.',
  'supporter.service-missing': 'SSPR_0010 WritebackNotEnabled: password on-premises, password writeback off.',
  'supporter.service-missing.do':
    'Entra ID › Password reset › On-premises integration: turn on writeback, and Password writeback in Entra Connect. Check the connector account’s rights: Reset password, write lockoutTime, write pwdLastSet.',

  'against-the-rules.happened': 'The reset page did not accept your new password.',
  'against-the-rules.why':
    'It breaks one of your organisation’s rules. You may have used it before, or changed it too soon.',
  'against-the-rules.now': 'Choose another one. If you changed it today, try again tomorrow.',
  'supporter.against-the-rules':
    'OnPremisesPolicyViolation, event 33008, HRESULT 80230619: age, history, complexity or filter in Active Directory, or PASSWD_CANT_CHANGE.',
  'supporter.against-the-rules.do':
    'Check the fine-grained password policy (msDS-ResultantPSO), minimum password age, password filters, and “User cannot change password”.',

  'too-common.happened': 'The reset page says that your new password is too easy.',
  'too-common.why': 'It holds a word that many people use, or one that your organisation does not allow.',
  'too-common.now': 'Choose a longer one. Four words that have nothing to do with each other work well.',
  'supporter.too-common':
    'FuzzyPolicyViolationInvalidPassword or PasswordDoesnotComplyFuzzyPolicy: global or custom banned password list.',
  'supporter.too-common.do':
    'Entra ID › Authentication methods › Password protection: review the custom banned password list.',

  'no-strength-meter.happened': 'The reset page does not show how strong your new password is.',
  'no-strength-meter.why': 'Your own organisation keeps your password, so the page does not know the rules.',
  'no-strength-meter.now': 'Nothing is wrong. Follow the rules of your organisation, or ask IT support what they are.',
  'supporter.no-strength-meter':
    'No strength meter in hybrid: the cloud can’t see the Active Directory policy. By design.',
  'supporter.no-strength-meter.do': 'Publish your password rules where people look. Nothing to repair.',

  'signed-in-with-pass.happened': 'You came in with a pass, but can’t change your password.',
  'signed-in-with-pass.why': 'A pass from IT support lets you in. To change a password, you still need the old one.',
  'signed-in-with-pass.now':
    'Add your methods while the pass works, then set a new password on the reset page. Or ask IT support for one.',
  'supporter.signed-in-with-pass':
    'Signed in with a Temporary Access Pass: a password change asks for the current password, so one that is not known can’t be changed.',
  'supporter.signed-in-with-pass.do':
    'Entra ID › Users › the user › Reset password. Or let the user register methods (one-time pass: within 10 minutes of sign-in), then use aka.ms/sspr.',

  'locked-on-premises.happened': 'Your account is locked on your organisation’s own servers.',
  'locked-on-premises.why':
    'Too many wrong passwords were tried there. A device that still has the old one can do that too.',
  'locked-on-premises.now': 'Ask IT support to unlock it. Then try again.',
  'supporter.locked-on-premises': 'Event 33006 ADUserAccountLockedOut: the account is locked in Active Directory.',
  'supporter.locked-on-premises.do':
    'Unlock it in Active Directory, then the user tries again. Look for a device with the old password. Users can unlock themselves where Entra ID › Password reset › On-premises integration allows it.',

  'wrong-current-password.happened': 'The reset page did not accept the password you have now.',
  'wrong-current-password.why': 'To change a password, you first type the old one. What you typed was not it.',
  'wrong-current-password.now':
    'Type it again. If you do not know it, use the reset page and say there that you forgot it.',
  'supporter.wrong-current-password':
    'Event 33007 ADUserIncorrectPassword: wrong current password at a password change.',
  'supporter.wrong-current-password.do':
    'Nothing to repair. The user types the current password again, or resets at aka.ms/sspr.',

  'refused-on-premises.happened': 'The reset page found a problem in your organisation’s set-up.',
  'refused-on-premises.why': 'Your own organisation keeps your password. Its servers did not accept the new one.',
  'refused-on-premises.now': 'You can’t fix this yourself. Tell IT support what you saw, and they set a new password.',
  'supporter.refused-on-premises':
    'SSPR_0029 OnPremisesAdminActionRequired: on-premises configuration. Events 6329, 31003, 33001–33004, 33009; HRESULT 80230619, 8023061f, 80230402, 800700ce.',
  'supporter.refused-on-premises.do':
    'Read PasswordResetService in the Application log of the Entra Connect server. Check: connector account’s Reset password right, AdminCount = 1 (protected group: by design), “Restrict clients allowed to make remote calls to SAM”, LDAP control 1.2.840.113556.1.4.2066. “Managed on-premises” in the log, with writeback on in Entra Connect: check the switch under Entra ID › Password reset › On-premises integration.',

  'unreachable-on-premises.happened': 'The reset page could not reach your organisation.',
  'unreachable-on-premises.why': 'Your own organisation keeps your password. Its servers did not answer.',
  'unreachable-on-premises.now': 'Wait an hour and try again. If it still fails, tell IT support.',
  'supporter.unreachable-on-premises':
    'SSPR_0030 OnPremisesConnectivityError: Entra Connect or Service Bus not reachable. Events 6800, 31016, 31034, 31044, 32000–32002, 32014.',
  'supporter.unreachable-on-premises.do':
    'Check the network to *.passwordreset.microsoftonline.com and *.servicebus.windows.net on port 443. Then TLS 1.2 and the framework (.NET 4.8). Restart “Azure AD Sync”, disable and enable writeback, upgrade Entra Connect.',

  'not-everywhere-yet.happened': 'Your new password is saved, but it does not work everywhere yet.',
  'not-everywhere-yet.why': 'It takes a few minutes to reach all the places that need it.',
  'not-everywhere-yet.now': 'Wait a few minutes, then sign in with the new password.',
  'supporter.not-everywhere-yet':
    'OnPremisesSuccessCloudFailure: written on-premises, cloud write late (time-out, policy, throttling).',
  'supporter.not-everywhere-yet.do':
    'Wait for password hash synchronisation (about 2 minutes). If it persists: Entra Connect › Synchronization Service, password hash synchronisation.',

  'refused-in-the-cloud.happened': 'You are asked for a new password again and again.',
  'refused-in-the-cloud.why':
    'Your organisation accepted the new one, but Microsoft may not have. It accepts no letters with dots or accents, and the reset page does not say so.',
  'refused-in-the-cloud.now':
    'Choose one of plain letters from a to z, numbers and common symbols. If you are still asked, tell IT support.',
  'supporter.refused-in-the-cloud':
    'Password accepted on-premises, not in the cloud: Unicode characters, with EnforceCloudPasswordPolicyForPasswordSyncedUsers. The account risk does not decrease, the prompt returns, and no error is shown.',
  'supporter.refused-in-the-cloud.do':
    'Let the user choose a password without Unicode characters. Look at the user in the Risky users report. Repeated tries can end in smart lockout.',

  'works-after-network.happened': 'Your new password does not work on your computer yet.',
  'works-after-network.why': 'The computer must reach your organisation’s network before it knows the new one.',
  'works-after-network.now':
    'Connect at the office or through VPN, then sign in with the new one. Until then the old one may still work.',
  'supporter.works-after-network': 'Hybrid-joined device: cached logon until it reaches a domain controller.',
  'supporter.works-after-network.do':
    'Line of sight to a domain controller: office network or VPN, lock and unlock with the new password.',
} as const;
