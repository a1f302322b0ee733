import type { Person } from '../account/person.ts';
import type { Letter } from '../outbox/letter.ts';
import { day, hour, type Instant } from '../time.ts';
import type { KeepOutcome } from './outcome.ts';

/** How long after one mail the next may be asked for. */
const again = hour;

/**
 * The mail for the day somebody can't open Teams, to the mailbox they have proven.
 * @param there a reset goes by Microsoft's page
 * @param id unguessable, new
 */
export function keepForTheDay(
  person: Person,
  there: boolean,
  id: string,
  now: Instant,
): { readonly record: Person; readonly outcome: KeepOutcome } {
  const to = person.methods['authentication-email']?.address;
  if (to === undefined) return { record: person, outcome: { kind: 'keep-no-mailbox' } };
  const { keptAt } = person;
  if (keptAt !== null && keptAt <= now && now < keptAt + again)
    return { record: person, outcome: { kind: 'keep-sent', to } };
  const letter: Letter = { kind: 'keep', id: `${id}-keep`, to, there, due: now, dies: now + day, tries: [] };
  return {
    record: { ...person, keptAt: now, letters: [...person.letters, letter] },
    outcome: { kind: 'keep-sent', to },
  };
}
