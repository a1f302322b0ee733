import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute } from '../../bot/domain/time.ts';
import { handClock } from '../support/clock.ts';
import { newcomer, startGraphBot } from '../support/graph-bot.ts';
import { phone } from '../support/graph-tenant.ts';
import { demoTenant } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

/** As Teams says it: the sub-code stands as JSON within the message. */
const nested = JSON.stringify({ subCode: 'MessageWritesBlocked', details: '<NULL>', errorCode: null });

for (const [kind, status, error] of [
  ['blocked', 403, { code: 'ServiceError', message: JSON.stringify({ errorCode: 209, message: nested }) }],
  ['blocked', 403, { code: 'ConversationBlockedByUser', message: 'User blocked the conversation with the bot.' }],
  [
    'not-installed',
    403,
    { code: 'ForbiddenOperationException', message: "Bot is not installed in user's personal scope" },
  ],
  ['left', 403, { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' }],
  ['unreachable', 403, { code: 'BotDisabledByAdmin', message: 'The tenant admin disabled this bot' }],
] as const) {
  test(`a message refused with ${error.code} counts as ${kind}, and who closed the chat is left alone until they write`, async (t) => {
    const clock = handClock();
    const bot = await startGraphBot(t, 'link', newcomer(), { clock });
    const me = bot.client();
    await me.install();
    await me.click('start');
    let tries = 0;
    bot.connector.fail = () => {
      tries += 1;
      return { status, body: { error } };
    };
    const counted = async (result: string) => {
      const page = await (await fetch(`${bot.url}/metrics`)).text();
      const lines = page.split('\n').filter((one) => one.includes('"registered-told"') && one.includes(`"${result}"`));
      return lines.some((one) => / [1-9]/.test(one));
    };
    bot.kim.phones.push(phone('mobile', '+46 701234567'));
    clock.turn(minute);
    await until(`the letter is counted as ${kind}`, () => counted(kind));
    assert.ok(tries > 0);

    tries = 0;
    bot.kim.email = 'kim@home.example';
    const looked = () => bot.graph.got.filter(({ path }) => path.endsWith('/emailMethods')).length;
    const before = looked();
    clock.turn(2 * minute);
    await until('the watch looks again', () => looked() > before);
    if (kind === 'unreachable') await until('it is tried again', () => tries > 0);
    await until('and its letter is gone', async () => {
      const { letters = [] } = (await bot.records.read('person', `${demoTenant}/${bot.kim.user.id}`)) ?? {};
      return letters.every((one) => one.kind !== 'registered-told');
    });
    if (kind !== 'unreachable') assert.equal(tries, 0);

    bot.connector.fail = () => undefined;
    await me.type('status');
    const cards = me.cards().length;
    bot.kim.phones.push(phone('office', '+46 850512345'));
    clock.turn(5 * minute);
    await until('they hear of what comes after they wrote', () => me.cards().length > cards);
  });
}
