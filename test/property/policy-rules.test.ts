import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { accountOf } from '../../bot/domain/account/prefilled.ts';
import { gatherAudience, type ListedEmployee } from '../../bot/domain/campaigns/audience.ts';
import { weighPolicy } from '../../bot/domain/campaigns/policy-what-if.ts';
import { countReadiness } from '../../bot/domain/campaigns/readiness-count.ts';
import { hasEnough, isReady, readiness } from '../../bot/domain/enrolment/readiness.ts';
import { methodNames, setUp } from '../../bot/domain/methods/method.ts';
import { createPolicies } from '../../bot/domain/policies.ts';
import { type DecidedPolicy, defaultPolicy, type Policy, type PolicyRule } from '../../bot/domain/policy.ts';
import { type Whereabouts, winningRule } from '../../bot/domain/policy-rules.ts';
import { unnamedMember } from '../../bot/domain/ports/directory.ts';
import type { WhereaboutsSource } from '../../bot/domain/ports/whereabouts.ts';
import { embeddedObserver } from '../../bot/providers/directory/embedded/embedded.ts';
import { createMyTab } from '../../bot/tab/my-tab.ts';
import { countOrganisation } from '../../bot/tab/organisation-statistics.ts';
import { teller } from '../../bot/texts/tell.ts';
import { progressText } from '../../cards/parts/readiness-words.ts';
import { amount } from '../support/figure.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { officePhone, personWith } from '../support/person.ts';
import { seedOfRun } from '../support/seeded.ts';

const now = Date.UTC(2026, 10, 23, 9);
const groups = ['sales', 'stores', 'board'] as const;
const countries = ['SE', 'NO', 'GB'] as const;

const flag = fc.record({ allowed: fc.boolean() });
const part = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** Rules about groups, countries or both, of different names and ranks, in any order. */
const rules: fc.Arbitrary<readonly PolicyRule[]> = fc
  .uniqueArray(
    fc.record({
      rank: fc.integer({ min: 1, max: 9 }),
      for: fc
        .record({ groups: fc.subarray([...groups]), countries: fc.subarray([...countries]) })
        .filter((one) => one.groups.length + one.countries.length > 0),
      methodsRequired: part(fc.constantFrom(1, 2)),
      phone: part(fc.record({ allowed: fc.boolean(), channels: fc.subarray(['text', 'call'], { minLength: 1 }) })),
      email: part(flag),
      app: part(flag),
      officePhone: part(flag),
      questions: part(flag),
      contact: part(fc.record({ name: fc.constantFrom('Stores desk', 'Oslo desk'), address: fc.constant('') })),
      support: part(fc.record({ tiers: fc.constantFrom([['one@example.org']], [['two@example.org']]) })),
    }),
    { selector: ({ rank }) => rank, maxLength: 6 },
  )
  .map((those) =>
    those.map((one) => {
      const given = Object.entries({ ...one, name: `rule ${one.rank}` }).filter(([, value]) => value !== undefined);
      return Object.fromEntries(given) as unknown as PolicyRule;
    }),
  );

interface Placed {
  readonly groups: readonly string[];
  readonly country: string | null;
}

const placed: fc.Arbitrary<Placed> = fc.record({
  groups: fc.subarray([...groups]),
  country: fc.constantFrom('SE', 'NO', 'GB', 'FI', null),
});

const whereOf = ({ groups: in_, country }: Placed): Whereabouts => ({ country, isIn: (one) => in_.includes(one) });

/**
 * Who has which rule, said once more in the way PWM says it of its profiles ("in order, the first that matches") and ADSelfService
 * Plus of its policies ("the one with the highest priority"), by a search over all of them.
 */
