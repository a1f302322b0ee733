import type { relatedProblemsTexts as english } from '../../en/situations/related-problems.ts';

/** Det man möter vid sidan av en återställning, och inloggningssidans koder, som hjälp för den som klistrar in en. */
export const relatedProblemsTexts: Readonly<Record<keyof typeof english, string>> = {
  'windows-sign-in.happened': 'Återställningen på inloggningsskärmen i Windows fungerade inte.',
  'windows-sign-in.why':
    'Skärmen behöver internet, och en del nät släpper inte fram den. Den fungerar inte heller på en låst dator eller på distans.',
  'windows-sign-in.now':
    'Starta om datorn och försök på den första skärmen. Eller öppna återställningssidan i telefonen: det är samma sak.',
  'supporter.windows-sign-in':
    'SSPR på Windows inloggningsskärm (tillfälligt konto defaultuser1). ”Something went wrong. Please, try again later.”: proxy eller antivirus.',
  'supporter.windows-sign-in.do':
    'Släpp fram passwordreset.microsoftonline.com, ajax.aspnetcdn.com och ocsp.digicert.com utan proxyinloggning. Kräver Windows 10 1803 och ansluten enhet. Inte över RDP. Se över NoLockScreen, HideFastUserSwitching, DontDisplayLastUserName, krav på smartkort, credential providers.',

  'too-many-messages.happened': 'Inloggningssidan har skickat för många koder eller samtal till dig.',
  'too-many-messages.why': 'Det finns en gräns för hur många den skickar på kort tid.',
  'too-many-messages.now': 'Vänta några minuter, eller använd en annan metod, till exempel appen.',
  'supporter.too-many-messages':
    'Operatörsgräns: ”You’ve hit our limit on verification calls” eller ”…text verification codes”, ”Sorry, we’re having trouble verifying your account”.',
  'supporter.too-many-messages.do': 'Vänta några minuter, eller använd en annan metod. Inget att åtgärda.',

  'locked-for-a-while.happened': 'Ditt konto är låst en kort stund.',
  'locked-for-a-while.why': 'För många fel lösenord har prövats. Det kan också ha varit någon annan.',
  'locked-for-a-while.now':
    'Vänta några minuter. Om du har glömt lösenordet kan du återställa det. Välj då att du har glömt det.',
  'supporter.locked-for-a-while':
    'Smart lockout: 10 misslyckade inloggningar, sedan låst i 60 sekunder, därefter allt längre. ”Your account is temporarily locked to prevent unauthorized use.”',
  'supporter.locked-for-a-while.do':
    'SSPR med ”I forgot my password” nollställer tiden. Se i Sign-in logs efter AADSTS50053 och IP-adresserna.',

  'code.AADSTS50020': 'Du loggade in med ett konto från en annan organisation.',
  'code.AADSTS50034': 'Inloggningssidan känner inte till det användarnamnet. Se efter hur det stavas.',
  'code.AADSTS50053':
    'Kontot är låst en kort stund, efter att fel lösenord har skrivits många gånger. Vänta några minuter, eller återställ lösenordet.',
  'code.AADSTS50055': 'Ditt lösenord är för gammalt. Välj ett nytt.',
  'code.AADSTS50056': 'Ditt konto har inget lösenord än. Be it-supporten om ett.',
  'code.AADSTS50057': 'Ditt konto är avstängt. Fråga it-supporten varför.',
  'code.AADSTS50072': 'Du måste först lägga till en metod för att visa vem du är.',
  'code.AADSTS50074': 'Inloggningssidan vill ha en kod utöver lösenordet.',
  'code.AADSTS50076': 'Där du är nu vill inloggningssidan ha en kod utöver lösenordet.',
  'code.AADSTS50078': 'Din senaste kod är för gammal. Logga in igen.',
  'code.AADSTS50079': 'Du måste först lägga till en metod för att visa vem du är.',
  'code.AADSTS50088': 'Det har ringts för många samtal. Vänta, eller använd en annan metod.',
  'code.AADSTS50105': 'Du får inte använda den appen. Be it-supporten om tillgång till den.',
  'code.AADSTS50125': 'Inloggningssidan stannade för att du ska återställa lösenordet eller lägga till en metod.',
  'code.AADSTS50126': 'Användarnamnet eller lösenordet var fel. Har du glömt lösenordet kan du återställa det.',
  'code.AADSTS50131': 'Din organisation tillåter inte inloggning därifrån. Försök på kontoret.',
  'code.AADSTS50132': 'Ditt lösenord har bytts. Logga in med det nya.',
  'code.AADSTS50133': 'Ditt lösenord är för gammalt eller har bytts. Logga in igen.',
  'code.AADSTS50135': 'Du måste välja ett nytt lösenord, för andra kan känna till ditt.',
  'code.AADSTS50144': 'Ditt lösenord på jobbet är för gammalt. Välj ett nytt.',
  'code.AADSTS50173': 'Ditt lösenord har bytts. Logga in igen.',
  'code.other':
    'Det är en kod från inloggningssidan, inte från återställningen. Ge hela texten till it-supporten, som kan slå upp den.',
  'signIn.title': 'Inloggningssidan stoppade dig.',
  'signIn.why': 'Det gäller inloggningen, inte återställningen.',
};
