import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../../bot/domain/fault.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, helpdeskRole, kim } from '../../support/graph-tenant.ts';
import { until } from '../../support/until.ts';

const unavailable = (error: unknown) => error instanceof Fault && error.code === 'directory-unavailable';

test('what an administrator filled in is there to be confirmed', async (t) => {
  const { directory } = await graphBench(t);
  const entry = await directory.entry(kim, never());
  assert.deepEqual(entry?.prefilled, { phone: '070-123 45 67', email: 'kim@home.example' });
  assert.equal(entry?.officePhone, '+46 8 505 123 45');
  assert.deepEqual(entry?.mailboxes, ['kim@example.org', 'kim.strom@example.org']);
});

test('empty values are no values', async (t) => {
  const person = goodPerson();
  Object.assign(person.user, { mobilePhone: ' ', otherMails: ['', ' '], businessPhones: [''], usageLocation: '' });
  const { directory } = await graphBench(t, goodTenant(person));
  const entry = await directory.entry(kim, never());
  for (const name of ['prefilled', 'officePhone', 'country']) assert.ok(entry && !(name in entry), name);
});

test('a role held through a group on a later page counts', async (t) => {
  const { directory, graph } = await graphBench(t, goodTenant(goodPerson({ roles: [helpdeskRole, helpdeskRole] })));
  graph.page = 1;
  assert.equal((await directory.entry(kim, never()))?.administrator, true);
});

test('a role whose properties the app may not read counts', async (t) => {
  const roles = [{ ...helpdeskRole, roleTemplateId: null }];
  const { directory } = await graphBench(t, goodTenant(goodPerson({ roles })));
  assert.equal((await directory.entry(kim, never()))?.administrator, true);
});

test('a Global Administrator is told apart from others, by the role that is the same in every tenant', async (t) => {
  const global = { ...helpdeskRole, roleTemplateId: '62e90394-69f5-4237-9190-012177145e10' };
  for (const [roles, is] of [
    [[helpdeskRole, global], true],
    [[helpdeskRole], undefined],
    [[], undefined],
  ] as const) {
    const { directory } = await graphBench(t, goodTenant(goodPerson({ roles: [...roles] })));
    assert.equal((await directory.entry(kim, never()))?.globalAdministrator, is);
  }
});

for (const fault of ['permission', 'hang', 'down', 'words'] as const) {
  test(`roles that can not be read count as held (${fault}), and the rest is known all the same`, async (t) => {
    const { directory, graph, time } = await graphBench(t);
    const onRoles = (path: string) => path.includes('directoryRole');
    if (fault === 'permission') graph.missing.add('RoleManagement.Read.Directory');
    if (fault === 'hang') graph.fault = ({ path }) => (onRoles(path) ? 'hang' : undefined);
    if (fault === 'down') graph.fault = ({ path }) => (onRoles(path) ? { status: 500, words: '' } : undefined);
    if (fault === 'words') graph.fault = ({ path }) => (onRoles(path) ? { status: 200, words: '[]' } : undefined);
    const asked = graph.asked(({ path }) => onRoles(path));
    const entry = directory.entry(kim, never());
    await asked;
    if (fault === 'hang') time.turn(2_000);
    assert.equal((await entry)?.administrator, true);
    assert.equal((await entry)?.displayName, 'Kim Ström');
  });
}

test('without the person there is no answer but a fault that names nobody', async (t) => {
  const { directory, graph } = await graphBench(t);
  graph.missing.add('User.Read.All');
  await assert.rejects(directory.entry(kim, never()), (error) => {
    assert.ok(unavailable(error));
    assert.doesNotMatch(`${error}`, /aaaaaaaa|kim|words/i);
    return true;
  });
});

test('a directory that fails on and on is given up within three seconds of the clock', async (t) => {
  const { directory, graph, time } = await graphBench(t);
  graph.fault = () => ({ status: 503, headers: { 'retry-after': '1' }, body: { error: { code: 'x', message: 'x' } } });
  const begun = time.now();
  await assert.rejects(directory.entry(kim, never()), unavailable);
  assert.ok(time.now() - begun <= 3_000, `${time.now() - begun} ms`);
  assert.equal(time.alarms(), 0, 'no timer is left behind');
});

test('a directory that hangs is given up within three seconds of the clock, whatever it hangs at', async (t) => {
  const { directory, graph, time } = await graphBench(t);
  graph.fault = () => 'hang';
  const both = Promise.all([
    graph.asked(({ path }) => path.includes('directoryRole')),
    graph.asked(({ path }) => !path.includes('directoryRole')),
  ]);
  const entry = directory.entry(kim, never());
  await both;
  time.turn(3_000);
  await assert.rejects(entry, unavailable);
});

test('the facts keep the same budget: what is slow is still being looked up, what came counts', async (t) => {
  const { directory, graph, time } = await graphBench(t);
  graph.fault = ({ path }) => (path.startsWith('/reports') || path.startsWith('/auditLogs') ? 'hang' : undefined);
  // The domain is asked for last, when the person is known.
  const asked = Promise.all([
    graph.asked(({ path }) => path.startsWith('/reports')),
    graph.asked(({ path }) => path.startsWith('/auditLogs')),
    graph.asked(({ path }) => path.startsWith('/domains')),
  ]);
  const facts = directory.facts(kim, never());
  await asked;
  // What is left then are the two that hang, each with a request and its own patience, and the budget of all.
  await until('all but these have answered', () => time.alarms() <= 5);
  time.turn(3_000);
  const seen = await facts;
  assert.deepEqual(seen.report, { kind: 'unseen', why: 'looking' });
  assert.deepEqual(seen.looking, { ahead: 0, wait: 0 });
  assert.deepEqual(seen.attempts, { kind: 'unseen', why: 'looking' });
  assert.equal(seen.account.kind, 'seen');
  assert.deepEqual(seen.administrator, { kind: 'seen', value: false });
});

test('entry and facts of one turn share what they read', async (t) => {
  const { directory, graph } = await graphBench(t);
  await directory.entry(kim, never());
  await directory.facts(kim, never());
  assert.equal(graph.got.filter(({ path }) => path.startsWith(`/users/${kim.objectId}?`)).length, 1);
  assert.equal(new Set(graph.got.map(({ path }) => path)).size, graph.got.length);
});

test('people of another organisation are asked nothing about', async (t) => {
  const { directory, graph } = await graphBench(t);
  const other = { tenantId: '22222222-2222-4222-8222-222222222222', objectId: kim.objectId };
  assert.deepEqual((await directory.facts(other, never())).account, { kind: 'unseen', why: 'not-there' });
  assert.deepEqual(graph.got, []);
});
