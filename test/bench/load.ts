import { performance } from 'node:perf_hooks';
import type { Client } from './client.ts';
import { median, percentile } from './numbers.ts';

/** How a bot did under load. Times in milliseconds. */
export interface Load {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Has so many conversations with a bot, a few at the same time, each from its first turn to its last. */
export async function load(
  client: Client,
  count: number,
  atOnce: number,
  converse: () => Promise<void>,
): Promise<Load> {
  let left = count;
  const worker = async () => {
    for (; left > 0; ) {
      left -= 1;
      await converse();
    }
  };
  client.taken();
  const from = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - from) / 1000;
  const times = client.taken();
  return { turnsPerSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Each figure's median over the rounds. */
export function typical(rounds: readonly Load[]): Load {
  const of = (figure: keyof Load) => median(rounds.map((round) => round[figure]));
  return { turnsPerSecond: of('turnsPerSecond'), p50: of('p50'), p99: of('p99') };
}
