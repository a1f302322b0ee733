import { performance } from 'node:perf_hooks';
import { type Child, start } from './child.ts';
import { type Client, createClient } from './client.ts';
import type { Connector } from './connector.ts';
import { load } from './load.ts';
import { median } from './numbers.ts';
import { activity, numbered } from './person.ts';
import { chat, register } from './registration.ts';
import { milliseconds, print, times } from './table.ts';
import type { Workplace } from './workplace.ts';

const rounds = 3;
const atOnce = 8;
/** Turns before the restart. */
const warm = 100;
/** Tries until there is an answer. */
const most = 50;
/** By promise: of the plain bot's time. */
const mark = 2.5;

type Converse = (client: Client, bot: Child) => Promise<void>;

/** From SIGTERM in the middle of the load until somebody who types to the next process has an answer, beside the plain bot. */
export async function compareRestart(connector: Connector, workplace: Workplace): Promise<void> {
  const next = numbered(1_000_000);
  const echo: number[] = [];
  const own: number[] = [];

  /** Somebody new says hello, again and again until it is more than an apology: this bot answers with a card. */
  async function answered(client: Client, card: boolean): Promise<void> {
    for (let tries = 1; tries <= most; tries += 1) {
      const me = next();
      await client.post(activity(connector.url, me, { type: 'message', text: 'hello' }));
      if (!card || connector.card(me.conversation).id !== '') return;
    }
    throw new Error('no answer but apologies');
  }

  async function restart(
    file: string,
    settings: Readonly<Record<string, string>>,
    converse: Converse,
  ): Promise<number> {
    const ours = file === 'this-bot.ts';
    const bot = await start(file, settings);
    const client = createClient(bot.url);
    await answered(client, ours);
    await load(client, Math.ceil(warm / 9), atOnce, () => converse(client, bot));
    // It goes on until there is nobody to talk to.
    const going = load(client, Number.POSITIVE_INFINITY, atOnce, () => converse(client, bot)).catch(() => undefined);
    await answered(client, ours);
    const from = performance.now();
    await bot.stop();
    const again = await start(file, { ...settings, BENCH_COLD: '1' });
    const anew = createClient(again.url);
    await answered(anew, ours);
    const took = performance.now() - from;
    client.close();
    anew.close();
    await again.stop();
    await going;
    return took;
  }

  for (let round = 1; round <= rounds; round += 1) {
    echo.push(await restart('echo-bot.ts', {}, (client) => chat(client, connector, next())));
    own.push(
      await restart('this-bot.ts', workplace.settings('restarted'), (client, bot) =>
        register(client, connector, next(), bot.codeFor),
      ),
    );
  }
  const [a, b] = [median(echo), median(own)];
  print([
    [`restart under load, ${rounds} times, ${atOnce} at once`, 'plain echo', 'this bot', 'ratio', 'mark'],
    ['answered again after', milliseconds(a), milliseconds(b), times(b / a), times(mark)],
  ]);
}
