import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { day } from '../../bot/domain/time.ts';
import { person } from '../support/bot.ts';
import { handClock } from '../support/clock.ts';
import { type GraphBot, newcomer, startGraphBot } from '../support/graph-bot.ts';
import { phone, type TenantPerson } from '../support/graph-tenant.ts';
import { type TeamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const mobile = '070-123 45 67';
const number = '+46701234567';
const office = '+46850512345';
const mail = 'kim@home.example';

/** Kim as IT filled her in, whom the report of before still calls registered. */
function filledIn(more: Partial<TenantPerson['user']> = {}): TenantPerson {
  const kim = newcomer();
  Object.assign(kim.user, { mobilePhone: mobile, otherMails: [mail], usageLocation: 'SE', ...more });
  Object.assign(kim.report ?? {}, { isSsprRegistered: true, isSsprCapable: true });
  return kim;
}

const says = (me: TeamsClient) => wordsOf(me.latest().content);

async function why(me: TeamsClient): Promise<string> {
  await me.click('why-failed');
  await me.click('why-unknown');
  return says(me);
}

for (const mode of ['link', 'write'] as const) {
  test(`in ${mode} mode, who has only what IT filled in is not ready, is told why, and is offered to confirm it`, async (t) => {
    const bot = await startGraphBot(t, mode, filledIn());
    const me = bot.client();
    await me.install();
    assert.match(says(me), /0 of 2 methods ready/);
    assert.match(says(me), /Your organisation has this on file: Phone \+46.70.•••.••.67 and Email k•••@home\.example/u);
    assert.doesNotMatch(says(me), /You are ready/);
    const answer = await why(me);
    assert.match(answer, /no longer accepts the number or address that IT support filled in/);
    assert.match(answer, /Filled in for you, never confirmed: Phone(,| and) Email/);
    assert.doesNotMatch(answer, /K3|not added a method/);
    await me.click('do-confirm');
    assert.match(
      says(me),
      mode === 'link' ? /Confirm it on Microsoft’s page/ : /I’ll send a code to each one you keep/,
    );
  });
}

test('in link mode nothing is proven here that would count nowhere: the way leads to the page', async (t) => {
  const bot = await startGraphBot(t, 'link', filledIn());
  const me = bot.client();
  await me.install();
  await me.click('start');
  assert.match(says(me), /Your organisation has this on file: Phone .* Confirm it on Microsoft’s page, and it counts/u);
  assert.deepEqual(bot.caught.messages, []);
});

test('in write mode, confirming registers what was on file, the office phone too', async (t) => {
  const bot = await startGraphBot(t, 'write', filledIn({ businessPhones: ['+46 8 505 123 45'] }));
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('confirm', {
    'authentication-phone': 'not-mine',
    'authentication-email': 'still-mine',
    'office-phone': 'still-mine',
  });
  await me.click('code', { code: await bot.caught.code(mail) });
  await me.click('call-office');
  await me.click('code', { code: await bot.caught.code(office) });
  const there = (bot: GraphBot) => bot.kim.phones.map(({ phoneNumber, phoneType }) => [phoneType, phoneNumber]);
  await until('both are written', () => there(bot).length > 0 && bot.kim.email !== null);
  assert.deepEqual(there(bot), [['office', '+46 850512345']]);
  assert.equal(bot.kim.email, mail);
});

test('what is registered and filled in alike is registered', async (t) => {
  const kim = filledIn();
  kim.phones.push(phone('mobile', '+46 701234567'));
  kim.email = mail;
  const bot = await startGraphBot(t, 'link', kim);
  const me = bot.client();
  await me.install();
  assert.match(says(me), /2 of 2 methods ready/);
  assert.doesNotMatch(says(me), /on file/);
});

test('in write mode, what is chosen says until when it counts, what stays comes first, and the day itself shows on the cards', async (t) => {
  const clock = handClock(Date.UTC(2026, 11, 1, 9));
  const bot = await startGraphBot(t, 'write', newcomer(), { clock });
  const me = bot.client();
  await me.install();
  await me.click('start');
  const words = says(me);
  assert.match(words, /by text or call\. .*It counts only until 1 February 2027/);
  assert.ok(words.indexOf('in a private mailbox') < words.indexOf('by text or call'), 'what stays comes first');
  await me.click('take', { method: 'authentication-phone' });
  await me.click('phone', { number: mobile, country: 'SE', channel: 'text' });
  await me.click('code', { code: await bot.caught.code(number) });
  await me.click('take', { method: 'authentication-email' });
  await me.type(mail);
  await me.click('code', { code: await bot.caught.code(mail) });
  await until('both are written', () => /You are ready/.test(says(me)));
  assert.match(JSON.stringify(me.latest().content), /passwordreset\.microsoftonline\.com/);
  assert.match(says(me), /not from 1 February 2027: .* Add an authenticator app before then/);
  await me.click('done');
  await until('the home card says so too', () => /not from 1 February 2027/.test(says(me)));

  clock.turn(Date.UTC(2027, 0, 18, 10) - clock());
  const reminder = () => me.cards().find(({ content }) => /Your password reset needs a look/.test(wordsOf(content)));
  await until('the reminder comes', () => reminder() !== undefined);
  assert.match(wordsOf(reminder()?.content), /not from 1 February 2027: .* Add an authenticator app before then/);
  await me.click('stay-ready', {}, reminder());
  assert.doesNotMatch(says(me), /card is old/);

  // A Saturday: no reminder comes between.
  clock.turn(Date.UTC(2027, 1, 6, 9) - clock());
  await me.type('status');
  assert.match(says(me), /You have 1 of 2 methods/);
  assert.match(says(me), /Phone\s+Does not count any more/);
  const answer = await why(me);
  assert.match(answer, /The reset page no longer offers a text or a call/);
  assert.match(answer, /Microsoft no longer accepts: Phone/);
});

test('in link mode, who is ready by a phone is told the day before and the day after', async (t) => {
  const clock = handClock(Date.UTC(2027, 0, 31, 9));
  const kim = newcomer(person(1), { phones: [phone('mobile', '+46 701234567')], email: mail });
  const report = { isSsprRegistered: true, isSsprCapable: true, lastUpdatedDateTime: '2027-01-30T04:00:00Z' };
  Object.assign(kim.report ?? {}, report, { methodsRegistered: ['mobilePhone', 'email'] });
  const bot = await startGraphBot(t, 'link', kim, { clock });
  const me = bot.client();
  await me.install();
  assert.match(says(me), /You are ready now, but not from 1 February 2027/);
  clock.turn(day);
  await me.type('status');
  assert.match(says(me), /1 of 2 methods ready/);
  assert.match(says(me), /You are not ready yet/, 'the report of before counts no more');
});

test('an organisation with its own telephony provider is told of no end', async (t) => {
  const clock = handClock(Date.UTC(2027, 1, 2, 9));
  const folder = mkdtempSync(join(tmpdir(), 'reset-ready-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'policy.json');
  writeFileSync(file, JSON.stringify({ phoneAfterRetirement: 'own-provider' }));
  const bot = await startGraphBot(t, 'write', newcomer(), {
    clock,
    env: { POLICY_FILE: file },
  });
  const me = bot.client();
  await me.install();
  await me.click('start');
  assert.match(says(me), /You get a code by text or call/);
  assert.doesNotMatch(says(me), /2027/);
});
