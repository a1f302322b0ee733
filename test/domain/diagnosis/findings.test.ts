import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diagnose } from '../../../bot/domain/diagnosis/diagnose.ts';
import { known, notKnown, onlyKnown } from '../../../bot/domain/diagnosis/facts.ts';
import { situationIds } from '../../../bot/domain/diagnosis/situation-ids.ts';
import { hour, minute } from '../../../bot/domain/time.ts';
import { supporterLines } from '../../../bot/texts/supporter-lines.ts';
import { teller } from '../../../bot/texts/tell.ts';
import { figure } from '../../support/figure.ts';
import { seedOfRun } from '../../support/seeded.ts';
import { anyFacts } from './any-facts.ts';
import { factSets } from './fact-sets.ts';
import { factsFrom, failed, type Given, now, ready, shorthand } from './given-facts.ts';

for (const [name, given, said, found] of factSets) {
  test(`${name}${said ? `, told ${said}` : ''}: ${found}`, () => {
    assert.equal(shorthand(diagnose(factsFrom(given), now, said)), found);
  });
}

test('every situation is found in the table', () => {
  const found = new Set(factSets.flatMap(([, , , findings]) => findings.match(/[a-z-]+[a-z]/g) ?? []));
  assert.deepEqual(
    situationIds.filter((id) => !found.has(id)),
    [],
  );
});

test('the table is as long as was promised, and no two of its sets are alike', () => {
  const sets = new Set(factSets.map(([, given, said]) => JSON.stringify([given, said])));
  assert.equal(sets.size, factSets.length);
  figure({
    test: 'fact sets with findings thought out by hand',
    measured: `${sets.size}`,
    target: '≥ 80',
    met: sets.size >= 80,
  });
  assert.ok(sets.size >= 80);
});

test('every situation can be told, and what was told is always among the findings', () => {
  for (const said of situationIds) {
    const found = diagnose(factsFrom({}), now, said);
    assert.ok(
      found.some(({ situation }) => situation === said),
      said,
    );
  }
});

test('unknown says what could not be seen and why, and is silent about what was seen', () => {
  const facts = onlyKnown({ enabled: known(true, 'report'), writeback: notKnown('permission-missing') });
  const [found] = diagnose(facts, now);
  assert.equal(found?.situation, 'unknown');
  assert.deepEqual(
    found?.gaps.find(({ fact }) => fact === 'writeback'),
    { fact: 'writeback', kind: 'not-known', why: 'permission-missing' },
  );
  assert.ok(!found?.gaps.some(({ fact }) => fact === 'enabled'));
  assert.deepEqual(diagnose(factsFrom({ ...ready, writeback: 'on' }), now)[0]?.gaps, []);
});

test('a report from before a try does not speak against what the try found', () => {
  const facts = { ...factsFrom({ ...failed('too-few-methods') }), registered: known(true, 'report', now - 5 * hour) };
  assert.equal(shorthand(diagnose(facts, now)), 'not-registered!');
  const newer = { ...facts, registered: known(true, 'report', now - 10 * minute) };
  assert.equal(shorthand(diagnose(newer, now)), 'not-registered~-');
});

test('who can’t reach one method is offered what is left, and nothing where nothing is', () => {
  const both = ['authentication-phone', 'authentication-email'] as const;
  const [phone] = both;
  const lost = (given: Given) => diagnose(factsFrom({ ...ready, ...given }), now, 'all-lost');
  const offers = (given: Given) =>
    lost(given)
      .find(({ situation }) => situation === 'all-lost')
      ?.remedies.map(({ kind }) => kind);
  assert.deepEqual(offers({ required: 1, lost: [phone] }), ['other-method', 'contact']);
  const [found] = lost({ required: 1, lost: [phone] });
  assert.deepEqual(
    found?.evidence.filter(({ kind }) => kind === 'methods.left').map(({ value }) => value),
    ['authentication-email'],
  );
  assert.deepEqual(offers({}), ['other-method', 'contact'], 'nobody knows which one is lost');
  for (const given of [
    { lost: [phone] },
    { required: 1, lost: [...both] },
    { required: 1, methods: [phone] },
  ] as const) {
    assert.deepEqual(offers(given), ['contact'], JSON.stringify(given));
  }
});

test('nobody is advised to switch on writeback where it is on', () => {
  const seed = seedOfRun();
  const property = fc.property(anyFacts, fc.option(fc.constantFrom(...situationIds)), (facts, said) => {
    const on = { ...facts, writeback: known('on' as const, 'organisation') };
    const kept = diagnose(on, now, said).find(({ situation }) => situation === 'kept-on-premises');
    assert.ok(!kept || (kept.certainty === 'told-only' && kept.against.length > 0));
    const text = supporterLines(teller('en', 'Europe/Stockholm'), diagnose(on, now, said)).join('\n');
    assert.doesNotMatch(text, /turn on (“Write back passwords|writeback)/);
  });
  fc.assert(property, { seed, numRuns: 2_000 });
});

test('a block ends 24 hours after the last try that counted', () => {
  const [found] = diagnose(factsFrom(failed('too-many-texts', 2, 'blocked')), now);
  assert.deepEqual(found?.remedies[0], { kind: 'try-again-at', at: now + 22 * hour });
  const [set] = diagnose(factsFrom({ blockedUntil: now + 5 * hour }), now);
  assert.deepEqual(set?.remedies[0], { kind: 'try-again-at', at: now + 5 * hour });
});

test('what is not proven says which facts would have decided', () => {
  const [found] = diagnose(factsFrom({ password: 'on-premises' }), now, 'kept-on-premises');
  assert.deepEqual(
    found?.gaps.map(({ fact }) => fact),
    ['writeback'],
  );
});
