import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { permissionsFor } from '../bot/doctor/permissions.ts';
import { person } from './support/bot.ts';
import { startEntra } from './support/fake-entra.ts';
import { startGraph } from './support/fake-graph.ts';
import { startFake } from './support/fake-http.ts';
import { accountSid, type FakeTwilio, numbers, startTwilio } from './support/fake-twilio.ts';
import { newcomer } from './support/graph-bot.ts';
import { goodTenant } from './support/graph-tenant.ts';
import { signingPair, tokenOf } from './support/openid.ts';
import { type Relay, startRelay } from './support/relay.ts';
import { ledThere } from './support/stand-in-hosts.ts';
import { actionsOf, type SeenCard, type TeamsClient, teamsClient, wordsOf } from './support/teams-client.ts';
import { startTeamConnector, type TeamConnector } from './support/tickets-connector.ts';
import { until } from './support/until.ts';

/*
 * Walks the road to production of OPERATIONS.md, from an empty folder to a person registered and a ticket answered. Every
 * command, setting and policy is read out of the document; only what stands in <angle brackets> there is given here. The
 * hosts of the world keep their names: Entra, Graph, Teams, its keys and Twilio are led to stand-ins on loopback.
 */

const root = join(import.meta.dirname, '..');
const document = readFileSync(join(root, 'OPERATIONS.md'), 'utf8');
const road = /^## The road to production\n([\s\S]*?)^### On Azure App Service/m.exec(document)?.[1] ?? '';

interface Block {
  readonly title: string;
  readonly language: string;
  readonly text: string;
}

/** What the steps give to copy, in their order. */
const blocks = road
  .split(/^### /m)
  .slice(1)
  .flatMap((section): readonly Block[] => {
    const [title = ''] = section.split('\n');
    const fences = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
    return fences.map(([, language = '', text = '']) => ({ title, language, text }));
  });

const tenant = '11111111-1111-4111-8111-111111111111';
const botId = '0a1b2c3d-0000-4000-8000-0000000000bb';
const graphId = '0a1b2c3d-0000-4000-8000-0000000000cc';
const supporter = person(901);
const kim = person(1);
const twilioToken = '0f'.repeat(16);
const mailbox = 'kim@home.example';
const serviceUrl = 'https://smba.trafficmanager.net/teams/';
const channel = '19:support@thread.tacv2';
const team = '19:general@thread.tacv2';
interface World {
  readonly teams: TeamConnector;
  readonly twilio: FakeTwilio;
  readonly relay: Relay;
  /** What a reader of the document has in the place of each <…>. */
  readonly own: Map<string, string>;
  readonly environment: Readonly<Record<string, string>>;
}

const pair = signingPair('channel');

async function standIns(t: TestContext): Promise<World> {
  const roles = permissionsFor({ mode: 'write', mailSender: undefined }).map(({ name }) => name);
  const entra = await startEntra(t, { [botId]: 'secret-of-the-bot', [graphId]: 'secret-of-the-directory' }, roles);
  const graph = await startGraph(t, goodTenant(newcomer(kim), newcomer(supporter)));
  const teams = await startTeamConnector();
  t.after(() => teams.close());
  const twilio = await startTwilio(t, Date.now, twilioToken);
  const relay = await startRelay(t, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'bot' && password === 'word' ? done(null, { user: 'bot' }) : done(new Error('wrong')),
  });
  const at = 'https://login.botframework.com/v1/.well-known';
  const keys = await startFake(t, ({ url }) =>
    url.pathname.endsWith('/openidconfiguration')
      ? { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${at}/keys` } }
      : { status: 200, body: { keys: [pair.published] } },
  );
  const hosts = {
    'login.microsoftonline.com': entra.origin,
    'graph.microsoft.com': new URL(graph.base).origin,
    'smba.trafficmanager.net': teams.url,
    'login.botframework.com': keys.origin,
    'api.twilio.com': twilio.origin,
  };
  const { PATH = '', HOME = '' } = process.env;
  return {
    teams,
    twilio,
    relay,
    own: new Map([
      ['app id of the bot', botId],
      ['secret of the bot', 'secret-of-the-bot'],
      ['tenant id', tenant],
      ['host', 'bot.example.org'],
      ['a GUID you make up once', '0a1b2c3d-0000-4000-8000-0000000000aa'],
      ['name of the organisation', 'Example AB'],
      ['a long random word', 'a-long-random-word-for-metrics'],
      ['smtps://user:password@mail-server', `smtp://bot:word@127.0.0.1:${relay.port}`],
      ['sender of mails', 'Reset ready <no-reply@example.org>'],
      ['account of Twilio', accountSid],
      ['auth token of Twilio', twilioToken],
      ['number for texts', numbers.text],
      ['number for calls', numbers.call],
      ['app id for the directory', graphId],
      ['secret for the directory', 'secret-of-the-directory'],
      ['directory id of a supporter', supporter],
    ]),
    environment: { PATH, HOME, ...ledThere(hosts) },
  };
}

