import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startBot } from '../support/bot.ts';
import { wordsOf } from '../support/teams-client.ts';

let running: RunningBot;
before(async () => {
  running = await startBot();
});
after(() => running.stop());

for (const locale of ['en-US', 'sv-SE']) {
  test(`an employee with the language ${locale} gets ready with a phone and a mailbox`, async () => {
    const english = locale === 'en-US';
    const number = english ? '+46701234567' : '+46701740605';
    const address = english ? 'kim@example.com' : 'kim@example.net';
    const me = running.client({ locale, objectId: `e0000000-0000-4000-8000-0000000000${english ? 'e1' : 'e2'}` });
    const says = (words: string) => assert.ok(wordsOf(me.latest().content).includes(words), `${words} is not shown`);

    await me.install();
    says(english ? 'Your password reset' : 'Din lösenordsåterställning');
    await me.click('start');
    await me.click('take');
    await me.click('phone', {
      number: english ? '070-123 45 67' : '+46 (0)70 174 06 05',
      country: 'SE',
      channel: 'text',
    });
    says(english ? 'Type your code' : 'Skriv in koden');
    await me.click('code', { code: await running.caught.code(number) });
    says(english ? '1 of 2 methods ready' : '1 av 2 sätt klara');
    await me.click('take');
    await me.type(address);
    await me.type(`${english ? 'the code is' : 'koden är'} ${await running.caught.code(address)}`);
    says(english ? 'You are ready' : 'Du är redo');
    assert.doesNotMatch(JSON.stringify(me.latest().content), /passwordreset/, 'Microsoft’s page knows nothing of it');
    says('k•••@');
    await me.click('done');
    says(english ? '2 of 2 methods ready' : '2 av 2 sätt klara');
  });
}

test('a chat goes on where it was after a restart', async () => {
  const me = running.client({ objectId: 'e0000000-0000-4000-8000-0000000000e3' });
  await me.install();
  await me.click('start');
  await me.click('take');
  await me.click('phone', { number: '0701740606', country: 'SE', channel: 'call' });
  const code = await running.caught.code('+46701740606');
  running = await running.restart();
  const again = running.client({ objectId: 'e0000000-0000-4000-8000-0000000000e3', conversation: me.conversation });
  await again.type(code);
  assert.match(wordsOf(again.latest().content), /phone is confirmed/);
});
