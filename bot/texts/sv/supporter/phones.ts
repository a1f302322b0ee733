import type { phones as english } from '../../en/supporter/phones.ts';

/** För supporten, med exakta ord: koder till telefoner. */
export const phones: Readonly<Record<keyof typeof english, string>> = {
  'supporter.K39':
    'Sms eller samtal genom organisationens egen operatör kommer inte fram. Leveransen är en sak för operatören och konfigurationen, inte för Microsoft.',
  'supporter.K39.do':
    'Entra ID › Authentication methods › Policies, telephony provider: Production mode, målgrupper, andel av utrullningen. Kontrollera routing-funktionen i den egna Azure-prenumerationen. Öppna sedan ett ärende hos operatören, med tider och land.',
  'supporter.K43':
    'Verifieringskoden skickades med WhatsApp eller RCS i stället för sms. Avsändare i WhatsApp är Microsoft, +1 (217) 302 1989.',
  'supporter.K43.do':
    'Inget att åtgärda. Utan WhatsApp eller internet kommer koden som sms. Första gången i WhatsApp säger ett sms det.',
  'supporter.K44': 'Alternate phone: bara för MFA. SSPR godtar det primära mobilnumret eller telefonen på jobbet.',
  'supporter.K44.do':
    'Gör numret som behövs till det primära: Entra ID › Users › användaren › Authentication methods. Eller låt användaren registrera en annan metod.',
};