/** The text with everything of one's own filled in. */
function filled(text: string, own: ReadonlyMap<string, string>): string {
  return text.replace(/<([^<>\n]+)>/g, (_, name: string) => own.get(name) ?? assert.fail(`what is <${name}>?`));
}

/** One that nobody has now, in the place of the one in the document, which may be taken on the machine of a test. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' && address ? address.port : 0);
}

interface Started {
  readonly child: ChildProcess;
  said(): string;
}

/** A process in a group of its own; whatever is left of it ends with the test. */
function started(t: TestContext, cwd: string, command: string, env: Readonly<Record<string, string>>): Started {
  const child = spawn('sh', ['-c', `exec ${command}`], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  t.after(() => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // Nothing is left of it.
    }
  });
  return { child, said: () => said };
}

/** The policy as the document wants it on the day of the test: once Microsoft's texts have ended, with a provider of one's own. */
function onThisDay(policy: string): string {
  const [, ends = '', field = ''] =
    /From (\d{4}-\d{2}-\d{2}) on Microsoft sends no texts[\s\S]*?`("phoneAfterRetirement": "own-provider")`/m.exec(
      road,
    ) ?? assert.fail('the document does not say when texts end');
  return Date.parse(ends) > Date.now() ? policy : policy.replace('{', `{ ${field},`);
}

/** What the doctor warns of or refuses, but for the age of the release, which the document says is to be passed over. */
function complaints(said: string): readonly string[] {
  const passed = /"(Nobody has looked since) …" is a warning about an old release/.exec(road)?.[1] ?? '';
  return said.split('\n').filter((line) => /^(WARNING|PROBLEM)/.test(line) && !(passed && line.includes(passed)));
}

type Shown = SeenCard & { readonly conversation: string };

/** A supporter's side of the channel. */
function inChannel(client: TeamsClient, teams: TeamConnector) {
  const envelope = (conversation: string, more: object) => ({
    ...client.envelope(more),
    from: { id: `29:${supporter}`, name: 'Sam', aadObjectId: supporter },
    conversation: { id: conversation, conversationType: 'channel', isGroup: true, tenantId: tenant },
    channelData: { tenant: { id: tenant }, team: { id: team }, channel: { id: channel } },
  });
  return {
    say: (text: string) => client.deliver(envelope(channel, { type: 'message', text })),
    /** The card that answers the click. */
    async press(verb: string, typed: object, card: Shown): Promise<Record<string, unknown>> {
      const action = actionsOf(card.content).find((one) => one.verb === verb) ?? assert.fail(`no ${verb}`);
      const value = { action: { verb, data: { ...action.data, ...typed } } };
      const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: card.id };
      const { body } = await client.deliver(envelope(card.conversation, invoke));
      return (body as { value: Record<string, unknown> }).value;
    },
    board(): readonly Shown[] {
      const seen = new Map<string, Shown>();
      for (const { conversation, id, activity } of teams.posted) {
        const content = activity.attachments?.[0]?.content as Record<string, unknown> | undefined;
        if (content && conversation.startsWith(channel)) seen.set(id, { id, conversation, content });
      }
      return [...seen.values()];
    },
  };
}

/** One after the other: the first that fails ends the road, under its name. */
async function step(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new Error(name, { cause });
  }
}

