import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { exchange } from '../../bot/providers/http.ts';
import { type Reply, startFake } from '../support/fake-http.ts';

const never = new AbortController().signal;
const clock = () => Date.UTC(2026, 10, 23, 9);

async function asked(t: TestContext, reply: Reply | 'cut', longest?: number) {
  const fake = await startFake(t, () => ({ status: 500 }));
  fake.next.push(reply);
  const answer = await exchange({ method: 'GET', url: `${fake.origin}/thing` }, never, clock, longest);
  return { answer, fake };
}

test('an answer is told with its status, its JSON, its headers and how long to stay away', async (t) => {
  const headers = { 'Retry-After': '3', 'Request-Id': 'abc' };
  const { answer } = await asked(t, { status: 429, headers, body: { left: 0 } });
  assert.ok(answer.kind === 'answered');
  assert.deepEqual([answer.status, answer.body, answer.unreadable, answer.after], [429, { left: 0 }, false, 3_000]);
  assert.equal(answer.headers.get('request-id'), 'abc');
});

test('no words are no body, and what is no JSON is unreadable', async (t) => {
  for (const [body, unreadable] of [
    ['', false],
    ['<html>', true],
    ['{"cut":', true],
  ] as const) {
    const { answer } = await asked(t, { status: 200, body });
    assert.ok(answer.kind === 'answered');
    assert.deepEqual([answer.body, answer.unreadable], [undefined, unreadable], body);
  }
});

test('of an answer no more is read than was said, and what fits to the byte is read', async (t) => {
  const body = { words: 'x'.repeat(100) };
  const size = JSON.stringify(body).length;
  const fits = await asked(t, { status: 200, body }, size);
  assert.ok(fits.answer.kind === 'answered');
  assert.deepEqual(fits.answer.body, body);
  const over = await asked(t, { status: 200, body }, size - 1);
  assert.ok(over.answer.kind === 'answered');
  assert.deepEqual([over.answer.status, over.answer.body, over.answer.unreadable], [200, undefined, true]);
});

test('a redirect is an answer, and is not followed', async (t) => {
  const other = await startFake(t, () => ({ status: 200 }));
  const { answer } = await asked(t, { status: 302, headers: { Location: `${other.origin}/secret` } });
  assert.ok(answer.kind === 'answered');
  assert.equal(answer.status, 302);
  assert.deepEqual(other.got, []);
});

test('what fails has a code that does not name the address', async (t) => {
  const { answer, fake } = await asked(t, 'cut');
  assert.ok(answer.kind === 'unanswered');
  assert.match(answer.code, /^(UND_ERR_SOCKET|ECONNRESET)$/);
  await fake.stop();
  const closed = await exchange({ method: 'POST', url: `${fake.origin}/+46701234567`, body: '{}' }, never, clock);
  assert.deepEqual(closed, { kind: 'unanswered', code: 'ECONNREFUSED' });
  const wrong = await exchange({ method: 'GET', url: 'no address of person@example.org' }, never, clock);
  assert.ok(wrong.kind === 'unanswered' && !wrong.code.includes('example'));
});

test('it ends with its signal: before it began, and while nobody answers', async (t) => {
  const fake = await startFake(t, () => ({ status: 200 }));
  const request = { method: 'GET', url: fake.origin } as const;
  assert.deepEqual(await exchange(request, AbortSignal.abort(), clock), { kind: 'unanswered', code: 'given up' });
  assert.deepEqual(fake.got, [], 'nothing was sent');
  fake.next.push('hang');
  const over = new AbortController();
  const hanging = exchange(request, over.signal, clock);
  over.abort();
  assert.deepEqual(await hanging, { kind: 'unanswered', code: 'given up' });
});
