import type { registering as english } from '../../en/supporter/registering.ts';

/** För supporten, med exakta ord: registrering. */
export const registering: Readonly<Record<keyof typeof english, string>> = {
  'supporter.may-not-register':
    '”Your administrator has not enabled you to use this feature”: SSPR är av, inte med i gruppen, eller ingen licens.',
  'supporter.may-not-register.do': 'Entra ID › Password reset › Properties: scope och grupp; sedan licensen.',
  'supporter.asked-again': 'Registreringen kommer tillbaka: avbruten, eller fler metoder krävs av policyn.',
  'supporter.asked-again.do':
    'Jämför ”Number of methods required to reset” med användarens Authentication methods. Kontrollera snooze i registration campaign.',
  'supporter.never-asked':
    'Aldrig tillfrågad fast aktiverad: redan registrerad, eller så utlöser appen det inte. Ifyllda uppgifter räknas inte längre som registrering (K37).',
  'supporter.never-asked.do':
    'Skicka aka.ms/ssprsetup. ”Require re-register multifactor authentication” frågar igen, men raderar telefoner, appar och software OATH tokens.',
  'supporter.filled-in-already': '”Don’t lose access to your account!”: i scope med ifyllda uppgifter.',
  'supporter.filled-in-already.do': 'Användaren bekräftar uppgifterna. Inget att åtgärda.',
  'supporter.mixed-policies':
    'Metoderna är andra än väntat: SSPR-policy, MFA-policy och authentication methods policy slås ihop (policyMigrationState).',
  'supporter.mixed-policies.do':
    'Entra ID › Authentication methods › Policies › Manage migration: slutför migreringen, så att en policy avgör.',
  'supporter.only-app-allowed': 'Inget ”choose another method”: metodpolicyn tillåter bara Microsoft Authenticator.',
  'supporter.only-app-allowed.do':
    'Entra ID › Authentication methods › Policies: tillåt även SMS, Voice call eller Email OTP.',
  'supporter.app-not-alone': 'Appen kan inte ensam registreras för SSPR.',
  'supporter.app-not-alone.do':
    'Tillåt minst en metod till (två om två krävs) under Entra ID › Password reset › Authentication methods.',
  'supporter.signed-in-again':
    'Ny inloggning under registreringen: sessionen på 15 minuter, eller MFA före ändring av metoder.',
  'supporter.signed-in-again.do':
    'Inget att åtgärda. Kontrollera sign-in frequency i Conditional Access om det upprepas.',
  'supporter.no-office-phone': 'Telefon på jobbet saknas i guiden: Business phone är tom i katalogen.',
  'supporter.no-office-phone.do':
    'Entra ID › Users › användaren › Properties › Business phone; om den synkas, telephoneNumber i Active Directory.',
  'supporter.place-not-allowed': 'Conditional Access-policy för ”Register security information” blockerar platsen.',
  'supporter.place-not-allowed.do':
    'Entra ID › Conditional Access › policyn med user action ”Register security information”: trusted location, eller ge ett Temporary Access Pass.',
  'supporter.other-organisation': 'Fel tenant visas: metoder sparas per tenant.',
  'supporter.other-organisation.do': 'Låt användaren byta organisation på mysignins.microsoft.com.',
  'supporter.removed-without-asking': 'Ingen fråga efter borttagen metod: bekräftelse begärs bara vid intervallet.',
  'supporter.removed-without-asking.do':
    'Entra ID › Password reset › Registration: antal dagar innan användare ska bekräfta igen. Användaren registrerar på nytt.',
};
