import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson } from '../../bot/domain/account/person.ts';
import { collectFacts } from '../../bot/domain/diagnosis/collect-facts.ts';
import { diagnose } from '../../bot/domain/diagnosis/diagnose.ts';
import type { SituationId } from '../../bot/domain/diagnosis/situation-ids.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { demoPeople } from '../../bot/local/people.ts';
import { embeddedObserver } from '../../bot/providers/directory/embedded/embedded.ts';
import { patience } from '../support/until.ts';

const now = Date.UTC(2026, 10, 23, 9);

/** What each is there to show. */
const shown: readonly (readonly [as: string, situation: SituationId])[] = [
  ['robin', 'not-registered'],
  ['hugo', 'never-registered'],
  ['priya', 'never-registered'],
  ['grace', 'invited-guest'],
  ['nils', 'disabled'],
  ['olle', 'kept-on-premises'],
  ['tess', 'not-enabled'],
  ['ines', 'not-licensed'],
  ['david', 'blocked'],
];

for (const [as, situation] of shown) {
  test(`${as} shows ${situation}, and by what is seen, not by what is said`, async () => {
    const one = demoPeople.find((person) => person.as === as) ?? assert.fail(as);
    const seen = await embeddedObserver(demoPeople, () => now).facts(one.employee, AbortSignal.timeout(patience));
    const { employee, entry = assert.fail(as) } = one;
    const person = newPerson(employee);
    const facts = collectFacts({ person, entry, policy: defaultPolicy, seen }, now);
    const found = diagnose(facts, now).find((finding) => finding.situation === situation);
    // Of licences Graph shows what somebody holds, and that never proves that one is missing.
    assert.equal(found?.certainty, as === 'ines' ? 'likely' : 'proven');
    assert.ok(found.evidence.every(({ kind }) => kind !== 'said'));
  });
}
