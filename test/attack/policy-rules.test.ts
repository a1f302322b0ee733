import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { passingTime, type Time } from '../../bot/deadline.ts';
import { type ListedEmployee, whereListed } from '../../bot/domain/campaigns/audience.ts';
import { createPolicies } from '../../bot/domain/policies.ts';
import {
  allowedMethods,
  type DecidedPolicy,
  defaultPolicy,
  methodsRequired,
  type PolicyRule,
} from '../../bot/domain/policy.ts';
import {
  matchOf,
  policyByRule,
  policyFor,
  policyOfEverybody,
  type Whereabouts,
} from '../../bot/domain/policy-rules.ts';
import type { WhereaboutsSource } from '../../bot/domain/ports/whereabouts.ts';
import { second } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import type { Reader } from '../../bot/providers/directory/graph/reader.ts';
import { graphWhereabouts } from '../../bot/providers/directory/graph/whereabouts.ts';
import { changePolicy, keptPolicy, readPolicy, setPolicy } from '../../bot/settings/policy-file.ts';
import type { DeskView } from '../../bot/tab/page-data.ts';
import { amount } from '../support/figure.ts';
import { graphBench, never } from '../support/graph-parts.ts';
import { goodPerson, goodTenant, kim as kimInGraph, tenantId } from '../support/graph-tenant.ts';
import { seedOfRun } from '../support/seeded.ts';
import { employee, kim, monday, type TabBenchOptions, tabOf } from '../support/tab-bench.ts';
import { until } from '../support/until.ts';

const reader = { language: 'en', timeZone: 'Europe/Stockholm' };
const board = 'aaaaaaaa-0000-4000-8000-000000000001';
const stores = 'aaaaaaaa-0000-4000-8000-000000000002';
const byGroup = (name: string, rank: number, group: string, more: Partial<PolicyRule> = {}): PolicyRule => ({
  name,
  rank,
  for: { groups: [group], countries: [] },
  ...more,
});
const ruled = (rules: readonly PolicyRule[], more: Partial<DecidedPolicy> = {}): DecidedPolicy => ({
  ...defaultPolicy,
  roles: { campaigners: [], policyMakers: [kim.objectId], auditors: [] },
  ...more,
  rules,
});

/* Where somebody stands: nothing that they can change themselves. */

/** The directory of one person, with what the test changes of it. */
async function graphOf(t: TestContext, user: Record<string, unknown>, rules: readonly PolicyRule[]) {
  const one = goodPerson({ groups: [{ id: stores, isAssignableToRole: null }] });
  const bench = await graphBench(t, {
    ...goodTenant({ ...one, user: { ...one.user, ...user } }),
    members: { [stores]: [kimInGraph.objectId] },
  });
  const { reader: read, time } = bench;
  const log = createLog('silent');
  return {
    ...bench,
    whereabouts: graphWhereabouts({ tenantId, reader: read, background: read, time, log, rules: async () => rules }),
  };
}

test('a country is what an administrator set, whatever language, place or country somebody wrote of themselves', async (t) => {
  const lies = { preferredLanguage: 'nb-NO', country: 'NO', officeLocation: 'NO', city: 'Oslo', usageLocation: 'SE' };
  const { whereabouts, graph } = await graphOf(t, lies, []);
  const seen = await whereabouts.look(kimInGraph, { groups: false, country: true });
  assert.equal(seen.country, 'SE');
  assert.ok(
    graph.got.every(({ path }) => !/[?&,=]country\b|officeLocation|city/.test(path)),
    'no other is asked for',
  );
});

test('of another tenant nobody is in a group here, whatever their id', async (t) => {
  const { whereabouts } = await graphOf(t, {}, [byGroup('Stores', 1, stores)]);
  await whereabouts.read(never());
  const twin = { tenantId: 'bbbbbbbb-0000-4000-8000-00000000cafe', objectId: kimInGraph.objectId };
  for (const where of [await whereabouts.look(twin, { groups: true, country: true }), whereabouts.known(twin)])
    assert.deepEqual([where.isIn(stores), where.country], [false, null]);
});

test('whom somebody looks up is an id or a sign-in name: nothing else below the directory’s people is asked for', async (t) => {
  const { whereabouts, graph } = await graphOf(t, {}, []);
  for (const said of [
    '.',
    '..',
    'me',
    'delta',
    '$count',
    '/groups',
    `${stores}/../groups`,
    '%2e%2e',
    ' ',
    '../groups@x/?$filter=1',
  ])
    assert.equal(await whereabouts.person(said), undefined);
  assert.deepEqual(graph.got, []);
  assert.ok(await whereabouts.person(kimInGraph.objectId.toUpperCase()));
});

