import type { registeringTexts as english } from '../../en/situations/registering.ts';

/** Situationer: registreringen. */
export const registeringTexts: Readonly<Record<keyof typeof english, string>> = {
  'asked-again.happened': 'Registreringssidan frågar dig gång på gång.',
  'asked-again.why': 'Den frågar tills du har lagt till tillräckligt. Avbryter du frågar den nästa gång.',
  'asked-again.now': 'Lägg till det som saknas. Jag kan visa dig vad det är.',
  'supporter.asked-again': 'Registreringen kommer tillbaka: avbruten, eller fler metoder krävs av policyn.',
  'supporter.asked-again.do':
    'Jämför ”Number of methods required to reset” med användarens Authentication methods. Kontrollera snooze i registration campaign.',

  'never-asked.happened': 'Ingen har bett dig att registrera dig.',
  'never-asked.why':
    'Registreringssidan frågar bara dem som inte har registrerat tillräckligt. Du kanske redan är registrerad.',
  'never-asked.now': 'Öppna den själv, eller lägg till en metod här.',
  'supporter.never-asked':
    'Aldrig tillfrågad fast aktiverad: redan registrerad, eller så utlöser appen det inte. Ifyllda uppgifter räknas inte längre som registrering (K37).',
  'supporter.never-asked.do':
    'Skicka aka.ms/ssprsetup. ”Require re-register multifactor authentication” frågar igen, men raderar telefoner, appar och software OATH tokens.',

  'filled-in-already.happened': 'Registreringssidan varnar för att du kan bli utelåst från kontot.',
  'filled-in-already.why':
    'Det är en vanlig sida. Din organisation har lagt in uppgifter åt dig och undrar om de stämmer.',
  'filled-in-already.now': 'Titta på uppgifterna och bekräfta dem.',
  'supporter.filled-in-already': '”Don’t lose access to your account!”: i scope med ifyllda uppgifter.',
  'supporter.filled-in-already.do': 'Användaren bekräftar uppgifterna. Inget att åtgärda.',

  'mixed-policies.happened': 'Registreringssidan visar andra metoder än du väntar dig.',
  'mixed-policies.why': 'Flera inställningar avgör tillsammans vad som visas, och de stämmer inte överens.',
  'mixed-policies.now': 'Välj en av dem som visas. Säg till it-supporten om den metod som du behöver saknas.',
  'supporter.mixed-policies':
    'Metoderna är andra än väntat: SSPR-policy, MFA-policy och authentication methods policy slås ihop (policyMigrationState).',
  'supporter.mixed-policies.do':
    'Entra ID › Authentication methods › Policies › Manage migration: slutför migreringen, så att en policy avgör.',

  'only-app-allowed.happened': 'Du kan inte välja något annat än appen.',
  'only-app-allowed.why': 'Din organisation tillåter bara appen.',
  'only-app-allowed.now': 'Använd appen, eller be it-supporten tillåta en metod till.',
  'supporter.only-app-allowed': 'Inget ”choose another method”: metodpolicyn tillåter bara Microsoft Authenticator.',
  'supporter.only-app-allowed.do':
    'Entra ID › Authentication methods › Policies: tillåt även SMS, Voice call eller Email OTP.',

  'app-not-alone.happened': 'Registreringssidan godtar inte appen ensam.',
  'app-not-alone.why': 'Appen får inte vara din enda metod.',
  'app-not-alone.now': 'Lägg till en telefon eller en mejladress också.',
  'supporter.app-not-alone': 'Appen kan inte ensam registreras för SSPR.',
  'supporter.app-not-alone.do':
    'Tillåt minst en metod till (två om två krävs) under Entra ID › Password reset › Authentication methods.',

  'no-office-phone.happened': 'Arbetstelefonen finns inte i listan.',
  'no-office-phone.why': 'Din organisation har inte lagt in någon arbetstelefon för dig.',
  'no-office-phone.now': 'Lägg till en annan metod, eller be it-supporten lägga in numret.',
  'supporter.no-office-phone': 'Telefon på jobbet saknas i guiden: Business phone är tom i katalogen.',
  'supporter.no-office-phone.do':
    'Entra ID › Users › användaren › Properties › Business phone; om den synkas, telephoneNumber i Active Directory.',

  'other-organisation.happened': 'Sidan Säkerhetsinformation visar en annan organisation än du väntar dig.',
  'other-organisation.why': 'Varje organisation har sin egen lista. Du ser en där du är gäst.',
  'other-organisation.now': 'Byt till din egen organisation högst upp på sidan.',
  'supporter.other-organisation': 'Fel tenant visas: metoder sparas per tenant.',
  'supporter.other-organisation.do': 'Låt användaren byta organisation på mysignins.microsoft.com.',

  'removed-without-asking.happened': 'Du tog bort en metod, och ingen bad om en ny.',
  'removed-without-asking.why': 'Registreringssidan frågar först när det är dags för nästa kontroll.',
  'removed-without-asking.now': 'Lägg till en ny själv, så att du fortsätter att vara redo.',
  'supporter.removed-without-asking': 'Ingen fråga efter borttagen metod: bekräftelse begärs bara vid intervallet.',
  'supporter.removed-without-asking.do':
    'Entra ID › Password reset › Registration: antal dagar innan användare ska bekräfta igen. Användaren registrerar på nytt.',

  'passkey-demanded.happened': 'Du måste skaffa en passkey innan du kommer vidare.',
  'passkey-demanded.why':
    'Ditt enda extra bevis var en kod till telefonen, och Microsoft skickar inte sådana längre. Inloggningssidan låter dig inte hoppa över det.',
  'passkey-demanded.now':
    'Följ stegen på en enhet med skärmlås. Om det inte går ber du it-supporten om hjälp. En passkey gäller inte vid återställning, så lägg till en metod för det också.',
  'supporter.passkey-demanded':
    'Tvingande registrering av passkey vid inloggning: sms eller samtal var enda MFA-metoden, och Microsofts egen leverans har upphört. Det går inte att välja bort.',
  'supporter.passkey-demanded.do':
    'Hjälp användaren att registrera en passkey (Windows Hello, telefon, säkerhetsnyckel); ge ett Temporary Access Pass om det behövs först. Användare med en egen operatör får inte frågan.',

  'signed-in-again.happened': 'Du fick logga in igen mitt i alltihop.',
  'signed-in-again.why':
    'Sidan Säkerhetsinformation väntar högst 15 minuter. Före en ändring vill den veta att det fortfarande är du.',
  'signed-in-again.now': 'Logga in och börja om.',
  'supporter.signed-in-again':
    'Ny inloggning under registreringen: sessionen på 15 minuter, eller MFA före ändring av metoder.',
  'supporter.signed-in-again.do':
    'Inget att åtgärda. Kontrollera sign-in frequency i Conditional Access om det upprepas.',

  'place-not-allowed.happened': 'Du får inte registrera dig från platsen där du är.',
  'place-not-allowed.why':
    'Din organisation tillåter det bara på det egna nätet, eller med ett tillfälligt åtkomstpass från it-supporten.',
  'place-not-allowed.now':
    'Försök igen på kontoret eller med VPN, eller be it-supporten om ett tillfälligt åtkomstpass.',
  'supporter.place-not-allowed': 'Conditional Access-policy för ”Register security information” blockerar platsen.',
  'supporter.place-not-allowed.do':
    'Entra ID › Conditional Access › policyn med user action ”Register security information”: trusted location, eller ge ett Temporary Access Pass.',

  'stronger-sign-in-needed.happened': 'Sidan Säkerhetsinformation säger att du måste logga in på ett annat sätt.',
  'stronger-sign-in-needed.why':
    'För att visa dina metoder vill den ha en starkare inloggning, eller en från de senaste tio minuterna.',
  'stronger-sign-in-needed.now':
    'Stäng webbläsaren, logga in igen och välj en annan inloggningsmetod. Gå sedan direkt till sidan. Om det inte går kontaktar du it-supporten.',
  'supporter.stronger-sign-in-needed':
    '”Let’s try something else. Another sign-in method is required to access this resource.” MFA äldre än 10 minuter, mot en authentication strength för registrering av säkerhetsinfo.',
  'supporter.stronger-sign-in-needed.do':
    'Entra ID › Conditional Access › policyn med user action ”Register security information”: sign-in frequency ”Every time”. Eller aktivera passkeys för användare med Windows Hello for Business. Användaren loggar in på nytt med en metod av rätt styrka.',
};
