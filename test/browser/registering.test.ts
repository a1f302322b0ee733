import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { catalogues } from '../../bot/texts/languages.ts';
import { pictureInbox } from '../support/album.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { walkedIn } from '../support/figure.ts';
import { openScene, walks } from '../support/scene.ts';

const { en } = catalogues;

let chromium: Chromium;

describe('getting ready in the Playground', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  // The README's pictures are taken on the first.
  for (const [locale, device] of walkedIn(walks, 0)) {
    test(`somebody with a ${device} in ${locale} gets ready with a text message and an e-mail`, async (t) => {
      const { bot, person, tell, shows, became, keepsFromCards, picture } = await openScene(t, chromium, {
        locale,
        device,
      });

      await person.card(tell('home.title'));
      await shows(tell('home.none'), tell('readiness.progress', { proven: 0, required: 2 }));
      await picture('home');
      await person.changesInPlace(() => person.press(tell('home.start')));
      await shows(tell('choose.title'), tell('choose.authentication-phone'), tell('choose.authentication-email'));
      await picture('choose');
      await person.changesInPlace(() => person.press(tell('choose.take.authentication-phone')));

      await shows(tell('phone.title'), tell('phone.weaker'));
      await picture('phone');
      await person.fill(tell('phone.number'), '08-465 004 05');
      await person.changesInPlace(() => person.press(tell('phone.send')));
      await shows(tell('problem.phone-cannot-text'));
      await picture('phone-problem');
      await person.fill(tell('phone.number'), '070-123 45 67');
      await person.changesInPlace(() => person.press(tell('phone.send')));
      await shows(tell('code.title'), tell('code.sent.text', { address: '+46 70 ••• •• 67' }));
      await picture('code');
      const texted = await bot.code('+46701234567');
      await person.fill(tell('code.label'), texted);
      await person.changesInPlace(() => person.press(tell('code.check')));
      await shows(tell('outcome.method-proven.authentication-phone'));
      await shows(tell('choose.title'), tell('readiness.progress', { proven: 1, required: 2 }));
      await keepsFromCards('465 004 05', '123 45 67', '1234567', texted);

      await person.changesInPlace(() => person.press(tell('choose.take.authentication-email')));
      await shows(tell('email.title'), tell('readiness.progress', { proven: 1, required: 2 }));
      await picture('email');
      await person.fill(tell('email.address'), 'robin.home@example.com');
      await person.changesInPlace(() => person.press(tell('email.send')));
      await shows(tell('code.sent.email', { address: 'r•••@example.com' }));
      const mailed = await bot.code('robin.home@example.com');
      await person.say(mailed);

      await person.card(tell('finish.title'));
      await shows(tell('finish.here.now'), tell('finish.here.day'), tell('finish.who'));
      await shows('+46 70 ••• •• 67', 'r•••@example.com', tell('readiness.progress', { proven: 2, required: 2 }));
      await became(tell('retired.code'));
      await keepsFromCards('123 45 67', '1234567', texted, 'robin.home', mailed);
      await picture('finish');
      await person.changesInPlace(() => person.press(tell('finish.done')));
      await shows(tell('home.title'), tell('home.ready'), tell('readiness.progress', { proven: 2, required: 2 }));
      await keepsFromCards('1234567', 'robin.home');
      await picture('home-ready');
      await pictureInbox(chromium, bot.url, tell.language);
      await bot.stop();
    });
  }

  test('somebody who types, asks, errs, goes back and cancels gets ready all the same', async (t) => {
    const policy = { ownDomains: ['example.org'] };
    const { bot, person, tell, shows, became, keepsFromCards, picture } = await openScene(t, chromium, { policy });

    await person.card(en['home.title']);
    await person.press(tell('home.start'));
    await shows(en['choose.title']);
    await person.say('phone');
    await shows(en['phone.title']);
    await person.say('call me on 070-174 06 05');
    await shows(en['code.title'], 'I am calling +46 70 ••• •• 05 to read you a code.', '0 of 2 methods ready');
    await became('Number entered: +46 70 ••• •• 05');

    await person.say('who can see my number?');
    await person.reply('Only you and your administrators can see your phone number');
    await shows(en['code.title'], 'I am calling +46 70 ••• •• 05');

    await person.changesInPlace(() => person.press(tell('code.resend.callAgain')));
    await shows(/You can ask for the next one in \d+ seconds?\./);
    const code = await bot.code('+46701740605');
    const wrong = code === '123456' ? '654321' : '123456';
    await person.fill(en['code.label'], wrong);
    await person.changesInPlace(() => person.press(tell('code.check')));
    await shows('That is not the code. You have 4 tries left.');
    await picture('code-problem');
    await keepsFromCards(wrong);

    await person.say('back');
    await shows(en['phone.title'], '0 of 2 methods ready');
    await keepsFromCards('174 06 05', '1740605', wrong);
    await person.changesInPlace(() => person.press(tell('button.cancel')));
    await shows(en['home.title'], en['cancel.done'], '0 of 2 methods ready');

    await person.press(tell('home.start'));
    await shows(en['choose.title']);
    await person.press(tell('choose.take.authentication-email'));
    await shows(en['email.title']);
    await person.fill(en['email.address'], 'robin.taylor@example.org');
    await person.changesInPlace(() => person.press(tell('email.send')));
    await shows(en['problem.email-own-mailbox']);
    const field = person.page.getByLabel(en['email.address']).last();
    assert.equal(await field.inputValue(), 'robin.taylor@example.org', 'what was typed is kept to be put right');
    await picture('email-problem');
    await person.fill(en['email.address'], 'somebody@example.org');
    await person.changesInPlace(() => person.press(tell('email.send')));
    await shows(en['problem.email-own-domain']);
    await person.fill(en['email.address'], 'robin@example.net');
    await person.changesInPlace(() => person.press(tell('email.send')));
    await shows('An email with a code is on its way to r•••@example.net.');
    await person.say(`the code is ${await bot.code('robin@example.net')}`);
    await shows(en['outcome.method-proven.authentication-email'], '1 of 2 methods ready');

    await person.say('phone');
    await shows(en['phone.title']);
    await person.say('text me on 0046 70 174 06 06');
    await shows('A text message with a code is on its way to +46 70 ••• •• 06.');
    await person.say(await bot.code('+46701740606'));
    await person.card(en['finish.title']);
    await shows('2 of 2 methods ready', '+46 70 ••• •• 06', 'r•••@example.net');
    await keepsFromCards('174 06 06', '1740606', 'robin@example.net', 'example.org');
    await bot.stop();
  });

  test('a bot that is killed while a code is awaited goes on where it was', async (t) => {
    const { bot, person, tell, shows, became, keepsFromCards } = await openScene(t, chromium, { device: 'phone' });

    await person.card(en['home.title']);
    await person.press(tell('home.start'));
    await shows(en['choose.title']);
    await person.press(tell('choose.take.authentication-phone'));
    await shows(en['phone.title']);
    await person.fill(en['phone.number'], '+46 (0)70 174 06 07');
    await person.press(tell('phone.send'));
    await shows(en['code.title']);
    const texted = await bot.code('+46701740607');
    await bot.kill();
    await bot.start();

    await person.fill(en['code.label'], texted);
    await person.changesInPlace(() => person.press(tell('code.check')));
    await shows(en['outcome.method-proven.authentication-phone'], '1 of 2 methods ready');
    await keepsFromCards(texted, '174 06 07', '1740607');
    await person.press(tell('choose.take.authentication-email'));
    await shows(en['email.title']);
    await person.say('it is robin@example.com');
    await shows(en['code.title']);
    const mailed = await bot.code('robin@example.com');
    await bot.kill();
    await bot.start();

    await person.say(mailed);
    await person.card(en['finish.title']);
    await shows('2 of 2 methods ready');
    await became(en['retired.code']);
    await keepsFromCards(mailed, 'robin@example.com');
    await bot.stop();
  });
});
