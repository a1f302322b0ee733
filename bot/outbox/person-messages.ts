import { changeSentence } from '../../cards/methods/not-me.ts';
import { keepLines } from '../../cards/parts/keep-words.ts';
import type { Person } from '../domain/account/person.ts';
import { type Challenge, diesAt } from '../domain/enrolment/challenge.ts';
import { deriveCode } from '../domain/enrolment/code.ts';
import type { MethodChange } from '../domain/methods/change.ts';
import { setUp } from '../domain/methods/method.ts';
import { reachedAt } from '../domain/methods/phone.ts';
import { endsOf } from '../domain/outbox/change-notices.ts';
import type { Letter } from '../domain/outbox/letter.ts';
import type { Policy } from '../domain/policy.ts';
import type { Message } from '../domain/ports/delivery.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import { type Instant, second } from '../domain/time.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { type Tell, teller, tellerFor } from '../texts/tell.ts';

/** What nobody waits for. */
const urgency = 'background';

/** The message that carries a code. The code exists from here to the provider only. */
export function codeMessage(
  keyring: Keyring,
  person: Person,
  challenge: Challenge,
  letter: string,
  now: Instant,
): Message {
  const language = languageOf(person.language) ?? fallbackLanguage;
  const tell = teller(language, null);
  const code = deriveCode(keyring, person.employee, challenge);
  const name = tell('product.name');
  const life = Math.max(1, Math.ceil((diesAt(challenge) - now) / second));
  const common = { ...reachedAt(challenge.address, challenge.channel), language, letter, life };
  switch (challenge.channel) {
    case 'text':
      return { ...common, channel: 'text', text: tell('letter.text', { code, name }) };
    case 'call':
      return { ...common, channel: 'call', text: tell('letter.call', { digits: [...code].join(', '), name }) };
    case 'email':
      return {
        ...common,
        channel: 'email',
        subject: tell('letter.email.subject', { code }),
        text: tell('letter.email.text', { code, name }),
      };
  }
}

/** Tells an address that everything was deleted, that a change was disowned, that the stop of changes was ended: each in turn. */
export function goneMessage({ timeZone }: Person, letter: Letter & { kind: 'gone' }): Message {
  const tell = tellerFor(letter.language, timeZone);
  const sentences = endsOf(letter).map((end) => tell(`notice.letter.${end}`, { name: tell('product.name') }));
  return messageOf(tell, letter, sentences.join(' '));
}

/** Tells an address that was there before of a change; of several, the newest and how many there were before it. */
export function noticeMessage(
  person: Person,
  letter: Letter & { kind: 'notice' },
  [first, ...later]: readonly [MethodChange, ...MethodChange[]],
): Message {
  const tell = tellerFor(person.language, person.timeZone);
  const newest = changeSentence(tell, later.at(-1) ?? first);
  const before = { count: later.length, time: tell.moment(first.at) };
  const what = later.length > 0 ? `${newest} ${tell('notice.letter.before', before)}` : newest;
  return messageOf(tell, letter, tell('notice.letter.text', { what, name: tell('product.name') }));
}

/** Holds no link: nobody should learn to trust one in such a letter. */
function messageOf(tell: Tell, { channel, to, id }: Letter & { kind: 'gone' | 'notice' }, text: string): Message {
  const subject = channel === 'email' ? { subject: tell('notice.letter.subject') } : {};
  return { channel, ...reachedAt(to, channel), language: tell.language, letter: id, text, urgency, ...subject };
}

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
  return { channel: 'email', to, language, letter: id, urgency, ...words };
}

/** What somebody needs on the day they can't open Teams. */
export function keepMessage(
  { language: spoken, timeZone, methods }: Person,
  { to, id, there }: Letter & { kind: 'keep' },
  policy: Policy,
): Message {
  const language = languageOf(spoken) ?? fallbackLanguage;
  const tell = teller(language, timeZone);
  const text = [tell('keep.letter'), ...keepLines(tell, policy, there, setUp(methods))].join('\n\n');
  return { channel: 'email', to, language, letter: id, urgency, subject: tell('keep.pageTitle'), text };
}
