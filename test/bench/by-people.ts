import { start } from './child.ts';
import { createClient } from './client.ts';
import type { Connector } from './connector.ts';
import { fillStore } from './filled-store.ts';
import { type Load, load, typical } from './load.ts';
import { median } from './numbers.ts';
import { numbered } from './person.ts';
import { register } from './registration.ts';
import { megabytes, milliseconds, print, times } from './table.ts';
import type { Workplace } from './workplace.ts';

const few = 200;
const many = 20_000;
const rounds = 5;
const conversations = 32;
const atOnce = 4;
const starts = 5;
/** By promise: a start with many people against one with few, in processor time. */
const startMark = 1.5;

/** The same registrations with few and with many people stored already: a turn must not cost more for it. */
export async function compareByPeople(connector: Connector, workplace: Workplace): Promise<void> {
  for (const people of [few, many]) await fillStore(workplace.folder(nameOf(people)), people);
  const afterStop = await compareStarts(workplace, 'SIGTERM');
  const afterKill = await compareStarts(workplace, 'SIGKILL');
  const small = await office(connector, workplace, few);
  const large = await office(connector, workplace, many);
  const smalls: Load[] = [];
  const larges: Load[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    smalls.push(await small.round());
    larges.push(await large.round());
  }
  // The first round warms up.
  const [a, b] = [typical(smalls.slice(1)), typical(larges.slice(1))];
  const [memoryA, memoryB] = [(await small.bot.used()).resident, (await large.bot.used()).resident];
  print([
    [`people stored, ${atOnce} at once`, String(few), String(many), 'ratio', 'mark'],
    ['p50 of a turn', milliseconds(a.p50), milliseconds(b.p50), times(b.p50 / a.p50)],
    ['p99 of a turn', milliseconds(a.p99), milliseconds(b.p99), times(b.p99 / a.p99)],
    ['memory after it', megabytes(memoryA), megabytes(memoryB), times(memoryB / memoryA)],
    ['start, processor', ...afterStop, times(startMark)],
    ['start after kill -9, processor', ...afterKill],
  ]);
  await small.close();
  await large.close();
}

const nameOf = (people: number) => `people-${people}`;

/** What a start takes of the processor, by turns; each bot ends by the signal. */
async function compareStarts(workplace: Workplace, signal: NodeJS.Signals): Promise<readonly string[]> {
  const taken = new Map<number, number[]>([
    [few, []],
    [many, []],
  ]);
  for (let round = 0; round <= starts; round += 1) {
    for (const [people, times] of taken) {
      const bot = await start('this-bot.ts', workplace.settings(nameOf(people)));
      await bot.stop(signal);
      // The first one still finds what was left before.
      if (round > 0) times.push(bot.processor);
    }
  }
  const [a, b] = [few, many].map((people) => median(taken.get(people) ?? [])) as [number, number];
  return [milliseconds(a), milliseconds(b), times(b / a)];
}

async function office(connector: Connector, workplace: Workplace, people: number) {
  const bot = await start('this-bot.ts', workplace.settings(nameOf(people)));
  const client = createClient(bot.url);
  // Far from the numbers of those who are stored.
  const next = numbered(5_000_000 + people * 100);
  const converse = () => register(client, connector, next(), bot.codeFor);
  return {
    bot,
    round: () => load(client, conversations, atOnce, converse),
    async close() {
      client.close();
      await bot.stop();
    },
  };
}
