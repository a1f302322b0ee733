import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '../../../bot/providers/directory/graph/client.ts';
import { rolesOf } from '../../../bot/providers/directory/graph/roles.ts';
import type { TokenSource } from '../../../bot/providers/directory/graph/token.ts';
import { userOf } from '../../../bot/providers/directory/graph/user.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, helpdeskRole, kim } from '../../support/graph-tenant.ts';

const user: Call = { ...userOf(kim.objectId).call, method: 'GET' };
const error = (code: string) => ({ error: { code, message: 'secret words about kim@example.org' } });

test('a call has a name of its own, and Graph’s name for it stands in the log', async (t) => {
  const { client, graph, log } = await graphBench(t);
  assert.equal((await client.call(user, never())).kind, 'done');
  assert.equal(graph.got[0]?.headers['client-request-id'], 'dddddddd-0000-4000-8000-000000000001');
  const line = JSON.parse(log[0] ?? '{}');
  assert.equal(line.reference, 'cccccccc-0000-4000-8000-000000000001');
  assert.deepEqual([line.provider, line.activity, line.status, line.tries], ['graph', 'user', 200, 1]);
});

test('no id, name, address, number or word of an error gets into the log', async (t) => {
  const { client, directory, graph, log, writer } = await graphBench(t);
  await directory.facts(kim, never());
  await writer.set(kim, 'email', 'kim@home.example', { values: [], recent: [] }, never());
  graph.fault = () => ({ status: 400, body: error('badRequest') });
  await client.call(user, never());
  const text = log.join('');
  assert.ok(log.length > 10);
  assert.ok(text.includes('badRequest'), 'the code stands there');
  for (const secret of [kim.objectId, 'example', 'Kim', 'secret words', '701234567', 'a-token']) {
    assert.ok(!text.includes(secret), secret);
  }
});

for (const [name, headers, waits] of [
  ['with Retry-After', { 'retry-after': '1' }, [1000, 1000]],
  ['without Retry-After', {}, [200, 400]],
] as const) {
  for (const status of [429, 503]) {
    test(`a ${status} ${name} is waited for, and the read comes through`, async (t) => {
      const { client, graph, time } = await graphBench(t);
      let left = 2;
      graph.fault = () => {
        left -= 1;
        return left >= 0 ? { status, headers, body: error('TooManyRequests') } : undefined;
      };
      // A hold is over when its pause is.
      assert.equal((await client.call(user, never())).kind, 'done');
      assert.equal(graph.got.length, 3);
      assert.deepEqual(time.pauses, waits);
    });
  }
}

test('a Retry-After that is longer than a person waits ends the call at once and says how long', async (t) => {
  const { client, graph, time } = await graphBench(t);
  graph.fault = () => ({ status: 429, headers: { 'retry-after': '30' }, body: error('TooManyRequests') });
  assert.deepEqual(await client.call(user, never()), {
    kind: 'unavailable',
    why: 'throttled',
    sent: false,
    after: 30_000,
  });
  assert.equal(graph.got.length, 1);
  assert.deepEqual(time.pauses, []);
});

test('whoever was asked to stay away does so, for this part of Graph only', async (t) => {
  const { client, graph, time } = await graphBench(t);
  graph.fault = ({ path }) =>
    path.startsWith('/users') ? { status: 429, headers: { 'retry-after': '30' }, body: error('x') } : undefined;
  await client.call(user, never());
  time.turn(10_000);
  const again = await client.call(user, never());
  assert.deepEqual(again, { kind: 'unavailable', why: 'resting', sent: false, after: 20_000 });
  assert.equal(graph.got.length, 1);
  const policies = { what: 'x', workload: 'policies', method: 'GET', path: '/policies/authenticationMethodsPolicy' };
  assert.equal((await client.call(policies as Call, never())).kind, 'done');
  graph.fault = () => undefined;
  time.turn(20_000);
  assert.equal((await client.call(user, never())).kind, 'done');
});

test('a date in Retry-After counts from our clock', async (t) => {
  const { client, graph, time } = await graphBench(t);
  const at = new Date(time.now() + 60_000).toUTCString();
  graph.fault = () => ({ status: 503, headers: { 'retry-after': at }, body: error('x') });
  const answer = await client.call(user, never());
  assert.ok(answer.kind === 'unavailable' && answer.after === 60_000, JSON.stringify(answer));
});

