import type { phones as english } from '../../en/supporter/phones.ts';

/** För supporten, med exakta ord: koder till telefoner. */
export const phones: Readonly<Record<keyof typeof english, string>> = {
  'supporter.own-provider-fails':
    'Sms eller samtal genom organisationens egen operatör kommer inte fram. Leveransen är en sak för operatören och konfigurationen, inte för Microsoft.',
  'supporter.own-provider-fails.do':
    'Entra ID › Authentication methods › Policies, telephony provider: Production mode, målgrupper, andel av utrullningen. Kontrollera routing-funktionen i den egna Azure-prenumerationen. Öppna sedan ett ärende hos operatören, med tider och land.',
  'supporter.code-in-another-app':
    'Verifieringskoden skickades med WhatsApp eller RCS i stället för sms. Avsändare i WhatsApp är Microsoft, +1 (217) 302 1989.',
  'supporter.code-in-another-app.do':
    'Inget att åtgärda. Utan WhatsApp eller internet kommer koden som sms. Första gången i WhatsApp säger ett sms det.',
  'supporter.second-number':
    'Alternate phone: bara för MFA. SSPR godtar det primära mobilnumret eller telefonen på jobbet.',
  'supporter.second-number.do':
    'Gör numret som behövs till det primära: Entra ID › Users › användaren › Authentication methods. Eller låt användaren registrera en annan metod.',
};
