import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { figure } from '../support/figure.ts';
import { ringOf } from '../support/keyring.ts';
import { newDatabase, owner, type TestDatabase } from '../support/postgres.ts';
import { openSending } from '../support/postgres-sending.ts';
import { personIn } from '../support/records.ts';
import { settled, somebody } from '../support/screens.ts';
import { until } from '../support/until.ts';

const most = 10;

/** Statements sent since the last act, but for those that come by time and not by turn. */
const sent: string[] = [];
const often = (name: string) => sent.filter((one) => one === name).length;
/** The outbox finds nothing while a turn is under way: what it does is not the turn's. */
let inTurn = false;
let database: TestDatabase;
let running: RunningBot;

before(async () => {
  database = await newDatabase();
  await migrate({ connectionString: database.url(owner) });
  const connection = { connectionString: database.url() };
  const records = await openSending(connection, ringOf(1), (real, statement, values, end) => {
    if (!/ (claim|keep|versions|scan)$|^(witness|audit-archive|policy|campaign) /.test(statement.name))
      sent.push(statement.name);
    return real(statement, values, end);
  });
  running = await startBot({
    records,
    around: (store) => ({ ...store, claim: async (...words) => (inTurn ? [] : store.claim(...words)) }),
  });
});
after(async () => {
  await running.stop();
  await database.drop();
});

test('a whole registration works on PostgreSQL, with at most ten round trips to it in a turn', async () => {
  const trips: { readonly act: string; readonly names: readonly string[] }[] = [];
  // The counts of a tenant are new to a bot once.
  for (const counted of [false, true]) {
    const one = somebody(running);
    const act = async (text: string) => {
      // What the turn before has set going is over.
      await settled(one, running);
      inTurn = true;
      sent.length = 0;
      await one.chat.type(text);
      // What it leaves to be done behind its answer is the turn's, too.
      await until('the chat is free', () => often('lease free') === often('lease take'));
      inTurn = false;
      if (counted) trips.push({ act: text, names: [...sent] });
    };
    for (const text of ['hi', 'start', 'phone', one.typedNumber]) await act(text);
    await act(await running.caught.code(one.number));
    for (const text of ['email', one.address]) await act(text);
    await act(await running.caught.code(one.address));
    assert.equal(Object.keys((await personIn(running.records, one.employee)).methods).length, 2);
  }
  const longest = trips.toSorted((a, b) => b.names.length - a.names.length)[0];
  figure({
    test: 'round trips to PostgreSQL',
    measured: `${trips.length} turns of a registration, at most ${longest?.names.length} a turn, ${trips.reduce((sum, { names }) => sum + names.length, 0)} in all`,
    target: `≤ ${most} a turn`,
    met: (longest?.names.length ?? 0) <= most,
  });
  assert.ok((longest?.names.length ?? 0) <= most, JSON.stringify(longest));
  for (const { act, names } of trips) {
    const looks = names.filter((name) => /( read| find )/.test(name));
    assert.deepEqual(looks, [...new Set(looks)], `${act}: nothing is looked for twice`);
  }
});