for (const fault of [{ status: 500, body: error('x') }, { status: 504, words: '<html>' }, 'cut'] as const) {
  test(`a read is tried again after ${JSON.stringify(fault)}, four times at most`, async (t) => {
    const { client, graph, time } = await graphBench(t);
    graph.fault = () => fault;
    const answer = await client.call(user, never());
    assert.ok(answer.kind === 'unavailable', JSON.stringify(answer));
    assert.equal(graph.got.length, 4);
    assert.deepEqual(time.pauses, [200, 400, 800]);
  });
}

const write: Call = {
  what: 'write email',
  workload: 'methods',
  method: 'POST',
  path: `/users/${kim.objectId}/authentication/emailMethods`,
  body: { emailAddress: 'kim@home.example' },
};

test('a write is not tried again unless it is sure that nothing was done', async (t) => {
  const { client, graph } = await graphBench(t);
  for (const fault of ['cut', { status: 500, body: error('x') }, { status: 503, body: error('x') }] as const) {
    const before = graph.got.length;
    graph.fault = () => fault;
    const answer = await client.call(write, never());
    assert.ok(answer.kind === 'unavailable' && answer.sent, JSON.stringify(answer));
    assert.equal(graph.got.length, before + 1);
  }
  let left = 1;
  graph.fault = () => {
    left -= 1;
    return left >= 0 ? { status: 429, body: error('x') } : undefined;
  };
  for (const person of graph.tenant.people) person.email = null;
  assert.equal((await client.call(write, never())).kind, 'done');
});

test('a call that hangs is given up after two seconds', async (t) => {
  const { client, graph, time } = await graphBench(t);
  graph.fault = () => (graph.got.length === 1 ? 'hang' : undefined);
  const asked = graph.asked(() => true);
  const answer = client.call(user, never());
  await asked;
  time.turn(1_999);
  assert.equal(graph.got.length, 1);
  time.turn(1);
  // What was given up by its own deadline is not asked again: two of them are more than a turn has.
  assert.deepEqual(await answer, { kind: 'unavailable', why: 'late', sent: false });
});

test('an abort from outside ends a call under way, and one that has not begun', async (t) => {
  const { client, graph } = await graphBench(t);
  graph.fault = () => 'hang';
  const control = new AbortController();
  const asked = graph.asked(() => true);
  const answer = client.call(user, control.signal);
  await asked;
  control.abort();
  assert.equal((await answer).kind, 'unavailable');
  assert.deepEqual(await client.call(user, control.signal), { kind: 'unavailable', why: 'late', sent: false });
  assert.equal(graph.got.length, 1);
});

test('nothing is followed to another place: no redirect, no next page on a foreign host', async (t) => {
  const { client, reader, graph } = await graphBench(t);
  const foreign = await graphBench(t);
  graph.fault = () => ({ status: 307, headers: { location: `${foreign.graph.base}${user.path}` }, words: '' });
  assert.equal((await client.call(user, never())).kind, 'unavailable');
  for (const next of [
    `${foreign.graph.base}/users/x/transitiveMemberOf`,
    `${graph.base}.attacker.example/users`,
    `${graph.base.replace('/v1.0', '')}/v1.0/../beta/users`,
    'file:///etc/passwd',
    'not an address',
  ]) {
    graph.fault = () => ({ status: 200, body: { value: [helpdeskRole], '@odata.nextLink': next } });
    const before = graph.got.length;
    const read = await reader.all(rolesOf(kim.objectId, 0), never());
    assert.deepEqual(read, { kind: 'unread', why: 'unavailable', code: 'foreign page' }, next);
    assert.equal(graph.got.length, before + 1);
  }
  assert.deepEqual(foreign.graph.got, []);
});

test('all pages of a list are read', async (t) => {
  const roles = Array.from({ length: 7 }, (_, index) => ({ ...helpdeskRole, id: `role ${index}` }));
  const { reader, graph } = await graphBench(t, goodTenant(goodPerson({ roles })));
  graph.page = 3;
  const read = await reader.all(rolesOf(kim.objectId, 0), never());
  assert.deepEqual(
    read.kind === 'read' && read.value.map(({ id }) => id),
    roles.map(({ id }) => id),
  );
  assert.equal(graph.got.length, 3);
});

