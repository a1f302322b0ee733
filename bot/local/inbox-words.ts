import type { Language } from '../texts/languages.ts';

const en = {
  title: 'Inbox for trying out',
  lead: 'It stands in for your phone and your mailbox: what the bot sends shows up here.',
  phone: 'Phone',
  mailbox: 'Mailbox',
  phoneEmpty: 'Texts and calls will show up here, for instance when you ask for a code to your phone.',
  mailboxEmpty: 'E-mails will show up here, for instance when you ask for a code to your e-mail address.',
  text: 'Text message',
  call: 'Phone call',
  email: 'E-mail',
  to: 'To',
  spoken: 'A voice said:',
  copy: 'Copy code',
  copied: 'Code copied.',
  arrived: 'New message.',
  connected: 'New messages appear by themselves.',
  disconnected: 'The bot does not answer. This page goes on trying.',
  other: 'Svenska',
} as const;

type Words = { readonly [Word in keyof typeof en]: string };

const sv: Words = {
  title: 'Inkorg för att prova',
  lead: 'Den står för din telefon och din inkorg: det som boten skickar hamnar här.',
  phone: 'Telefon',
  mailbox: 'Brevlåda',
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
  other: 'English',
};

/** The words of the inbox page, in every language of the bot. */
export const inboxWords: { readonly [L in Language]: Words } = { en, sv };