function oracle(those: readonly PolicyRule[], one: Placed): PolicyRule | undefined {
  const about = those.filter(
    ({ for: reach }) =>
      (reach.groups.length === 0 || reach.groups.some((group) => one.groups.includes(group))) &&
      (reach.countries.length === 0 || reach.countries.some((country) => country === one.country)),
  );
  const best = Math.min(...about.map(({ rank }) => rank));
  const winners = about.filter(({ rank }) => rank === best);
  assert.ok(winners.length <= 1, 'no two hold');
  return winners[0];
}

/** The policy by hand: everybody's, with each part of the rule in its place. */
function expected(decided: DecidedPolicy, one: Placed): Policy {
  const { rules: all, ...common } = decided;
  const rule = oracle(all, one);
  if (!rule) return common;
  const { methodsRequired, phone, email, app, officePhone: office, questions, contact, support } = rule;
  return {
    ...common,
    rule: rule.name,
    methodsRequired: methodsRequired ?? common.methodsRequired,
    phone: phone ?? common.phone,
    email: email ?? common.email,
    app: app ?? common.app,
    officePhone: office ?? common.officePhone,
    questions: { ...common.questions, allowed: questions?.allowed ?? common.questions.allowed },
    contact: contact ?? common.contact,
    support: { ...common.support, tiers: support?.tiers ?? common.support.tiers },
  };
}

test('exactly one rule holds for somebody or none does, in whatever order they stand', () => {
  const property = fc.property(rules, placed, fc.nat(), (those, one, shift) => {
    const winner = winningRule(those, whereOf(one));
    assert.equal(winner.kind === 'rule' ? winner.rule.name : winner.kind, oracle(those, one)?.name ?? 'none');
    const at = shift % Math.max(1, those.length);
    const turned = [...those.slice(at), ...those.slice(0, at)].reverse();
    assert.deepEqual(winningRule(turned, whereOf(one)), winner);
  });
  fc.assert(property, { seed: seedOfRun(), numRuns: amount(2_000, 50_000) });
});

test('what can not be seen never gives somebody another rule than theirs: theirs, or everybody’s policy', () => {
  const counts = { same: 0, unknown: 0 };
  const hidden = fc.record({ country: fc.boolean(), groups: fc.subarray([...groups]) });
  const property = fc.property(rules, placed, hidden, (those, one, dark) => {
    const where: Whereabouts = {
      country: dark.country ? undefined : one.country,
      isIn: (group) => ((dark.groups as readonly string[]).includes(group) ? undefined : one.groups.includes(group)),
    };
    const winner = winningRule(those, where);
    if (winner.kind === 'unknown') {
      counts.unknown += 1;
      return;
    }
    counts.same += 1;
    assert.equal(winner.kind === 'rule' ? winner.rule.name : undefined, oracle(those, one)?.name);
  });
  fc.assert(property, { seed: seedOfRun(), numRuns: amount(2_000, 50_000) });
  assert.ok(counts.same > 200 && counts.unknown > 200, JSON.stringify(counts));
});

interface Somebody extends Placed {
  readonly person: Person;
  readonly listed: ListedEmployee;
}

const world = fc.record({
  decided: rules.map((those): DecidedPolicy => ({ ...defaultPolicy, rules: those })),
  people: fc
    .array(fc.record({ at: placed, methods: fc.subarray([...methodNames]) }), { minLength: 1, maxLength: 5 })
    .map((all) =>
      all.map(({ at, methods }, number): Somebody => {
        const employee = { tenantId: 'tenant', objectId: `person-${number}` };
        const entry = { ...unnamedMember, officePhone, ...(at.country !== null && { country: at.country }) };
        const person = { ...newPerson(employee), methods: personWith(...methods).methods };
        return { ...at, person, listed: { employee, entry, department: null, report: undefined } };
      }),
    ),
});

/** Knows everybody of the world, by lists and when asked. */
function sourceOf(people: readonly Somebody[]): WhereaboutsSource {
  const known: WhereaboutsSource['known'] = ({ objectId }) => {
    const one = people.find(({ listed }) => listed.employee.objectId === objectId);
    return one ? whereOf(one) : { country: null, isIn: () => false };
  };
  return { known, look: async (who) => known(who), groups: async () => new Map(), person: async () => undefined };
}

