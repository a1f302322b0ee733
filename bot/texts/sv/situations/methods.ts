import type { methodsTexts as english } from '../../en/situations/methods.ts';

/** Situationer: metoder som saknas eller inte räknas. */
export const methodsTexts: Readonly<Record<keyof typeof english, string>> = {
  'never-registered.happened':
    'Återställningssidan godtar inte längre det nummer eller den adress som it-supporten har lagt in åt dig.',
  'never-registered.why': 'Uppgiften räknas först när du själv har bekräftat den, och det har du inte gjort.',
  'never-registered.now':
    'Bekräfta den nu, så räknas den. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'supporter.never-registered':
    'Ett nummer eller en adress är inlagd (mobilePhone, businessPhones, otherMails) men aldrig registrerad. Sedan 9 november 2026 godtar SSPR bara registrerade metoder.',
  'supporter.never-registered.do':
    'Låt användaren bekräfta uppgiften här eller på aka.ms/ssprsetup, eller lägg till den under Entra ID › Users › användaren › Authentication methods. Tills dess: nytt lösenord eller Temporary Access Pass.',

  'not-registered.happened': 'Återställningssidan kunde inte avgöra om kontot är ditt.',
  'not-registered.why':
    'Återställning är påslagen för dig, men du har inte lagt till någon metod för att visa vem du är.',
  'not-registered.now':
    'Lägg till en metod här nu, till exempel telefonen. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'supporter.not-registered':
    'SSPR är aktiverat men användaren är inte registrerad (isSsprRegistered = false). Texten ”Det gick inte att verifiera ditt konto” bevisar det inte: den visas också när SSPR är av.',
  'supporter.not-registered.do':
    'Återställ lösenordet, eller ge ett Temporary Access Pass (Entra ID › Users › användaren › Authentication methods). Sedan registrerar sig användaren här eller på aka.ms/ssprsetup. Eller lägg in telefon och e-post åt dem.',

  'information-missing.happened': 'Återställningssidan säger att något saknas på ditt konto.',
  'information-missing.why': 'Du har lagt till för få metoder för att visa vem du är.',
  'information-missing.now':
    'Lägg till det som saknas här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'supporter.information-missing': 'SSPR_0014 UserNotProperlyConfigured: inte, eller inte helt, registrerad.',
  'supporter.information-missing.do':
    'Återställ lösenordet eller ge ett Temporary Access Pass. Låt sedan användaren registrera sig, eller lägg till det som saknas under Entra ID › Users › användaren › Authentication methods.',

  'too-few-methods.happened': 'Återställningssidan vill ha mer än du har lagt till.',
  'too-few-methods.why': 'En återställning kräver två metoder, och du har färre.',
  'too-few-methods.now': 'Lägg till en till här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'supporter.too-few-methods': 'Färre användbara metoder än ”Number of methods required to reset”.',
  'supporter.too-few-methods.do':
    'Återställ lösenordet och låt användaren registrera en till, eller lägg till den under Entra ID › Users › användaren › Authentication methods. Berätta för alla innan du höjer från 1 till 2.',

  'malformed-values.happened': 'Återställningssidan kan inte använda numret eller adressen på ditt konto.',
  'malformed-values.why': 'Så som det är skrivet går det inte att skicka någon kod dit.',
  'malformed-values.now':
    'Ändra det här, med landsnummer. Om it-supporten har lagt in det skriver du till dem vad som är rätt.',
  'supporter.malformed-values': 'Kontaktuppgifterna har fel form: +CC NUMMER med ett blanksteg, ingen anknytning.',
  'supporter.malformed-values.do':
    'Rätta i Entra ID › Users › användaren › Authentication methods; om den synkas, i Active Directory (telephoneNumber, mobile).',

  'not-allowed-any-more.happened': 'Återställningssidan erbjuder inte den metod som du har lagt till.',
  'not-allowed-any-more.why': 'Din organisation tillåter den inte längre, eller så får den inte vara din enda.',
  'not-allowed-any-more.now': 'Lägg till en annan metod här, som är tillåten.',
  'supporter.not-allowed-any-more':
    'isSsprRegistered = true, isSsprCapable = false: de registrerade metoderna är inte längre tillåtna, eller så är en autentiseringsapp den enda.',
  'supporter.not-allowed-any-more.do':
    'Entra ID › Authentication methods › Policies, och Entra ID › Password reset › Authentication methods: tillåt någon av dem igen, eller starta en registration campaign.',

  'phone-ended.happened': 'Återställningssidan erbjuder inte sms eller samtal längre.',
  'phone-ended.why': 'Microsoft har slutat skicka koder till telefoner. Utan telefonen har du för få metoder.',
  'phone-ended.now':
    'Lägg till appen eller en privat mejladress här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'supporter.phone-ended':
    'Telefonmetoderna är slut: Microsofts egna sms och samtal har upphört, även för SSPR, och ingen egen operatör skickar dem i stället.',
  'supporter.phone-ended.do':
    'Låt användaren registrera en app eller e-post. Om telefon behövs: Entra ID › Authentication methods › Policies › Configure telephony provider. Utelåst i dag: nytt lösenord eller Temporary Access Pass.',

  'questions-ended.happened': 'Återställningssidan ställer inte dina säkerhetsfrågor längre.',
  'questions-ended.why': 'Microsoft har slutat godta frågor vid återställning. De var för lätta att gissa.',
  'questions-ended.now':
    'Lägg till en annan metod här, till exempel appen. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'supporter.questions-ended': 'Säkerhetsfrågorna är slut: SSPR godtar dem inte längre, vad policyn än tillåter.',
  'supporter.questions-ended.do':
    'Låt användaren registrera en app eller e-post. Stäng av ”Security questions” under Entra ID › Password reset › Authentication methods. Andra: methodsRegistered = securityQuestion i registreringsrapporten.',

  'stricter-for-administrators.happened': 'Återställningssidan kräver mer av dig än av dina kollegor.',
  'stricter-for-administrators.why':
    'Du är administratör. Då behövs alltid två metoder, och säkerhetsfrågor räknas inte.',
  'stricter-for-administrators.now': 'Lägg till två metoder här, till exempel app och mejl.',
  'supporter.stricter-for-administrators':
    'Administratör: den fasta two-gate-policyn gäller, vad SSPR-policyn än säger. Två av mejl, autentiseringsapp, telefon; inga frågor.',
  'supporter.stricter-for-administrators.do':
    'Det är avsiktligt. Låt administratören registrera två metoder, eller stäng av SSPR för administratörer (allowedToUseSSPR = false).',

  'passkey-not-counted.happened': 'Återställningen godtar inte din passkey.',
  'passkey-not-counted.why':
    'En passkey är till för att logga in. En återställning går med andra metoder, till exempel app eller mejl.',
  'passkey-not-counted.now':
    'Lägg till en sådan här. Om inloggningssidan bara föreslår en passkey får du hoppa över det tills vidare.',
  'supporter.passkey-not-counted':
    'Passkey (FIDO2, Windows Hello) registrerad: ingen metod för SSPR. Uppmaningen efter MFA går att skjuta upp hur många gånger som helst.',
  'supporter.passkey-not-counted.do':
    'Låt användaren registrera app, e-post eller telefon också. Uppmaningen: Entra ID › Authentication methods › Registration campaign.',

  'second-number.happened': 'Återställningssidan erbjuder inte ditt andra telefonnummer.',
  'second-number.why':
    'En återställning går bara via ditt första mobilnummer eller arbetstelefonen. Det andra numret är bara för inloggning.',
  'second-number.now':
    'Använd det första numret. Är det inte ditt längre kan du ändra det här eller lägga till en annan metod.',
  'supporter.second-number':
    'Alternate phone: bara för MFA. SSPR godtar det primära mobilnumret eller arbetstelefonen.',
  'supporter.second-number.do':
    'Gör numret som behövs till det primära: Entra ID › Users › användaren › Authentication methods. Eller låt användaren registrera en annan metod.',

  'all-lost.happened': 'Du kommer inte åt en metod som du har lagt till.',
  'all-lost.why': 'Utan den kan återställningssidan inte veta att det är du.',
  'all-lost.now':
    'Använd en annan om du har någon kvar. Annars kontaktar du it-supporten, som först tar reda på att det är du. På en del inloggningssidor kan du också visa id-kort.',
  'supporter.all-lost': 'En metod, eller alla, är utom räckhåll.',
  'supporter.all-lost.do':
    'Kontrollera identiteten, sedan Entra ID › Users › användaren › Authentication methods: Temporary Access Pass, eller ”Require re-register multifactor authentication”. Account Recovery, där det har en profil i produktion: id-handling och Verified ID, från inloggningssidan. Användaren får sedan ett pass och registrerar på nytt.',
};
