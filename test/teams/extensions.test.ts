import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { anybody, catchMessages, person, type RunningBot, startBot } from '../support/bot.ts';
import { newcomer, startGraphBot } from '../support/graph-bot.ts';
import { phone } from '../support/graph-tenant.ts';
import { demoTenant, type TeamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const office = { ...anybody, officePhone: '+1 3054189136x105', country: 'US' };
const main = '+13054189136';

async function begun(dials: boolean, locale = 'en-US'): Promise<{ bot: RunningBot; me: TeamsClient }> {
  const bot = await startBot({
    caught: Object.assign(catchMessages(), { extensions: dials }),
    entries: new Map([[person(1), office]]),
  });
  const me = bot.client({ locale });
  await me.install();
  await me.click('start');
  return { bot, me };
}

const says = (me: TeamsClient) => wordsOf(me.latest().content);
const recordOf = (bot: RunningBot) =>
  bot.records.read('person', personId({ tenantId: demoTenant, objectId: person(1) }));

for (const [locale, told] of [
  ['en-US', /can’t dial extension 105.*main number rings/],
  ['sv-SE', /kan inte slå anknytning 105.*ringer på huvudnumret/],
] as const) {
  test(`where no extension is dialled, ${locale} says so before the main line of an office rings`, async (t) => {
    const { bot, me } = await begun(false, locale);
    t.after(() => bot.stop());
    assert.match(says(me), told);
    assert.equal(bot.caught.messages.length, 0);
    await me.click('confirm', { 'office-phone': 'still-mine' });
    await me.click('call-office');
    const code = await bot.caught.code(main);
    assert.equal(bot.caught.messages[0]?.extension, undefined);
    await me.click('code', { code });
    const proven = (await recordOf(bot))?.methods['office-phone'];
    assert.equal(proven?.address, main);
  });
}

test('where an extension is dialled it is, nothing is warned of, and it is part of what was proven', async (t) => {
  const { bot, me } = await begun(true);
  t.after(() => bot.stop());
  assert.doesNotMatch(says(me), /can’t dial/);
  assert.match(says(me), /#105/);
  await me.click('confirm', { 'office-phone': 'still-mine' });
  await me.click('call-office');
  const code = await bot.caught.code(main);
  assert.equal(bot.caught.messages[0]?.extension, '105');
  assert.match(says(me), /#105/);
  await me.click('code', { code });
  assert.equal((await recordOf(bot))?.methods['office-phone']?.address, `${main}x105`);
});

for (const channel of ['call', 'text'] as const) {
  test(`a typed extension is not dropped without a word when the code goes by ${channel}`, async (t) => {
    const bot = await startBot();
    t.after(() => bot.stop());
    const me = bot.client();
    await me.install();
    await me.click('start');
    await me.click('take');
    await me.click('phone', { number: '070-123 45 67 ext 105', country: 'SE', channel });
    assert.match(says(me), /extension 105/);
    assert.equal(bot.caught.messages.length, 0);
    await me.click('phone', { number: '+46 70 123 45 67', country: 'SE', channel });
    await bot.caught.code('+46701234567');
  });
}

test('a typed extension is dialled where that works, and all extensions of one line share its codes', async (t) => {
  const bot = await startBot({ caught: Object.assign(catchMessages(), { extensions: true }) });
  t.after(() => bot.stop());
  for (const number of [1, 2, 3, 4]) {
    const me = bot.client({ objectId: person(number) });
    await me.install();
    await me.click('start');
    await me.click('take');
    await me.click('phone', { number: `08-505 123 45 ext 10${number}`, country: 'SE', channel: 'call' });
    assert.match(says(me), new RegExp(`#10${number}`));
  }
  await until('three calls went out', () => bot.caught.messages.length >= 3);
  assert.deepEqual(
    bot.caught.messages.map(({ to, extension }) => [to, extension]),
    [1, 2, 3].map((number) => ['+46850512345', `10${number}`]),
  );
});

test('an office number with an extension that was called counts as shown when a mobile is added in Entra', async (t) => {
  const registered = [phone('office', '+46 850512345x105')];
  const kim = newcomer(undefined, { phones: registered });
  kim.user = { ...kim.user, businessPhones: ['+46 8 505 123 45 x105'] };
  const bot = await startGraphBot(t, 'write', kim);
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('confirm', { 'office-phone': 'still-mine' });
  await me.click('call-office');
  await me.click('code', { code: await bot.caught.code('+46850512345') });
  await me.click('take', { method: 'authentication-phone' });
  await me.click('phone', { number: '070-123 45 67', country: 'SE', channel: 'text' });
  await me.click('code', { code: await bot.caught.code('+46701234567') });
  await until('the mobile stands in the reset service', () => kim.phones.length === 2);
});