test('the road to production leads from an empty folder to a ticket that is answered', async (t) => {
  assert.ok(blocks.length >= 11, 'the document gives something to copy at most steps');
  const folder = mkdtempSync(join(tmpdir(), 'road-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const place = join(folder, 'reset-ready');
  const { own, environment, teams, twilio, relay } = await standIns(t);
  own.set('folder for the records', join(folder, 'records'));
  const port = await freePort();
  const walked: string[] = [];
  let bot: Started | undefined;
  const heard = () => `\n${bot?.said()}`;

  /** A command of the document, as it stands there. */
  async function run(command: string): Promise<void> {
    walked.push(command);
    if (command.startsWith('curl ')) {
      const url = command.slice('curl '.length);
      const up = () =>
        fetch(url).then(
          ({ status }) => status === 200,
          () => false,
        );
      return until(() => `${url} answers 200${heard()}`, up);
    }
    const running = started(t, place, command, environment);
    if (command === 'npm start') {
      bot = running;
      return;
    }
    const [code] = await once(running.child, 'close');
    if (command === 'npm run doctor') assert.deepEqual(complaints(running.said()), [], running.said());
    else assert.equal(code, 0, `${command}\n${running.said()}`);
    if (command.startsWith('node -e')) own.set('root key', running.said().trim());
  }

  for (const { title, language, text } of blocks) {
    const [first = ''] = text.split('\n');
    await step(`${title}: ${first}`, async () => {
      if (title.startsWith('1.')) {
        // What a clone and an install would bring, without a network.
        assert.deepEqual(text.trim().split('\n').slice(1), ['cd reset-ready', 'npm ci']);
        for (const part of ['bot', 'cards', 'dialogs', 'manifest', 'package.json', '.env.sample']) {
          cpSync(join(root, part), join(place, part), { recursive: true });
        }
        symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
        return;
      }
      const ready = filled(text.replaceAll('3978', port), own);
      if (language === 'ini') appendFileSync(join(place, '.env'), ready);
      else if (language === 'json') writeFileSync(join(place, 'policy.json'), onThisDay(ready));
      else if (language === 'sh') for (const command of ready.trim().split('\n')) await run(command);
      else assert.fail(`what is to be done with ${language}?`);
    });
  }
  for (const command of ['npm run policy', 'npm run doctor', 'npm run manifest', 'npm start', 'curl']) {
    assert.ok(
      walked.some((one) => one.startsWith(command)),
      `the road has ${command}`,
    );
  }

  const connector = Object.create(teams, { url: { value: serviceUrl } }) as TeamConnector;
  const authorization = async () => {
    const now = Math.floor(Date.now() / 1_000);
    const times = { nbf: now - 60, exp: now + 600 };
    const claims = { iss: 'https://api.botframework.com', aud: botId, serviceurl: serviceUrl, ...times };
    return `Bearer ${await tokenOf(pair, claims)}`;
  };
  const common = { botUrl: `http://127.0.0.1:${port}`, connector, tenantId: tenant, authorization };
  const me = teamsClient({ ...common, objectId: kim });
  const sam = inChannel(teamsClient({ ...common, objectId: supporter, conversation: channel }), teams);
  const inChat = () => [...me.cards().map(({ content }) => wordsOf(content)), ...me.texts()];
  const says = (words: RegExp) =>
    until(
      () => `the chat says ${words}\n${inChat().join('\n---\n')}${heard()}`,
      () => inChat().some((one) => words.test(one)),
    );
  const on = (verb: string): SeenCard =>
    me.cards().findLast(({ content }) => actionsOf(content).some((one) => one.verb === verb)) ??
    assert.fail(`no card with ${verb}:\n${inChat().join('\n---\n')}${heard()}`);
  const type = (text: string) => me.deliver(me.envelope({ type: 'message', text }));
  const codeIn = (text: string | null | undefined) => /\b\d{6}\b/.exec(text ?? '')?.[0] ?? '';

  await step('10. the supporter of the policy chooses the channel with the words of the document', async () => {
    const [, words = ''] = /^> @Reset ready (.+)$/m.exec(road) ?? assert.fail('the document has no such words');
    await sam.say(words);
    const set = () => teams.posted.some(({ conversation, activity }) => conversation === channel && activity.text);
    await until(() => `the bot answers in the channel${heard()}`, set);
  });

  await step('11. somebody of the pilot group proves a phone and a mailbox', async () => {
    await me.install();
    await me.click('start');
    await me.click('take', { method: 'authentication-phone' });
    await me.click('phone', { number: '070-174 06 05', country: 'SE', channel: 'text' });
    const texted = () => twilio.taken.map((fields) => codeIn(fields.get('Body'))).join('');
    await until(
      () => `a text with the code${heard()}`,
      () => texted() !== '',
    );
    await type(texted());
    await says(/1 of 2 methods ready/);
    await me.click('take', { method: 'authentication-email' }, on('take'));
    await type(mailbox);
    const mailed = () => codeIn(relay.mails.find(({ to }) => to.includes(mailbox))?.body);
    await until(
      () => `a mail with the code${heard()}`,
      () => mailed() !== '',
    );
    await type(mailed());
    await says(/You are ready/);
  });

  await step('11. their request for help arrives in the channel and by mail, and is answered', async () => {
    await type('I want to talk to a person');
    const form = { said: 'The page says SSPR_0010.', reach: '', urgency: 'normal', day: '2026-11-23', clock: '06:00' };
    await me.click('contact-look', form, on('contact-look'));
    await me.click('contact-send', {}, on('contact-send'));
    const found = () => sam.board().find(({ content }) => /R-0001[\s\S]*SSPR_0010/.test(wordsOf(content)));
    const card = () => found() ?? assert.fail();
    await until(
      () => `the request stands in the channel${heard()}`,
      () => found() !== undefined,
    );
    const told = () => relay.mails.some(({ to, raw }) => to.includes('it@example.org') && raw.includes('R-0001'));
    await until(() => `the mailbox of the policy has it${heard()}`, told);
    await sam.press('support-claim', {}, card());
    await says(/took it on/);
    const words = await sam.press('support-open-resolve', {}, card());
    await sam.press('support-resolve', { words: 'Writeback is on now.' }, { ...card(), content: words });
    await says(/Does it work now\?/);
    await says(/IT support writes: Writeback is on now\./);
  });

  await step('SIGTERM ends it cleanly, and nothing went wrong on the way', async () => {
    const { child, said } = bot ?? assert.fail();
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    assert.equal(child.exitCode, 0, said());
    assert.doesNotMatch(said(), /"level":50/);
  });
});
