/** For supporters, in exact terms: where the password is kept, the new one, and writing it back. */
export const keptElsewhere = {
  'supporter.K1':
    'Password managed on-premises (onPremisesSyncEnabled = true), password writeback off. The portal shows “Contact your administrator”.',
  'supporter.K1.do':
    'Entra ID › Password reset › On-premises integration: turn on “Write back passwords to your on-premises directory”, and Password writeback in Entra Connect. Until then reset in Active Directory.',
  'supporter.K5': 'SSPR_0010 WritebackNotEnabled: password on-premises, password writeback off.',
  'supporter.K5.do':
    'Entra ID › Password reset › On-premises integration: turn on writeback, and Password writeback in Entra Connect. Check the connector account’s rights: Reset password, write lockoutTime, write pwdLastSet.',
  'supporter.K10':
    'SSPR_0029 OnPremisesAdminActionRequired: on-premises configuration. Events 6329, 31003, 33001–33004, 33009; HRESULT 80230619, 8023061f, 80230402, 800700ce.',
  'supporter.K10.do':
    'Read PasswordResetService in the Application log of the Entra Connect server. Check: connector account’s Reset password right, AdminCount = 1 (protected group: by design), “Restrict clients allowed to make remote calls to SAM”, LDAP control 1.2.840.113556.1.4.2066. “Managed on-premises” in the log, with writeback on in Entra Connect: check the switch under Entra ID › Password reset › On-premises integration.',
  'supporter.K11':
    'SSPR_0030 OnPremisesConnectivityError: Entra Connect or Service Bus not reachable. Events 6800, 31016, 31034, 31044, 32000–32002, 32014.',
  'supporter.K11.do':
    'Check the network to *.passwordreset.microsoftonline.com and *.servicebus.windows.net on port 443. Then TLS 1.2 and the framework (.NET 4.8). Restart “Azure AD Sync”, disable and enable writeback, upgrade Entra Connect.',
  'supporter.K12':
    'OnPremisesSuccessCloudFailure: written on-premises, cloud write late (time-out, policy, throttling).',
  'supporter.K12.do':
    'Wait for password hash synchronisation (about 2 minutes). If it persists: Entra Connect › Synchronization Service, password hash synchronisation.',
  'supporter.K23':
    'OnPremisesPolicyViolation, event 33008, HRESULT 80230619: age, history, complexity or filter in Active Directory, or PASSWD_CANT_CHANGE.',
  'supporter.K23.do':
    'Check the fine-grained password policy (msDS-ResultantPSO), minimum password age, password filters, and “User cannot change password”.',
  'supporter.K24':
    'FuzzyPolicyViolationInvalidPassword or PasswordDoesnotComplyFuzzyPolicy: global or custom banned password list.',
  'supporter.K24.do':
    'Entra ID › Authentication methods › Password protection: review the custom banned password list.',
  'supporter.K25': 'No strength meter in hybrid: the cloud can’t see the Active Directory policy. By design.',
  'supporter.K25.do': 'Publish your password rules where people look. Nothing to repair.',
  'supporter.K36': 'Hybrid-joined device: cached logon until it reaches a domain controller.',
  'supporter.K36.do':
    'Line of sight to a domain controller: office network or VPN, lock and unlock with the new password.',
  'supporter.K45':
    'Password accepted on-premises, not in the cloud: Unicode characters, with EnforceCloudPasswordPolicyForPasswordSyncedUsers. The account risk does not decrease, the prompt returns, and no error is shown.',
  'supporter.K45.do':
    'Let the user choose a password without Unicode characters. Look at the user in the Risky users report. Repeated tries can end in smart lockout.',
  'supporter.K48': 'Event 33006 ADUserAccountLockedOut: the account is locked in Active Directory.',
  'supporter.K48.do':
    'Unlock it in Active Directory, then the user tries again. Look for a device with the old password. Users can unlock themselves where Entra ID › Password reset › On-premises integration allows it.',
  'supporter.K49': 'Event 33007 ADUserIncorrectPassword: wrong current password at a password change.',
  'supporter.K49.do': 'Nothing to repair. The user types the current password again, or resets at aka.ms/sspr.',
} as const;
