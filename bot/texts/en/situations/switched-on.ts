/** Situations of reset, and registering for it, that is not switched on. */
export const switchedOnTexts = {
  'off-for-administrators.happened': 'You can’t register any method for a reset.',
  'off-for-administrators.why': 'You are an administrator. Here, administrators may not reset their own password.',
  'off-for-administrators.now': 'Ask another administrator when you need a new password.',
  'supporter.off-for-administrators':
    'Administrator while SSPR is disabled for administrators (allowedToUseSSPR = false); changes take up to 60 minutes.',
  'supporter.off-for-administrators.do':
    'By design. To allow it: Update-MgPolicyAuthorizationPolicy -AllowedToUseSspr:$true. Else another administrator resets.',

  'off-for-everyone.happened': 'The reset page says that reset is off in your organisation.',
  'off-for-everyone.why': 'So far, nobody in your organisation can reset their own password.',
  'off-for-everyone.now': 'Ask IT support for a new password. They can also turn on reset.',
  'supporter.off-for-everyone': 'SSPR_0009 TenantSSPRFlagDisabled: SSPR scope is None.',
  'supporter.off-for-everyone.do': 'Entra ID › Password reset › Properties: set “Selected” with a group, or “All”.',

  'nothing-decided.happened': 'The reset page says that reset has not been set up.',
  'nothing-decided.why': 'Nobody has chosen yet who may reset their own password.',
  'nothing-decided.now': 'Ask IT support for a new password, and to finish the set-up.',
  'supporter.nothing-decided': 'SSPR_0011 SsprNotEnabledInUserPolicy: no SSPR policy is defined.',
  'supporter.nothing-decided.do':
    'Entra ID › Password reset › Properties and Authentication methods: choose scope, number of methods and methods, then save.',

  'not-licensed.happened': 'The reset page says that a licence is missing.',
  'not-licensed.why': 'Your account has no licence that covers password reset.',
  'not-licensed.now': 'Ask IT support for a new password, and for the licence.',
  'supporter.not-licensed':
    'SSPR_0012 UserNotLicensed: no licence that covers SSPR; with the password on-premises, P1/P2 or Microsoft 365 Business Premium is needed.',
  'supporter.not-licensed.do':
    'Microsoft 365 admin center › Users › Active users › the user › Licenses and apps: assign it, and set the usage location. Reset the password now.',

  'not-in-group.happened': 'The reset page says that your account may not use reset.',
  'not-in-group.why': 'Reset is on for one group of people, and you are not in it.',
  'not-in-group.now': 'Ask IT support to add you to the group. It can take a while before it works.',
  'supporter.not-in-group':
    'SSPR_0013 UserNotMemberOfScopedAccessGroup: scope is Selected, the user is not in the group.',
  'supporter.not-in-group.do':
    'Entra ID › Password reset › Properties: read the group, then Entra ID › Groups › the group › Members: add the user. Nested groups count.',

  'not-enabled.happened': 'The reset page says that your account is not set up for password reset.',
  'not-enabled.why': 'Your organisation has not turned on reset for you. Or your account lacks the licence for it.',
  'not-enabled.now': 'Ask IT support to turn it on, and to give you a new password. You can’t fix this yourself.',
  'supporter.not-enabled':
    'SSPR not enabled for the user (isSsprEnabled = false). Cause not visible in Graph: scope, group or licence.',
  'supporter.not-enabled.do':
    'Entra ID › Password reset › Properties: check “Self service password reset enabled” (None, Selected, All) and the group. Check the licence (Entra ID P1/P2 or Microsoft 365 Business). Reset the password now.',

  'may-not-register.happened': 'The registration page says that you may not use this.',
  'may-not-register.why': 'Reset is not turned on for you, so you can’t register for it.',
  'may-not-register.now': 'Ask IT support to turn it on for you.',
  'supporter.may-not-register':
    '“Your administrator has not enabled you to use this feature”: SSPR off, not in the group, or no licence.',
  'supporter.may-not-register.do': 'Entra ID › Password reset › Properties: scope and group; then the licence.',
} as const;
