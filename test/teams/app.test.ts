import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { proofLife } from '../../bot/domain/enrolment/proof.ts';
import { appSetupLife } from '../../bot/domain/methods/app-enrolment.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { shownBy } from '../support/app-and-questions.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { lastingFiles, personIn } from '../support/records.ts';
import { roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, withButton, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
const lines: string[] = [];
let running: RunningBot;
before(async () => {
  running = await startBot({ clock, log: createLog('debug', { write: (line) => void lines.push(line) }) });
});
after(() => running.stop());

const app = 'authenticator-app';
const says = ({ chat }: Somebody) => wordsOf(chat.latest().content);
const kept = (one: Somebody) => personIn(running.records, one.employee);
const keyIn = (text: string) => text.match(/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/u)?.[0].replaceAll(' ', '') ?? '';

async function atSetup(): Promise<Somebody> {
  const one = somebody(running);
  await roads.choose(one, running, clock);
  await one.chat.click('take', { method: app });
  assert.match(says(one), /^Add an authenticator app$/mu);
  return one;
}

async function withApp(): Promise<{ one: Somebody; secret: string }> {
  const one = await atSetup();
  const secret = keyIn(says(one));
  await one.chat.click('app-code', { code: shownBy(secret, clock()) });
  assert.match(says(one), /Your app is confirmed/);
  return { one, secret };
}

/** Somebody who is asked for a code of their app before they may change something. */
async function atProof(): Promise<{ one: Somebody; secret: string }> {
  const set = await withApp();
  clock.turn(proofLife + minute);
  await set.one.chat.type('manage');
  assert.match(says(set.one), /First, show that it is you/);
  await set.one.chat.click('take', { method: app });
  assert.match(says(set.one), /Type the code from your app/);
  return set;
}

test('the code may be typed into the chat, and the key stands nowhere once the app counts', async () => {
  const one = await atSetup();
  const secret = keyIn(says(one));
  const image = JSON.stringify(one.chat.latest().content).match(/data:image\/png;base64,[^"]{100}/u)?.[0] ?? '';
  assert.ok(secret.length === 32 && image !== '');
  await one.chat.type(`my code is ${shownBy(secret, clock())}`);
  assert.match(says(one), /Your app is confirmed/);
  const { methods, audit, letters } = await kept(one);
  assert.equal(methods[app]?.secret, secret);
  const shown = JSON.stringify(one.chat.cards());
  for (const trace of [secret, secret.slice(0, 4), image]) assert.ok(!shown.includes(trace), trace);
  assert.ok(!JSON.stringify([audit, letters]).includes(secret));
  assert.ok(!lines.join('').includes(secret));
  const chat = await running.records.read('conversation', one.chat.conversation);
  assert.ok(chat && !JSON.stringify(chat).includes(secret));
});

test('an app alone is not enough: another method is asked for', async () => {
  const { one } = await withApp();
  assert.match(says(one), /1 of 2 methods ready/);
  assert.match(says(one), /Choose a method/);
});

test('going another way and coming back shows the same key for half an hour, then a new one, and says so', async () => {
  const one = await atSetup();
  const secret = keyIn(says(one));
  await one.chat.click('back');
  assert.match(says(one), /Choose a method/);
  await one.chat.type('app');
  assert.equal(keyIn(says(one)), secret);
  await one.chat.type('another way, please');
  assert.match(says(one), /Choose a method/);
  await one.chat.type('authenticator');
  clock.turn(appSetupLife);
  await one.chat.type('hi');
  assert.match(says(one), /The picture and key from before no longer work/);
  assert.notEqual(keyIn(says(one)), secret);
  await one.chat.type('123 45');
  assert.match(says(one), /A code has 6 digits\. Type the one your app shows now/);
});

test('five wrong codes bring a new key; the chat that was left for a day gets one too', async () => {
  const one = await atSetup();
  const secret = keyIn(says(one));
  for (const left of [4, 3, 2, 1]) {
    await one.chat.click('app-code', { code: '000000' });
    assert.match(says(one), new RegExp(`You have ${left === 1 ? 'one try' : `${left} tries`} left`));
    assert.equal(keyIn(says(one)), secret);
  }
  await one.chat.click('app-code', { code: '000000' });
  const next = keyIn(says(one));
  assert.match(says(one), /no longer work/);
  assert.notEqual(next, secret);
  clock.turn(day);
  await one.chat.click('app-code', { code: shownBy(next, clock()) });
  assert.match(says(one), /no longer work/);
  assert.ok(![secret, next].includes(keyIn(says(one))));
  assert.deepEqual((await kept(one)).methods, {});
});

test('a right code that is clicked twice counts once', async () => {
  const one = await atSetup();
  const press = one.chat.press('app-code', { code: shownBy(keyIn(says(one)), clock()) });
  await Promise.all([one.chat.deliver(press), one.chat.deliver({ ...press, id: 'again' }), one.chat.deliver(press)]);
  const { audit, changes } = await kept(one);
  assert.deepEqual([audit.map(({ act }) => act), changes.length], [['method-proven'], 1]);
});

test('the app shows that it is still them; a used code is told apart from a wrong one', async () => {
  const { one, secret } = await atProof();
  const code = shownBy(secret, clock());
  await one.chat.click('app-prove', { code: 'no' });
  assert.match(says(one), /A code has 6 digits/);
  await one.chat.type(code);
  assert.match(says(one), /Your methods/);
  await one.chat.type('forget me');
  await one.chat.click('keep');
  clock.turn(proofLife + minute);
  await running.records.update('person', `${one.employee.tenantId}/${one.objectId}`, (person) => {
    const proven = person?.methods[app];
    const lastStep = Math.floor(clock() / 30_000);
    return {
      record: person && proven && { ...person, methods: { [app]: { ...proven, lastStep } } },
      outcome: undefined,
    };
  });
  await one.chat.type('manage');
  await one.chat.click('take', { method: app });
  await one.chat.click('app-prove', { code: shownBy(secret, clock()) });
  assert.match(says(one), /That code has been used\. Wait for the next one/);
});

test('after five wrong codes the app rests until a stated time, and the way leads back to the other methods', async () => {
  const { one, secret } = await atProof();
  for (const _ of [1, 2, 3, 4]) await one.chat.click('app-prove', { code: '000000' });
  assert.match(says(one), /You have one try left/);
  await one.chat.click('app-prove', { code: '000000' });
  assert.match(says(one), /There were too many wrong codes\. I’ll take codes from your app again after \d/);
  assert.match(says(one), /First, show that it is you/);
  await one.chat.click('take', { method: app });
  await one.chat.type(shownBy(secret, clock()));
  assert.match(says(one), /too many wrong codes/);
  clock.turn(day);
  await one.chat.click('take', { method: app });
  await one.chat.type(shownBy(secret, clock()));
  assert.match(says(one), /Thank you. I know that it is you/);
});

test('who was forgotten in the middle of a setup begins anew, with another key', async () => {
  const { one } = await withApp();
  await one.chat.click('later');
  await one.chat.type('manage');
  await one.chat.click('change', { method: app });
  const before = keyIn(says(one));
  const old = one.chat.latest();
  await one.chat.type('forget me');
  await one.chat.click('erase-it');
  assert.deepEqual([(await kept(one)).methods, (await kept(one)).appSetup], [{}, null]);
  await one.chat.click('app-code', { code: shownBy(before, clock()) }, old).catch(() => undefined);
  assert.deepEqual((await kept(one)).methods, {});
  await one.chat.click('start', {}, withButton(one.chat, 'start'));
  await one.chat.click('take', { method: app }, withButton(one.chat, 'take'));
  const anew = one.chat.cards().findLast(({ content }) => keyIn(wordsOf(content)) !== '');
  assert.notEqual(keyIn(wordsOf(anew?.content)), before);
});

const wrong: readonly unknown[] = [undefined, '', 'x', 'x'.repeat(10_000), null, 42, true, [], ['x'], {}, { x: 'x' }];

test('clicks with a part missing, of another type, too long or of a colleague change nothing', async () => {
  const setup = await atSetup();
  const proof = (await atProof()).one;
  const colleague = await atSetup();
  const theirs = actionsOf(colleague.chat.latest().content)[0]?.data.challenge;
  for (const [one, verb, heading] of [
    [setup, 'app-code', /Add an authenticator app/],
    [proof, 'app-prove', /Type the code from your app/],
  ] as const) {
    const files = await lastingFiles(running.folder);
    const data = actionsOf(one.chat.latest().content)[0]?.data ?? {};
    for (const key of [...Object.keys(data).filter((name) => name !== 'verb'), 'code']) {
      for (const value of [...wrong, ...(key === 'challenge' ? [theirs] : [])]) {
        const broken = { code: key === 'challenge' ? '000000' : '12345', ...data, [key]: value };
        const act = { action: { type: 'Action.Execute', verb, data: broken } };
        const sent = one.chat.envelope({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: act,
          replyToId: one.chat.latest().id,
        });
        const { status, body } = await one.chat.deliver(sent);
        assert.equal(status, 200);
        assert.doesNotMatch(JSON.stringify(body ?? ''), /Something went wrong/);
        assert.match(says(one), heading, `${verb} with ${key}: ${String(JSON.stringify(value)).slice(0, 20)}`);
      }
    }
    assert.deepEqual(await lastingFiles(running.folder), files, verb);
  }
});
