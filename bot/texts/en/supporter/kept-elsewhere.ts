/** For supporters, in exact terms: where the password is kept, the new one, and writing it back. */
export const keptElsewhere = {
  'supporter.kept-on-premises':
    'Password managed on-premises (onPremisesSyncEnabled = true), password writeback off. The portal shows “Contact your administrator”.',
  'supporter.kept-on-premises.do':
    'Entra ID › Password reset › On-premises integration: turn on “Write back passwords to your on-premises directory”, and Password writeback in Entra Connect. Until then reset in Active Directory.',
  'supporter.service-missing': 'SSPR_0010 WritebackNotEnabled: password on-premises, password writeback off.',
  'supporter.service-missing.do':
    'Entra ID › Password reset › On-premises integration: turn on writeback, and Password writeback in Entra Connect. Check the connector account’s rights: Reset password, write lockoutTime, write pwdLastSet.',
  'supporter.refused-on-premises':
    'SSPR_0029 OnPremisesAdminActionRequired: on-premises configuration. Events 6329, 31003, 33001–33004, 33009; HRESULT 80230619, 8023061f, 80230402, 800700ce.',
  'supporter.refused-on-premises.do':
    'Read PasswordResetService in the Application log of the Entra Connect server. Check: connector account’s Reset password right, AdminCount = 1 (protected group: by design), “Restrict clients allowed to make remote calls to SAM”, LDAP control 1.2.840.113556.1.4.2066. “Managed on-premises” in the log, with writeback on in Entra Connect: check the switch under Entra ID › Password reset › On-premises integration.',
  'supporter.unreachable-on-premises':
    'SSPR_0030 OnPremisesConnectivityError: Entra Connect or Service Bus not reachable. Events 6800, 31016, 31034, 31044, 32000–32002, 32014.',
  'supporter.unreachable-on-premises.do':
    'Check the network to *.passwordreset.microsoftonline.com and *.servicebus.windows.net on port 443. Then TLS 1.2 and the framework (.NET 4.8). Restart “Azure AD Sync”, disable and enable writeback, upgrade Entra Connect.',
  'supporter.not-everywhere-yet':
    'OnPremisesSuccessCloudFailure: written on-premises, cloud write late (time-out, policy, throttling).',
  'supporter.not-everywhere-yet.do':
    'Wait for password hash synchronisation (about 2 minutes). If it persists: Entra Connect › Synchronization Service, password hash synchronisation.',
  'supporter.against-the-rules':
    'OnPremisesPolicyViolation, event 33008, HRESULT 80230619: age, history, complexity or filter in Active Directory, or PASSWD_CANT_CHANGE.',
  'supporter.against-the-rules.do':
    'Check the fine-grained password policy (msDS-ResultantPSO), minimum password age, password filters, and “User cannot change password”.',
  'supporter.too-common':
    'FuzzyPolicyViolationInvalidPassword or PasswordDoesnotComplyFuzzyPolicy: global or custom banned password list.',
  'supporter.too-common.do':
    'Entra ID › Authentication methods › Password protection: review the custom banned password list.',
  'supporter.no-strength-meter':
    'No strength meter in hybrid: the cloud can’t see the Active Directory policy. By design.',
  'supporter.no-strength-meter.do': 'Publish your password rules where people look. Nothing to repair.',
  'supporter.works-after-network': 'Hybrid-joined device: cached logon until it reaches a domain controller.',
  'supporter.works-after-network.do':
    'Line of sight to a domain controller: office network or VPN, lock and unlock with the new password.',
  'supporter.refused-in-the-cloud':
    'Password accepted on-premises, not in the cloud: Unicode characters, with EnforceCloudPasswordPolicyForPasswordSyncedUsers. The account risk does not decrease, the prompt returns, and no error is shown.',
  'supporter.refused-in-the-cloud.do':
    'Let the user choose a password without Unicode characters. Look at the user in the Risky users report. Repeated tries can end in smart lockout.',
  'supporter.locked-on-premises': 'Event 33006 ADUserAccountLockedOut: the account is locked in Active Directory.',
  'supporter.locked-on-premises.do':
    'Unlock it in Active Directory, then the user tries again. Look for a device with the old password. Users can unlock themselves where Entra ID › Password reset › On-premises integration allows it.',
  'supporter.wrong-current-password':
    'Event 33007 ADUserIncorrectPassword: wrong current password at a password change.',
  'supporter.wrong-current-password.do':
    'Nothing to repair. The user types the current password again, or resets at aka.ms/sspr.',
} as const;
