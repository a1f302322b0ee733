import diagnostics from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

/*
 * Imported by a bot process before anything else (`--import`): watches its event loop from the moment the server listens,
 * and writes what it saw, `Watched`, into LOOP_WATCH_FILE. It counts processor time of the loop's own thread: other processes
 * on the machine cost the bot time, but not this figure.
 */

export interface Watched {
  /** The longest turn of the event loop since the server listens, ms of processor; undefined before. */
  readonly longest: number | undefined;
  /** How much slower than the machine this was written on (1: as fast or faster). */
  readonly slower: number;
}

const spent = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** What the work below took there, ms of processor. */
const usual = 25;

function slowness(): number {
  const from = spent();
  const words = Array.from({ length: 30_000 }, (_, at) => `word ${(at * 7919) % 30_011}`);
  JSON.parse(JSON.stringify([...words].sort()));
  return Math.max(1, (spent() - from) / usual);
}

const slower = slowness();
let longest: number | undefined;
let last = 0;
const tell = () => writeFileSync(process.env.LOOP_WATCH_FILE ?? '', JSON.stringify({ longest, slower }));

function look(): void {
  const now = spent();
  if (longest !== undefined && now - last > longest) {
    longest = now - last;
    tell();
  }
  last = spent();
}

diagnostics.subscribe('tracing:net.server.listen:asyncEnd', () => {
  longest ??= 0;
  last = spent();
  tell();
});
setInterval(look, 1).unref();
