import type { ended as english } from '../../en/situations/ended.ts';

/** Situationer: det som Microsoft har slutat med. */
export const ended: Readonly<Record<keyof typeof english, string>> = {
  'K38.happened': 'Sidan erbjuder inte sms eller samtal längre.',
  'K38.why': 'Microsoft har slutat skicka koder till telefoner. Utan telefonen har du för få sätt.',
  'K38.now':
    'Lägg till appen eller en privat mejladress här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'K40.happened': 'Sidan ställer inte dina säkerhetsfrågor längre.',
  'K40.why': 'Microsoft har slutat godta frågor vid återställning. De var för lätta att gissa.',
  'K40.now':
    'Lägg till ett annat sätt här, till exempel appen. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'K47.happened': 'Du kan inte logga in med ditt telefonnummer längre.',
  'K47.why': 'Microsoft slutar med inloggning där nummer och sms ersätter lösenordet.',
  'K47.now':
    'Logga in med användarnamn och lösenord. Återställ lösenordet om du inte kan det, eller be it-supporten om ett annat sätt att logga in.',
};
