import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { share } from './support/figure.ts';
import { seedOfRun } from './support/seeded.ts';
import { inTheEnd, until } from './support/until.ts';

const root = join(import.meta.dirname, '..');
const program = [process.execPath, 'test/demo-two.ts'] as const;
const npm = ['npm', 'run', '-s', 'demo:two'] as const;

/** Who is told to end, in which way. Nobody tells the others. */
const ways = [
  { who: 'npm', command: npm, signal: 'SIGTERM' },
  { who: 'npm', command: npm, signal: 'SIGINT' },
  { who: 'npm', command: npm, signal: 'SIGKILL' },
  { who: 'the demonstration itself', command: program, signal: 'SIGKILL' },
] as const;

const seed = seedOfRun();

for (const { who, command, signal } of share(ways, ways.length, seed)) {
  test(`of the demonstration with two bots nothing is left after ${signal} to ${who} alone`, async (t) => {
    const [file, ...words] = command;
    const { PATH = '', HOME = '' } = process.env;
    const run = spawn(file, words, {
      cwd: root,
      env: { PATH, HOME, PLAYGROUND: 'off' },
      // For the end of the test: a group of its own, in which everything is that it starts.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // Its errors come from the database server and whoever keeps that, too: the pipe ends with the last of them.
    const closed = once(run, 'close');
    t.after(() => {
      try {
        process.kill(-(run.pid ?? 0), 'SIGKILL');
      } catch {
        // Nothing is left of it.
      }
    });
    let said = '';
    for (const stream of [run.stdout, run.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    await until(
      () => `both bots are there:\n${said}`,
      () => {
        assert.equal(run.exitCode, null, said);
        return said.includes('Ctrl+C ends everything');
      },
    );
    const bots = [...said.matchAll(/^A bot: (\S+)$/gm)].map(([, url = '']) => url);
    assert.equal(bots.length, 2);
    for (const url of bots) assert.equal((await fetch(`${url}/health/live`)).status, 200);
    run.kill(signal);
    await inTheEnd('its database has ended', closed);
    const answers = (url: string) => fetch(`${url}/health/live`).then(Boolean, () => false);
    await until('both bots have ended', async () => !(await Promise.all(bots.map(answers))).includes(true));
  });
}
