import type { switchedOn as english } from '../../en/supporter/switched-on.ts';

/** För supporten, med exakta ord: återställning som inte är på. */
export const switchedOn: Readonly<Record<keyof typeof english, string>> = {
  'supporter.K2':
    'SSPR är inte aktiverat för användaren (isSsprEnabled = false). Orsaken syns inte i Graph: scope, grupp eller licens.',
  'supporter.K2.do':
    'Entra ID › Password reset › Properties: kontrollera ”Self service password reset enabled” (None, Selected, All) och gruppen. Kontrollera licensen (Entra ID P1/P2 eller Microsoft 365 Business). Återställ lösenordet nu.',
  'supporter.K4': 'SSPR_0009 TenantSSPRFlagDisabled: SSPR har scope None.',
  'supporter.K4.do': 'Entra ID › Password reset › Properties: välj ”Selected” med en grupp, eller ”All”.',
  'supporter.K6': 'SSPR_0011 SsprNotEnabledInUserPolicy: ingen SSPR-policy är definierad.',
  'supporter.K6.do':
    'Entra ID › Password reset › Properties och Authentication methods: välj scope, antal metoder och metoder, och spara.',
  'supporter.K7':
    'SSPR_0012 UserNotLicensed: ingen licens som täcker SSPR. Finns lösenordet on-premises krävs P1/P2 eller Microsoft 365 Business Premium.',
  'supporter.K7.do':
    'Microsoft 365 admin center › Users › Active users › användaren › Licenses and apps: tilldela licensen och ange usage location. Återställ lösenordet nu.',
  'supporter.K8': 'SSPR_0013 UserNotMemberOfScopedAccessGroup: scope är Selected och användaren är inte med i gruppen.',
  'supporter.K8.do':
    'Entra ID › Password reset › Properties: se vilken grupp, sedan Entra ID › Groups › gruppen › Members: lägg till användaren. Nästlade grupper räknas.',
  'supporter.R7':
    'Administratör medan SSPR är avstängt för administratörer (allowedToUseSSPR = false); ändringar tar upp till 60 minuter.',
  'supporter.R7.do':
    'Det är avsiktligt. För att tillåta: Update-MgPolicyAuthorizationPolicy -AllowedToUseSspr:$true. Annars återställer en annan administratör.',
};
