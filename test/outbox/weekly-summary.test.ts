import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivered, Message } from '../../bot/domain/ports/delivery.ts';
import type { Showing } from '../../bot/domain/tickets/ports.ts';
import type { SupportPolicy } from '../../bot/domain/tickets/support-policy.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { type WeeklySummary, weekDue } from '../../bot/domain/weekly-summary.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createWeeklySummary } from '../../bot/outbox/weekly-summary.ts';
import { handClock } from '../support/clock.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';
import { policy } from '../support/tickets.ts';

/** A Monday, 06:30 in Stockholm. */
const early = Date.UTC(2026, 10, 23, 5, 30);

const numbers: WeeklySummary = {
  at: early,
  readiness: { people: 120, ready: 80, lasting: 31 },
  campaigns: [
    { name: 'Ready <b>in time</b>', people: 60, reached: 44, opened: 30, openedNotKnown: 14, answered: 25, ready: 20 },
    { name: 'The board', people: 4, reached: 4, opened: 3, openedNotKnown: 1, answered: 2, ready: 1 },
  ],
  tickets: { hour: 1, day: 2, week: 3, older: 4 },
};

/** So many processes on the same records, a support channel and a mail server that do what they are told. */
function office(support: Partial<SupportPolicy> = {}, processes = 1) {
  const disk = new Map<string, Entry>();
  const clock = handClock(early);
  const posted: object[] = [];
  const mails: Message[] = [];
  const fates = { post: [] as (Showing | 'died')[], mail: [] as Delivered[], numbers: [] as undefined[] };
  const decided = {
    ...defaultPolicy,
    support: { ...policy({ summary: 'both', timeZone: 'Europe/Stockholm', ...support }) },
  };
  const shown: Showing = { kind: 'shown', place: { conversation: 'c', activity: 'a' } };
  const outboxes = Array.from({ length: processes }, () =>
    createWeeklySummary({
      store: openMemoryStore({ disk, clock, pause: () => delay(0) }),
      tenants: ['tenant'],
      policy: async () => decided,
      numbersOf: async () => (fates.numbers.length > 0 ? fates.numbers.shift() : { ...numbers, at: clock() }),
      async post(_, card) {
        const fate = fates.post.shift() ?? shown;
        if (fate === 'died') throw new Error('the process ended');
        if (fate.kind === 'shown' || fate.kind === 'unsure') posted.push(card);
        return fate;
      },
      deliveries: [
        {
          channels: ['email'],
          async send(message) {
            const fate = fates.mail.shift() ?? { kind: 'accepted', reference: '' };
            if (fate.kind === 'accepted') mails.push(message);
            return fate;
          },
        },
      ],
      clock,
      log: createLog('silent'),
      metrics: createMetrics(),
    }),
  );
  /** Time passes, with all processes looking at each step. */
  async function pass(time: number, step = 15 * minute): Promise<void> {
    for (let passed = 0; passed < time; passed += step) {
      clock.turn(step);
      await Promise.all(outboxes.map((one) => one.round().catch(() => 0)));
    }
  }
  return { clock, posted, mails, fates, pass };
}

test('at the start of the working week one card and one mail to each of the first tier, once over four processes', async () => {
  const { posted, mails, pass } = office({ tiers: [['it@example.org', 'lead@example.org'], ['boss@example.org']] }, 4);
  await pass(hour);
  assert.deepEqual([posted.length, mails.length], [0, 0], 'not before eight');
  await pass(3 * day);
  assert.equal(posted.length, 1);
  assert.deepEqual(mails.map(({ to }) => to).toSorted(), ['it@example.org', 'lead@example.org']);
  await pass(5 * day);
  assert.deepEqual([posted.length, mails.length], [2, 4], 'and the week after');
});

for (const [summary, cards, letters] of [
  ['off', 0, 0],
  ['channel', 1, 0],
  ['mail', 0, 1],
] as const) {
  test(`${summary}: ${cards} cards and ${letters} mails`, async () => {
    const { posted, mails, pass } = office({ summary, tiers: [['it@example.org']] });
    await pass(6 * hour);
    assert.deepEqual([posted.length, mails.length], [cards, letters]);
  });
}

test('what was not taken is tried again; what may be in the channel, or was on its way as a process ended, is not', async () => {
  for (const [fate, posts] of [
    [{ kind: 'retry' }, 1],
    [{ kind: 'unsure' }, 1],
    ['died', 0],
  ] as const) {
    const { posted, mails, fates, pass } = office({ tiers: [['it@example.org']] }, 2);
    fates.post.push(fate);
    fates.mail.push({ kind: 'retry', reason: 'down' });
    await pass(6 * hour);
    assert.deepEqual([posted.length, mails.length], [posts, 1], JSON.stringify(fate));
  }
});

test('while it is being counted it waits; who was down for days leaves that week out', async () => {
  const counting = office({ tiers: [] });
  counting.fates.numbers.push(...Array.from({ length: 5 }, () => undefined));
  await counting.pass(2 * hour - 15 * minute, 5 * minute);
  assert.equal(counting.posted.length, 0);
  await counting.pass(hour, 5 * minute);
  assert.equal(counting.posted.length, 1);
  const late = office({ tiers: [] });
  late.clock.turn(3 * day);
  await late.pass(day);
  assert.equal(late.posted.length, 0);
});

test('a week begins where the organisation is', () => {
  const at = (date: string, countries: 'all' | readonly string[], timeZone = 'UTC') =>
    weekDue(
      { countries: countries === 'all' ? 'all' : [...countries], support: policy({ timeZone }) },
      Date.parse(date),
    );
  assert.equal(at('2026-11-23T08:00:00Z', ['SE']), '2026-11-23');
  assert.equal(at('2026-11-23T07:59:00Z', ['SE']), undefined);
  assert.equal(at('2026-11-23T07:00:00Z', ['SE'], 'Europe/Stockholm'), '2026-11-23');
  assert.equal(at('2026-11-22T12:00:00Z', ['SE']), undefined, 'Sunday');
  assert.equal(at('2026-11-22T12:00:00Z', ['EG']), '2026-11-22', 'Friday and Saturday are free in Egypt');
  assert.equal(at('2026-11-23T08:30:00Z', 'all'), '2026-11-23');
  assert.equal(at('2026-11-26T08:30:00Z', 'all'), undefined, 'too late');
});

test('card and mail say the same in both languages; small groups have no numbers, and words stay words', async () => {
  for (const language of ['en', 'sv']) {
    const { posted, mails, pass } = office({ language, tiers: [['it@example.org']] });
    await pass(6 * hour);
    const [card, mail] = [JSON.stringify(posted[0]), mails[0]];
    assert.ok(mail?.html);
    for (const said of [card, mail.text]) {
      for (const number of [120, 80, 31, 60, 44, 30, 14, 25, 20]) assert.match(said, new RegExp(`\\b${number}\\b`));
      assert.match(said, language === 'en' ? /Fewer than 5 people/ : /Färre än 5 personer/);
      assert.ok(said.includes('Ready <b>in time</b>'));
    }
    assert.ok(mail.html.includes('Ready &lt;b&gt;in time&lt;/b&gt;') && !mail.html.includes('<b>'));
    assert.match(mail.subject ?? '', language === 'en' ? /the week of 23 November/ : /veckan från .*23 november/);
  }
});