test('a list whose second page fails counts as not read', async (t) => {
  const roles = Array.from({ length: 7 }, () => helpdeskRole);
  const { reader, graph } = await graphBench(t, goodTenant(goodPerson({ roles })));
  graph.page = 3;
  graph.fault = ({ path }) => (path.includes('skiptoken') ? { status: 403, body: error('denied') } : undefined);
  assert.equal((await reader.all(rolesOf(kim.objectId, 0), never())).kind, 'unread');
});

test('a list without end is left after twenty pages', async (t) => {
  const { reader, graph } = await graphBench(t);
  graph.fault = ({ path }) => ({ status: 200, body: { value: [], '@odata.nextLink': `${graph.base}${path}` } });
  assert.deepEqual(await reader.all(rolesOf(kim.objectId, 0), never()), {
    kind: 'unread',
    why: 'unavailable',
    code: 'endless',
  });
  assert.equal(graph.got.length, 20);
});

for (const [what, words] of [
  ['no JSON', '{"id": "aaaa'],
  ['a page of HTML', '<html><body>Proxy login</body></html>'],
  ['JSON of another form', '{"value": 7}'],
  ['nothing', ''],
  ['more than anybody reads', JSON.stringify({ ...goodPerson().user, displayName: 'x'.repeat(3_000_000) })],
] as const) {
  test(`an answer that is ${what} is not taken for one`, async (t) => {
    const { reader, graph } = await graphBench(t);
    graph.fault = () => ({ status: 200, words });
    const read = await reader.one(userOf(kim.objectId), never());
    assert.ok(read.kind === 'unread' && read.why === 'unavailable', JSON.stringify(read));
  });
}

test('a 404 of something in between does not say that there is no such person', async (t) => {
  const { reader, graph } = await graphBench(t);
  graph.fault = () => ({ status: 404, words: '<html>Not found</html>' });
  assert.equal((await reader.one(userOf(kim.objectId), never())).kind, 'unread');
  graph.fault = () => ({ status: 404, body: error('Request_ResourceNotFound') });
  assert.equal((await reader.one(userOf(kim.objectId), never())).kind, 'absent');
});

test('a read is kept for seconds, and never where it has to be new', async (t) => {
  const { reader, graph, time } = await graphBench(t);
  const kept = userOf(kim.objectId);
  await reader.one(kept, never());
  time.turn(9_000);
  await reader.one(kept, never());
  assert.equal(graph.got.length, 1);
  time.turn(1_000);
  await reader.one(kept, never());
  assert.equal(graph.got.length, 2);
  await reader.one({ ...kept, maxAge: 0 }, never());
  assert.equal(graph.got.length, 3);
  reader.forget(kept.call.path);
  await reader.one(kept, never());
  assert.equal(graph.got.length, 4);
});

test('what could not be read is not kept', async (t) => {
  const { reader, graph } = await graphBench(t);
  graph.missing.add('User.Read.All');
  assert.equal((await reader.one(userOf(kim.objectId), never())).kind, 'unread');
  graph.missing.clear();
  assert.equal((await reader.one(userOf(kim.objectId), never())).kind, 'read');
});

test('a token that is not taken any more is renewed once', async (t) => {
  const given = ['old', 'new', 'newer'];
  let current = 0;
  const tokens: TokenSource = {
    get: async () => ({ kind: 'token', token: given[current] ?? '' }),
    refuse: () => {
      current += 1;
    },
  };
  const { client, graph } = await graphBench(t, undefined, tokens);
  graph.tokens.add('new');
  assert.equal((await client.call(user, never())).kind, 'done');
  graph.tokens.clear();
  graph.tokens.add('another');
  assert.deepEqual(await client.call(user, never()), {
    kind: 'refused',
    status: 401,
    code: 'InvalidAuthenticationToken',
  });
  assert.equal(graph.got.length, 4);
});

test('without a token nothing is asked, and the reason is told', async (t) => {
  const tokens: TokenSource = {
    get: async () => ({ kind: 'no-token', why: 'rejected', code: 'AADSTS7000222' }),
    refuse: () => undefined,
  };
  const { reader, graph } = await graphBench(t, undefined, tokens);
  assert.deepEqual(await reader.one(userOf(kim.objectId), never()), {
    kind: 'unread',
    why: 'credentials',
    code: 'AADSTS7000222',
  });
  assert.deepEqual(graph.got, []);
});
