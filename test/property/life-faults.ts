import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import type { Enrolment } from '../../bot/domain/enrolment/enrolment.ts';
import { applyChange } from '../../bot/domain/methods/apply-change.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { withWritings } from '../../bot/domain/reset-service/sync.ts';
import { addressesOf, type Faults, kim } from './life-world.ts';

function change(store: Store, step: (person: Person) => Person): Promise<void> {
  return store.update('person', personId(kim), (person = newPerson(kim)) => ({
    record: step(person),
    outcome: undefined,
  }));
}

/** After an act, something is done to the record that the right one would not do. */
function after(
  verbs: readonly ('disown' | 'erase' | 'remove' | 'answer')[],
  spoil: (before: Person, after: Person, now: number) => Person,
): Faults {
  return {
    enrolment(right, { store, clock }) {
      const faulty = { ...right } as Record<string, unknown>;
      for (const verb of verbs) {
        faulty[verb] = async (...args: unknown[]) => {
          const before = await right.person(kim);
          const outcome = await (right[verb] as (...all: unknown[]) => Promise<unknown>)(...args);
          await change(store, (person) => spoil(before, person, clock()));
          return outcome;
        };
      }
      return faulty as unknown as Enrolment;
    },
  };
}

/** The faults of before, each of which the model has to find. */
export const oldFaults = {
  'a disowned change brings the old value back at once': after(['disown'], (before, person, now) => {
    const [first] = person.doubt?.changes ?? [];
    if (!first?.before || person.doubt?.id === before.doubt?.id) return person;
    return withWritings(
      person,
      { ...applyChange(person, first.method, first.before, `${first.id}-old`, now) },
      first.id,
      now,
    );
  }),
  'only the newest change of one method is undone': after(['disown'], (before, person) => {
    const kept = person.doubt?.changes.filter(({ method }) => method !== person.doubt?.changes[0]?.method) ?? [];
    if (person.doubt?.id === before.doubt?.id || !person.doubt) return person;
    const methods = { ...person.methods };
    for (const { method } of kept)
      Object.assign(methods, before.methods[method] && { [method]: before.methods[method] });
    const changes = person.doubt.changes.filter((one) => !kept.includes(one));
    return { ...person, methods, doubt: { ...person.doubt, changes } };
  }),
  'only the addresses that are methods are told that a change was disowned': after(
    ['disown', 'answer'],
    (before, person) => {
      const present = [...addressesOf(before.methods).values()];
      const letters = person.letters.filter(
        (one) => !('to' in one) || present.includes(one.to) || before.letters.some(({ id }) => id === one.id),
      );
      return person.doubt?.id === before.doubt?.id ? person : { ...person, letters };
    },
  ),
  'the addresses that lose their place are told by mail only': after(
    ['answer', 'remove', 'disown'],
    (before, person) => {
      const letters = person.letters.filter(
        (one) => !('channel' in one) || one.channel === 'email' || before.letters.some(({ id }) => id === one.id),
      );
      return { ...person, letters };
    },
  ),
  'forgetting somebody drops the changes and what tells of them': after(['erase'], (before, person) =>
    person.letters.length > before.letters.length || before.changes !== person.changes
      ? { ...newPerson(kim), sends: person.sends }
      : person,
  ),
  'who has no method has nothing to show': {
    enrolment: (right, { store }) => ({
      ...right,
      async begin(asker, wanted) {
        const bare = Object.keys((await right.person(kim)).methods).length === 0;
        if (bare) await change(store, (person) => ({ ...person, changes: [], doubt: null }));
        return right.begin(asker, wanted);
      },
    }),
  },
} as const satisfies Record<string, Faults>;
export type OldFault = keyof typeof oldFaults;
