import { setTimeout as delay } from 'node:timers/promises';
import { attackBodies } from '../attack/attack-bodies.ts';
import { startConnector } from '../support/connector.ts';
import { plainly } from '../support/figure.ts';
import { demoTenant } from '../support/teams-client.ts';
import { teamsMessage } from '../support/teams-message.ts';
import { type Child, start } from './child.ts';

/*
 * Does to a bot wired like the SDK's samples what the tests do to this one, for the column beside its figures. Run by
 * `npm run figures`; it measures and asserts nothing.
 */

const connector = await startConnector();
const message = (id: number) => ({ ...teamsMessage(connector.url, demoTenant), id: `1485983${id}`, text: 'hi' });

async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined);
}

async function alive(url: string): Promise<boolean> {
  await delay(300);
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** Whether the plain bot outlived it. */
async function outlives(work: (bot: Child) => Promise<unknown>): Promise<boolean> {
  const bot = await start('plain-bot.ts');
  await work(bot);
  const lives = await alive(bot.url);
  // One that has ended can't be ended again.
  if (lives) await bot.stop();
  return lives;
}

/** The highest count the plain bot has told anybody since `from`. */
function highest(from: number): number {
  const told = connector.posted
    .slice(from)
    .map(({ activity }) => Number(/^count (\d+)$/.exec(activity.text ?? '')?.[1] ?? 0));
  return Math.max(0, ...told);
}

const empty = await outlives(({ url }) => post(url, {}));
plainly('one empty object for a body, without a token', empty ? 'process alive' : 'process ended');

let ended = 0;
for (let round = 0; round < 5; round += 1) {
  const lives = await outlives(({ url }) =>
    attackBodies({ url, serviceUrl: connector.url, count: 100, seed: 20_261_123 + round }).catch(() => undefined),
  );
  ended += lives ? 0 : 1;
}
plainly('mutated bodies', `5 processes with 100 bodies each: ${ended} ended`);

let from = connector.posted.length;
await outlives(async ({ url }) => {
  await Promise.all(Array.from({ length: 50 }, (_, at) => post(url, message(100 + at))));
  await post(url, message(200));
});
plainly('turns at once in one chat', `51 messages, 50 of them at once: ${highest(from)} counted`);

from = connector.posted.length;
await outlives(async ({ url }) => {
  for (const id of [300, 300, 301]) await post(url, message(id));
});
plainly('the same activity twice', `2 activities, one of them twice: ${highest(from)} counted`);

await connector.close();
process.exit(0);
