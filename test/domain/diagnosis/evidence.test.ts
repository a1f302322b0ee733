import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diagnose } from '../../../bot/domain/diagnosis/diagnose.ts';
import type { Evidence } from '../../../bot/domain/diagnosis/evidence.ts';
import type { Facts } from '../../../bot/domain/diagnosis/facts.ts';
import type { Finding } from '../../../bot/domain/diagnosis/finding.ts';
import { rehearse } from '../../../bot/domain/diagnosis/rehearsal.ts';
import { numberOf, type SituationId, situationIds } from '../../../bot/domain/diagnosis/situation-ids.ts';
import { amount, figure } from '../../support/figure.ts';
import { seedOfRun } from '../../support/seeded.ts';
import { anyFacts } from './any-facts.ts';
import { factsFrom, now } from './given-facts.ts';

/** Whether a piece of evidence stands in the facts, looked up without the code that made it. */
function standsIn(facts: Facts, said: SituationId | null, { fact, value, source, at }: Evidence): boolean {
  if (fact === 'said') return said !== null && value === numberOf(said);
  const held = facts[fact];
  if (held.kind !== 'known' || held.source !== source) return false;
  const items: readonly unknown[] = Array.isArray(held.value) ? held.value : [];
  const inItem = items.some(
    (item) =>
      item === value ||
      (holds(item, value) && typeof item === 'object' && item !== null && 'at' in item && item.at === at),
  );
  return inItem || (JSON.stringify(held.value) === JSON.stringify(value) && (held.at === at || value === at));
}

function holds(item: unknown, value: unknown): boolean {
  return typeof item === 'object' && item !== null && Object.values(item).includes(value);
}

function check(facts: Facts, said: SituationId | null, findings: readonly Finding[]): void {
  assert.ok(findings.length > 0);
  for (const { situation, certainty, evidence, against, gaps, remedies } of findings) {
    assert.ok(situation === 'unknown' || evidence.length > 0, `${situation} without evidence`);
    for (const one of [...evidence, ...against]) {
      assert.ok(standsIn(facts, said, one), `${situation}: ${JSON.stringify(one)}`);
    }
    assert.ok(remedies.length > 0, `${situation} without remedy`);
    assert.ok(gaps.every(({ fact }) => facts[fact].kind === 'not-known'));
    if (certainty === 'proven') assert.ok(evidence.some(({ fact }) => fact !== 'said') && against.length === 0);
  }
}

const anySaid = fc.option(fc.constantFrom(...situationIds));

test('no finding without its evidence, and no evidence that is not in the facts', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const numRuns = amount(2_000, 50_000);
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyFacts, anySaid, (facts, said) => {
      const findings = diagnose(facts, now, said);
      check(facts, said, findings);
      for (const { situation } of findings) seen.add(situation);
      const fitting = findings.filter(
        (one) => one.situation !== 'unknown' && (one.certainty !== 'told-only' || one.against.length === 0),
      );
      assert.equal(findings[0]?.situation === 'unknown', fitting.length === 0);
      assert.equal(new Set(findings.map(({ situation }) => situation)).size, findings.length, 'said twice');
    }),
    { seed, numRuns },
  );
  assert.equal(seen.size, situationIds.length + 1);
  figure({
    test: 'findings without evidence, or with evidence that is not in the facts',
    measured: `0 in ${numRuns.toLocaleString('en')} random sets of facts, all ${seen.size - 1} situations found`,
    target: '0',
    met: true,
    seed,
  });
});

test('a rehearsal walks through every check, and says nothing that is not in the facts', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { steps, prove } = rehearse(facts, now);
      assert.equal(steps.length, 7);
      for (const step of steps) {
        if (step.kind === 'could-not-see') continue;
        assert.ok(step.evidence.length > 0);
        for (const one of step.evidence) assert.ok(standsIn(facts, null, one), JSON.stringify(one));
      }
      if (prove) assert.ok(facts.methods.kind === 'known' && facts.methods.value.includes(prove));
    }),
    { seed, numRuns: 5_000 },
  );
});

test('the look-up sees evidence that is not there, so the tests above can fail', () => {
  const facts = factsFrom({ writeback: 'off', tries: [{ at: now, end: 'failed', reason: 'not-licensed' }] });
  const [found] = diagnose(facts, now);
  const [evidence] = found?.evidence ?? [];
  assert.ok(evidence && standsIn(facts, null, evidence));
  assert.ok(!standsIn(factsFrom({}), null, evidence));
  assert.ok(!standsIn(facts, null, { ...evidence, at: now - 1 }));
  assert.ok(!standsIn(facts, null, { ...evidence, value: 'no-cookies' }));
});
