import { type Child, start } from './child.ts';
import { createClient } from './client.ts';
import type { Connector } from './connector.ts';
import { type Load, load, typical } from './load.ts';
import { median } from './numbers.ts';
import { numbered } from './person.ts';
import { chat, register, turnsPerRegistration } from './registration.ts';
import { megabytes, milliseconds, print, times } from './table.ts';
import type { Workplace } from './workplace.ts';

const rounds = 5;
const conversations = 128;
const atOnce = 16;
const starts = 3;

/** Registrations with this bot against as many turns with the SDK's plain echo bot, by turns on the same machine. */
export async function compareWithEcho(connector: Connector, workplace: Workplace): Promise<void> {
  const settings = workplace.settings('echoed');
  const coldEcho = await coldStart('echo-bot.ts', {});
  const coldOurs = await coldStart('this-bot.ts', settings);
  const echo = await start('echo-bot.ts');
  const ours = await start('this-bot.ts', settings);
  const toEcho = createClient(echo.url);
  const toOurs = createClient(ours.url);
  const next = numbered(0);
  const withEcho = () => chat(toEcho, connector, next());
  const withOurs = () => register(toOurs, connector, next(), ours.codeFor);

  await load(toEcho, conversations, atOnce, withEcho);
  await load(toOurs, conversations, atOnce, withOurs);
  const echoes: Load[] = [];
  const registrations: Load[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    echoes.push(await load(toEcho, conversations, atOnce, withEcho));
    registrations.push(await load(toOurs, conversations, atOnce, withOurs));
  }

  const [a, b] = [typical(echoes), typical(registrations)];
  const [memoryEcho, memoryOurs] = [(await echo.used()).resident, (await ours.used()).resident];
  const turns = conversations * turnsPerRegistration;
  print([
    [`${rounds} rounds of ${turns} turns, ${atOnce} at once`, 'plain echo', 'this bot', 'ratio'],
    ['turns per second', perSecond(a), perSecond(b), times(b.turnsPerSecond / a.turnsPerSecond)],
    ['p50 of a turn', milliseconds(a.p50), milliseconds(b.p50), times(b.p50 / a.p50)],
    ['p99 of a turn', milliseconds(a.p99), milliseconds(b.p99), times(b.p99 / a.p99)],
    ['memory after it', megabytes(memoryEcho), megabytes(memoryOurs), times(memoryOurs / memoryEcho)],
    ['cold start', milliseconds(coldEcho), milliseconds(coldOurs), times(coldOurs / coldEcho)],
  ]);
  for (const client of [toEcho, toOurs]) client.close();
  for (const child of [echo, ours]) await child.stop();
}

function perSecond(figures: Load): string {
  return figures.turnsPerSecond.toFixed(0);
}

async function coldStart(file: string, settings: Readonly<Record<string, string>>): Promise<number> {
  const taken: number[] = [];
  for (let at = 0; at < starts; at += 1) {
    const child: Child = await start(file, settings);
    taken.push(child.startedIn);
    await child.stop();
  }
  return median(taken);
}
