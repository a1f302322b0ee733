import type { ended as english } from '../../en/supporter/ended.ts';

/** För supporten, med exakta ord: det som Microsoft har slutat med. */
export const ended: Readonly<Record<keyof typeof english, string>> = {
  'supporter.phone-ended':
    'Telefonmetoderna är slut: Microsofts egna sms och samtal har upphört, även för SSPR, och ingen egen operatör skickar dem i stället.',
  'supporter.phone-ended.do':
    'Låt användaren registrera en app eller e-post. Om telefon behövs: Entra ID › Authentication methods › Policies › Configure telephony provider. Utelåst i dag: nytt lösenord eller Temporary Access Pass.',
  'supporter.questions-ended': 'Säkerhetsfrågorna är slut: SSPR godtar dem inte längre, vad policyn än tillåter.',
  'supporter.questions-ended.do':
    'Låt användaren registrera en app eller e-post. Stäng av ”Security questions” under Entra ID › Password reset › Authentication methods. Andra: methodsRegistered = securityQuestion i registreringsrapporten.',
  'supporter.phone-sign-in-ended':
    'SMS sign-in (telefonnummer som användarnamn) upphör som primär metod, även med egen operatör.',
  'supporter.phone-sign-in-ended.do':
    'Flytta användaren till passkey, QR-kod med PIN eller säkerhetsnyckel. Entra ID › Authentication methods › Policies › SMS: ta bort ”Use for sign-in”.',
};
