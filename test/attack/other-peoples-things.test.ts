import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '../../bot/domain/account/person.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { filledIn, roads, type Somebody, settled, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, type TeamsClient, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
const otherTenant = '00000000-0000-0000-0000-0000000000bb';
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

const recordOf = (one: Somebody) => personIn(running.records, one.employee);

/** Everything of theirs that might be shown by mistake. */
function traces(victim: Somebody, { challenge }: Person): readonly string[] {
  return [
    victim.number,
    victim.number.slice(3),
    victim.typedNumber,
    victim.address,
    victim.objectId,
    ...(challenge ? [challenge.id] : []),
  ];
}

/** All that a chat shows, with what is in its buttons, and all that was answered to its clicks. */
function seenIn(chat: TeamsClient, answers: readonly unknown[]): string {
  return [...chat.texts(), JSON.stringify(chat.cards()), JSON.stringify(answers)].join('\n');
}

test("a colleague's challenge, card, code and ids open nothing and change nothing", async () => {
  for (const screen of ['code of a phone', 'code to show it is you', 'finish'] as const) {
    for (const mine of ['home', 'choose', 'phone', 'code of a phone', 'show it is you'] as const) {
      const me = somebody(running);
      await roads[mine](me, running, clock);
      const victim = somebody(running);
      await roads[screen](victim, running, clock);
      const before = await recordOf(victim);
      const own = await recordOf(me);
      const theirs = victim.chat.latest();
      const typed = await filledIn(victim, running);
      const answers: unknown[] = [];
      for (const { verb, data } of actionsOf(theirs.content)) {
        if (data.challenge === undefined) continue;
        for (const replyToId of [me.chat.latest().id, theirs.id, undefined]) {
          const value = { action: { verb, data: { ...data, ...typed } } };
          const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId };
          const { status, body } = await me.chat.deliver(me.chat.envelope(invoke));
          assert.equal(status, 200);
          answers.push(body);
          const { status: sent } = await me.chat.deliver(
            me.chat.envelope({ type: 'message', value: { verb, ...data, ...typed }, replyToId }),
          );
          assert.equal(sent, 200);
        }
      }
      assert.deepEqual(await recordOf(victim), before, `${screen} of a colleague, from ${mine}`);
      assert.deepEqual(await recordOf(me), own, `my own record, from ${mine}`);
      const ids = traces(victim, before);
      const seen = seenIn(me.chat, answers);
      for (const id of ids) assert.ok(!seen.includes(id), `${id} is shown to a colleague`);
    }
  }
});

test("a colleague's code is a wrong code, and theirs goes on working", async () => {
  const [me, victim] = [somebody(running), somebody(running)];
  await roads['code of a phone'](victim, running, clock);
  await roads['code of a phone'](me, running, clock);
  const code = await running.caught.code(victim.number);
  if (code !== (await running.caught.code(me.number))) {
    await me.chat.type(code);
    assert.match(wordsOf(me.chat.latest().content), /That is not the code/);
    assert.equal((await recordOf(me)).methods['authentication-phone'], undefined);
  }
  await victim.chat.click('code', { code });
  assert.match(wordsOf(victim.chat.latest().content), /phone is confirmed/);
});

test('somebody who turns up in the chat of a colleague sees and moves only what is their own', async () => {
  const victim = somebody(running);
  await roads['code of a phone'](victim, running, clock);
  const before = await recordOf(victim);
  const intruder = somebody(running, { conversation: victim.chat.conversation });
  const answers: unknown[] = [];
  const posts = running.connector.posted.length;
  const code = await running.caught.code(victim.number);
  for (const text of ['hi', 'status', code, 'call me', 'back', 'who can see my number?', 'cancel', 'start']) {
    answers.push((await intruder.chat.type(text)).body);
  }
  for (const { verb, data } of actionsOf(victim.chat.latest().content)) {
    const value = { action: { verb, data: { ...data, code } } };
    answers.push(
      (await intruder.chat.deliver(intruder.chat.envelope({ type: 'invoke', name: 'adaptiveCard/action', value })))
        .body,
    );
  }
  assert.deepEqual(await recordOf(victim), before);
  const seen = JSON.stringify([running.connector.posted.slice(posts), answers]);
  for (const id of traces(victim, before)) assert.ok(!seen.includes(id), `${id} is shown`);
  assert.ok(!seen.includes(victim.number.slice(-2).padStart(4, '•')), 'the masked number is shown');
});

test('the same object id in another tenant is another person', async () => {
  const here = somebody(running);
  await roads.finish(here, running, clock);
  const number = Number(here.objectId.slice(-6)) - 1_000;
  const there = somebody(running, { number, tenantId: otherTenant });
  assert.equal(there.objectId, here.objectId);
  const before = await recordOf(here);
  await there.chat.install();
  assert.match(wordsOf(there.chat.latest().content), /0 of 2 methods ready/);
  await there.chat.click('start');
  await there.chat.click('take', { method: 'authentication-phone' });
  const mine = { ...there, typedNumber: '0739000001', number: '+46739000001' };
  await there.chat.click('phone', { number: mine.typedNumber, country: 'SE', channel: 'text' });
  await there.chat.click('code', { code: await running.caught.code(mine.number) });
  await settled(there, running);
  assert.deepEqual(await recordOf(here), before);
  const record = await recordOf(there);
  assert.equal(record.methods['authentication-phone']?.address, mine.number);
  assert.deepEqual(record.employee, { tenantId: otherTenant, objectId: here.objectId });
});

test('codes of the same object id in two tenants are not interchangeable, nor are the challenges', async () => {
  const here = somebody(running);
  const number = Number(here.objectId.slice(-6)) - 1_000;
  const there = somebody(running, { number, tenantId: otherTenant });
  for (const one of [here, there]) await roads.phone(one, running, clock);
  await here.chat.click('phone', { number: here.typedNumber, country: 'SE', channel: 'text' });
  const code = await running.caught.code(here.number);
  await there.chat.click('phone', { number: '0739000002', country: 'SE', channel: 'text' });
  const own = await running.caught.code('+46739000002');
  const challenge = (await recordOf(here)).challenge?.id;
  const before = await recordOf(there);
  const value = { action: { verb: 'code', data: { challenge, code } } };
  await there.chat.deliver(
    there.chat.envelope({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: there.chat.latest().id }),
  );
  assert.deepEqual(await recordOf(there), before);
  assert.equal((await recordOf(here)).challenge?.id, challenge);
  if (own === code) return;
  await there.chat.click('code', { code });
  assert.match(wordsOf(there.chat.latest().content), /That is not the code/);
});
