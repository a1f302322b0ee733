/** For supporters, in exact terms: reset that is not switched on. */
export const switchedOn = {
  'supporter.not-enabled':
    'SSPR not enabled for the user (isSsprEnabled = false). Cause not visible in Graph: scope, group or licence.',
  'supporter.not-enabled.do':
    'Entra ID › Password reset › Properties: check “Self service password reset enabled” (None, Selected, All) and the group. Check the licence (Entra ID P1/P2 or Microsoft 365 Business). Reset the password now.',
  'supporter.off-for-everyone': 'SSPR_0009 TenantSSPRFlagDisabled: SSPR scope is None.',
  'supporter.off-for-everyone.do': 'Entra ID › Password reset › Properties: set “Selected” with a group, or “All”.',
  'supporter.nothing-decided': 'SSPR_0011 SsprNotEnabledInUserPolicy: no SSPR policy is defined.',
  'supporter.nothing-decided.do':
    'Entra ID › Password reset › Properties and Authentication methods: choose scope, number of methods and methods, then save.',
  'supporter.not-licensed':
    'SSPR_0012 UserNotLicensed: no licence that covers SSPR; with the password on-premises, P1/P2 or Microsoft 365 Business Premium is needed.',
  'supporter.not-licensed.do':
    'Microsoft 365 admin center › Users › Active users › the user › Licenses and apps: assign it, and set the usage location. Reset the password now.',
  'supporter.not-in-group':
    'SSPR_0013 UserNotMemberOfScopedAccessGroup: scope is Selected, the user is not in the group.',
  'supporter.not-in-group.do':
    'Entra ID › Password reset › Properties: read the group, then Entra ID › Groups › the group › Members: add the user. Nested groups count.',
  'supporter.off-for-administrators':
    'Administrator while SSPR is disabled for administrators (allowedToUseSSPR = false); changes take up to 60 minutes.',
  'supporter.off-for-administrators.do':
    'By design. To allow it: Update-MgPolicyAuthorizationPolicy -AllowedToUseSspr:$true. Else another administrator resets.',
} as const;