test('a directory that hangs holds nobody up for longer than three seconds, however many groups rules name', async () => {
  let waited = 0;
  const time: Time = {
    ...passingTime,
    alarm(milliseconds, ring) {
      waited += milliseconds;
      queueMicrotask(ring);
      return () => undefined;
    },
  };
  const hangs = (_: unknown, signal: AbortSignal) =>
    new Promise((resolve) => {
      const unread = () => resolve({ kind: 'unread', why: 'given up' });
      if (signal.aborted) return unread();
      signal.addEventListener('abort', unread);
    });
  const read = { one: hangs, all: hangs, each: hangs } as unknown as Reader;
  const log = createLog('silent');
  const { groups } = graphWhereabouts({ tenantId, reader: read, background: read, time, log, rules: async () => [] });
  const many = Array.from({ length: 50 }, (_, at) => stores.slice(0, -2) + (10 + at));
  const found = await groups(many);
  assert.deepEqual([found.size, [...new Set([...found.values()].map(({ kind }) => kind))]], [50, ['unseen']]);
  assert.ok(waited <= 3 * second, `${waited} ms`);
});

test('who could not be looked up does not get what is not theirs: the greatest number that may hold is required', () => {
  const flag = fc.record({ allowed: fc.boolean() });
  const some = fc.option(fc.constantFrom(1 as const, 2 as const), { nil: undefined });
  const rule = (rank: number) =>
    fc
      .record({
        group: fc.constantFrom(board, stores),
        methodsRequired: some,
        officePhone: fc.option(flag, { nil: undefined }),
      })
      .map(({ group, ...more }) =>
        byGroup(
          `rule ${rank}`,
          rank,
          group,
          Object.fromEntries(Object.entries(more).filter(([, one]) => one !== undefined)),
        ),
      );
  const world = fc.record({
    rules: fc.tuple(rule(1), rule(2), rule(3)),
    base: fc.constantFrom(1 as const, 2 as const),
    groups: fc.subarray([board, stores]),
    dark: fc.subarray([board, stores]),
  });
  let unknown = 0;
  const property = fc.property(world, ({ rules, base, groups, dark }) => {
    const decided = ruled(rules, { methodsRequired: base });
    const truth: Whereabouts = { country: null, isIn: (group) => groups.includes(group) };
    const seen: Whereabouts = {
      country: null,
      isIn: (group) => (dark.includes(group) ? undefined : groups.includes(group)),
    };
    const [theirs, given] = [policyFor(decided, truth), policyFor(decided, seen)];
    assert.ok(
      methodsRequired(given, false) >= methodsRequired(theirs, false),
      'never fewer than their own rule asks for',
    );
    if (rules.some((one) => matchOf(one, seen).kind === 'unknown') && given.rule === undefined) {
      unknown += 1;
      assert.ok(methodsRequired(given, false) >= base, 'nor fewer than everybody’s');
      assert.deepEqual(
        { ...given, methodsRequired: base },
        policyOfEverybody(decided),
        'in all else it is everybody’s',
      );
    }
    assert.ok(allowedMethods(given, false).length >= methodsRequired(given, false), 'and it can be kept');
  });
  fc.assert(property, { seed: seedOfRun(), numRuns: amount(500, 20_000) });
  assert.ok(unknown > 50, `${unknown}`);
});

test('the same holds for a turn, for a letter and for lists, and it is told', async () => {
  const decided = ruled([byGroup('Board', 1, board, { methodsRequired: 2 })], { methodsRequired: 1 });
  const dark: Whereabouts = { country: undefined, isIn: () => undefined };
  const source: WhereaboutsSource = {
    known: () => dark,
    look: async () => dark,
    groups: async () => new Map(),
    person: async () => undefined,
  };
  let told = 0;
  const policies = createPolicies(
    async () => decided,
    source,
    () => (told += 1),
  );
  const each = [await policies.policy(kim), await policies.policy(kim, employee('Kim')), (await policies.known())(kim)];
  assert.deepEqual(
    each.map(({ methodsRequired: count, rule }) => [count, rule]),
    [
      [2, undefined],
      [2, undefined],
      [2, undefined],
    ],
  );
  assert.equal(told, 2);
});

