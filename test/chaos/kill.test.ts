import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { amount, figure } from '../support/figure.ts';
import { type Seeded, seeded, seedOfRun } from '../support/seeded.ts';

const writer = fileURLToPath(new URL('./kill-writer.ts', import.meta.url));

/** Each chain kills one writer after another; after some it begins with an empty folder, so that records stay small. */
const chains = 2;
const killsPerFolder = 10;
/** A writer is killed after so many acknowledgements at the most, and a moment more. */
const mostAcknowledged = 150;
const longestMoment = 5;

const figures = { kills: 0, acknowledged: 0, lost: 0, half: 0, unreadable: 0 };
const kills = amount(15, 200);
const acknowledgements = amount(750, 10_000);
const enough = () => figures.kills >= kills && figures.acknowledged >= acknowledgements;

test('whatever was acknowledged is there and whole after kill -9', async () => {
  const seed = seedOfRun();
  await Promise.all(Array.from({ length: chains }, (_, at) => chain(seeded(seed + at))));
  const { kills: killed, acknowledged, ...wrong } = figures;
  const met = enough() && Object.values(wrong).every((count) => count === 0);
  figure({
    test: 'kill -9, lowdb',
    measured: `${killed} kills, ${acknowledged} acknowledged: ${wrong.lost} lost, ${wrong.half} half, ${wrong.unreadable} unreadable`,
    target: `≥ ${kills} kills, ≥ ${acknowledgements} acknowledged: 0 lost, 0 half, 0 unreadable`,
    met,
    seed,
  });
  assert.deepEqual(wrong, { lost: 0, half: 0, unreadable: 0 });
  assert.ok(enough());
});

async function chain(random: Seeded): Promise<void> {
  while (!enough()) {
    const folder = await mkdtemp(join(tmpdir(), 'kill-'));
    const acknowledged = new Map<string, number>();
    for (let kill = 0; kill < killsPerFolder; kill += 1) {
      const after = { count: random.below(mostAcknowledged), moment: random.chance() * longestMoment };
      await run(folder, acknowledged, after);
    }
    await run(folder, acknowledged, undefined);
    await rm(folder, { recursive: true });
  }
}

/**
 * Lets a writer compare what it finds with what the ones before it acknowledged, then write until it is killed.
 * @param after when to kill it: so many acknowledgements, and so many ms, after it began to write; undefined: as soon as
 *   it has compared
 */
async function run(
  folder: string,
  acknowledged: Map<string, number>,
  after: { readonly count: number; readonly moment: number } | undefined,
): Promise<void> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const kill = () => child.kill('SIGKILL');
  let ready = false;
  let count = 0;
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
      if (after && count === after.count) setTimeout(kill, after.moment);
      count += 1;
      figures.acknowledged += 1;
      acknowledged.set(record, Math.max(acknowledged.get(record) ?? 0, Number(counter)));
    }
  }
  assert.equal(await ended, 'SIGKILL', 'the writer ended by itself');
  assert.ok(ready, 'the writer did not come to compare');
  if (after) figures.kills += 1;
}
