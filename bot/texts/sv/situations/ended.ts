import type { ended as english } from '../../en/situations/ended.ts';

/** Situationer: det som Microsoft har slutat med. */
export const ended: Readonly<Record<keyof typeof english, string>> = {
  'phone-ended.happened': 'Sidan erbjuder inte sms eller samtal längre.',
  'phone-ended.why': 'Microsoft har slutat skicka koder till telefoner. Utan telefonen har du för få sätt.',
  'phone-ended.now':
    'Lägg till appen eller en privat mejladress här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'questions-ended.happened': 'Sidan ställer inte dina säkerhetsfrågor längre.',
  'questions-ended.why': 'Microsoft har slutat godta frågor vid återställning. De var för lätta att gissa.',
  'questions-ended.now':
    'Lägg till ett annat sätt här, till exempel appen. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'phone-sign-in-ended.happened': 'Du kan inte logga in med ditt telefonnummer längre.',
  'phone-sign-in-ended.why': 'Microsoft slutar med inloggning där nummer och sms ersätter lösenordet.',
  'phone-sign-in-ended.now':
    'Logga in med användarnamn och lösenord. Återställ lösenordet om du inte kan det, eller be it-supporten om ett annat sätt att logga in.',
};
