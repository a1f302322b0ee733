import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as eventsCame } from 'node:timers/promises';
import { personId } from '../../bot/domain/account/person.ts';
import { trailLife } from '../../bot/domain/audit/archive.ts';
import { appendAudit } from '../../bot/domain/audit/trail.ts';
import { headFrom, witnessId } from '../../bot/domain/audit/witness.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { day } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { dropOld, tellHead, watchRecords } from '../../bot/monitoring/records-watch.ts';
import { handClock } from '../support/clock.ts';
import { employee } from '../support/enrolling.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';
import { until } from '../support/until.ts';

function heard() {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: createLog('info', { write: (line) => void lines.push(JSON.parse(line)) }) };
}

test('a head is noted before it is told, as a line that can be read again', async () => {
  const store = openMemoryStore();
  const clock = handClock();
  const { lines, log } = heard();
  await tellHead(store, clock, log);
  clock.turn(1);
  await tellHead(store, clock, log);
  const told = lines.map(({ head }) => headFrom(String(head)));
  assert.deepEqual((await store.read('witness', witnessId(clock())))?.heads, told);
  assert.notEqual(told[0]?.head, told[1]?.head, 'the first note is a record, too');
  for (const wrong of ['', '2026-11-29T01:00:00.000Z', '2026-11-29/abcdefghijklmnopqrstuvwxyz', `${'x'.repeat(99)}`]) {
    assert.equal(headFrom(wrong), undefined);
  }
});

test('trails and heads go once the last of them is older than a year, and not before', async () => {
  const store = openMemoryStore();
  const now = Date.UTC(2027, 10, 29);
  for (const age of [trailLife + day, trailLife - day]) {
    const entries = appendAudit([], { act: 'method-removed', method: 'authentication-phone' }, now - age);
    const archive = { version: 1, employee: employee(1), before: '', entries } as const;
    await store.update('audit-archive', `archive ${age}`, () => ({ record: archive, outcome: undefined }));
    const witness = { heads: [{ at: now - age, head: 'x' }] };
    await store.update('witness', `witness ${age}`, () => ({ record: witness, outcome: undefined }));
  }
  await dropOld(store, now - trailLife);
  const person = personId(employee(1));
  const kept = await store.find('audit-archive', { field: 'person', equals: person, limit: 9 });
  assert.deepEqual(kept.ids, [`archive ${trailLife - day}`]);
  const days = await store.find('witness', { field: 'last', until: now, limit: 9 });
  assert.deepEqual(days.ids, [`witness ${trailLife - day}`]);
});

test('what the look after the start finds is logged and counted, and a stop in the middle of it is no trouble', async () => {
  const { lines, log } = heard();
  const metrics = createMetrics();
  const found = [new Fault('store-damaged', 'the records of kind person are not the ones last written')];
  const store = { ...openMemoryStore(), check: async () => found };
  const stop = watchRecords({ store, clock: handClock(), log, metrics });
  while (!lines.some(({ msg }) => msg === 'head of the records')) await eventsCame();
  stop();
  const [first] = lines;
  assert.equal(first?.msg, 'records are not as they were written');
  assert.match((await metrics.page()).text, /^bot_records_not_as_written 1$/m);

  const quiet = heard();
  const closed = openMemoryStore();
  watchRecords({ store: closed, clock: handClock(), log: quiet.log, metrics })();
  await closed.close();
  await eventsCame();
  assert.deepEqual(quiet.lines, []);
});

test('of processes that share the records one looks at all of them and tells the head, and each shows what was found', async () => {
  const [disk, clock] = [new Map<string, Entry>(), handClock()];
  const { lines, log } = heard();
  let looks = 0;
  const found = [new Fault('store-damaged', 'somebody put it there')];
  const processes = [1, 2, 3].map(() => {
    const metrics = createMetrics();
    const check = async () => {
      looks += 1;
      return found;
    };
    const store = { ...openMemoryStore({ disk, clock, pause: eventsCame }), check };
    return { metrics, stop: watchRecords({ store, clock, log, metrics, shares: true }) };
  });
  for (const { metrics } of processes) {
    await until('it shows what was found', async () =>
      /^bot_records_not_as_written 1$/m.test((await metrics.page()).text),
    );
  }
  await until('the head is told', () => lines.some(({ msg }) => msg === 'head of the records'));
  for (let turn = 0; turn < 200; turn += 1) await eventsCame();
  for (const { stop } of processes) stop();
  assert.equal(looks, 1);
  const told = lines.map(({ msg }) => msg).filter((msg) => msg !== 'records swept');
  assert.deepEqual(told.sort(), ['head of the records', 'records are not as they were written']);
});