test('a directory administrator needs two methods and has no questions, whatever a rule says', () => {
  const easy = byGroup('Easy', 1, board, { methodsRequired: 1, questions: { allowed: true } });
  const theirs = policyByRule(ruled([easy]), easy);
  assert.equal(methodsRequired(theirs, true), 2);
  assert.ok(!allowedMethods(theirs, true).includes('security-questions'));
});

test('no file makes rules that tie, hide behind a name, are endless, or reach what is everybody’s', () => {
  const file = (rules: unknown) => JSON.stringify({ rules });
  const rule = { name: 'Stores', rank: 1, for: { groups: [stores] } };
  const refused = (rules: unknown) =>
    assert.equal(readPolicy(file(rules)).kind, 'mistakes', JSON.stringify(rules).slice(0, 80));
  refused([rule, { ...rule, name: 'Board' }]);
  refused([rule, { ...rule, name: ' STORES ', rank: 2 }]);
  for (const rank of [0, -1, 1.5, '1', 1e9, null]) refused([{ ...rule, rank }]);
  for (const to of [
    {},
    { groups: [] },
    { groups: ['*'] },
    { groups: [''] },
    { countries: ['EU'] },
    { groups: [`${stores}/../${board}`] },
  ])
    refused([{ ...rule, for: to }]);
  for (const more of [
    { roles: {} },
    { sends: { perEmployee: 100, perTenant: 1 } },
    { resetPage: 'https://evil.example' },
    { countries: 'all' },
    { support: { supporters: [kim.objectId] } },
    { rules: [] },
  ])
    refused([{ ...rule, ...more }]);
  refused([JSON.parse('{"__proto__": {"methodsRequired": 1}, "name": "x", "rank": 1}')]);
  refused(Array.from({ length: 51 }, (_, at) => ({ ...rule, name: `${at}`, rank: at + 1 })));
  refused([{ ...rule, for: { groups: Array.from({ length: 51 }, (_, at) => stores.slice(0, -3) + (100 + at)) } }]);
});

/* The desk. */

const asText = (view: DeskView) => JSON.stringify(view.blocks);

interface Asked {
  readonly view: (name: string, given?: object) => Promise<DeskView>;
  readonly weighed: (given: object) => Promise<DeskView>;
  readonly put: (given: object) => Promise<DeskView>;
  readonly store: Awaited<ReturnType<typeof tabOf>>['store'];
}

/** The desk, as Kim asks it. */
async function desk(options: TabBenchOptions): Promise<Asked> {
  const tab = await tabOf(options);
  const view = async (name: string, given: object = {}) => {
    const shown = await tab.desk(name, kim, reader, { ...given });
    assert.equal(shown?.kind, 'desk');
    return shown as DeskView;
  };
  const weighed = async (given: object) => {
    let last = await view('policy-what-if', given);
    await until('it is weighed', async () => {
      last = await view('policy-what-if', given);
      return last.again === null;
    });
    return last;
  };
  const put = async (given: object) => {
    await weighed(given);
    return view('policy-use', given);
  };
  return { view, weighed, put, store: tab.store };
}

const report = {
  at: monday,
  enabled: true,
  registered: true,
  capable: true,
  administrator: false,
  methods: ['email'],
};
/** Nine with one method each, all of whom a rule that asks for two would stop; one of them is the board. */
const listed: readonly ListedEmployee[] = Array.from({ length: 9 }, (_, at) => ({
  employee: { tenantId: kim.tenantId, objectId: `0a1b2c3d-0000-4000-8000-${String(at + 100).padStart(12, '0')}` },
  entry: employee(`Person ${at}`, { country: at === 0 ? 'NO' : 'SE', registration: 'elsewhere' }),
  department: null,
  report,
}));
const office = (policy: DecidedPolicy): TabBenchOptions => ({
  policy,
  audienceOf: async () => ({
    listed,
    personOf: async () => undefined,
    reaches: async () => true,
    members: undefined,
    policy,
    whereabouts: whereListed,
  }),
});

/** What the form for a rule would send. */
const ruleForm = (given: object) => ({ act: 'save', of: '', seen: '0', name: 'Few', rank: '1', ...given });

