import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RunningBot, startBot } from '../support/bot.ts';
import { startGraphBot } from '../support/graph-bot.ts';
import { wordsOf } from '../support/teams-client.ts';

/** Refused when typed on the screen for an address, after a phone; a private one is taken. */
async function refuses(bot: RunningBot, addresses: readonly string[]): Promise<void> {
  const me = bot.client();
  await me.install();
  await me.click('start');
  await me.click('take', { method: 'authentication-phone' });
  await me.click('phone', { number: '070-123 45 67', country: 'SE', channel: 'text' });
  await me.click('code', { code: await bot.caught.code('+46701234567') });
  await me.click('take', { method: 'authentication-email' });
  for (const address of addresses) {
    await me.type(address);
    assert.match(wordsOf(me.latest().content), /address of your organization|organisation|work address/i, address);
  }
  await me.type('kim@home.example');
  await bot.caught.code('kim@home.example');
  assert.deepEqual(
    bot.caught.messages.filter(({ channel }) => channel === 'email').map(({ to }) => to),
    ['kim@home.example'],
  );
}

test('a mailbox of the organisation is refused as a way to reset its password, whoever’s it is', async (t) => {
  const bot = await startGraphBot(t, 'write');
  await refuses(bot, ['colleague@example.org', 'colleague@mail.example.org', 'kim@contoso.onmicrosoft.com']);
});

test('without a directory to ask, a first domain of Microsoft’s is refused all the same', async (t) => {
  const bot = await startBot();
  t.after(() => bot.stop());
  await refuses(bot, ['kim@contoso.onmicrosoft.com']);
});
