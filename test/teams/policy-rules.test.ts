import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { type DecidedPolicy, defaultPolicy } from '../../bot/domain/policy.ts';
import type { WhereaboutsSource } from '../../bot/domain/ports/whereabouts.ts';
import { second } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { anybody, type RunningBot, startBot } from '../support/bot.ts';
import type { HandClock } from '../support/clock.ts';
import { roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { asksFor } from '../support/tickets-asked.ts';
import { until } from '../support/until.ts';

const stores = 'aaaaaaaa-0000-4000-8000-000000000001';

/** One method and a help desk of their own in the stores; in Norway no email; a rule of a better rank lets the board be. */
const decided: DecidedPolicy = {
  ...defaultPolicy,
  contact: { name: 'Service desk', address: 'desk@example.org' },
  support: { ...defaultPolicy.support, tiers: [['it@example.org']] },
  rules: [
    { name: 'Norway', rank: 3, for: { groups: [], countries: ['NO'] }, email: { allowed: false } },
    {
      name: 'Stores',
      rank: 2,
      for: { groups: [stores], countries: [] },
      methodsRequired: 1,
      contact: { name: 'Stores desk', address: 'stores@example.org' },
      support: { tiers: [['stores@example.org']] },
    },
  ],
};

interface Office {
  readonly running: RunningBot;
  readonly clock: HandClock;
  /** Directory ids of who is in the stores; undefined: nobody can see it. */
  members: Set<string> | undefined;
  readonly lines: string[];
}

async function office(t: TestContext): Promise<Office> {
  const clock = turnedClock();
  const lines: string[] = [];
  const members = (objectId: string) => at.members?.has(objectId);
  const where: WhereaboutsSource['known'] = ({ objectId }) => ({
    country: at.running.entries.get(objectId)?.country ?? 'SE',
    isIn: (group) => (group === stores ? members(objectId) : false),
  });
  const whereabouts: WhereaboutsSource = {
    known: where,
    look: async (who) => where(who),
    groups: async () => new Map(),
    person: async () => undefined,
  };
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const running = await startBot({ clock, whereabouts, log });
  t.after(() => running.stop());
  const at: Office = { running, clock, members: new Set(), lines };
  await inForce(at, decided);
  return at;
}

async function inForce({ running, clock }: Office, policy: DecidedPolicy): Promise<void> {
  await setPolicy(running.records, policy, 'it', clock());
  clock.turn(6 * second);
}

const latest = ({ chat }: Somebody) => wordsOf(chat.latest().content);
const offered = ({ chat }: Somebody) => JSON.stringify(actionsOf(chat.latest().content));

test('the first card, the methods offered and the contact are those of the rule, and change with the group', async (t) => {
  const at = await office(t);
  const [one, other] = [somebody(at.running), somebody(at.running)];
  at.members = new Set([one.objectId]);
  at.running.entries.set(other.objectId, { ...anybody, country: 'NO' });
  await one.chat.install();
  assert.match(latest(one), /0 of 1 method/);
  assert.match(latest(one), /Stores desk: stores@example\.org/);
  await other.chat.install();
  assert.match(latest(other), /0 of 2 methods/);
  assert.match(latest(other), /Service desk: desk@example\.org/);
  await one.chat.click('start');
  assert.match(offered(one), /authentication-email/);
  await other.chat.click('start');
  assert.doesNotMatch(offered(other), /authentication-email/);
  at.members = new Set();
  await one.chat.type('status');
  assert.match(latest(one), /0 of 2 methods/);
});

test('a rule of a better rank holds for who is in both, whatever the order in the file', async (t) => {
  const at = await office(t);
  const one = somebody(at.running);
  at.members = new Set([one.objectId]);
  const board = { name: 'Board', rank: 1, for: { groups: [stores], countries: ['SE'] } } as const;
  await inForce(at, { ...decided, rules: [...decided.rules, board] });
  await one.chat.install();
  assert.match(latest(one), /0 of 2 methods/, 'for the board everything is as for everybody');
  assert.match(latest(one), /Service desk/);
});

test('a group that can not be read leaves everybody’s policy in force, and the log says so once', async (t) => {
  const at = await office(t);
  at.members = undefined;
  const one = somebody(at.running);
  await one.chat.install();
  assert.match(latest(one), /0 of 2 methods/);
  await one.chat.type('status');
  const told = at.lines.filter((line) => line.includes('a rule could not be matched'));
  assert.equal(told.length, 1, told.join('\n'));
  assert.match(told[0] ?? '', /"kind":"group"/);
});

test('a request for help goes to the mailboxes of the rule, says which rule holds, and stays there', async (t) => {
  const at = await office(t);
  const one = somebody(at.running);
  at.members = new Set([one.objectId]);
  await one.chat.install();
  await asksFor(one, 'I am locked out');
  const mails = () => at.running.caught.messages.filter(({ subject }) => subject?.includes('R-0001'));
  await until('the mail is sent', () => mails().length > 0);
  assert.deepEqual([...new Set(mails().map(({ to }) => to))], ['stores@example.org']);
  assert.match(mails()[0]?.text ?? '', /Policy rule:\s+Stores/);
  assert.equal(mails()[0]?.replyTo, 'stores@example.org');
  const { ids } = await at.running.records.find('ticket', {
    field: 'employee',
    equals: personId(one.employee),
    limit: 1,
  });
  assert.equal((await at.running.records.read('ticket', ids[0] ?? ''))?.facts.rule, 'Stores');
});

test('what somebody keeps for the day names the help desk of the rule, on the card and on the page to print', async (t) => {
  const at = await office(t);
  const one = somebody(at.running);
  at.members = new Set([one.objectId]);
  await inForce(at, {
    ...decided,
    rules: decided.rules.map(({ methodsRequired: _, ...rule }) => rule),
  });
  await roads['keep for the day'](one, at.running, at.clock);
  assert.match(latest(one), /Stores desk/);
  const [, path = ''] =
    JSON.stringify(one.chat.latest().content).match(/"http:\/\/localhost:\d+(\/keep\/[^"]+)"/u) ?? [];
  const page = await (await fetch(`${at.running.url}${path}`)).text();
  assert.match(page, /Stores desk/);
  assert.doesNotMatch(page, /Service desk/);
});
