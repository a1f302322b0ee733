import type { Person } from '../domain/account/person.ts';
import { type Challenge, diesAt } from '../domain/enrolment/challenge.ts';
import { deriveCode } from '../domain/enrolment/code.ts';
import { reachedAt } from '../domain/methods/phone.ts';
import type { Message } from '../domain/ports/delivery.ts';
import type { Keyring } from '../domain/ports/keyring.ts';
import { type Instant, second } from '../domain/time.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';

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
