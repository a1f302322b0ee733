import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latenessFindings } from '../../bot/doctor/record-checks.ts';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { lookForLateness } from '../../bot/monitoring/lateness.ts';
import { sweep } from '../../bot/monitoring/sweep.ts';
import { handClock } from '../support/clock.ts';
import { employee } from '../support/enrolling.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { ticket } from '../support/tickets.ts';

test('how long the oldest letter of people and of requests has been due is told, and how long ago the last sweep was', async () => {
  const clock = handClock();
  const store = openMemoryStore({ clock });
  const metrics = createMetrics();
  metrics.followLateness(() => lookForLateness(store, clock));
  const told = async () =>
    (await metrics.page()).text.split('\n').filter((line) => /^bot_(letter_lag|sweep_age)/.test(line));
  const nothing = ['bot_letter_lag_seconds{kind="person"} 0', 'bot_letter_lag_seconds{kind="ticket"} 0'];
  assert.deepEqual(await told(), [...nothing, 'bot_sweep_age_seconds 0']);

  await sweep(store, clock);
  for (const [number, due] of [2 * minute, -minute, 7 * minute].entries()) {
    const letter = { kind: 'refresh', id: `${number}`, due: clock() + due, dies: null, tries: [] } as const;
    const record = { ...newPerson(employee(number)), letters: [letter] };
    await store.update('person', personId(employee(number)), () => ({ record, outcome: undefined }));
  }
  const asked = ticket({}, { letters: [], wakes: clock() + 4 * minute });
  await store.update('ticket', asked.id, () => ({ record: asked, outcome: undefined }));
  clock.turn(5 * minute);
  assert.deepEqual(await told(), [
    `bot_letter_lag_seconds{kind="person"} ${6 * 60}`,
    `bot_letter_lag_seconds{kind="ticket"} ${60}`,
    `bot_sweep_age_seconds ${5 * 60}`,
  ]);

  assert.deepEqual(await lookForLateness(store, clock), {
    letters: { person: 6 * minute, ticket: minute },
    swept: 5 * minute,
  });
});

test('records that do not answer make a page without letters, not one that fails', async () => {
  const metrics = createMetrics();
  metrics.followLateness(() => Promise.reject(new Error('down')));
  const { text } = await metrics.page();
  assert.doesNotMatch(text, /^bot_letter_lag_seconds\{/m);
  assert.match(text, /^bot_turn_seconds_count 0$/m);
});

test('the doctor says where nobody sends, and where nobody sweeps', () => {
  const found = (person: number, ticket: number, swept: number | undefined) =>
    [...latenessFindings({ letters: { person, ticket }, swept }, 'DATA_DIR')].map(({ id, verdict, says }) => [
      id,
      verdict,
      says,
    ]);
  assert.deepEqual(found(0, 0, undefined), []);
  assert.deepEqual(found(minute, 0, 5 * hour), [
    ['lateness', 'good', 'Nothing that is due waits, and the records were swept 5 hours ago.'],
  ]);
  assert.deepEqual(found(0, 12 * minute, hour), [
    ['letters-late', 'warning', 'The oldest letter has been due for 12 minutes: nobody sends.'],
  ]);
  assert.deepEqual(found(20 * minute, 0, 9 * day), [
    ['letters-late', 'warning', 'The oldest letter has been due for 20 minutes: nobody sends.'],
    ['sweep-old', 'warning', 'The records were last swept 9 days ago: it is done once a day.'],
  ]);
});
