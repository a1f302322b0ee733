import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../bot/providers/store/postgres/migrate.ts';
import { amount, figure } from '../support/figure.ts';
import { newDatabase, owner } from '../support/postgres.ts';
import { type Seeded, seeded, seedOfRun } from '../support/seeded.ts';

const writer = fileURLToPath(new URL('./kill-writer.ts', import.meta.url));

/** Each chain kills one writer after another; after some it begins in an empty place, so that records stay small. */
const chains = 2;
const killsPerPlace = 10;
/** A writer is killed after so many acknowledgements at the most, and a moment more. */
const mostAcknowledged = 150;
const longestMoment = 5;

/** Where writers keep their records. */
interface Place {
  readonly name: string;
  clear(): Promise<void>;
}

const stores = {
  lowdb: {
    kills: amount(15, 200),
    async place(): Promise<Place> {
      const folder = await mkdtemp(join(tmpdir(), 'kill-'));
      return { name: folder, clear: () => rm(folder, { recursive: true }) };
    },
  },
  PostgreSQL: {
    kills: amount(3, 200),
    async place(): Promise<Place> {
      const database = await newDatabase();
      await migrate({ connectionString: database.url(owner) });
      return { name: database.url(), clear: database.drop };
    },
  },
};

for (const [name, { kills, place }] of Object.entries(stores)) {
  test(`whatever was acknowledged is there and whole after kill -9, ${name}`, async () => {
    const seed = seedOfRun();
    const count: Count = { kills: 0, acknowledged: 0, lost: 0, half: 0, unreadable: 0 };
    const acknowledgements = 50 * kills;
    const enough = () => count.kills >= kills && count.acknowledged >= acknowledgements;
    const chain = async (random: Seeded) => {
      while (!enough()) {
        const { name, clear } = await place();
        const acknowledged = new Map<string, number>();
        for (let kill = 0; kill < killsPerPlace && !enough(); kill += 1) {
          const after = { count: random.below(mostAcknowledged), moment: random.chance() * longestMoment };
          await run(name, count, acknowledged, after);
        }
        await run(name, count, acknowledged, undefined);
        await clear();
      }
    };
    await Promise.all(Array.from({ length: chains }, (_, at) => chain(seeded(seed + at))));
    const { kills: killed, acknowledged, ...wrong } = count;
    figure({
      test: `kill -9, ${name}`,
      measured: `${killed} kills, ${acknowledged} acknowledged: ${wrong.lost} lost, ${wrong.half} half, ${wrong.unreadable} unreadable`,
      target: `≥ ${kills} kills, ≥ ${acknowledgements} acknowledged: 0 lost, 0 half, 0 unreadable`,
      met: enough() && Object.values(wrong).every((number) => number === 0),
      seed,
    });
    assert.deepEqual(wrong, { lost: 0, half: 0, unreadable: 0 });
    assert.ok(enough());
  });
}

type Count = Record<'kills' | 'acknowledged' | 'lost' | 'half' | 'unreadable', number>;

/**
 * Lets a writer compare what it finds with what the ones before it acknowledged, then write until it is killed.
 * @param after when to kill it: so many acknowledgements, and so many ms, after it began to write; undefined: as soon as
 *   it has compared
 */
async function run(
  place: string,
  figures: Count,
  acknowledged: Map<string, number>,
  after: { readonly count: number; readonly moment: number } | undefined,
): Promise<void> {
  const child = spawn(process.execPath, [writer, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const kill = () => child.kill('SIGKILL');
  let ready = false;
  let acks = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, kind, id, counter] = line.split(' ');
    const record = `${kind} ${id}`;
    if (word === 'found' && Number(counter) < (acknowledged.get(record) ?? 0)) figures.lost += 1;
    if (word === 'half') figures.half += 1;
    if (word === 'unreadable') figures.unreadable += 1;
    if (word === 'ready') {
      ready = true;
      if (!after) kill();
    }
    if (word === 'ack') {
      if (after && acks === after.count) setTimeout(kill, after.moment);
      acks += 1;
      figures.acknowledged += 1;
      acknowledged.set(record, Math.max(acknowledged.get(record) ?? 0, Number(counter)));
    }
  }
  assert.equal(await ended, 'SIGKILL', 'the writer ended by itself');
  assert.ok(ready, 'the writer did not come to compare');
  if (after) figures.kills += 1;
}
