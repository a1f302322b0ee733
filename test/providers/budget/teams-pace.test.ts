import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as yielded } from 'node:timers/promises';
import type { Quota, Urgency } from '../../../bot/domain/ports/budget.ts';
import { type Pace, TooFast } from '../../../bot/domain/ports/pace.ts';
import { hour, second } from '../../../bot/domain/time.ts';
import { createSharedBudget } from '../../../bot/providers/budget/in-records.ts';
import { createPace } from '../../../bot/providers/budget/teams-pace.ts';
import { handTime } from '../../support/hand-time.ts';
import { type Entry, openMemoryStore } from '../../support/memory-store.ts';

/** Source: Microsoft Learn, "Optimize your bot with rate limiting in Teams", the lower of two copies. */
const perConversation = [
  { most: 7, per: second },
  { most: 60, per: 30 * second },
  { most: 1_800, per: hour },
];
const ofTheApp = { most: 30, per: second };

/** A Teams that takes two messages a turn and counts, and letters that come back when they are told to. */
function teams(processes: (time: Parameters<typeof createPace>[0]) => readonly Pace[] = (time) => [createPace(time)]) {
  const time = handTime();
  const paces = processes(time);
  const begun = time.now();
  const all: number[] = [];
  const byConversation = new Map<string, number[]>();
  let refused = 0;
  const over = (times: readonly number[], { most, per }: { most: number; per: number }) =>
    times.filter((at) => at > time.now() - per).length > most;

  function take(conversation: string): void {
    const [channel = conversation] = conversation.split(';');
    const times = byConversation.get(channel) ?? [];
    byConversation.set(channel, times);
    for (const counted of [all, times]) counted.push(time.now());
    if (over(all, ofTheApp) || perConversation.some((limit) => over(times, limit))) refused += 1;
  }

  async function heard(): Promise<void> {
    for (let turn = 0; turn < (paces.length > 1 ? 20 : 1); turn += 1) await yielded();
  }

  const letters: { readonly conversation: string; readonly urgency: Urgency; due: number; at?: number }[] = [];
  async function attempt(letter: (typeof letters)[number]): Promise<void> {
    try {
      const place = await paces[letters.indexOf(letter) % paces.length]?.enter(letter.conversation, letter.urgency);
      take(letter.conversation);
      take(letter.conversation);
      letter.at = time.now() - begun;
      place?.done();
    } catch (reason) {
      assert.ok(reason instanceof TooFast, String(reason));
      assert.ok(reason.after > 0);
      letter.due = time.now() + reason.after;
    }
  }

  return {
    letters,
    refused: () => refused,
    add: (conversation: string, urgency: Urgency) => letters.push({ conversation, urgency, due: begun }),
    /** In steps of a fifth of a second, with time for everybody to hear that it is their turn. */
    async pass(until: number) {
      while (time.now() - begun < until) {
        for (const letter of letters) {
          if (letter.at === undefined && letter.due <= time.now()) {
            letter.due = Number.POSITIVE_INFINITY;
            void attempt(letter);
          }
        }
        await heard();
        time.turn(second / 5);
      }
      await heard();
    },
  };
}

test('four hundred chats are written to within a minute and a half, never more than thirty messages a second', async () => {
  const { letters, add, pass, refused } = teams();
  for (let one = 0; one < 400; one += 1) add(`chat-${one}`, 'background');
  await pass(90 * second);
  assert.equal(letters.filter(({ at }) => at === undefined).length, 0);
  assert.equal(refused(), 0);
});

test('whoever waits for a card goes before what nobody waits for', async () => {
  const { letters, add, pass } = teams();
  for (let one = 0; one < 100; one += 1) add(`chat-${one}`, 'background');
  for (let one = 0; one < 3; one += 1) add(`person-${one}`, 'person');
  await pass(60 * second);
  const people = letters.filter(({ urgency }) => urgency === 'person').map(({ at }) => at ?? Number.NaN);
  assert.ok(
    people.every((at) => at <= second),
    people.join(),
  );
});

test('one channel with all its threads is written to no faster than Teams takes it, in any span', async () => {
  const { letters, add, pass, refused } = teams();
  for (let one = 0; one < 1_000; one += 1) add(`19:support@thread.tacv2;messageid=${one}`, 'person');
  await pass(hour + 15 * 60 * second);
  assert.equal(letters.filter(({ at }) => at === undefined).length, 0);
  assert.equal(refused(), 0);
  assert.ok(letters.filter(({ at = 0 }) => at < hour).length <= 900);
});

test('two processes together write to a channel no faster than Teams takes it; each by itself they would', async () => {
  const disk = new Map<string, Entry>();
  for (const together of [true, false]) {
    const { letters, add, pass, refused } = teams((time) =>
      [1, 2].map(() => {
        const store = openMemoryStore({ disk, pause: yielded, clock: time.now });
        const ofAll = (name: string, quota: Quota) => createSharedBudget({ store, time, name, quota });
        return createPace(time, together ? ofAll : undefined);
      }),
    );
    for (let one = 0; one < 80; one += 1) add(`19:support@thread.tacv2;messageid=${one}`, 'person');
    await pass(120 * second);
    assert.equal(letters.filter(({ at }) => at === undefined).length, 0);
    assert.equal(refused() === 0, together, `${refused()} refused`);
  }
});
