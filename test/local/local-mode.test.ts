import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { day, hour, second } from '../../bot/domain/time.ts';
import { localClock } from '../../bot/local/local-mode.ts';
import { demoTenant, shopFloor } from '../../bot/local/people.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { startBotWith } from '../support/bot.ts';
import { handClock } from '../support/clock.ts';
import { wordsOf } from '../support/teams-client.ts';

test('the clock is put to a day at the hour it is, goes on from there, and comes back', () => {
  const passing = handClock(Date.UTC(2026, 10, 23, 9));
  const clock = localClock(passing);
  assert.equal(clock.put(Date.UTC(2027, 1, 2)), Date.UTC(2027, 1, 2, 9));
  passing.turn(hour);
  assert.equal(clock(), Date.UTC(2027, 1, 2, 10));
  assert.equal(clock.put(undefined), Date.UTC(2026, 10, 23, 10));
  passing.turn(day);
  assert.equal(clock(), Date.UTC(2026, 10, 24, 10));
});

test('in local mode /date shows what a day brings to somebody who is ready by a phone', async (t) => {
  const bot = await startBotWith({ clock: handClock() });
  t.after(() => bot.stop());
  const me = bot.client({ tenantId: demoTenant });
  const shows = (words: RegExp) => assert.match(wordsOf(me.latest().content), words);
  await me.install();
  await me.type('/as vera');
  shows(/You are ready now, but not from 1 February 2027: .* Add an authenticator app before then/);
  await me.type('/date 2027-02-02');
  assert.match(me.texts().at(-1) ?? '', /^It is 2 February 2027 at .* now\. This works in local mode only/);
  shows(/1 of 2 methods ready[\s\S]*You are not ready yet[\s\S]*Does not count any more/);
  await me.type('/date');
  shows(/You are ready now/);
  await me.type('/date soon');
  assert.match(me.texts().at(-1) ?? '', /can’t read that date/);
  shows(/You are ready now/);
  await me.type('/as hugo');
  shows(/Your organisation has this on file: Phone .* and Email .* Confirm it on Microsoft’s page, and it counts/);
});

test('in local mode a rule for a group and one for a country can be tried', async (t) => {
  const clock = handClock();
  const bot = await startBotWith({ clock });
  t.after(() => bot.stop());
  const rule = { methodsRequired: 1, contact: { name: 'Floor desk', address: '' } } as const;
  const rules = [
    { name: 'Floor', rank: 1, for: { groups: [shopFloor], countries: [] }, ...rule },
    { name: 'Brazil', rank: 2, for: { groups: [], countries: ['BR'] }, methodsRequired: 1 },
  ] as const;
  await setPolicy(bot.records, { ...defaultPolicy, rules }, 'it', clock());
  clock.turn(6 * second);
  const me = bot.client({ tenantId: demoTenant });
  await me.install();
  for (const [as, required] of [
    ['robin', /0 of 2 methods/],
    ['toby', /0 of 1 method[\s\S]*Floor desk/],
    ['joana', /0 of 1 method/],
  ] as const) {
    await me.type(`/as ${as}`);
    assert.match(wordsOf(me.latest().content), required, as);
  }
});

test('in local mode the pages of IT can be tried as the directory administrator, and by nobody else', async (t) => {
  const bot = await startBotWith({ clock: handClock() });
  t.after(() => bot.stop());
  const asks = async (as: string, path: string) =>
    (
      await fetch(`${bot.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer demo.${as}.local`, 'content-type': 'application/json' },
        body: '{}',
      })
    ).status;
  for (const path of ['/tab/desk/campaigns', '/tab/desk/policy', '/tab/desk/trail']) {
    assert.equal(await asks('maja', path), 200, path);
    assert.equal(await asks('robin', path), 403, path);
  }
});
