import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { catalogues, type Language, languageRecords, languages, nextLanguage } from '../../bot/texts/languages.ts';
import { teller } from '../../bot/texts/tell.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { wordsOf } from '../support/teams-client.ts';

let running: RunningBot;
before(async () => {
  running = await startBot();
});
after(() => running.stop());

for (const [at, language] of languages.entries()) {
  const tell = teller(language, null);
  const region = languageRecords[language].region;

  test(`an employee with the language ${region} gets ready with a phone and a mailbox`, async () => {
    const number = `+4670123456${at}`;
    const address = `kim${at}@example.com`;
    const me = running.client({ locale: region, objectId: `e0000000-0000-4000-8000-00000000aa0${at}` });
    const says = (words: string) => assert.ok(wordsOf(me.latest().content).includes(words), `${words} is not shown`);

    await me.install();
    says(tell('home.title'));
    await me.click('start');
    await me.click('take');
    await me.click('phone', { number: `+46 (0)70 123 45 6${at}`, country: 'SE', channel: 'text' });
    says(tell('code.title'));
    await me.click('code', { code: await running.caught.code(number) });
    says(tell('readiness.progress', { proven: 1, required: 2 }));
    await me.click('take');
    await me.type(address);
    await me.type(`${tell('code.title')}: ${await running.caught.code(address)}`);
    says(tell('finish.title'));
    assert.doesNotMatch(JSON.stringify(me.latest().content), /passwordreset/, 'Microsoft’s page knows nothing of it');
    says('k•••@');
    await me.click('done');
    says(tell('readiness.progress', { proven: 2, required: 2 }));
  });

  test(`from ${region} the button of the first page goes round all languages`, async () => {
    const me = running.client({ locale: region, objectId: `e0000000-0000-4000-8000-00000000bb0${at}` });
    await me.install();
    const seen = new Set<Language>();
    for (let next = language; !seen.has(next); next = nextLanguage(next)) {
      seen.add(next);
      assert.match(wordsOf(me.latest().content), new RegExp(`^${catalogues[next]['home.title']}$`, 'mu'));
      await me.click('language');
    }
    assert.equal(seen.size, languages.length);
  });

  test(`in ${region} what is on a button can be typed`, async () => {
    const me = running.client({ locale: region, objectId: `e0000000-0000-4000-8000-00000000cc0${at}` });
    const { typed } = languageRecords[language];
    const first = (key: keyof typeof typed) => (typed[key][0] ?? '').replaceAll('…', '').replace('*', '').trim();
    await me.install();
    await me.click('start');
    await me.click('take');
    await me.click('phone', { number: `070555444${at}`, country: 'SE', channel: 'text' });
    await running.caught.code(`+4670555444${at}`);
    await me.type(first('code.change'));
    assert.ok(wordsOf(me.latest().content).includes(tell('phone.title')), first('code.change'));
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
