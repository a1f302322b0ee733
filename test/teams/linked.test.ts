import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour, minute } from '../../bot/domain/time.ts';
import { handClock } from '../support/clock.ts';
import { newcomer, startGraphBot } from '../support/graph-bot.ts';
import { phone } from '../support/graph-tenant.ts';
import { actionsOf, type TeamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const said = (me: TeamsClient, words: RegExp) =>
  until(`a card says ${words}`, () => me.cards().some(({ content }) => words.test(wordsOf(content))));

for (const [locale, words] of [
  [
    'en-US',
    {
      not: /You are not ready yet/,
      page: /Open Microsoft’s page/,
      more: /Newly registered: Phone/,
      enough: /Your registration shows now/,
      ready: /You are ready now, but not from 1 February 2027: .* Add an email address before then/,
    },
  ],
  [
    'sv-SE',
    {
      not: /Du är inte redo än/,
      page: /Öppna Microsofts sida/,
      more: /Nyregistrerat: Telefon/,
      enough: /Nu syns din registrering/,
      ready: /Du är redo nu, men inte från och med 1 februari 2027\. .* Lägg till en mejladress innan dess/,
    },
  ],
] as const) {
  test(`somebody is sent to Microsoft’s page in ${locale}, and told when the registration shows`, async (t) => {
    const clock = handClock();
    const bot = await startGraphBot(t, 'link', newcomer(), { clock });
    const me = bot.client({ locale });
    await me.install();
    assert.match(wordsOf(me.latest().content), words.not);
    await me.click('start');
    assert.match(wordsOf(me.latest().content), words.page);
    const urls = actionsOf(me.latest().content).flatMap((action) => ('url' in action ? [action.url] : []));
    assert.deepEqual(urls, ['https://aka.ms/ssprsetup']);

    bot.kim.phones.push(phone('mobile', '+46 701234567'));
    clock.turn(minute);
    await said(me, words.more);

    Object.assign(bot.kim.report ?? {}, {
      isSsprRegistered: true,
      isSsprCapable: true,
      methodsRegistered: ['mobilePhone', 'softwareOneTimePasscode'],
      lastUpdatedDateTime: new Date(clock() + hour).toISOString(),
    });
    const listed = () => bot.graph.got.some(({ path }) => path.endsWith('/userRegistrationDetails'));
    clock.turn(3 * minute);
    await until('the bot reads everybody’s registration', listed);
    await me.type('status');
    clock.turn(2 * hour);
    await said(me, words.enough);
    await me.type(locale === 'en-US' ? 'status' : 'status');
    assert.match(wordsOf(me.latest().content), words.ready);
    assert.match(wordsOf(me.latest().content), /\+46.70.•••.••.67/u);
    assert.deepEqual(
      bot.graph.got.filter(({ method }) => method !== 'GET'),
      [],
      'nothing is written in this mode',
    );
    assert.deepEqual(bot.caught.messages, [], 'and no code is sent');
  });
}

test('"I am done: check now" looks at once, and says what it does not see yet', async (t) => {
  const clock = handClock();
  const bot = await startGraphBot(t, 'link', newcomer(), { clock });
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('look-there');
  assert.match(wordsOf(me.latest().content), /I don’t see enough yet/);
  await me.click('start');
  bot.kim.phones.push(phone('mobile', '+46 701234567'));
  bot.kim.email = 'kim@home.example';
  clock.turn(20_000);
  await me.click('look-there');
  assert.match(
    wordsOf(me.latest().content),
    /You are ready now, but not from 1 February 2027: .* Add an authenticator app before then/,
  );
});

test('while the directory hides the registration, nobody is told that they are not ready', async (t) => {
  const bot = await startGraphBot(t, 'link');
  for (const missing of ['UserAuthMethod-Phone.Read.All', 'UserAuthMethod-Email.Read.All', 'AuditLog.Read.All']) {
    bot.graph.missing.add(missing);
  }
  const me = bot.client();
  await me.install();
  assert.match(wordsOf(me.latest().content), /I can’t see just now whether you are ready/);
});

test('somebody for whom reset is switched off is not called ready, whatever is registered', async (t) => {
  const kim = newcomer(undefined, { phones: [phone('mobile', '+46 701234567')], email: 'kim@home.example' });
  Object.assign(kim.report ?? {}, { isSsprRegistered: true, isSsprEnabled: false });
  const bot = await startGraphBot(t, 'link', kim);
  const me = bot.client();
  await me.install();
  assert.match(wordsOf(me.latest().content), /has not turned on reset for you/);
  assert.doesNotMatch(wordsOf(me.latest().content), /You are ready/);
});

test('changing or removing a method leads to Microsoft’s page too, by button or in words', async (t) => {
  const bot = await startGraphBot(t, 'link');
  const me = bot.client();
  await me.install();
  for (const words of ['change my phone', 'register']) {
    await me.type(words);
    assert.match(wordsOf(me.latest().content), /Open Microsoft’s page, sign in/);
    await me.click('home');
  }
});

test('the watch outlives a restart, ends after three days, and then asks the directory nothing more', async (t) => {
  const clock = handClock();
  const first = await startGraphBot(t, 'link', newcomer(), { clock });
  const me = first.client();
  await me.install();
  await me.click('start');
  const bot = await first.restart();
  t.after(() => bot.stop());
  const asked = () => first.graph.got.filter(({ path }) => path.includes('/phoneMethods')).length;
  const before = asked();
  clock.turn(minute);
  await until('the started bot looks', () => asked() > before);
  clock.turn(72 * hour);
  await until('the watch ends', async () => (await letters(bot)).length === 0);
});

async function letters(bot: { readonly records: Awaited<ReturnType<typeof startGraphBot>>['records'] }) {
  const { ids } = await bot.records.find('person', { field: 'everybody', until: 1, limit: 10 });
  const people = await Promise.all(ids.map((id) => bot.records.read('person', id)));
  return people.flatMap((one) => one?.letters ?? []);
}
