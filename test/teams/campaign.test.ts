import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { whereListed } from '../../bot/domain/campaigns/audience.ts';
import { campaignSettingsSchema } from '../../bot/domain/campaigns/campaign.ts';
import { createCampaigns } from '../../bot/domain/campaigns/campaigns.ts';
import { countFunnelByGroup } from '../../bot/domain/campaigns/funnel.ts';
import { hasOpened } from '../../bot/domain/campaigns/recipient.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { anybody, person, startBot } from '../support/bot.ts';
import { handClock } from '../support/clock.ts';
import type { Connector } from '../support/connector.ts';
import { actionsOf, demoTenant, type TeamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const employee = { tenantId: demoTenant, objectId: person(1) };
const entry = { ...anybody, prefilled: { phone: '070-123 45 67' } };
const number = '+46701234567';

/** A bot in whose records a campaign runs for one employee, who has had the app since this morning. */
async function campaignFor(
  t: { after(work: () => unknown): void },
  locale = 'en-GB',
  before: (connector: Connector) => void = () => undefined,
) {
  const clock = handClock();
  const entries = new Map([[person(1), entry]]);
  const bot = await startBot({ clock, entries });
  t.after(() => bot.stop());
  const policy = { ...defaultPolicy, methodsRequired: 1 } as const;
  await setPolicy(bot.records, policy, 'it', clock());
  const me = bot.client({ locale });
  await me.install();
  const it = createCampaigns({ store: bot.records, clock, policy: async () => policy });
  const settings = campaignSettingsSchema.parse({
    name: 'Ready',
    by: '2026-12-18',
    apart: 2,
    timeZone: 'Europe/Stockholm',
  });
  const sources = {
    listed: [{ employee, entry, department: null, report: undefined }],
    personOf: (one: typeof employee) => bot.records.read('person', personId(one)),
    reaches: async () => true,
    members: undefined,
    whereabouts: whereListed,
    policy,
  };
  await it.create('ready', demoTenant, settings, 'it');
  const rehearsed = await it.rehearse('ready', sources, 'it');
  assert.equal(rehearsed.kind, 'done');
  before(bot.connector);
  // The greeting is a talk of half an hour.
  clock.turn(31 * minute);
  await it.start('ready', sources, 'it');
  const recipient = () => bot.records.read('campaign-recipient', `ready/${personId(employee)}`);
  return { ...bot, clock, me, it, recipient };
}

const asked = (me: TeamsClient, words: RegExp) =>
  until(`a card says ${words}`, () => me.cards().some(({ content }) => words.test(wordsOf(content))));

for (const [locale, words] of [
  ['en-GB', { card: /\+46.70.•••.••.67.*does not count yet.*One code makes it count/, ready: /You are ready/ }],
  ['sv-SE', { card: /\+46.70.•••.••.67.*Det räknas först när du har bekräftat det med en kod/, ready: /Du är redo/ }],
] as const) {
  test(`the seeds' day in ${locale}: the card, one code, and they are ready: three turns`, async (t) => {
    const { me, caught, recipient, it, clock } = await campaignFor(t, locale);
    await asked(me, words.card);
    const card = me.cards().findLast(({ content }) => words.card.test(wordsOf(content)));
    assert.ok(card);
    assert.equal(actionsOf(card.content).length, 4, 'the step, later, not again, a person');
    await me.click('campaign-go', {}, card);
    const code = await caught.code(number);
    await me.click('code', { code });
    assert.match(wordsOf(me.latest().content), words.ready);
    assert.equal(caught.messages.filter(({ to }) => to === number).length, 1, 'one code');
    clock.turn(20 * minute);
    await until('they are counted as ready', async () => (await recipient())?.end === 'ready');
    const campaign = await it.read('ready');
    assert.ok(campaign);
    const { people, sent, standings } = await it.funnel(campaign);
    assert.deepEqual([people, sent, standings.ready], [1, 1, 1]);
  });
}

const english = /One code makes it count/;
const cardsOf = (me: TeamsClient) => me.cards().filter(({ content }) => english.test(wordsOf(content)));

test('put off, the card becomes a line, and the next one comes when they said, as a new card', async (t) => {
  const { me, clock, recipient, connector } = await campaignFor(t);
  await asked(me, english);
  const [first] = cardsOf(me);
  assert.ok(first);
  await until('it is written down', async () => (await recipient())?.messages[0]?.result === 'sent');
  await me.click('campaign-later', { days: '7' }, first);
  assert.match(wordsOf(me.cards().find(({ id }) => id === first.id)?.content), /I will not ask before 30 November/);
  clock.turn(6 * day);
  await until('it is put off', async () => (await recipient())?.snoozedUntil !== null);
  assert.equal(cardsOf(me).length, 0, 'nothing comes before');
  clock.turn(day + hour);
  await asked(me, english);
  assert.equal(connector.posted.filter(({ activity }) => english.test(JSON.stringify(activity))).length, 2);
});

test('a second message is a new card, and the earlier one shrinks to a line', async (t) => {
  const { me, clock, recipient } = await campaignFor(t);
  await asked(me, english);
  const [first] = cardsOf(me);
  const count = async () => (await recipient())?.messages.filter(({ result }) => result === 'sent').length;
  await until('it is written down', async () => (await count()) === 1);
  clock.turn(2 * day + hour);
  await until('a second one came', async () => (await count()) === 2);
  const now = () => wordsOf(me.cards().find(({ id }) => id === first?.id)?.content);
  await until('the first is a line', () => /I asked again in a newer message/.test(now()));
  assert.equal(cardsOf(me).length, 1);
});

for (const [said, answer] of [
  ['do not ask again', /I will not ask again/],
  ['fråga inte igen', /I will not ask again/],
  ['tomorrow', /I will not ask before 24 November/],
  ['not now', /I will not ask before 26 November/],
  ['in a week', /I will not ask before 30 November/],
] as const) {
  test(`"${said}" typed is an answer to the card`, async (t) => {
    const { me, recipient } = await campaignFor(t);
    await asked(me, english);
    await until('it is written down', async () => (await recipient())?.messages[0]?.result === 'sent');
    await me.type(said);
    await until('it is answered', () => me.texts().some((text) => answer.test(text)));
    const { end, snoozedUntil } = (await recipient()) ?? {};
    assert.ok(end === 'not-again' || snoozedUntil, 'and kept');
  });
}

test('"yes, send me the code" typed goes straight to the step', async (t) => {
  const { me, recipient, caught } = await campaignFor(t);
  await asked(me, english);
  await until('it is written down', async () => (await recipient())?.messages[0]?.result === 'sent');
  await me.type('yes, send me the code');
  const code = await caught.code(number);
  await me.type(code);
  assert.match(wordsOf(me.latest().content), /You are ready/);
});

test('a number that was changed since the card was made is asked about first', async (t) => {
  const { me, entries, caught } = await campaignFor(t);
  await asked(me, english);
  entries.set(person(1), { ...entry, prefilled: { phone: '070-999 88 77' } });
  await me.click('campaign-go', {}, cardsOf(me)[0]);
  assert.match(wordsOf(me.latest().content), /Are these yours\?/);
  assert.equal(caught.messages.length, 0);
});

test('whoever is in the middle of a talk is not written to', async (t) => {
  const { me, clock, recipient, it } = await campaignFor(t);
  await it.pause('ready', 'it');
  await me.type('status');
  const before = me.cards().length;
  await it.start(
    'ready',
    {
      listed: [],
      personOf: async () => undefined,
      reaches: async () => true,
      members: undefined,
      whereabouts: whereListed,
      policy: defaultPolicy,
    },
    'it',
  );
  await until('they are looked at', async () => ((await recipient())?.due ?? 0) > clock());
  assert.equal(me.cards().length, before);
  assert.equal((await recipient())?.messages.length, 0);
});

for (const [what, refusal, ends] of [
  ['answers 502 after it took the message', { status: 502, arrives: true }, 'unsure'],
  ['answers 500', { status: 500 }, 'unsure'],
  ['says that they block the bot', { status: 403, body: { error: { code: 'MessageWritesBlocked' } } }, 'blocked'],
] as const) {
  test(`a message is tried once where Teams ${what}: ${ends}`, async (t) => {
    const tried: string[] = [];
    const { recipient, it } = await campaignFor(t, 'en-GB', (connector) => {
      connector.fail = ({ activity }) => {
        if (!english.test(JSON.stringify(activity))) return undefined;
        tried.push('message');
        return refusal;
      };
    });
    await until('it is settled', async () => {
      const one = await recipient();
      return one?.end !== null || one.messages[0]?.result === 'unsure';
    });
    assert.equal(tried.length, 1);
    const campaign = await it.read('ready');
    assert.ok(campaign);
    const { unsure, standings } = await it.funnel(campaign);
    assert.deepEqual([unsure, standings.blocked], ends === 'unsure' ? [1, 0] : [0, 1]);
  });
}

test('too much for now is no message: it is tried again', async (t) => {
  let refused = 0;
  const { me, clock, recipient } = await campaignFor(t, 'en-GB', (connector) => {
    connector.fail = ({ activity }) => {
      if (!english.test(JSON.stringify(activity)) || refused >= 3) return undefined;
      refused += 1;
      return { status: 429 };
    };
  });
  await until('it was refused', async () => (await recipient())?.tries === 1);
  clock.turn(5 * minute);
  await asked(me, english);
  assert.equal((await recipient())?.messages.length, 1);
});

test('a read receipt tells that they saw it; without one nobody knows, and of others’ or nonsense nothing is kept', async (t) => {
  const { me, client, recipient, records, it, clock } = await campaignFor(t);
  await asked(me, /does not count yet/);
  await until('it is written down that it went', async () => (await recipient())?.messages[0]?.result === 'sent');
  // As Teams names messages; the stand-in has names of its own.
  await records.update('campaign-recipient', `ready/${personId(employee)}`, (one) => ({
    record: one && { ...one, messages: one.messages.map((message) => ({ ...message, card: '1700000000100' })) },
    outcome: undefined,
  }));
  const campaign = (await it.read('ready')) ?? assert.fail();
  const counts = async () => {
    const [row] = (await countFunnelByGroup(records, { ...campaign }, clock())).waves;
    const one = await recipient();
    return row ? [row.counts.opened, row.counts['opened-not-known']] : [one && hasOpened(one), one?.messages.length];
  };
  const receipt = (who: TeamsClient, value: unknown) =>
    who.deliver(who.envelope({ type: 'event', name: 'application/vnd.microsoft.readReceipt', value }));
  const posts = me.cards().length;
  assert.deepEqual(await counts(), [false, 1]);
  const somebody = client({ objectId: person(2) });
  for (const value of [
    null,
    7,
    { lastReadMessageId: 7 },
    { lastReadMessageId: '17e11' },
    { lastReadMessageId: '9'.repeat(30) },
  ])
    await receipt(me, value);
  await receipt(somebody, { lastReadMessageId: '1700000000900' });
  await receipt(me, { lastReadMessageId: '1700000000099' });
  assert.deepEqual(await counts(), [false, 1], 'up to the message before it');
  await receipt(me, { lastReadMessageId: '1700000000100' });
  assert.deepEqual(await counts(), [true, 1]);
  await receipt(me, { lastReadMessageId: '1700000000099' });
  assert.equal((await recipient())?.readUpTo, 1_700_000_000_100, 'a late one takes nothing back');
  assert.equal(me.cards().length, posts, 'nothing is answered');
});
