import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlayground } from '../bot/local/playground.ts';
import { migrate } from '../bot/providers/store/postgres/migrate.ts';
import { startBalancer } from './support/balancer.ts';
import { startBotProcess } from './support/bot-process.ts';
import { newDatabase, owner } from './support/postgres.ts';

/*
 * `npm run demo:two`: two bots on one PostgreSQL, with a balancer in front and a Playground to chat in. Enter ends one of the
 * bots in the middle of whatever it does and starts it again some seconds later: the chat goes on at the other. Ctrl+C ends
 * it all, and so does the end of whatever started it. Nothing of it stays. `PLAYGROUND=off`: without one.
 */

const away = 10_000;
/** How often it is looked whether the one that started this is still there. */
const looking = 1_000;
const startedBy = process.ppid;
const print = (line: string) => process.stdout.write(`${line}\n`);

const port = Number(process.env.PLAYGROUND_PORT ?? 56150);
const folder = await mkdtemp(join(tmpdir(), 'demo-two-'));
print('PostgreSQL starts …');
const database = await newDatabase();
await migrate({ connectionString: database.url(owner) });
const settings = {
  DATABASE_URL: database.url(),
  KEYS: `1:${randomBytes(32).toString('base64')}`,
  PLAYGROUND_PORT: `${port}`,
};
const bots = await Promise.all(['first', 'second'].map(() => startBotProcess(undefined, settings)));
const balancer = await startBalancer({ bots: bots.map(({ url }) => url) });
const playground =
  process.env.PLAYGROUND === 'off'
    ? ({ kind: 'off' } as const)
    : await startPlayground({ port, endpoint: `${balancer.url}/api/messages`, folder });

print(
  `Chat with the bots: ${playground.kind === 'started' ? `http://localhost:${port}` : `no Playground (${playground.kind})`}`,
);
print(`Read their messages: ${balancer.url}/local/inbox`);
for (const { url } of bots) print(`A bot: ${url}`);
print('Enter kills the one and the other in turn, for ten seconds. Ctrl+C ends everything.');

let next = 0;
let busy = false;
process.stdin.on('data', async () => {
  const bot = bots[next % bots.length];
  if (busy || !bot) return;
  [busy, next] = [true, next + 1];
  await bot.kill();
  print(`${bot.url} was killed`);
  await new Promise((resolve) => setTimeout(resolve, away));
  await bot.start();
  print(`${bot.url} is there again`);
  busy = false;
});

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  if (playground.kind === 'started') await playground.stop();
  await Promise.all(bots.map((bot) => bot.clear()));
  await balancer.close();
  await database.server.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// Where npm is killed, nothing tells: this is somebody else's child then.
setInterval(() => process.ppid !== startedBy && void end(), looking);
