import type { phones as english } from '../../en/situations/phones.ts';

/** Situationer: koder till telefoner. */
export const phones: Readonly<Record<keyof typeof english, string>> = {
  'own-provider-fails.happened': 'Koden till telefonen kom inte.',
  'own-provider-fails.why': 'Koderna skickas av en operatör som din organisation själv har valt. Felet kan ligga där.',
  'own-provider-fails.now':
    'Använd ett annat sätt. Berätta för it-supporten när du försökte, för Microsoft kan inte se det.',
  'code-in-another-app.happened': 'Koden kom inte som ett vanligt sms.',
  'code-in-another-app.why':
    'Microsoft kan skicka den i WhatsApp, eller som ett chattmeddelande med sitt namn och en bock.',
  'code-in-another-app.now':
    'Titta i WhatsApp och bland alla dina meddelanden. Utan internet kommer den som ett vanligt sms. Ge koden till ingen.',
  'second-number.happened': 'Sidan erbjuder inte ditt andra telefonnummer.',
  'second-number.why':
    'En återställning går bara till ditt första mobilnummer eller telefonen på jobbet. Det andra är bara för inloggning.',
  'second-number.now':
    'Använd det första numret. Är det inte ditt längre kan du ändra det här eller lägga till ett annat sätt.',
};
