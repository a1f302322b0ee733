import { after, before, describe, test } from 'node:test';
import { catalogues } from '../../bot/texts/languages.ts';
import { masked } from '../../cards/parts/masked.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { walkedIn } from '../support/figure.ts';
import { openScene, walks } from '../support/scene.ts';

const { en } = catalogues;

let chromium: Chromium;

const [phone, mail, office] = ['+447400123408', 'priya.home@example.com', '+442079460108'];

describe('values that were filled in, in the Playground', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  for (const [locale, device] of walkedIn(walks, 0)) {
    test(`each is confirmed, changed or disowned on one card, ${locale} on a ${device}`, async (t) => {
      const { bot, person, tell, shows, became, keepsFromCards, picture } = await openScene(t, chromium, {
        locale,
        device,
      });
      await person.card(tell('home.title'));
      await person.say('/as priya');
      await became(tell('retired.leftOf', { what: tell('home.title') }));
      await person.changesInPlace(() => person.press(tell('home.start')));
      await shows(tell('confirm.title'), tell('confirm.prefilled'), 'p•••@example.com', tell('confirm.wrong'));
      await keepsFromCards('123408', 'priya.home', '9460108');
      await picture('prefilled');
      await person.changesInPlace(() => person.press(tell('confirm.go')));
      await shows(tell('confirm.missing'));

      // One after the other, in the order they stand.
      for (const [method, address] of [
        ['authentication-phone', phone],
        ['authentication-email', mail],
        ['office-phone', office],
      ] as const) {
        const label = tell('confirm.value', { method: tell(`method.${method}`), address: masked(method, address) });
        await person.choose(label, tell('confirm.still-mine'));
      }
      await person.changesInPlace(() => person.press(tell('confirm.go')));
      await shows(tell('code.title'), tell('code.sent.text', { address: '+44 74•• ••••08' }));
      await person.say(await bot.code(phone));
      await shows(tell('outcome.method-proven.authentication-phone'), tell('code.title'), 'p•••@example.com');
      await person.say(await bot.code(mail));
      await shows(tell('outcome.method-proven.authentication-email'), tell('office.title'));
      await person.changesInPlace(() => person.press(tell('office.call')));
      await shows(tell('code.title'));
      await picture('code-office');
      await person.say(await bot.code(office));
      await person.card(tell('finish.title'));
      await shows(tell('method.office-phone'));
      await bot.stop();
    });
  }

  test('an office phone is called, or called wrong', async (t) => {
    const { bot, person, tell, shows, became, picture } = await openScene(t, chromium, { device: 'phone' });
    await person.card(tell('home.title'));
    await person.say('/as sam');
    await became(tell('retired.leftOf', { what: tell('home.title') }));
    await person.press(tell('home.start'));
    await person.press(tell('choose.later'));
    await shows(en['choose.title']);
    await picture('choose-office');
    await person.press(tell('choose.take.office-phone'));
    await shows(en['office.title'], 'Only an administrator can set this number.');
    await picture('office');
    await person.press(tell('office.wrong'));
    await shows(en['wrong.title']);
    await picture('wrong-value');
    await person.fill(en['wrong.label'], 'I sit in Leeds now: 0113 496 0106');
    await person.changesInPlace(() => person.press(tell('wrong.send')));
    await shows('I am sending that to IT support.');
    await bot.stop();
  });
});
