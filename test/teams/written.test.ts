import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { person } from '../support/bot.ts';
import { type GraphBot, newcomer, startGraphBot } from '../support/graph-bot.ts';
import { helpdeskRole, phone } from '../support/graph-tenant.ts';
import { demoTenant, type TeamsClient, withButton, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const number = '+46701234567';
const address = 'kim@home.example';

const recordOf = (bot: GraphBot) => bot.records.read('person', personId({ tenantId: demoTenant, objectId: person(1) }));

const shows = (me: TeamsClient, words: RegExp) =>
  until(`the newest card says ${words}`, () => words.test(wordsOf(me.latest().content)));

async function addPhone(bot: GraphBot, me: TeamsClient): Promise<void> {
  await me.click('take', { method: 'authentication-phone' });
  await me.click('phone', { number: '070-123 45 67', country: 'SE', channel: 'text' });
  await me.click('code', { code: await bot.caught.code(number) });
}

async function addMail(bot: GraphBot, me: TeamsClient): Promise<void> {
  await me.click('take', { method: 'authentication-email' });
  await me.type(address);
  await me.click('code', { code: await bot.caught.code(address) });
}

for (const locale of ['en-US', 'sv-SE']) {
  test(`what somebody proves in ${locale} stands in the reset service afterwards, and only then are they told so`, async (t) => {
    const bot = await startGraphBot(t, 'write');
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const me = bot.client({ locale });
    bot.graph.fault = ({ method }) => (method === 'GET' ? undefined : { status: 503, headers: { 'retry-after': '0' } });
    void opened.then(() => {
      bot.graph.fault = () => undefined;
    });
    await me.install();
    await me.click('start');
    await addPhone(bot, me);
    await addMail(bot, me);
    await shows(me, locale === 'en-US' ? /on their way to the reset service/ : /på väg till återställningstjänsten/);
    await me.click('done');
    await shows(
      me,
      locale === 'en-US' ? /Your password reset[\s\S]*on their way/ : /Din lösenordsåterställning[\s\S]*på väg/,
    );
    assert.doesNotMatch(wordsOf(me.latest().content), /You are ready|Du är redo/);
    open();
    await shows(me, locale === 'en-US' ? /You are ready/ : /Du är redo/);
    assert.deepEqual(
      bot.kim.phones.map(({ phoneNumber, phoneType }) => [phoneNumber, phoneType]),
      [['+46 701234567', 'mobile']],
    );
    assert.equal(bot.kim.email, address);
    await shows(me, locale === 'en-US' ? /Active since/ : /Aktivt sedan/);
    const record = await recordOf(bot);
    assert.deepEqual(record?.audit.filter(({ act }) => act === 'method-written').length, 2);
    assert.deepEqual(
      record?.letters.filter(({ kind }) => kind === 'write'),
      [],
    );
  });
}

test('what stood there before is never replaced by somebody who has not shown it', async (t) => {
  const bot = await startGraphBot(t, 'write', newcomer(undefined, { phones: [phone('mobile', '+46 708888888')] }));
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('confirm', { 'authentication-phone': 'not-mine' });
  await addPhone(bot, me);
  const failed = () => me.cards().some(({ content }) => /One change did not go through/.test(wordsOf(content)));
  await until('a card says that one thing did not work', failed);
  const told = me.cards().find(({ content }) => /One change did not go through/.test(wordsOf(content)));
  assert.match(wordsOf(told?.content), /Phone: I could not put it into the reset service[\s\S]*Open Microsoft’s page/);
  assert.equal(bot.kim.phones[0]?.phoneNumber, '+46 708888888');
  await me.type('cancel');
  await shows(me, /Not active/);
  assert.match(wordsOf(me.latest().content), /0 of 2 methods ready/);
});

test('what stands there already counts once it was shown, and nothing is written', async (t) => {
  const bot = await startGraphBot(t, 'write', newcomer(undefined, { phones: [phone('mobile', '+46 701234567')] }));
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('confirm', { 'authentication-phone': 'still-mine' });
  await me.click('code', { code: await bot.caught.code(number) });
  const state = async () => (await recordOf(bot))?.writings['authentication-phone']?.state;
  await until('the phone is there', async () => (await state()) === 'there');
  assert.deepEqual(
    bot.graph.got.filter(({ method }) => method !== 'GET'),
    [],
  );
});

test('who registered on Microsoft’s page is ready, and shows here what is theirs without anything being written', async (t) => {
  const there = { phones: [phone('mobile', '+46 701234567')], email: address };
  const bot = await startGraphBot(t, 'write', newcomer(undefined, there));
  const me = bot.client();
  await me.install();
  assert.match(wordsOf(me.latest().content), /2 of 2 methods ready[\s\S]*Registered[\s\S]*Confirm it here too/);
  assert.doesNotMatch(wordsOf(me.latest().content), /Change or remove/);
  await me.click('start');
  await me.click('confirm', { 'authentication-phone': 'still-mine', 'authentication-email': 'still-mine' });
  await me.click('code', { code: await bot.caught.code(number) });
  await me.click('code', { code: await bot.caught.code(address) });
  await shows(me, /You are ready/);
  await me.click('done');
  await shows(me, /Change or remove/);
  assert.deepEqual(
    bot.graph.got.filter(({ method }) => method !== 'GET'),
    [],
  );
});

test('who has only an app on Microsoft’s page is led there before they prove something in vain', async (t) => {
  const kim = newcomer();
  Object.assign(kim.report ?? {}, { isSsprRegistered: true, methodsRegistered: ['softwareOneTimePasscode'] });
  const bot = await startGraphBot(t, 'write', kim);
  const me = bot.client();
  await me.install();
  assert.match(wordsOf(me.latest().content), /1 of 2 methods ready[\s\S]*Authenticator app\s+Registered/);
  await me.click('start');
  assert.match(wordsOf(me.latest().content), /registered there that you cannot show me[\s\S]*Open Microsoft’s page/);
  await me.click('look-there');
  await me.type('add a phone');
  assert.match(wordsOf(me.latest().content), /Open Microsoft’s page/);
});

test('before something is removed, what is registered on Microsoft’s page beside it is counted in', async (t) => {
  const bot = await startGraphBot(
    t,
    'write',
    newcomer(undefined, { phones: [phone('mobile', '+46 701234567')], email: address }),
  );
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('confirm', { 'authentication-phone': 'still-mine', 'authentication-email': 'still-mine' });
  await me.click('code', { code: await bot.caught.code(number) });
  await me.type('cancel');
  await me.type('remove a method');
  await me.click('remove', { method: 'authentication-phone' });
  assert.match(wordsOf(me.latest().content), /2 methods are needed, and one is left/);
});

test('what is registered there counts no more once somebody has said that it is not theirs', async (t) => {
  const there = { phones: [phone('mobile', '+46 701234567')], email: address };
  const bot = await startGraphBot(t, 'write', newcomer(undefined, there));
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('confirm', { 'authentication-phone': 'not-mine', 'authentication-email': 'still-mine' });
  assert.match(me.texts().join('\n'), /could still be used for a reset\. Take it away on Microsoft’s page/);
  await me.type('cancel');
  await shows(me, /1 of 2 methods ready/);
});

test('removing takes it out of the reset service; disowned, it stays out until it is brought back by a proof', async (t) => {
  const bot = await startGraphBot(t, 'write');
  const me = bot.client();
  await me.install();
  await me.click('start');
  await addPhone(bot, me);
  await addMail(bot, me);
  await until('both are written', () => bot.kim.phones.length === 1 && bot.kim.email === address);
  await me.type('remove a method');
  await me.click('remove', { method: 'authentication-phone' });
  await me.click('remove-it');
  await until('the phone is taken out', () => bot.kim.phones.length === 0);
  await me.type('it was not me');
  const asks = me.cards().findLast(({ content }) => /Which change was not yours/.test(wordsOf(content)));
  const values = [...JSON.stringify(asks?.content).matchAll(/"value":"([0-9a-f]{32})"/gu)].map(([, id = '']) => id);
  await me.click('take-out', { change: values.at(-1) ?? '' }, asks);
  await me.type('hello');
  assert.deepEqual(bot.kim.phones, []);
  await me.click('bring-back', {}, withButton(me, 'bring-back'));
  const before = bot.caught.messages.length;
  await me.click('take', {}, withButton(me, 'take'));
  await until('the code is sent', () => bot.caught.messages.slice(before).some(({ to }) => to === address));
  await me.click('code', { code: await bot.caught.code(address) }, withButton(me, 'code'));
  await until('the phone is back', () => bot.kim.phones[0]?.phoneNumber === '+46 701234567');
});

test('a kill between proof and writing loses nothing: the next start writes it', async (t) => {
  const bot = await startGraphBot(t, 'write');
  const me = bot.client();
  bot.graph.fault = ({ method }) => (method === 'GET' ? undefined : { status: 503, headers: { 'retry-after': '0' } });
  await me.install();
  await me.click('start');
  await addPhone(bot, me);
  const again = await bot.restart();
  t.after(() => again.stop());
  bot.graph.fault = () => undefined;
  await until('the phone is written', () => bot.kim.phones.length === 1);
});

test('an administrator is shown the way to Microsoft’s page, and nothing is asked for here', async (t) => {
  const bot = await startGraphBot(t, 'write', newcomer(undefined, { roles: [helpdeskRole] }));
  const me = bot.client();
  await me.install();
  await me.click('start');
  assert.match(wordsOf(me.latest().content), /administrator role[\s\S]*Open Microsoft’s page/);
});

test('who became an administrator between proof and writing is told, and nothing is written', async (t) => {
  const bot = await startGraphBot(t, 'write');
  const me = bot.client();
  await me.install();
  await me.click('start');
  bot.graph.meanwhile = ({ path }) => {
    if (path.includes('/authentication/') && bot.caught.messages.length > 0 && bot.kim.roles.length === 0) {
      bot.kim.roles.push(helpdeskRole);
    }
  };
  await addPhone(bot, me);
  const refused = () => me.cards().some(({ content }) => /Only you may change its methods/.test(wordsOf(content)));
  await until('a card says that only they may', refused);
  assert.deepEqual(bot.kim.phones, []);
});

test('apps are offered on Microsoft’s page only, unless the policy keeps them here', async (t) => {
  const bot = await startGraphBot(t, 'write');
  const me = bot.client();
  await me.install();
  await me.click('start');
  assert.match(wordsOf(me.latest().content), /You add it on Microsoft’s page/);
  assert.doesNotMatch(wordsOf(me.latest().content), /Use an app/);
});

test('when all is written but reset is switched off for them, nobody is told that they are ready', async (t) => {
  const kim = newcomer();
  Object.assign(kim.report ?? {}, { isSsprEnabled: false });
  const bot = await startGraphBot(t, 'write', kim);
  const me = bot.client();
  await me.install();
  await me.click('start');
  await addPhone(bot, me);
  await addMail(bot, me);
  assert.match(wordsOf(me.latest().content), /Your methods are set up[\s\S]*has not turned on reset for you/);
});

for (const [locale, told] of [
  ['en-US', /does not show you yet[\s\S]*up to a day and a half/],
  ['sv-SE', /finns inte med[\s\S]*upp till ett och ett halvt dygn/],
] as const) {
  test(`who stands in no report yet is told in ${locale} how long it can take, and nothing is written`, async (t) => {
    const bot = await startGraphBot(t, 'write', newcomer(undefined, { report: null }));
    const me = bot.client({ locale });
    await me.install();
    await me.click('start');
    await addPhone(bot, me);
    await until('they are told', () => me.cards().some(({ content }) => told.test(wordsOf(content))));
    assert.deepEqual(bot.kim.phones, []);
    assert.equal((await recordOf(bot))?.writings['authentication-phone']?.state, 'on-its-way');
  });
}
