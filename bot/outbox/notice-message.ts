import { changeSentence } from '../../cards/methods/not-me.ts';
import type { Person } from '../domain/account/person.ts';
import type { Change } from '../domain/methods/change.ts';
import { reachedAt } from '../domain/methods/extension.ts';
import type { Letter } from '../domain/outbox/letter.ts';
import type { Message } from '../domain/ports/delivery.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { type Tell, teller } from '../texts/tell.ts';

/** Tells an address that everything was deleted, that a change was disowned, or that the stop of changes was ended. */
export function goneMessage({ timeZone }: Person, letter: Letter & { kind: 'gone' }): Message {
  const tell = teller(languageOf(letter.language) ?? fallbackLanguage, timeZone);
  return messageOf(tell, letter, tell(`notice.letter.${letter.why}`, { name: tell('product.name') }));
}

/** Tells an address that was there before of a change; of several, the newest and how many there were before it. */
export function noticeMessage(
  person: Person,
  letter: Letter & { kind: 'notice' },
  [first, ...later]: readonly [Change, ...Change[]],
): Message {
  const tell = teller(languageOf(person.language) ?? fallbackLanguage, person.timeZone);
  const newest = changeSentence(tell, later.at(-1) ?? first);
  const before = { count: later.length, time: tell.moment(first.at) };
  const what = later.length > 0 ? `${newest} ${tell('notice.letter.before', before)}` : newest;
  return messageOf(tell, letter, tell('notice.letter.text', { what, name: tell('product.name') }));
}

/** Holds no link: nobody should learn to trust one in such a letter. */
function messageOf(tell: Tell, { channel, to, id }: Letter & { kind: 'gone' | 'notice' }, text: string): Message {
  const subject = channel === 'email' ? { subject: tell('notice.letter.subject') } : {};
  return { channel, ...reachedAt(to, channel), language: tell.language, letter: id, text, ...subject };
}
