import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { until } from './support/until.ts';

const root = join(import.meta.dirname, '..');
/** Against hanging: a start takes seconds, ten times as long on a slow machine. */

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  /** Whether a process holds the records. */
  held(): Promise<boolean>;
  said(): string;
}

/** The bot in local mode as a command starts it, in a process group of its own; ends whatever is left of it after the test. */
async function started(t: TestContext, command: string, ...more: readonly string[]): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'stopping-'));
  const { PATH = '', HOME = folder } = process.env;
  const env = { PATH, HOME, DATA_DIR: folder, PORT: '0', PLAYGROUND: 'off', LOG_LEVEL: 'info' };
  const child = spawn(command, more, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  t.after(async () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // Nothing is left of it.
    }
    await rm(folder, { recursive: true, force: true });
  });
  await until(
    () => `the bot listens\n${said}`,
    () => /^The bot listens on /m.test(said) || child.exitCode !== null,
  );
  const url = /^The bot listens on +(\S+)/m.exec(said)?.[1] ?? '';
  const held = async () => (await readdir(folder, { recursive: true })).some((name) => /(^|\/)in-use\./.test(name));
  assert.ok(await held());
  return { child, url, held, said: () => said };
}

/** Once what was started has ended, the bot has too, said so, and has let go of its records. */
async function endedCleanly({ child, url, held, said }: Started): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  assert.match(said(), /"msg":"stopping"/, said());
  assert.equal(await held(), false, `the records are still held\n${said()}`);
  await assert.rejects(fetch(`${url}/health/live`), 'the bot still answers');
  assert.equal(child.exitCode, 0, said());
}

test('SIGTERM to npm start ends the bot cleanly, though npm starts a shell between', async (t) => {
  const run = await started(t, 'npm', 'start');
  run.child.kill('SIGTERM');
  await endedCleanly(run);
});

test('a signal that reaches npm and the bot both, as Ctrl+C and a service manager send it, ends it as cleanly', async (t) => {
  const run = await started(t, 'npm', 'start');
  process.kill(-(run.child.pid ?? 0), 'SIGTERM');
  await endedCleanly(run);
});

/** Its own process ids need a right that not every machine gives. */
const asFirst = ['--fork', '--pid', '--mount-proc'];
const permitted = spawnSync('unshare', [...asFirst, 'true']).status === 0;

test('SIGTERM to npm start ends the bot cleanly where npm is the first process, as in a container', {
  skip: !permitted && 'this machine gives no process ids of its own',
}, async (t) => {
  const run = await started(t, 'unshare', ...asFirst, 'npm', 'start');
  const { pid } = run.child;
  const [first] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  process.kill(Number(first), 'SIGTERM');
  await endedCleanly(run);
});
