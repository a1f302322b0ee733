import type { signingIn as english } from '../../en/situations/signing-in.ts';

/** Situationer: inloggning som folk tar för återställningen. */
export const signingIn: Readonly<Record<keyof typeof english, string>> = {
  'K41.happened': 'Du måste skaffa en passkey innan du kommer vidare.',
  'K41.why':
    'Ditt enda extra bevis var en kod till telefonen, och Microsoft skickar inte sådana längre. Sidan går inte att hoppa över.',
  'K41.now':
    'Följ sidan på en enhet med skärmlås. Om det inte går ber du it-supporten om hjälp. En passkey gäller inte vid återställning, så lägg till ett sätt för det också.',
  'K42.happened': 'Återställningen godtar inte din passkey.',
  'K42.why': 'En passkey är till för att logga in. En återställning går med andra sätt, till exempel app eller mejl.',
  'K42.now':
    'Lägg till ett sådant här. Om inloggningssidan bara föreslår en passkey får du hoppa över det tills vidare.',
  'K46.happened': 'Du kom in med ett tillfälligt åtkomstpass, men kan inte byta lösenord.',
  'K46.why': 'Passet från it-supporten räcker för att logga in. För att byta lösenord vill sidan ha det gamla.',
  'K46.now':
    'Lägg till dina sätt medan passet gäller, och välj sedan ett nytt lösenord på återställningssidan. Eller be it-supporten om ett.',
  'R14.happened': 'Sidan säger att du måste logga in på ett annat sätt.',
  'R14.why': 'För att visa dina sätt vill den ha en starkare inloggning, eller en från de senaste tio minuterna.',
  'R14.now':
    'Stäng webbläsaren, logga in igen och välj ett annat sätt. Gå sedan direkt till sidan. Om det inte går säger du till it-supporten.',
};
