/** For supporters, in exact terms: reset that is not switched on. */
export const switchedOn = {
  'supporter.K2':
    'SSPR not enabled for the user (isSsprEnabled = false). Cause not visible in Graph: scope, group or licence.',
  'supporter.K2.do':
    'Entra ID › Password reset › Properties: check “Self service password reset enabled” (None, Selected, All) and the group. Check the licence (Entra ID P1/P2 or Microsoft 365 Business). Reset the password now.',
  'supporter.K4': 'SSPR_0009 TenantSSPRFlagDisabled: SSPR scope is None.',
  'supporter.K4.do': 'Entra ID › Password reset › Properties: set “Selected” with a group, or “All”.',
  'supporter.K6': 'SSPR_0011 SsprNotEnabledInUserPolicy: no SSPR policy is defined.',
  'supporter.K6.do':
    'Entra ID › Password reset › Properties and Authentication methods: choose scope, number of methods and methods, then save.',
  'supporter.K7':
    'SSPR_0012 UserNotLicensed: no licence that covers SSPR; with the password on-premises, P1/P2 or Microsoft 365 Business Premium is needed.',
  'supporter.K7.do':
    'Microsoft 365 admin center › Users › Active users › the user › Licenses and apps: assign it, and set the usage location. Reset the password now.',
  'supporter.K8': 'SSPR_0013 UserNotMemberOfScopedAccessGroup: scope is Selected, the user is not in the group.',
  'supporter.K8.do':
    'Entra ID › Password reset › Properties: read the group, then Entra ID › Groups › the group › Members: add the user. Nested groups count.',
  'supporter.R7':
    'Administrator while SSPR is disabled for administrators (allowedToUseSSPR = false); changes take up to 60 minutes.',
  'supporter.R7.do':
    'By design. To allow it: Update-MgPolicyAuthorizationPolicy -AllowedToUseSspr:$true. Else another administrator resets.',
} as const;
