import type { signingIn as english } from '../../en/situations/signing-in.ts';

/** Situationer: inloggning som folk tar för återställningen. */
export const signingIn: Readonly<Record<keyof typeof english, string>> = {
  'passkey-demanded.happened': 'Du måste skaffa en passkey innan du kommer vidare.',
  'passkey-demanded.why':
    'Ditt enda extra bevis var en kod till telefonen, och Microsoft skickar inte sådana längre. Sidan går inte att hoppa över.',
  'passkey-demanded.now':
    'Följ sidan på en enhet med skärmlås. Om det inte går ber du it-supporten om hjälp. En passkey gäller inte vid återställning, så lägg till ett sätt för det också.',
  'passkey-not-counted.happened': 'Återställningen godtar inte din passkey.',
  'passkey-not-counted.why':
    'En passkey är till för att logga in. En återställning går med andra sätt, till exempel app eller mejl.',
  'passkey-not-counted.now':
    'Lägg till ett sådant här. Om inloggningssidan bara föreslår en passkey får du hoppa över det tills vidare.',
  'signed-in-with-pass.happened': 'Du kom in med ett tillfälligt åtkomstpass, men kan inte byta lösenord.',
  'signed-in-with-pass.why':
    'Passet från it-supporten räcker för att logga in. För att byta lösenord vill sidan ha det gamla.',
  'signed-in-with-pass.now':
    'Lägg till dina sätt medan passet gäller, och välj sedan ett nytt lösenord på återställningssidan. Eller be it-supporten om ett.',
  'stronger-sign-in-needed.happened': 'Sidan säger att du måste logga in på ett annat sätt.',
  'stronger-sign-in-needed.why':
    'För att visa dina sätt vill den ha en starkare inloggning, eller en från de senaste tio minuterna.',
  'stronger-sign-in-needed.now':
    'Stäng webbläsaren, logga in igen och välj ett annat sätt. Gå sedan direkt till sidan. Om det inte går säger du till it-supporten.',
};
