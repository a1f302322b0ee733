import type { Person } from '../domain/account/person.ts';
import type { Letter } from '../domain/outbox/letter.ts';
import type { Message } from '../domain/ports/delivery.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';

/** What a reminder says, by mail, when Teams does not reach somebody. */
export function reminderMessage(person: Person, letter: Letter & { kind: 'reminder-mail' }): Message {
  const language = languageOf(person.language) ?? fallbackLanguage;
  const tell = teller(language, person.timeZone);
  const name = tell('product.name');
  const { to, id, about } = letter;
  const words =
    about === 'lapse'
      ? { subject: tell('reminder.lapse.title'), text: tell('reminder.letter.lapse', { name }) }
      : { subject: tell('reminder.letter.subject'), text: tell('reminder.letter.text', { name }) };
  return { channel: 'email', to, language, letter: id, ...words };
}
