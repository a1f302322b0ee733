import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { InboundActivity } from '../../bot/http/activity.ts';
import { rawHttp } from '../support/raw-http.ts';
import { type Served, serve } from '../support/serve.ts';
import { teamsMessage } from '../support/teams-message.ts';
import { inTheEnd, patience } from '../support/until.ts';

function say(served: Served): Promise<Response> {
  return fetch(`${served.origin}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(teamsMessage('http://localhost:9/', 'tenant')),
  });
}

test('a turn gets the activity and nothing else', async (t) => {
  const seen: (readonly InboundActivity[])[] = [];
  const served = await serve(t, {
    turn: async (...given) => {
      seen.push(given);
      return undefined;
    },
  });
  const response = await say(served);
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');
  assert.equal(seen[0]?.[0]?.text, 'I forgot my password');
  assert.equal(seen[0]?.length, 1);
  assert.equal(await served.metric('bot_turn_seconds_count'), 1);
});

test('what a turn answers goes back as JSON', async (t) => {
  const served = await serve(t, { turn: async () => ({ status: 412, body: { text: 'Åäö' } }) });
  const response = await say(served);
  assert.equal(response.status, 412);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.deepEqual(await response.json(), { text: 'Åäö' });
});

for (const [what, turn] of [
  ['rejects', async () => Promise.reject(new Error('secret 123456'))],
  [
    'throws at once',
    () => {
      throw new Error('secret 123456');
    },
  ],
  ['throws something odd', async () => Promise.reject(undefined)],
  ['answers what is no JSON', async () => ({ status: 200, body: { count: 1n } })],
  ['answers with an impossible status', async () => ({ status: 7 })],
] as const) {
  test(`a turn that ${what} is answered with a reference only, and the log has it without the message`, async (t) => {
    const served = await serve(t, { turn });
    const response = await say(served);
    assert.equal(response.status, 500);
    const text = await response.text();
    const { reference } = JSON.parse(text) as { reference: string };
    assert.match(reference, /^[0-9a-f]{10}$/);
    assert.equal(text, JSON.stringify({ reference }));
    const line = served.log.find((one) => one.includes(reference));
    assert.ok(line?.includes('turn failed'));
    assert.ok(!served.log.join().includes('123456'));
    assert.equal(await served.metric('bot_turns_total{outcome="failed"}'), 1);
  });
}

test('health tells living from ready, what it lacks, and which build answers, also to HEAD', async (t) => {
  let identity: () => boolean | Promise<boolean> = () => true;
  const served = await serve(t, { ready: { identity: () => identity(), policy: async () => true } });
  const build = { version: '1.2.3', commit: '0123abc' };
  async function get(path: string) {
    const response = await fetch(served.origin + path);
    return [response.status, await response.json()];
  }
  assert.deepEqual(await get('/health/live'), [200, { live: true, ...build }]);
  assert.deepEqual(await get('/health/ready'), [200, { ready: true, ...build }]);
  for (const broken of [
    () => false,
    () => Promise.reject(new Error('store gone')),
    () => {
      throw new Error('at once');
    },
  ]) {
    identity = broken;
    assert.deepEqual(await get('/health/live'), [200, { live: true, ...build }]);
    assert.deepEqual(await get('/health/ready'), [503, { ready: false, unmet: ['identity'], ...build }]);
    const head = await fetch(`${served.origin}/health/ready`, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [503, '']);
  }
  assert.equal((await fetch(`${served.origin}/health/live`, { method: 'HEAD' })).status, 200);
});

test('metrics are for this machine, for whoever brings the token, or for nobody', async (t) => {
  const open = await serve(t);
  assert.equal((await fetch(`${open.origin}/metrics`)).status, 200);
  assert.equal((await fetch(`${open.origin}/metrics`, { headers: { 'X-Forwarded-For': '1.2.3.4' } })).status, 401);

  const closed = await serve(t, { metricsFor: 'a-long-metrics-token' });
  const get = (authorization: string) => fetch(`${closed.origin}/metrics`, { headers: { authorization } });
  assert.equal((await get('')).status, 401);
  assert.equal((await get('Bearer a-long-metrics-toke')).status, 401);
  const page = await get('Bearer a-long-metrics-token');
  assert.equal(page.status, 200);
  assert.match(await page.text(), /process_cpu_seconds_total/);

  // What a plain proxy on this machine sends on, without a header that would tell.
  const behindProxy = await serve(t, { metricsFor: 'nobody' });
  for (const headers of [{}, { authorization: 'Bearer nobody' }, { authorization: 'Bearer this-machine' }]) {
    assert.equal((await fetch(`${behindProxy.origin}/metrics`, { headers })).status, 401);
  }
});

test('a path that is another one once its dots are resolved is refused', async (t) => {
  const served = await serve(t);
  for (const path of [
    '/tab/../metrics',
    '/tab/%2e%2e/metrics',
    '/delivery/..%2fmetrics',
    '/./metrics',
    '/tab/..\\metrics',
    '/tab/%2E./health/live',
  ]) {
    const { status, text } = await rawHttp(
      served.port,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
    );
    assert.ok(status === 400 || status === 404, `${path}: ${text}`);
  }
  const { status } = await rawHttp(
    served.port,
    'GET /metrics?a=/../b HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
  );
  assert.equal(status, 200, 'what stands behind the question mark is no path');
});

test('unknown routes, wrong methods and bad escapes tell nothing of what serves them', async (t) => {
  const served = await serve(t);
  for (const [method, path, status] of [
    ['GET', '/', 404],
    ['GET', '/api/messages/%zz', 404],
    ['GET', '//evil.example/x', 404],
    ['GET', '/api/messages', 405],
    ['DELETE', '/health/live', 405],
    ['POST', '/nowhere', 404],
  ] as const) {
    const response = await fetch(served.origin + path, { method });
    assert.equal(response.status, status, `${method} ${path}`);
    assert.equal(await response.text(), '');
    for (const header of ['server', 'x-powered-by', 'api-version', 'x-request-id']) {
      assert.equal(response.headers.get(header), null, header);
    }
  }
});

test('requests no client would make do not end the process', async (t) => {
  const served = await serve(t);
  const lines = [
    'GET / HTTP/1.1\r\nHost: [',
    'GET / HTTP/1.1\r\nHost: a b',
    'GET http://[ HTTP/1.1\r\nHost: x',
    'GET * HTTP/1.1\r\nHost: x',
  ];
  lines.push(
    'OPTIONS * HTTP/1.1\r\nHost: x',
    'CONNECT x:1 HTTP/1.1\r\nHost: x',
    'BREW / HTTP/1.1\r\nHost: x',
    'GET /\u0000 HTTP/1.1\r\nHost: x',
  );
  for (const line of lines) {
    const { status, text } = await rawHttp(served.port, `${line}\r\nConnection: close\r\n\r\n`);
    assert.ok(status === 0 || (status >= 400 && status < 500), `${line}: ${text}`);
  }
  assert.equal((await fetch(`${served.origin}/health/live`)).status, 200);
});

test('a socket that asks for an upgrade is not kept', async (t) => {
  const served = await serve(t);
  const _answer = await rawHttp(
    served.port,
    'GET /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
});

test('a socket that dribbles its headers is cut', async (t) => {
  const served = await serve(t, { bodyPatience: 300 });
  const _answer = await rawHttp(served.port, 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nX-Slow');
});

test('closing lets a turn end, takes no new one, and does not wait for idle connections', async (t) => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: wait, resolve: finish } = Promise.withResolvers<void>();
  const served = await serve(t, {
    turn: async () => {
      begin();
      await wait;
      return { status: 200, body: { said: 'done' } };
    },
  });
  await fetch(`${served.origin}/health/live`);
  const answered = say(served);
  await begun;
  const closed = served.close(10 * patience);
  await delay(50);
  await assert.rejects(fetch(`${served.origin}/health/live`));
  finish();
  assert.deepEqual(await (await answered).json(), { said: 'done' });
  await inTheEnd('it is closed', closed);
});

test('closing cuts what does not end in time', async (t) => {
  const served = await serve(t, { turn: () => new Promise(() => undefined) });
  const cut = assert.rejects(say(served));
  const socket = connect(served.port, '127.0.0.1');
  await delay(100);
  await inTheEnd('it is closed', served.close(200));
  await cut;
  socket.destroy();
});

test('a port that is taken is a failure to listen, not a silence', async (t) => {
  const served = await serve(t);
  await assert.rejects(serve(t, {}, served.port), /EADDRINUSE/);
});

test('routes can be added', async (t) => {
  const served = await serve(t, {
    routes: (server) =>
      server.get('/local/hello', (_request, response, next) => {
        response.end('hello');
        next();
      }),
  });
  assert.equal(await (await fetch(`${served.origin}/local/hello`)).text(), 'hello');
});
