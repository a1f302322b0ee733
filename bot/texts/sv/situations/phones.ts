import type { phones as english } from '../../en/situations/phones.ts';

/** Situationer: koder till telefoner. */
export const phones: Readonly<Record<keyof typeof english, string>> = {
  'K39.happened': 'Koden till telefonen kom inte.',
  'K39.why': 'Koderna skickas av en operatör som din organisation själv har valt. Felet kan ligga där.',
  'K39.now': 'Använd ett annat sätt. Berätta för it-supporten när du försökte, för Microsoft kan inte se det.',
  'K43.happened': 'Koden kom inte som ett vanligt sms.',
  'K43.why': 'Microsoft kan skicka den i WhatsApp, eller som ett chattmeddelande med sitt namn och en bock.',
  'K43.now':
    'Titta i WhatsApp och bland alla dina meddelanden. Utan internet kommer den som ett vanligt sms. Ge koden till ingen.',
  'K44.happened': 'Sidan erbjuder inte ditt andra telefonnummer.',
  'K44.why':
    'En återställning går bara till ditt första mobilnummer eller telefonen på jobbet. Det andra är bara för inloggning.',
  'K44.now': 'Använd det första numret. Är det inte ditt längre kan du ändra det här eller lägga till ett annat sätt.',
};
