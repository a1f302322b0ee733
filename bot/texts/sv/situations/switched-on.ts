import type { switchedOnTexts as english } from '../../en/situations/switched-on.ts';

/** Situationer: återställning, och registrering för den, som inte är påslagen. */
export const switchedOnTexts: Readonly<Record<keyof typeof english, string>> = {
  'off-for-administrators.happened': 'Du kan inte registrera någon metod för återställning.',
  'off-for-administrators.why': 'Du är administratör. Här får administratörer inte återställa sitt eget lösenord.',
  'off-for-administrators.now': 'Be en annan administratör om hjälp när du behöver ett nytt lösenord.',
  'supporter.off-for-administrators':
    'Administratör medan SSPR är avstängt för administratörer (allowedToUseSSPR = false); ändringar tar upp till 60 minuter.',
  'supporter.off-for-administrators.do':
    'Det är avsiktligt. För att tillåta: Update-MgPolicyAuthorizationPolicy -AllowedToUseSspr:$true. Annars återställer en annan administratör.',

  'off-for-everyone.happened': 'Återställningssidan säger att återställning är avstängd i din organisation.',
  'off-for-everyone.why': 'Än så länge kan ingen i din organisation återställa lösenordet själv.',
  'off-for-everyone.now': 'Be it-supporten om ett nytt lösenord. De kan också slå på återställning.',
  'supporter.off-for-everyone': 'SSPR_0009 TenantSSPRFlagDisabled: SSPR har scope None.',
  'supporter.off-for-everyone.do': 'Entra ID › Password reset › Properties: välj ”Selected” med en grupp, eller ”All”.',

  'nothing-decided.happened': 'Återställningssidan säger att återställning inte är klar att använda.',
  'nothing-decided.why': 'Ingen har än valt vilka som får återställa lösenordet själva.',
  'nothing-decided.now': 'Be it-supporten om ett nytt lösenord. Be dem också göra klart återställningen.',
  'supporter.nothing-decided': 'SSPR_0011 SsprNotEnabledInUserPolicy: ingen SSPR-policy är definierad.',
  'supporter.nothing-decided.do':
    'Entra ID › Password reset › Properties och Authentication methods: välj scope, antal metoder och metoder, och spara.',

  'not-licensed.happened': 'Återställningssidan säger att en licens saknas.',
  'not-licensed.why': 'Ditt konto har ingen licens där återställning ingår.',
  'not-licensed.now': 'Be it-supporten om ett nytt lösenord, och om licensen.',
  'supporter.not-licensed':
    'SSPR_0012 UserNotLicensed: ingen licens som täcker SSPR. Finns lösenordet on-premises krävs P1/P2 eller Microsoft 365 Business Premium.',
  'supporter.not-licensed.do':
    'Microsoft 365 admin center › Users › Active users › användaren › Licenses and apps: tilldela licensen och ange usage location. Återställ lösenordet nu.',

  'not-in-group.happened': 'Återställningssidan säger att ditt konto inte får använda återställning.',
  'not-in-group.why': 'Återställning är påslagen för en viss grupp, och du är inte med i den.',
  'not-in-group.now': 'Be it-supporten lägga till dig i gruppen. Det kan ta en stund innan det fungerar.',
  'supporter.not-in-group':
    'SSPR_0013 UserNotMemberOfScopedAccessGroup: scope är Selected och användaren är inte med i gruppen.',
  'supporter.not-in-group.do':
    'Entra ID › Password reset › Properties: se vilken grupp, sedan Entra ID › Groups › gruppen › Members: lägg till användaren. Nästlade grupper räknas.',

  'not-enabled.happened': 'Återställningssidan säger att ditt konto inte är klart för lösenordsåterställning.',
  'not-enabled.why':
    'Din organisation har inte slagit på återställning för dig. Eller så saknar kontot en licens för det.',
  'not-enabled.now': 'Be it-supporten slå på det och ge dig ett nytt lösenord. Det här kan du inte lösa själv.',
  'supporter.not-enabled':
    'SSPR är inte aktiverat för användaren (isSsprEnabled = false). Orsaken syns inte i Graph: scope, grupp eller licens.',
  'supporter.not-enabled.do':
    'Entra ID › Password reset › Properties: kontrollera ”Self service password reset enabled” (None, Selected, All) och gruppen. Kontrollera licensen (Entra ID P1/P2 eller Microsoft 365 Business). Återställ lösenordet nu.',

  'may-not-register.happened': 'Registreringssidan säger att du inte får använda det här.',
  'may-not-register.why': 'Återställning är inte påslagen för dig, så du kan inte registrera dig.',
  'may-not-register.now': 'Be it-supporten slå på det åt dig.',
  'supporter.may-not-register':
    '”Your administrator has not enabled you to use this feature”: SSPR är av, inte med i gruppen, eller ingen licens.',
  'supporter.may-not-register.do': 'Entra ID › Password reset › Properties: scope och grupp; sedan licensen.',
};
