import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { catalogues } from '../../bot/texts/languages.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { openScene, type Scene } from '../support/scene.ts';

const { en } = catalogues;

let chromium: Chromium;

const number = '+46701740605';
const shownNumber = '+46 70 ••• •• 05';
const address = 'robin.home@example.com';
const shownAddress = 'r•••@example.com';

/** Gets ready by typing alone, which is quickest. */
async function getReady({ bot, person, tell, shows }: Scene): Promise<void> {
  await person.card(tell('home.title'));
  await person.press(tell('home.start'));
  await shows(tell('choose.title'));
  await person.say(tell('method.authentication-phone'));
  await shows(tell('phone.title'));
  await person.say(number);
  await shows(tell('code.title'));
  await person.say(await bot.code(number));
  await shows(tell('choose.title'), tell('readiness.progress', { proven: 1, required: 2 }));
  await person.say(tell('method.authentication-email'));
  await shows(tell('email.title'));
  await person.say(address);
  await shows(tell('code.title'));
  await person.say(await bot.code(address));
  await person.card(tell('finish.title'));
  await person.press(tell('finish.done'));
  await shows(tell('home.title'), tell('readiness.progress', { proven: 2, required: 2 }));
}

describe('changing what is set up, in the Playground', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  test('a change and a removal are announced, and "It was not me" takes the removal back', async (t) => {
    const scene = await openScene(t, chromium, {});
    const { bot, person, tell, shows, keepsFromCards, picture } = scene;
    await getReady(scene);

    // Somebody who has just proven a method is not asked for another proof.
    await person.changesInPlace(() => person.press(tell('home.manage')));
    await shows(en['manage.title'], `${shownNumber}, confirmed on`, `${shownAddress}, confirmed on`);
    await picture('manage');
    await shows(en['method.changeHint']);
    await person.changesInPlace(() => person.press(tell('manage.change.authentication-phone')));
    await shows(en['phone.titleChange']);
    await person.fill(en['phone.number'], '070-174 06 06');
    await person.changesInPlace(() => person.press(tell('phone.send')));
    await shows('A text message with a code is on its way to +46 70 ••• •• 06.');
    await person.fill(en['code.label'], await bot.code('+46701740606'));
    await person.press(tell('code.check'));
    await person.card(en['notice.title']);
    await shows(/Phone: changed on \d+ \w+ \d{4} at \d\d:\d\d\./, en['notice.calm']);
    await keepsFromCards('174 06 06', '1740606', '1740605');
    await picture('notice');

    await person.press(tell('home.manage'), en['home.title']);
    await person.press(tell('manage.remove.authentication-email'), en['manage.title']);
    await person.press(tell('remove.yes'), en['remove.title.authentication-email']);
    await shows(/Email: removed on /);
    const after = (await person.chat()).findLast(({ text }) => text.includes(en['home.title']))?.text ?? '';
    assert.match(after, /^I have removed the email address\.[\s\S]*1 of 2 methods ready/);

    await person.press(tell('notice.notMe'));
    await person.press(tell('notMe.yes'), tell('notMe.ask'));
    await shows('Your request R-0001');
    const restored = (await person.chat()).findLast(({ text }) => text.includes(en['home.title']))?.text ?? '';
    assert.match(
      restored,
      /^Out of use now: Email\. All changes are stopped until .+, and IT support has been called\./,
    );
    for (const part of ['1 of 2 methods ready', '+46 70 ••• •• 06']) {
      assert.ok(restored.replaceAll('\u00a0', ' ').includes(part), part);
    }
    await picture('disowned');

    // The proof counts no longer: whoever gave it may have been somebody else.
    await person.say('status');
    await person.press(tell('home.back'));
    await shows(en['prove.title'], 'by a method that was left alone');
    await picture('prove');
    await person.press('Phone: +46 70 ••• •• 06');
    await shows(en['code.title']);
    await person.fill(en['code.label'], await bot.code('+46701740606'));
    await person.press(tell('code.check'));
    await shows(/Email: brought back on /);
    const back = (await person.chat()).findLast(({ text }) => text.includes('Back in use: Email.'))?.text ?? '';
    assert.match(back, /2 of 2 methods ready/);
    await person.say('what do you know about me?');
    await shows(en['data.title']);
    await person.changesInPlace(() => person.press(tell('data.close')));
    await person.say('manage');
    await shows(
      /^Your methods\s+Changes are stopped until .+, because one was not yours\. What was left alone still works\./,
    );
    await shows(shownAddress, en['manage.halted']);
    await picture('manage-stopped');
    await bot.stop();
  });

  test('removing says first what it does, and can be left alone', async (t) => {
    const scene = await openScene(t, chromium, {});
    const { bot, person, tell, shows, picture } = scene;
    await getReady(scene);
    await person.say('manage');
    await shows(en['manage.title']);
    await person.changesInPlace(() => person.press(tell('manage.remove.authentication-phone')));
    await shows(
      en['remove.title.authentication-phone'],
      'Then you cannot reset your own password any more: 2 methods are needed, and one is left.',
    );
    await picture('remove');
    await person.changesInPlace(() => person.press(tell('remove.keep')));
    await shows(en['manage.title'], shownNumber);

    await person.say('what do you know about me?');
    await shows(en['data.title'], `Phone: ${shownNumber}, confirmed on`);
    await person.changesInPlace(() => person.press(tell('data.whole')));
    await shows(en['data.title'], 'Phone: +46 70 174 06 05, confirmed on', `Email: ${address}, confirmed on`);
    await shows('(Text message)', 'Codes you asked for in the last 24 hours: 2');
    await picture('my-data');
    await person.changesInPlace(() => person.press(tell('data.close')));
    await shows(en['home.title'], shownNumber, shownAddress);

    await person.say('forget me');
    await shows(en['erase.title'], 'After that you cannot reset your own password.');
    await picture('erase');
    await person.press(tell('erase.yes'));
    await shows('Phone: removed on');
    const forgotten = (await person.chat()).findLast(({ text }) => text.includes('0 of 2 methods ready'))?.text ?? '';
    for (const part of ['None of your methods counts any more.', en['home.state.unset'], en['home.start']]) {
      assert.ok(forgotten.includes(part), part);
    }
    await bot.stop();
  });

  test('the same cards fit a phone in Swedish', async (t) => {
    const scene = await openScene(t, chromium, { locale: 'sv-SE', device: 'phone' });
    const { bot, person, tell, shows, picture } = scene;
    await getReady(scene);
    await person.changesInPlace(() => person.press(tell('home.manage')));
    await shows('Dina återställningsmetoder');
    await picture('manage');
    await person.say('mejlen');
    await person.card(tell('method.authentication-email'));
    await picture('method');
    await person.changesInPlace(() => person.press(tell('method.remove')));
    await shows('Ta bort mejladressen?', tell('remove.notReady', { proven: 1, required: 2 }));
    await picture('remove');
    await person.changesInPlace(() => person.press(tell('remove.keep')));
    await person.say('vad vet du om mig?');
    await person.card('Det här vet jag om dig');
    await person.changesInPlace(() => person.press(tell('data.whole')));
    await shows('Det här vet jag om dig', '+46 70 174 06 05', address);
    await picture('my-data');
    await person.changesInPlace(() => person.press(tell('data.erase')));
    await shows('Radera dina uppgifter?');
    await picture('erase');
    await person.changesInPlace(() => person.press(tell('erase.keep')));

    await person.press(tell('home.manage'));
    await shows('Dina återställningsmetoder');
    await person.press(tell('manage.remove.authentication-phone'));
    await person.press(tell('remove.yes'), 'Ta bort telefonen?');
    await shows('Dina återställningsmetoder har ändrats', /Telefon: togs bort den \d+ \w+ \d{4}/);
    await picture('notice');
    await person.press(tell('notice.notMe'));
    await person.press(tell('notMe.yes'), tell('notMe.ask'));
    // The request for help comes of itself; it is the newest card then.
    await shows('Ditt ärende R-0001');
    const restored =
      (await person.chat()).findLast(({ text }) => text.includes('Din lösenordsåterställning'))?.text ?? '';
    for (const part of ['Ur bruk nu: Telefon.', tell('readiness.progress', { proven: 1, required: 2 })]) {
      assert.ok(restored.replaceAll('\u00a0', ' ').includes(part), part);
    }
    await picture('home-restored');
    await person.say('vad vet du om mig?');
    await shows('Visa först att det är du');
    await picture('prove');
    await bot.stop();
  });
});
