import type { Change } from '../domain/change.ts';
import type { Letter } from '../domain/letter.ts';
import type { Person } from '../domain/person.ts';
import type { Message } from '../domain/ports/delivery.ts';
import { changeSentence } from '../texts/change-sentence.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';

/** Tells an address that everything was deleted, or that a change was disowned. Holds no link either. */
export function goneMessage(person: Person, letter: Letter & { kind: 'gone' }): Message {
  const language = languageOf(letter.language) ?? fallbackLanguage;
  const tell = teller(language, person.timeZone);
  const text = tell(`notice.letter.${letter.why}`, { name: tell('product.name') });
  const { channel, to, id } = letter;
  const subject = channel === 'email' ? { subject: tell('notice.letter.subject') } : {};
  return { channel, to, language, letter: id, text, ...subject };
}

/** Tells an address that was there before of a change. Holds no link: nobody should learn to trust one in such a letter. */
export function noticeMessage(person: Person, letter: Letter & { kind: 'notice' }, change: Change): Message {
  const language = languageOf(person.language) ?? fallbackLanguage;
  const tell = teller(language, person.timeZone);
  const what = changeSentence(tell, change);
  const text = tell('notice.letter.text', { what, name: tell('product.name') });
  const { channel, to, id } = letter;
  const subject = channel === 'email' ? { subject: tell('notice.letter.subject') } : {};
  return { channel, to, language, letter: id, text, ...subject };
}
