import type { switchedOn as english } from '../../en/supporter/switched-on.ts';

/** För supporten, med exakta ord: återställning som inte är på. */
export const switchedOn: Readonly<Record<keyof typeof english, string>> = {
  'supporter.not-enabled':
    'SSPR är inte aktiverat för användaren (isSsprEnabled = false). Orsaken syns inte i Graph: scope, grupp eller licens.',
  'supporter.not-enabled.do':
    'Entra ID › Password reset › Properties: kontrollera ”Self service password reset enabled” (None, Selected, All) och gruppen. Kontrollera licensen (Entra ID P1/P2 eller Microsoft 365 Business). Återställ lösenordet nu.',
  'supporter.off-for-everyone': 'SSPR_0009 TenantSSPRFlagDisabled: SSPR har scope None.',
  'supporter.off-for-everyone.do': 'Entra ID › Password reset › Properties: välj ”Selected” med en grupp, eller ”All”.',
  'supporter.nothing-decided': 'SSPR_0011 SsprNotEnabledInUserPolicy: ingen SSPR-policy är definierad.',
  'supporter.nothing-decided.do':
    'Entra ID › Password reset › Properties och Authentication methods: välj scope, antal metoder och metoder, och spara.',
  'supporter.not-licensed':
    'SSPR_0012 UserNotLicensed: ingen licens som täcker SSPR. Finns lösenordet on-premises krävs P1/P2 eller Microsoft 365 Business Premium.',
  'supporter.not-licensed.do':
    'Microsoft 365 admin center › Users › Active users › användaren › Licenses and apps: tilldela licensen och ange usage location. Återställ lösenordet nu.',
  'supporter.not-in-group':
    'SSPR_0013 UserNotMemberOfScopedAccessGroup: scope är Selected och användaren är inte med i gruppen.',
  'supporter.not-in-group.do':
    'Entra ID › Password reset › Properties: se vilken grupp, sedan Entra ID › Groups › gruppen › Members: lägg till användaren. Nästlade grupper räknas.',
  'supporter.off-for-administrators':
    'Administratör medan SSPR är avstängt för administratörer (allowedToUseSSPR = false); ändringar tar upp till 60 minuter.',
  'supporter.off-for-administrators.do':
    'Det är avsiktligt. För att tillåta: Update-MgPolicyAuthorizationPolicy -AllowedToUseSspr:$true. Annars återställer en annan administratör.',
};
