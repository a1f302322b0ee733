import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { minute } from '../../bot/domain/time.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { handClock } from '../support/clock.ts';
import { walkedIn } from '../support/figure.ts';
import { newcomer, robin, startGraphBot } from '../support/graph-bot.ts';
import { phone, type TenantPerson } from '../support/graph-tenant.ts';
import { openStage, walks } from '../support/scene.ts';

let chromium: Chromium;

describe('an organisation’s own directory, in the Playground', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  for (const [locale, device] of walkedIn(walks, 1)) {
    test(`somebody with a ${device} in ${locale} proves a phone and a mailbox, and the reset service has both`, async (t) => {
      const { bot, stage } = await opened(t, 'write', { locale, device });
      const { person, tell, shows, picture } = stage;
      await person.card(tell('home.title'));
      await person.press(tell('home.start'));
      await shows(
        tell('choose.elsewhere.authenticator-app'),
        tell('choose.there', { method: tell('method.authenticator-app') }),
      );
      await picture('written-choose');
      await person.press(tell('choose.take.authentication-phone'));
      await shows(tell('phone.title'));
      await person.fill(tell('phone.number'), '070-123 45 67');
      await person.press(tell('phone.send'));
      await shows(tell('code.title'));
      await person.say(await bot.caught.code('+46701234567'));
      await shows(tell('outcome.method-proven.authentication-phone'));
      await person.press(tell('choose.take.authentication-email'));
      await shows(tell('email.title'));
      await person.fill(tell('email.address'), 'robin.home@example.com');
      await person.press(tell('email.send'));
      await shows(tell('code.sent.email', { address: 'r•••@example.com' }));
      let closed = true;
      bot.graph.fault = ({ method }) => (closed && method !== 'GET' ? { status: 503 } : undefined);
      await person.say(await bot.caught.code('robin.home@example.com'));
      await shows(tell('finish.titleSoon'), tell('finish.onItsWay'));
      await picture('written-finish');
      closed = false;
      await shows(tell('finish.title'), tell('finish.now'));
      await person.press(tell('finish.done'));
      await shows(/Active since|Aktivt sedan/);
      await picture('written-home');
      assert.deepEqual(
        bot.kim.phones.map(({ phoneNumber, phoneType }) => [phoneNumber, phoneType]),
        [['+46 701234567', 'mobile']],
      );
      assert.equal(bot.kim.email, 'robin.home@example.com');
    });

    test(`somebody with a ${device} in ${locale} sees what they registered before, and shows that it is theirs`, async (t) => {
      const registered = { phones: [phone('mobile', '+46 701234567')], email: 'robin.home@example.com' };
      const { bot, stage } = await opened(t, 'write', { locale, device }, { registered });
      const { person, tell, shows, picture } = stage;
      await person.card(tell('home.title'));
      await shows(tell('readiness.progress', { proven: 2, required: 2 }), tell('home.registered'));
      await picture('written-registered');
      await person.press(tell('home.confirm'));
      await shows('+46 70 ••• •• 67', 'r•••@example.com');
      await picture('written-confirm');
      assert.deepEqual(
        bot.graph.got.filter(({ method }) => method !== 'GET'),
        [],
      );
    });

    test(`somebody with a ${device} in ${locale} is sent to Microsoft’s page, and told when it shows`, async (t) => {
      const clock = handClock();
      const { bot, stage } = await opened(t, 'link', { locale, device }, { clock });
      const { person, tell, shows, picture } = stage;
      await person.card(tell('home.title'));
      await shows(tell('there.notReady'), tell('there.register'));
      await picture('linked-home');
      await person.press(tell('there.register'));
      await shows(tell('there.steps'), tell('button.registrationPage'));
      await picture('linked-register');
      bot.kim.phones.push(phone('mobile', '+46 701234567'));
      clock.turn(minute);
      await shows(tell('there.more', { methods: tell('method.authentication-phone') }));
      await picture('linked-seen');
    });
  }
});

async function opened(
  t: Parameters<typeof openStage>[0],
  mode: 'link' | 'write',
  how: Parameters<typeof openStage>[2],
  { clock, registered }: { clock?: ReturnType<typeof handClock>; registered?: Partial<TenantPerson> } = {},
) {
  let bot: Awaited<ReturnType<typeof startGraphBot>> | undefined;
  const stage = await openStage(t, chromium, how, async (port) => {
    const options = { env: { PLAYGROUND_PORT: `${port}` }, ...(clock && { clock }) };
    bot = await startGraphBot(t, mode, newcomer(robin.objectId, registered), options, robin.tenantId);
    return bot.url;
  });
  assert.ok(bot);
  return { bot, stage };
}
