import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FunnelColumn, funnelColumns } from '../../bot/domain/campaigns/funnel.ts';
import { day, hour, minute, second } from '../../bot/domain/time.ts';
import {
  breaches,
  emptyLedger,
  type FunnelSeen,
  funnelBreaches,
  groupBreaches,
  type Ledger,
  type Wanted,
} from './ledger.ts';
import { createAgenda, habits, nextNight, organisationOf, wallOf } from './organisation.ts';

/** Tuesday 24 November 2026, 10:00 in Stockholm. */
const tuesday = Date.UTC(2026, 10, 24, 9);
const people = organisationOf(1_000, 7);
const swede = people.find(({ zone, department }) => zone === 'Europe/Stockholm' && department === 'Sales')?.number ?? 0;
const other = people.find(({ zone, number }) => zone === 'Europe/Stockholm' && number > swede)?.number ?? 0;
const wanted: Wanted = {
  perDay: 2,
  zone: 'Europe/Stockholm',
  from: 9,
  to: 16,
  messages: 3,
  holidays: [{ date: '2026-11-25', department: 'Sales' }],
};

function told(change: (ledger: Ledger) => void): readonly string[] {
  const ledger = emptyLedger();
  ledger.commands.push({ at: tuesday - hour, state: 'running' });
  ledger.delivered.push({ to: swede, at: tuesday, number: 1 });
  change(ledger);
  return breaches(people, ledger, wanted);
}

test('the judge of campaigns finds nothing where every promise is kept', () => {
  const kept = told((ledger) => {
    ledger.delivered.push({ to: other, at: tuesday, number: 1 });
    ledger.delivered.push({ to: swede, at: tuesday + 2 * day, number: 2 });
    ledger.acts.push({ to: swede, at: tuesday - hour, act: 'talk' });
    ledger.reminded.push({ to: swede, at: tuesday - day });
    ledger.codes.push({ to: swede, at: tuesday, came: tuesday + 2 * second });
    ledger.ready.push({ to: other, at: tuesday + hour });
  });
  assert.deepEqual(kept, []);
});

