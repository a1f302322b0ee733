import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseJson } from '../../bot/http/body.ts';
import { rawHttp } from '../support/raw-http.ts';
import { type Served, serve } from '../support/serve.ts';

const json = { 'Content-Type': 'application/json' };

function post(
  served: Served,
  body: string | Buffer<ArrayBuffer>,
  headers: Record<string, string> = json,
): Promise<Response> {
  return fetch(`${served.origin}/api/messages`, { method: 'POST', headers, body });
}

async function refusedFor(served: Served, reason: string): Promise<void> {
  assert.equal(await served.metric(`bot_requests_refused_total{reason="${reason}"}`), 1, reason);
}

function head(length: number | string): string {
  return `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
}

test('a compressed body is not taken, whatever is in it', async (t) => {
  const served = await serve(t);
  for (const encoding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, identity']) {
    const response = await post(served, gzipSync('{}'), { ...json, 'Content-Encoding': encoding });
    assert.equal(response.status, 415, encoding);
  }
  assert.notEqual((await post(served, '{}', { ...json, 'Content-Encoding': 'identity' })).status, 415);
});

test('only JSON in UTF-8 is taken', async (t) => {
  const served = await serve(t);
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'json',
    '',
  ]) {
    assert.equal((await post(served, '{}', { 'Content-Type': type })).status, 415, type);
  }
  for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON']) {
    assert.equal((await post(served, '{}', { 'Content-Type': type })).status, 400, type);
  }
});

test('a body of the limit is read, one byte more is not, told beforehand or not', async (t) => {
  const served = await serve(t, { bodyLimit: 1_000 });
  assert.equal((await post(served, '"'.padEnd(1_000))).status, 400);
  assert.equal((await post(served, '"'.padEnd(1_001))).status, 413);
  const chunk = `${(1_001).toString(16)}\r\n${' '.repeat(1_001)}\r\n0\r\n\r\n`;
  const chunked = head('').replace('Content-Length: ', 'Transfer-Encoding: chunked') + chunk;
  assert.equal((await rawHttp(served.port, chunked)).status, 413);
});

test('who is still sending a body that is far too large gets the answer and a moment to read it', async (t) => {
  const served = await serve(t, { bodyLimit: 1_000 });
  const answer = await rawHttp(served.port, head(50_000_000), Buffer.alloc(3_000_000, 0x20));
  assert.equal(answer.status, 413);
  assert.match(answer.text, /Connection: close/);
  assert.ok(answer.took > 500, `${answer.took} ms`);
});

test('a body that does not arrive in time is given up', async (t) => {
  const served = await serve(t, { bodyPatience: 200 });
  const answer = await rawHttp(served.port, head(100), '{"type":');
  assert.equal(answer.status, 408);
  await refusedFor(served, 'too-slow');
});

test('a body shorter than was said does not become a turn', async (t) => {
  let turns = 0;
  const served = await serve(t, {
    bodyPatience: 200,
    turn: async () => {
      turns += 1;
      return undefined;
    },
  });
  await rawHttp(served.port, head(3), '{}');
  assert.equal(turns, 0);
});

test('what follows a body longer than was said is no request', async (t) => {
  const served = await serve(t);
  const answer = await rawHttp(served.port, head(2), '{}{}{}');
  assert.deepEqual(new Set(answer.text.match(/HTTP\/1.1 \d+/g)), new Set(['HTTP/1.1 400']));
});

for (const [reason, body] of [
  ['not-utf8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
  ['not-json', '{"type":'],
  ['not-json', ''],
  ['not-an-object', '[]'],
  ['not-an-object', 'null'],
  ['not-an-object', '"text"'],
  ['unsafe-key', '{"__proto__":{"admin":true}}'],
  ['unsafe-key', '{"value":[{"constructor":{"prototype":{}}}]}'],
  ['unsafe-key', '{"a":{"prototype":1}}'],
  ['too-deep', `{"a":${'['.repeat(32)}${']'.repeat(32)}}`],
  ['too-deep', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['shape', `{"a":${'['.repeat(31)}${']'.repeat(31)}}`],
] as const) {
  test(`a body that is refused as ${reason} gets 400 and nothing else: ${body.toString('latin1').slice(0, 40)}`, async (t) => {
    const served = await serve(t);
    const response = await post(served, body);
    assert.equal(response.status, 400);
    assert.equal(await response.text(), '');
    await refusedFor(served, reason);
  });
}

test('strings come out fit to be encoded and stored', () => {
  const parsed = parseJson('{"text":"half \\ud83d pair, \\u0000 and \\ud83d\\ude00","list":["\\udc00"]}');
  assert.deepEqual(parsed, {
    kind: 'read',
    value: { text: 'half \ufffd pair, \ufffd and \u{1f600}', list: ['\ufffd'] },
  });
});