test('every place that decides something for somebody goes by their own rule', async () => {
  const counts = { ruled: 0, common: 0 };
  const property = fc.asyncProperty(world, async ({ decided, people }) => {
    const whereabouts = sourceOf(people);
    const { policy, known } = createPolicies(async () => decided, whereabouts);
    const byLists = await known();
    const observer = embeddedObserver([], () => now);
    const tell = teller('en', 'UTC');
    const standing = people.map((one) => {
      const theirs = expected(decided, one);
      counts[theirs.rule === undefined ? 'common' : 'ruled'] += 1;
      return { one, theirs, ready: readiness(one.person, theirs, accountOf(one.listed.entry), now) };
    });
    for (const { one, theirs, ready } of standing) {
      const { employee, entry } = one.listed;
      assert.deepEqual(await policy(employee, entry), theirs, 'a turn, which has their entry');
      assert.deepEqual(await policy(employee), theirs, 'a letter, which has not');
      assert.deepEqual(byLists(employee), theirs, 'a count of everybody');
      const store = openMemoryStore();
      await store.update('person', personId(employee), () => ({ record: one.person, outcome: undefined }));
      const mine = createMyTab({
        store,
        directory: { entry: async () => entry },
        observer,
        policy,
        openTickets: async () => [],
        rolesOf: async () => new Set(),
        clock: () => now,
      });
      const view = await mine(employee, { language: 'en', timeZone: 'UTC' });
      assert.ok(view.kind === 'mine');
      assert.equal(view.progress, progressText(tell, ready), 'the tab');
    }
    const able = standing.filter(({ ready }) => isReady(ready)).length;
    const enough = standing.filter(({ ready }) => hasEnough(ready)).length;
    async function* everybody() {
      yield* people.map(({ person }) => person);
    }
    const organisation = await countOrganisation(everybody(), byLists, now, 'here', observer.known);
    // The number goes by what was proven, and an office phone stands there as it was.
    assert.deepEqual([organisation.people, organisation.able], [people.length, able], "the organisation's number");
    const sources = {
      listed: people.map(({ listed }) => listed),
      personOf: async ({ objectId }: { objectId: string }) =>
        people.find(({ listed }) => listed.employee.objectId === objectId)?.person,
      reaches: async () => true,
      members: undefined,
      refusers: new Set<string>(),
      policy: decided,
      whereabouts: ({ employee }: ListedEmployee) => whereabouts.known(employee),
    };
    const counted = await countReadiness({ ...sources, members: new Map() }, now);
    assert.equal(counted.counts.ready, enough, 'the pages of IT');
    const audience = await gatherAudience({ reasons: [], departments: [], countries: [] }, sources, now);
    assert.equal(audience.ready, enough, 'a campaign');
    const weighed = await weighPolicy(sources, { ...decided, rules: [] }, decided, now);
    for (const rule of weighed.rules) {
      const holds = standing.filter(({ theirs }) => theirs.rule === rule.name);
      const before = holds.map(({ one }) => readiness(one.person, defaultPolicy, accountOf(one.listed.entry), now));
      const changes = holds.map(({ ready }, at) => Number(hasEnough(ready)) - Number(hasEnough(before[at] ?? ready)));
      assert.deepEqual(
        [rule.holds, rule.gaining, rule.losing],
        [holds.length, changes.filter((one) => one > 0).length, changes.filter((one) => one < 0).length],
        'the what-if',
      );
      assert.ok(rule.about >= rule.holds);
    }
    assert.deepEqual([weighed.people, weighed.unseen], [people.length, 0]);
  });
  await fc.assert(property, { seed: seedOfRun(), numRuns: amount(150, 2_000) });
  assert.ok(counts.ruled >= 100 && counts.common >= 50, JSON.stringify(counts));
  assert.ok(setUp(personWith(...methodNames).methods).length === methodNames.length);
});