const broken: readonly (readonly [what: string, words: RegExp, change: (ledger: Ledger) => void])[] = [
  [
    'the same message again',
    /same message twice/,
    ({ delivered }) => delivered.push({ to: swede, at: tuesday + 2 * day, number: 1 }),
  ],
  [
    'a second on the same day',
    /begun to twice a day/,
    ({ delivered }) => delivered.push({ to: swede, at: tuesday + hour, number: 2 }),
  ],
  ['a reminder beside it', /begun to twice a day/, ({ reminded }) => reminded.push({ to: swede, at: tuesday + hour })],
  ['a fourth', /gets message 4/, ({ delivered }) => delivered.push({ to: swede, at: tuesday + 3 * day, number: 4 })],
  [
    'one in the night',
    /at 22 o'clock/,
    ({ delivered }) => delivered.push({ to: other, at: tuesday + 12 * hour, number: 1 }),
  ],
  [
    'one on a Sunday',
    /free day, 2026-11-29/,
    ({ delivered }) => delivered.push({ to: other, at: tuesday + 5 * day, number: 1 }),
  ],
  [
    'one on a holiday',
    /holiday, 2026-11-25/,
    ({ delivered }) => delivered.push({ to: swede, at: tuesday + day, number: 2 }),
  ],
  [
    'more than the ceiling',
    /3 messages on/,
    ({ delivered }) => delivered.push({ to: other, at: tuesday, number: 1 }, { to: other + 1, at: tuesday, number: 1 }),
  ],
  [
    'one in the middle of a talk',
    /middle of a talk/,
    ({ acts }) => acts.push({ to: swede, at: tuesday - minute, act: 'talk' }),
  ],
  [
    'one to who wanted no more',
    /wanted no more/,
    ({ acts }) => acts.push({ to: swede, at: tuesday - hour, act: 'never' }),
  ],
  ['one to who is ready', /is ready/, ({ ready }) => ready.push({ to: swede, at: tuesday - hour })],
  [
    'one after a pause',
    /though it is paused/,
    ({ commands }) => commands.push({ at: tuesday - 2 * minute, state: 'paused' }),
  ],
  [
    'a code that waits',
    /waits 30 s for a code/,
    ({ codes }) => codes.push({ to: swede, at: tuesday, came: tuesday + 30 * second }),
  ],
  ['haste', /over somebody's limit/, (ledger) => (ledger.refusedForHaste = 1)],
];
for (const [what, words, change] of broken) {
  test(`the judge of campaigns finds ${what}`, () => {
    const found = told((ledger) => void change(ledger));
    assert.ok(
      found.some((one) => words.test(one)),
      `${found}`,
    );
  });
}

test('a stop is given its minute, and a new start ends it', () => {
  const paused = { at: tuesday - 30 * second, state: 'paused' } as const;
  assert.deepEqual(
    told(({ commands }) => commands.push(paused)),
    [],
  );
  const again = told(({ commands }) =>
    commands.push({ ...paused, at: tuesday - hour }, { at: tuesday - 10 * second, state: 'running' }),
  );
  assert.deepEqual(again, []);
});

test('the judge of campaigns compares the funnel with the world', () => {
  const world = { people: 10, ready: 3, never: 1, blocked: 1, noApp: 0, left: 0 };
  const seen: FunnelSeen = { ...world, delivered: 9, receipts: 4, openers: 6 };
  const same = { ...world, opened: 5 };
  assert.deepEqual(funnelBreaches({ ...same, sent: 9, unsure: 0 }, seen, true), []);
  assert.deepEqual(funnelBreaches({ ...same, sent: 8, unsure: 2 }, seen, false), []);
  assert.match(`${funnelBreaches({ ...same, sent: 10, unsure: 0 }, seen, false)}`, /10 sent/);
  assert.match(`${funnelBreaches({ ...same, sent: 7, unsure: 1 }, seen, false)}`, /7 sent/);
  assert.match(`${funnelBreaches({ ...same, sent: 8, unsure: 1 }, seen, true)}`, /nothing was cut/);
  assert.match(`${funnelBreaches({ ...same, ready: 4, sent: 9, unsure: 0 }, seen, true)}`, /ready: 4 said, 3 seen/);
  const opened = (count: number, unsure = 0) =>
    `${funnelBreaches({ ...same, opened: count, sent: 9 - unsure, unsure }, seen, unsure === 0)}`;
  assert.deepEqual([opened(4), opened(6), opened(3, 1)], ['', '', '']);
  assert.match(opened(3), /3 opened, 4 receipts/);
  assert.match(opened(7), /7 opened, 4 receipts, 6 saw it/);
});

test('the judge of campaigns compares what is told by group with the whole', () => {
  const none = Object.fromEntries(funnelColumns.map((one) => [one, 0])) as Record<FunnelColumn, number>;
  const row = (people: number) => ({ name: 'Sales', groups: 1, people, counts: { ...none, waiting: people } });
  const table = (...sizes: readonly number[]) => sizes.map(row);
  const all = { people: 12, standings: { ...none, waiting: 12 }, waves: [], sent: 0, unsure: 0 };
  const same = { at: 0, waves: table(12), departments: table(7, 5), countries: table(12), readyAfter: [0] };
  assert.deepEqual(groupBreaches(same, all), []);
  assert.match(`${groupBreaches({ ...same, departments: table(8, 4) }, all)}`, /departments: Sales is small/);
  assert.match(`${groupBreaches({ ...same, countries: table(11) }, all)}`, /countries: 11 of 12 people.*11 waiting/);
  assert.match(`${groupBreaches({ ...same, readyAfter: [1] }, all)}`, /1 ready after some time, 0 in all/);
  const blind = { ...row(12), counts: { ...row(12).counts, reached: 3, opened: 1 } };
  assert.match(`${groupBreaches({ ...same, waves: [blind] }, all)}`, /waves: Sales has 1 opened and 0 not known of 3/);
});

test('the organisation has every habit, three time zones and the same people for the same seed', () => {
  assert.deepEqual(organisationOf(1_000, 7), people);
  assert.deepEqual(new Set(people.map(({ habit }) => habit)), new Set(Object.keys(habits)));
  assert.equal(new Set(people.map(({ zone }) => zone)).size, 3);
  const quick = people.filter(({ habit }) => habit === 'at once');
  assert.ok(quick.length >= 30 && quick.length <= 70 && quick.every(({ after }) => after < minute), `${quick.length}`);
  assert.equal(wallOf(nextNight(tuesday, 'Asia/Kolkata'), 'Asia/Kolkata')[0], 22);
});

test('the agenda does what is due, in order', () => {
  const agenda = createAgenda();
  const done: number[] = [];
  for (const when of [5, 3, 9, 1, 3, 7]) agenda.at(when, () => void done.push(when));
  assert.equal(agenda.next(), 1);
  agenda.run(6);
  assert.deepEqual(done, [1, 3, 3, 5]);
  assert.equal(agenda.next(), 7);
  agenda.run(9);
  assert.equal(agenda.next(), undefined);
});
