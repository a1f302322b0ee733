import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { model } from '../../bot/understanding/model.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { type HandClock, handClock } from '../support/clock.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { type FakeEntra, startEntra } from '../support/fake-entra.ts';
import { type OpenId, openId, signingPair, tokenOf } from '../support/openid.ts';
import { leadHosts } from '../support/stand-in-hosts.ts';
import { teamsMessage } from '../support/teams-message.ts';
import { until } from '../support/until.ts';

const tenant = '11111111-2222-4333-8444-555555555555';
const serviceUrl = 'https://smba.trafficmanager.net/teams/';
const reading = 'a-token-for-the-metrics';
const key = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 3) % 256)).toString('base64');

const pair = signingPair('own');
let keys: OpenId;
// Learning to understand takes a second, once for a process.
before(() => void model());
before(async () => {
  keys = await openId(pair);
});
after(() => keys.close());

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reason?: string;
  readonly kind?: string;
  readonly count?: number;
}

interface TeamsBot {
  readonly running: RunningBot;
  readonly connector: Connector;
  readonly entra: FakeEntra;
  readonly clock: HandClock;
  say(text: string): Promise<number>;
  events(): readonly Line[];
  ready(): Promise<number>;
  gauge(): Promise<string | undefined>;
}

let bots = 0;

/** The whole bot as it stands in production, with an app of its own: the SDK keeps tokens by app for the whole process. */
async function teamsBot(t: TestContext, secret: string): Promise<TeamsBot> {
  bots += 1;
  const appId = `0a1b2c3d-0000-4000-8000-${String(bots).padStart(12, '0')}`;
  const entra = await startEntra(t, { [appId]: 'right' });
  const connector = await startConnector();
  const restore = leadHosts({
    'login.microsoftonline.com': entra.origin,
    'login.botframework.com': new URL(keys.url).origin,
    'smba.trafficmanager.net': connector.url,
  });
  t.after(restore);
  const clock = handClock();
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const env = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: secret,
    MicrosoftAppTenantId: tenant,
    TENANTS: tenant,
    KEYS: `1:${key}`,
    METRICS_TOKEN: reading,
  };
  const running = await startBot({ env, clock, log, connector });
  t.after(() => running.stop());
  await running.bot.warmUp();
  let said = 0;
  return {
    running,
    connector,
    entra,
    clock,
    async say(text) {
      const at = Math.floor(clock() / 1_000);
      const claims = {
        iss: 'https://api.botframework.com',
        aud: appId,
        serviceurl: serviceUrl,
        nbf: at,
        exp: at + 600,
      };
      said += 1;
      const { status } = await fetch(`${running.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(pair, claims)}` },
        body: JSON.stringify({ ...teamsMessage(serviceUrl, tenant), id: `said-${said}`, text }),
      });
      return status;
    },
    events: () => lines.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg.startsWith('bot identity')),
    ready: async () => (await fetch(`${running.url}/health/ready`)).status,
    async gauge() {
      const page = await (
        await fetch(`${running.url}/metrics`, { headers: { authorization: `Bearer ${reading}` } })
      ).text();
      return /^bot_identity_ok (\d)$/m.exec(page)?.[1];
    },
  };
}

test('a bot that Entra and Teams know sends, and says that its identity is in order', async (t) => {
  const bot = await teamsBot(t, 'right');
  await bot.say('hello');
  assert.ok(bot.connector.posted.length > 0);
  assert.deepEqual([await bot.ready(), await bot.gauge(), bot.events()], [200, '1', []]);
});

test('a wrong secret is an event of its own with the code of Entra, a gauge, and not ready', async (t) => {
  const bot = await teamsBot(t, 'wrong');
  await bot.say('hello');
  const [first] = bot.events();
  assert.deepEqual([first?.msg, first?.reason, first?.kind], ['bot identity refused', 'AADSTS7000215', 'entra']);
  assert.deepEqual([await bot.ready(), await bot.gauge()], [503, '0']);
  const told = bot.events().length;
  await bot.say('anybody there?');
  assert.equal(bot.events().length, told, 'it is said once a minute, not at every turn');
  bot.clock.turn(minute);
  await bot.say('hello?');
  assert.equal(bot.events().length, told + 1);
});

test('it is seen before anybody writes', async (t) => {
  const bot = await teamsBot(t, 'wrong');
  await until('it is said', () => bot.events().length > 0);
  assert.equal(await bot.ready(), 503);
});

test('once Entra takes the secret, it is said, and the bot is ready again', async (t) => {
  const bot = await teamsBot(t, 'wrong');
  await bot.say('hello');
  for (const app of bot.entra.secrets.keys()) bot.entra.secrets.set(app, 'wrong');
  await bot.say('hello again');
  assert.equal(bot.events().at(-1)?.msg, 'bot identity accepted');
  assert.deepEqual([await bot.ready(), await bot.gauge()], [200, '1']);
});

test('Teams that does not take the token is the same alarm', async (t) => {
  const bot = await teamsBot(t, 'right');
  bot.connector.fail = () => ({ status: 401 });
  await bot.say('hello');
  assert.deepEqual(
    bot.events().map(({ msg, kind, reason }) => [msg, kind, reason]),
    [['bot identity refused', 'teams', '401']],
  );
  assert.deepEqual([await bot.ready(), await bot.gauge()], [503, '0']);
  bot.connector.fail = () => undefined;
  await bot.say('hello again');
  assert.deepEqual([await bot.ready(), await bot.gauge()], [200, '1']);
});

test('an Entra that is not reached has refused nobody', async (t) => {
  const bot = await teamsBot(t, 'right');
  await bot.entra.stop();
  await bot.say('hello');
  assert.deepEqual([await bot.ready(), bot.events()], [200, []]);
});