test('what a rule would do to one person shows nowhere, not in the sum either; nor what taking it away would', async () => {
  const { weighed } = await desk(office(ruled([], { methodsRequired: 1 })));
  const hidden = (view: DeskView) =>
    assert.match(
      asText(view),
      /Nobody who can reset.*it would be 0 people.*holds for fewer than 5 are not in these numbers/s,
    );
  hidden(await weighed(ruleForm({ inCountries: 'NO', methodsRequired: '2' })));
  hidden(await weighed(ruleForm({ inCountries: 'NO', phone: 'text' })));
  assert.match(asText(await weighed(ruleForm({ inCountries: 'SE', methodsRequired: '2' }))), /8 people who can reset/);
  const lenient: PolicyRule = { name: 'Few', rank: 1, for: { groups: [], countries: ['NO'] }, methodsRequired: 1 };
  const kept = await desk(office(ruled([lenient])));
  hidden(await kept.weighed({ act: 'remove', of: 'Few', seen: '0' }));
});

test('who looks up which rule holds for a colleague is written down before the name is shown', async () => {
  const seen: number[] = [];
  const { view } = await desk({
    ...office(ruled([byGroup('Board', 1, board)])),
    auditNamesSeen: async (_, count) => void seen.push(count),
    whereabouts: {
      known: whereListed as never,
      look: async () => ({ country: 'SE', isIn: () => true }),
      groups: async () => new Map(),
      person: async (said) => (said === 'nobody' ? undefined : listed[0]),
    },
  });
  await view('policy-who', { said: 'nobody' });
  await view('policy-who');
  assert.deepEqual(seen, [], 'where no name is shown nothing is');
  assert.match(asText(await view('policy-who', { said: 'person.0@example.org' })), /Person 0/);
  assert.deepEqual(seen, [1]);
});

test('going back brings no role back, nor anything else that the form can not change and does not show', async () => {
  const [first, evil] = [ruled([]), 'https://old-reset.example.org/'];
  const { put, store } = await desk(
    office({ ...first, resetPage: evil, roles: { ...first.roles, auditors: [kim.objectId] } }),
  );
  // By command, somebody who runs the bot takes a role away, and mends more.
  const mended: DecidedPolicy = {
    ...first,
    methodsRequired: 1,
    resetPage: 'https://reset.example.org/',
    support: { ...first.support, supporters: [] },
  };
  await setPolicy(store, mended, 'root', monday);
  await put({ back: 'yes', seen: '1', reason: 'As it was' });
  const { policy } = (await keptPolicy(store)) ?? assert.fail();
  assert.equal(policy.methodsRequired, 2, 'what the form shows is as it was');
  assert.deepEqual([policy.roles, policy.resetPage], [mended.roles, mended.resetPage]);
});

test('no rule is weakened without a reason that can be read, and none by an old or made-up form', async () => {
  const strict = byGroup('Board', 1, board, { methodsRequired: 2 });
  const { view, weighed, put, store } = await desk(office(ruled([strict], { methodsRequired: 1 })));
  const away = { act: 'remove', of: 'Board', seen: '0' };
  const now = async () => (await keptPolicy(store))?.policy.rules;
  await weighed(away);
  for (const reason of [
    undefined,
    '',
    ' ',
    '\u200b',
    '\u2060\u00ad\ufeff'.replace('\u00ad', ''),
    ['because'],
    { toString: 'x' },
  ])
    await view('policy-use', { ...away, reason });
  assert.deepEqual(await now(), [strict]);
  for (const seen of ['1', '-1', '', '0.0', ' 0', 0])
    await view('policy-use', { ...away, seen: seen === ' 0' ? '00' : seen, reason: 'x' });
  await view('policy-use', {
    act: 'save',
    of: 'Board',
    seen: '0',
    name: 'Board',
    rank: '1',
    groups: board,
    reason: 'x',
  });
  assert.deepEqual(await now(), [strict], 'not what was not weighed');
  await put({ ...away, reason: 'Over\u202e now' });
  assert.deepEqual(await now(), []);
  const { history } = (await keptPolicy(store)) ?? assert.fail();
  assert.deepEqual(
    history.map(({ by, fields, reason }) => [by, fields, reason]),
    [[kim.objectId, 'rules', 'Over now']],
  );
});

test('of two who put something in force at once one is told that the other was faster', async () => {
  const { store } = await desk(office(ruled([])));
  const put = (count: 1 | 2) =>
    changePolicy(store, ruled([], { methodsRequired: count }), { by: 'x', reason: 'x', seen: 0 }, monday);
  assert.deepEqual((await Promise.all([put(1), put(2)])).toSorted(), [false, true]);
});
