import type { inbox as english } from '../en/inbox.ts';

/** Orden på inkorgens sida i lokalt läge. */
export const inbox: Readonly<Record<keyof typeof english, string>> = {
  title: 'Testinkorg',
  lead: 'Den ersätter din telefon och din inkorg: det som boten skickar hamnar här.',
  phone: 'Telefon',
  mailbox: 'Mejl',
  phoneEmpty: 'Här visas sms och samtal, till exempel när du ber om en kod till din telefon.',
  mailboxEmpty: 'Här visas mejl, till exempel när du ber om en kod till din mejladress.',
  text: 'Sms',
  call: 'Samtal',
  email: 'Mejl',
  to: 'Till',
  spoken: 'En röst sa:',
  copy: 'Kopiera koden',
  copied: 'Koden är kopierad.',
  arrived: 'Nytt meddelande.',
  connected: 'Nya meddelanden dyker upp av sig själva.',
  disconnected: 'Boten svarar inte. Sidan fortsätter att försöka.',
};
