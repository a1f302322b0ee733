import type { asides as english } from '../../en/situations/asides.ts';

/** Sådant som folk möter vid sidan av en återställning som inte går. */
export const asides: Readonly<Record<keyof typeof english, string>> = {
  'windows-sign-in.happened': 'Återställningen på inloggningsskärmen i Windows fungerade inte.',
  'windows-sign-in.why':
    'Skärmen behöver internet, och en del nät släpper inte fram den. Den fungerar inte heller på en låst dator eller på distans.',
  'windows-sign-in.now':
    'Starta om datorn och försök på den första skärmen. Eller öppna återställningssidan i telefonen: det är samma sak.',
  'too-many-messages.happened': 'Sidan har skickat för många koder eller samtal till dig.',
  'too-many-messages.why': 'Det finns en gräns för hur många den skickar på kort tid.',
  'too-many-messages.now': 'Vänta några minuter, eller använd ett annat sätt, till exempel appen.',
  'locked-for-a-while.happened': 'Ditt konto är låst en kort stund.',
  'locked-for-a-while.why': 'För många fel lösenord har prövats. Det kan också ha varit någon annan.',
  'locked-for-a-while.now':
    'Vänta några minuter. Om du har glömt lösenordet kan du återställa det. Välj då att du har glömt det.',
};
