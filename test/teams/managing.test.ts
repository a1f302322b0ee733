import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { formatPhone } from '../../bot/domain/methods/phone.ts';
import { hour } from '../../bot/domain/time.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { actionsOf, withButton, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

let running: RunningBot;
let policy: string;
let time = Date.UTC(2026, 10, 23, 8);
before(async () => {
  policy = await mkdtemp(join(tmpdir(), 'policy-'));
  const file = join(policy, 'policy.json');
  await writeFile(file, JSON.stringify({ countries: ['SE'] }));
  running = await startBot({ clock: () => time, env: { POLICY_FILE: file } });
});
after(async () => {
  await running.stop();
  await rm(policy, { recursive: true });
});

let people = 0;

/** Somebody with a phone and a mailbox, on the home card, long after setting up. */
async function ready() {
  people += 1;
  const me = running.client({ objectId: `e0000000-0000-4000-8000-0000000001${String(people).padStart(2, '0')}` });
  const [number, address] = [`+467017406${10 + people}`, `kim${people}@example.com`];
  await me.install();
  await me.click('start');
  await me.click('take');
  await me.click('phone', { number, country: 'SE', channel: 'text' });
  await me.click('code', { code: await running.caught.code(number) });
  await me.click('take');
  await me.click('email', { address });
  await me.click('code', { code: await running.caught.code(address) });
  await me.click('done');
  time += hour;
  const says = () => wordsOf(me.latest().content);
  /** Shows by a text message that it is still them. */
  const prove = async () => {
    const before = running.caught.messages.length;
    await me.click('take');
    await until('the code is sent', () => running.caught.messages.length > before);
    await me.click('code', { code: await running.caught.code(number) });
  };
  /** Waits for a message the bot sends by itself. */
  const arrives = async (to: string, words: RegExp) => {
    const found = () => running.caught.messages.find((one) => one.to === to && words.test(one.text));
    await until(`a message to ${to} says ${words}`, () => found() !== undefined);
    return found()?.text ?? '';
  };
  return { me, number, address, says, prove, arrives };
}

test('changing a number needs a proof, replaces it once the new one is confirmed, and tells the old one', async () => {
  const { me, number, address, says, prove, arrives } = await ready();
  await me.click('manage');
  assert.match(says(), /show that it is you/);
  await prove();
  assert.match(says(), /Your methods/);
  await me.click('change');
  await me.click('phone', { number: '+46701740699', country: 'SE', channel: 'text' });
  assert.match(wordsOf(me.latest().content), /\+46\s70\s•••\s••\s99/u);
  await me.click('code', { code: await running.caught.code('+46701740699') });
  assert.match(says(), /phone is confirmed/);
  assert.match(await arrives(number, /changed on/), /it was not me/);
  await arrives(address, /changed on/);
});

test('removing says first what it does; disowned, it comes back by a proof with what was left alone', async () => {
  const { me, number, address, says, prove, arrives } = await ready();
  await me.type('remove my phone');
  await prove();
  assert.match(says(), /cannot reset your own password any more/);
  await me.click('remove-it');
  assert.match(wordsOf(me.cards().map(({ content }) => content)), /removed the phone/);
  await arrives(number, /removed on/);
  await until('a card tells of the change', () => /It was not me/.test(says()));
  await me.click('not-me');
  const asked = withButton(me, 'take-out');
  assert.match(
    wordsOf(asked?.content),
    /Was this change not yours\?\s+Phone: removed on/,
    'it asks once, and names it',
  );
  await me.click('take-out', {}, asked);
  const frozen = withButton(me, 'bring-back');
  assert.match(wordsOf(frozen?.content), /Out of use now: Phone\. All changes are stopped/);
  assert.match(wordsOf(frozen?.content), /1 of 2 methods ready[\s\S]*Changes are stopped until/);
  await me.click('manage', {}, frozen);
  const look = withButton(me, 'ask-person');
  assert.match(
    wordsOf(look?.content),
    /Your methods\s+Changes are stopped until[\s\S]*nothing can be changed or removed/,
  );
  assert.match(wordsOf(look?.content), /Out of use since a change was disowned: Phone[\s\S]*Email\s+k•/);
  assert.deepEqual(
    actionsOf(look?.content ?? {}).map(({ verb }) => verb),
    ['ask-person', 'back'],
    'nobody is asked for a proof in vain',
  );
  await me.click('back', {}, look);
  await me.click('bring-back', {}, withButton(me, 'bring-back'));
  assert.match(wordsOf(withButton(me, 'take')?.content), /by a method that was left alone/);
  const messages = running.caught.messages.length;
  await me.click('take', {}, withButton(me, 'take'));
  await until('the code is sent', () => running.caught.messages.slice(messages).some(({ to }) => to === address));
  await me.click('code', { code: await running.caught.code(address) }, withButton(me, 'code'));
  assert.match(wordsOf(withButton(me, 'privacy')?.content), /Back in use: Phone[\s\S]*2 of 2 methods ready/);
  await arrives(number, /brought back on/);
});

test('somebody who asks is shown everything that is kept of them, after a proof, and can be forgotten', async () => {
  const { me, number, address, says, prove } = await ready();
  await me.type('what do you know about me?');
  assert.doesNotMatch(says(), new RegExp(address));
  await prove();
  assert.doesNotMatch(says(), new RegExp(`${number.slice(-4)}|${address}`));
  await me.click('show-whole');
  assert.match(says(), new RegExp(`${formatPhone(number).replace('+', '\\+')}[^]*${address}`));
  await me.click('erase');
  await me.click('erase-it');
  assert.match(says(), /None of your methods counts any more/);
  assert.match(says(), /0 of 2 methods ready/);
  const last = (to: string) => running.caught.messages.findLast((message) => message.to === to)?.text ?? '';
  await until('both addresses are told', () => [number, address].every((to) => /were deleted with/.test(last(to))));
});
