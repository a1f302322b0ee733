import type { registering as english } from '../../en/supporter/registering.ts';

/** För supporten, med exakta ord: registrering. */
export const registering: Readonly<Record<keyof typeof english, string>> = {
  'supporter.R1':
    '”Your administrator has not enabled you to use this feature”: SSPR är av, inte med i gruppen, eller ingen licens.',
  'supporter.R1.do': 'Entra ID › Password reset › Properties: scope och grupp; sedan licensen.',
  'supporter.R2': 'Registreringen kommer tillbaka: avbruten, eller fler metoder krävs av policyn.',
  'supporter.R2.do':
    'Jämför ”Number of methods required to reset” med användarens Authentication methods. Kontrollera snooze i registration campaign.',
  'supporter.R3':
    'Aldrig tillfrågad fast aktiverad: redan registrerad, eller så utlöser appen det inte. Ifyllda uppgifter räknas inte längre som registrering (K37).',
  'supporter.R3.do':
    'Skicka aka.ms/ssprsetup. ”Require re-register multifactor authentication” frågar igen, men raderar telefoner, appar och software OATH tokens.',
  'supporter.R4': '”Don’t lose access to your account!”: i scope med ifyllda uppgifter.',
  'supporter.R4.do': 'Användaren bekräftar uppgifterna. Inget att åtgärda.',
  'supporter.R5':
    'Metoderna är andra än väntat: SSPR-policy, MFA-policy och authentication methods policy slås ihop (policyMigrationState).',
  'supporter.R5.do':
    'Entra ID › Authentication methods › Policies › Manage migration: slutför migreringen, så att en policy avgör.',
  'supporter.R6': 'Inget ”choose another method”: metodpolicyn tillåter bara Microsoft Authenticator.',
  'supporter.R6.do': 'Entra ID › Authentication methods › Policies: tillåt även SMS, Voice call eller Email OTP.',
  'supporter.R8': 'Appen kan inte ensam registreras för SSPR.',
  'supporter.R8.do':
    'Tillåt minst en metod till (två om två krävs) under Entra ID › Password reset › Authentication methods.',
  'supporter.R9': 'Ny inloggning under registreringen: sessionen på 15 minuter, eller MFA före ändring av metoder.',
  'supporter.R9.do': 'Inget att åtgärda. Kontrollera sign-in frequency i Conditional Access om det upprepas.',
  'supporter.R10': 'Telefon på jobbet saknas i guiden: Business phone är tom i katalogen.',
  'supporter.R10.do':
    'Entra ID › Users › användaren › Properties › Business phone; om den synkas, telephoneNumber i Active Directory.',
  'supporter.R11': 'Conditional Access-policy för ”Register security information” blockerar platsen.',
  'supporter.R11.do':
    'Entra ID › Conditional Access › policyn med user action ”Register security information”: trusted location, eller ge ett Temporary Access Pass.',
  'supporter.R12': 'Fel tenant visas: metoder sparas per tenant.',
  'supporter.R12.do': 'Låt användaren byta organisation på mysignins.microsoft.com.',
  'supporter.R13': 'Ingen fråga efter borttagen metod: bekräftelse begärs bara vid intervallet.',
  'supporter.R13.do':
    'Entra ID › Password reset › Registration: antal dagar innan användare ska bekräfta igen. Användaren registrerar på nytt.',
};
