import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../bot/domain/fault.ts';
import { createLog, type LogFields } from '../bot/log.ts';

function logged(fields: LogFields): { readonly text: string; readonly entry: Record<string, unknown> } {
  const lines: string[] = [];
  createLog('info', { write: (line) => lines.push(line) }).error('it happened', fields);
  const text = lines.join('');
  return { text, entry: JSON.parse(text) };
}

test('fields on the list are written, all others are dropped', () => {
  const fields = { reference: 'abc', status: 500, text: 'my password is hunter2', code: '123456', to: '+46701234567' };
  const { text, entry } = logged(fields);
  assert.equal(entry.msg, 'it happened');
  assert.equal(entry.reference, 'abc');
  assert.equal(entry.status, 500);
  for (const secret of ['hunter2', '123456', '+46701234567']) assert.ok(!text.includes(secret), secret);
});

test('a field of the list holds a short plain value only', () => {
  const { text } = logged({ reason: { text: 'hunter2' } as unknown as string, kind: 'x'.repeat(10_000) });
  assert.ok(!text.includes('hunter2'));
  assert.ok(text.length < 500);
});

test('an error is written with name, code and place, without its message', () => {
  const error = Object.assign(new TypeError('can not send\n    at +46701234567:1:1\nhunter2 to kim@example.org'), {
    code: 'ECONNREFUSED',
    body: 'hunter2',
  });
  const { text, entry } = logged({ error: new Error('outer hunter2', { cause: error }) });
  const written = entry.error as { stack: string[]; cause: { name: string; code: string; stack: string[] } };
  assert.equal(written.cause.name, 'TypeError');
  assert.equal(written.cause.code, 'ECONNREFUSED');
  assert.match(written.stack[0] ?? '', /log\.test\.ts:\d+:\d+/);
  for (const secret of ['hunter2', '+46701234567', 'kim@example.org']) assert.ok(!text.includes(secret), secret);
});

test('a fault keeps its detail, which is written for the log', () => {
  const { entry } = logged({ error: new Fault('store-unavailable', 'disk full') });
  const { code, detail } = entry.error as { code: string; detail: string };
  assert.deepEqual([code, detail], ['store-unavailable', 'store-unavailable: disk full']);
});

test('what is thrown and is no error is not written', () => {
  const { text, entry } = logged({ error: 'hunter2' });
  assert.deepEqual(entry.error, { name: 'string' });
  assert.ok(!text.includes('hunter2'));
});

test('an error that is its own cause does not hold the log up', () => {
  const error = new Error('round');
  error.cause = error;
  assert.ok(logged({ error }).text.length < 20_000);
});

test('nothing below the level is written', () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  log.debug('a');
  log.info('b');
  log.warn('c');
  assert.equal(lines.length, 1);
});
