import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createPolicies } from '../../../bot/domain/policies.ts';
import { defaultPolicy, type PolicyRule } from '../../../bot/domain/policy.ts';
import { winningRule } from '../../../bot/domain/policy-rules.ts';
import { hour, minute } from '../../../bot/domain/time.ts';
import { createLog } from '../../../bot/log.ts';
import { graphWhereabouts } from '../../../bot/providers/directory/graph/whereabouts.ts';
import { groupName } from '../../support/graph-answers.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, kim, type TenantPerson, tenantId } from '../../support/graph-tenant.ts';

const stores = 'bbbbbbbb-0000-4000-8000-00000000000a';
const board = 'bbbbbbbb-0000-4000-8000-00000000000b';
const gone = 'bbbbbbbb-0000-4000-8000-00000000000c';
const byGroup: PolicyRule = { name: 'Stores', rank: 1, for: { groups: [stores], countries: [] } };
const byCountry: PolicyRule = { name: 'Norway', rank: 2, for: { groups: [], countries: ['NO'] } };

const olaId = kim.objectId.replace(/1$/, '2');
const groupsOf = (...ids: readonly string[]) => ids.map((id) => ({ id, isAssignableToRole: null }));

function ola(): TenantPerson {
  const one = goodPerson({ groups: groupsOf(board) });
  return { ...one, user: { ...one.user, id: olaId, userPrincipalName: 'ola@example.org', usageLocation: 'NO' } };
}

/** Kim is in the stores, in Sweden; Ola on the board, in Norway. */
async function bench(t: TestContext, rules: readonly PolicyRule[]) {
  const tenant = goodTenant(goodPerson({ groups: groupsOf(stores) }), ola());
  const found = await graphBench(t, {
    ...tenant,
    members: { [stores]: [kim.objectId.toUpperCase()], [board]: [olaId] },
  });
  const { reader, time } = found;
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const whereabouts = graphWhereabouts({ tenantId, reader, background: reader, time, log, rules: async () => rules });
  return { ...found, whereabouts, lines };
}

const person = (objectId: string, tenant = tenantId) => ({ tenantId: tenant, objectId });
const both = { groups: true, country: true };

test('who is where is read of everybody once an hour, page by page, and then known without asking', async (t) => {
  const { graph, time, whereabouts } = await bench(t, [byGroup, byCountry]);
  assert.equal(whereabouts.known(person(kim.objectId)).isIn(stores), undefined, 'nothing was read yet');
  await whereabouts.read(never());
  const asked = graph.got.length;
  assert.equal(asked, 2, 'a list for the group, and one of everybody for the countries');
  const [one, other] = [whereabouts.known(person(kim.objectId)), whereabouts.known(person(olaId))];
  assert.deepEqual([one.country, one.isIn(stores)], ['SE', true]);
  assert.deepEqual([other.country, other.isIn(stores), other.isIn(board)], ['NO', false, undefined]);
  assert.equal(whereabouts.known(person('nobody')).country, null, 'whom the directory does not list is nowhere');
  await whereabouts.read(never());
  assert.equal(graph.got.length, asked, 'not again before its time');
  time.turn(hour);
  await whereabouts.read(never());
  assert.equal(graph.got.length, 2 * asked);
  time.turn(9 * hour);
  assert.equal(whereabouts.known(person(kim.objectId)).isIn(stores), undefined, 'what is too old is not known');
});

test('no country is read while no rule names one, and a group that is not there has nobody in it', async (t) => {
  const rule = { ...byGroup, for: { groups: [stores, gone], countries: [] } };
  const { graph, whereabouts, lines } = await bench(t, [rule]);
  await whereabouts.read(never());
  assert.equal(graph.got.length, 2);
  assert.ok(graph.got.every(({ path }) => path.startsWith('/groups/')));
  assert.equal(whereabouts.known(person(kim.objectId)).isIn(gone), false);
  assert.deepEqual(lines, []);
});

test('a list that can not be read leaves it not known, says so, and is tried again after a while', async (t) => {
  const { graph, time, whereabouts, lines } = await bench(t, [byGroup]);
  graph.missing.add('GroupMember.Read.All');
  await whereabouts.read(never());
  const { known } = whereabouts;
  assert.equal(winningRule([byGroup], known(person(kim.objectId))).kind, 'unknown');
  assert.match(lines.join('\n'), /list for rules of the policy not read.*|"reason":"permission"/);
  const asked = graph.got.length;
  await whereabouts.read(never());
  assert.equal(graph.got.length, asked);
  graph.missing.delete('GroupMember.Read.All');
  time.turn(10 * minute);
  await whereabouts.read(never());
  assert.equal(winningRule([byGroup], known(person(kim.objectId))).kind, 'rule');
});

test('of one person their own groups and country are asked for, and kept for minutes', async (t) => {
  const { graph, whereabouts } = await bench(t, [byGroup, byCountry]);
  const here = await whereabouts.look(person(kim.objectId), both);
  assert.deepEqual([here.country, here.isIn(stores), here.isIn(board)], ['SE', true, false]);
  const asked = graph.got.length;
  assert.equal(asked, 2);
  await whereabouts.look(person(kim.objectId), { groups: true, country: false });
  assert.equal(graph.got.length, asked, 'a turn has asked already');
  const stranger = await whereabouts.look(person(kim.objectId, 'another tenant'), both);
  assert.deepEqual([stranger.country, stranger.isIn(stores)], [null, false]);
});

test('a letter goes by what was read of everybody, and asks the directory only while nothing was', async (t) => {
  const rules = [byGroup, byCountry];
  const { graph, whereabouts } = await bench(t, rules);
  const { policy } = createPolicies(async () => ({ ...defaultPolicy, rules }), whereabouts);
  assert.equal((await policy(person(kim.objectId))).rule, 'Stores');
  assert.equal((await policy(person(olaId))).rule, 'Norway');
  assert.equal(graph.got.length, 4, 'groups and country of each');
  await whereabouts.read(never());
  const asked = graph.got.length;
  assert.equal((await policy(person(kim.objectId))).rule, 'Stores');
  assert.equal((await policy(person(olaId))).rule, 'Norway');
  assert.equal(graph.got.length, asked);
});

test('what can not be asked in time is as it was read before', async (t) => {
  const { graph, whereabouts } = await bench(t, [byGroup, byCountry]);
  await whereabouts.read(never());
  graph.fault = () => ({ status: 500 });
  const seen = await whereabouts.look(person(kim.objectId), both);
  assert.deepEqual([seen.country, seen.isIn(stores)], ['SE', true]);
});

test('groups are told by name, and somebody is found by sign-in name or id', async (t) => {
  const { whereabouts } = await bench(t, []);
  assert.deepEqual(
    [...(await whereabouts.groups([stores, gone]))],
    [
      [stores, { kind: 'there', name: groupName(stores) }],
      [gone, { kind: 'absent' }],
    ],
  );
  for (const said of ['ola@example.org', olaId]) {
    const found = await whereabouts.person(said);
    assert.deepEqual([found?.employee.objectId, found?.entry.country], [olaId, 'NO']);
  }
  assert.equal(await whereabouts.person('nobody@example.org'), undefined);
});
