import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const writer = fileURLToPath(new URL('./kill-writer.ts', import.meta.url));

/** Each chain kills one writer after another; after some it begins with an empty folder, so that records stay small. */
const chains = 2;
const folders = 10;
const killsPerFolder = 10;

const figures = { kills: 0, acknowledged: 0, lost: 0, half: 0, unreadable: 0 };

test('whatever was acknowledged is there and whole after kill -9', { timeout: 180_000 }, async (t) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  await Promise.all(Array.from({ length: chains }, (_, at) => chain(generator(seed + at))));
  t.diagnostic(`kill -9, lowdb: ${JSON.stringify({ ...figures, seed })}`);
  const { kills, acknowledged, ...wrong } = figures;
  assert.deepEqual(wrong, { lost: 0, half: 0, unreadable: 0 });
  assert.ok(kills >= 200, `${kills} kills`);
  assert.ok(acknowledged >= 10_000, `${acknowledged} acknowledged`);
});

async function chain(random: () => number): Promise<void> {
  for (let round = 0; round < folders; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'kill-'));
    const acknowledged = new Map<string, number>();
    for (let kill = 0; kill < killsPerFolder; kill += 1) await run(folder, acknowledged, random() * 60);
    await run(folder, acknowledged, undefined);
    await rm(folder, { recursive: true });
  }
}

/**
 * Lets a writer compare what it finds with what the ones before it acknowledged, then write until it is killed.
 * @param moment when to kill it, in ms after its first acknowledgement; undefined: as soon as it has compared
 */
async function run(folder: string, acknowledged: Map<string, number>, moment: number | undefined): Promise<void> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const kill = () => child.kill('SIGKILL');
  let ready = false;
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, kind, id, counter] = line.split(' ');
    const record = `${kind} ${id}`;
    if (word === 'found' && Number(counter) < (acknowledged.get(record) ?? 0)) figures.lost += 1;
    if (word === 'half') figures.half += 1;
    if (word === 'unreadable') figures.unreadable += 1;
    if (word === 'ready') {
      ready = true;
      if (moment === undefined) kill();
    }
    if (word === 'ack' && moment !== undefined) {
      timer ??= setTimeout(kill, moment);
      figures.acknowledged += 1;
      acknowledged.set(record, Math.max(acknowledged.get(record) ?? 0, Number(counter)));
    }
  }
  assert.equal(await ended, 'SIGKILL', 'the writer ended by itself');
  assert.ok(ready, 'the writer did not come to compare');
  if (moment !== undefined) figures.kills += 1;
}

/** mulberry32: the same seed, the same moments. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
