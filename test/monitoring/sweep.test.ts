import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import { countByHour, countOnce, nothingCounts, type RateCounter } from '../../bot/domain/enrolment/rate-limit.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { sweep } from '../../bot/monitoring/sweep.ts';
import { handClock } from '../support/clock.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';

function bench() {
  const disk = new Map<string, Entry>();
  const clock = handClock();
  const open = () => openMemoryStore({ disk, clock });
  const store = open();
  const left = () =>
    [...disk.values()].map(({ kind, id }) => `${kind} ${id}`).filter((name) => !name.includes('shared'));
  const chat = (id: string, at: number, objectId: string) =>
    store.update('conversation', id, () => ({
      record: {
        version: 1,
        dialog: null,
        reference: { user: { aadObjectId: objectId }, conversation: { id, tenantId: 'tenant' } },
        language: null,
        timeZone: null,
        card: null,
        seen: [],
        playing: null,
        typesHereUntil: null,
        at,
      } satisfies Conversation,
      outcome: undefined,
    }));
  const tally = (kind: 'address-limit' | 'tenant-limit', id: string, at: number) =>
    store.update(kind, id, () => ({ record: { slots: [{ at, count: 1, by: 'x' }] }, outcome: undefined }));
  return { clock, store, open, left, chat, tally };
}

test('tallies in which nothing counts any more go, the others stay', async () => {
  const { clock, store, left, tally } = bench();
  for (const kind of ['address-limit', 'tenant-limit'] as const) {
    await tally(kind, 'old', clock() - 2 * day);
    await tally(kind, 'young', clock() - day + minute);
    await store.update(kind, 'empty', () => ({ record: { slots: [] }, outcome: undefined }));
  }
  assert.deepEqual(await sweep(store, clock), { tallies: 4, chats: 0 });
  assert.deepEqual(left(), ['address-limit young', 'tenant-limit young']);
});

test('a chat that nobody has used for half a year goes, unless a person is reached in it', async () => {
  const { clock, store, left, chat } = bench();
  const old = clock() - 181 * day;
  await chat('of nobody', old, 'nobody');
  await chat('of a person', old, 'somebody');
  await chat('an older one of theirs', old, 'somebody');
  await chat('used lately', clock() - 179 * day, 'nobody');
  const employee = { tenantId: 'tenant', objectId: 'somebody' };
  await store.update('person', personId(employee), () => ({
    record: { ...newPerson(employee), chat: 'of a person' },
    outcome: undefined,
  }));
  assert.deepEqual(await sweep(store, clock), { tallies: 0, chats: 2 });
  assert.deepEqual(left(), ['conversation of a person', 'conversation used lately', 'person tenant/somebody']);
});

test('it is done by one of many processes, once a day', async () => {
  const { clock, open, tally } = bench();
  await tally('address-limit', 'old', clock() - 2 * day);
  const processes = Array.from({ length: 4 }, open);
  const sweeps = await Promise.all(processes.map((store) => sweep(store, clock)));
  assert.equal(sweeps.filter((swept) => swept !== undefined).length, 1);
  clock.turn(day - 1);
  for (const store of processes) assert.equal(await sweep(store, clock), undefined);
  clock.turn(1);
  assert.deepEqual(await sweep(processes[2] ?? assert.fail(), clock), { tallies: 0, chats: 0 });
});

test('what is written while it goes on is not swept away', async () => {
  const { clock, store, left, tally } = bench();
  await tally('address-limit', 'old', clock() - 2 * day);
  const busy = {
    ...store,
    async scan(...asked: Parameters<typeof store.scan>) {
      const page = await store.scan(...asked);
      await tally('address-limit', 'old', clock());
      return page;
    },
  };
  assert.deepEqual(await sweep(busy as typeof store, clock), { tallies: 0, chats: 0 });
  assert.deepEqual(left(), ['address-limit old']);
});

test('a tally that was swept and one that was not decide alike, whatever comes', () => {
  const seed = seedOfRun();
  const { below, pick } = seeded(seed);
  const now = Date.UTC(2026, 10, 23, 9);
  let idle = 0;
  for (let at = 0; at < 2_000; at += 1) {
    const slots = Array.from({ length: below(4) }, () => ({
      at: now - below(3 * day) + pick([0, 0, 0, 2 * hour]),
      count: below(4),
      by: pick([null, 'a', 'b']),
    }));
    const left: RateCounter = { slots };
    if (!nothingCounts(left, now)) continue;
    idle += 1;
    let [one, other]: (RateCounter | undefined)[] = [left, undefined];
    for (let time = now, act = 0; act < 20; act += 1, time += below(4 * hour)) {
      const [by, limit] = [pick(['a', 'b', 'c', 'd']), pick([1, 3, 5])];
      const count = pick([
        (tally: RateCounter | undefined) => countOnce(tally, by, limit, time),
        (tally: RateCounter | undefined) => countByHour(tally, limit, time),
      ]);
      const [mine, theirs] = [count(one), count(other)];
      assert.deepEqual(mine, theirs, `SEED=${seed}`);
      [one, other] = [mine.record, theirs.record];
    }
  }
  assert.ok(idle > 100, `${idle} idle ones`);
});
