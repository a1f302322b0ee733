import type { signInCodes as english } from '../../en/situations/sign-in-codes.ts';

/** Koder från inloggningssidan, som hjälp för den som klistrar in en. */
export const signInCodes: Readonly<Record<keyof typeof english, string>> = {
  'code.AADSTS50020': 'Du loggade in med ett konto från en annan organisation.',
  'code.AADSTS50034': 'Sidan känner inte till det användarnamnet. Se efter hur det stavas.',
  'code.AADSTS50053':
    'Kontot är låst en kort stund, efter att fel lösenord har skrivits många gånger. Vänta några minuter, eller återställ lösenordet.',
  'code.AADSTS50055': 'Ditt lösenord är för gammalt. Välj ett nytt.',
  'code.AADSTS50056': 'Ditt konto har inget lösenord än. Be it-supporten om ett.',
  'code.AADSTS50057': 'Ditt konto är avstängt. Fråga it-supporten varför.',
  'code.AADSTS50072': 'Du måste först lägga till ett sätt att visa vem du är.',
  'code.AADSTS50074': 'Sidan vill ha en kod utöver lösenordet.',
  'code.AADSTS50076': 'Där du är nu vill sidan ha en kod utöver lösenordet.',
  'code.AADSTS50078': 'Din senaste kod är för gammal. Logga in igen.',
  'code.AADSTS50079': 'Du måste först lägga till ett sätt att visa vem du är.',
  'code.AADSTS50088': 'Det har ringts för många samtal. Vänta, eller använd ett annat sätt.',
  'code.AADSTS50105': 'Du får inte använda den appen. Be it-supporten om tillgång till den.',
  'code.AADSTS50125': 'Sidan stannade för att du ska återställa lösenordet eller lägga till ett sätt.',
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
