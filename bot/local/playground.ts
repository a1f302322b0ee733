import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface PlaygroundSettings {
  readonly port: number;
  /** Where the bot takes messages, on this machine. It has to answer already: the Playground waits half a minute for it. */
  readonly endpoint: string;
  /** Folder for the Playground's log. */
  readonly folder: string;
  /** How long it may take to answer, ms; 30 s unless told. */
  readonly patience?: number;
}

/**
 * - started: it answers at `url`.
 * - port-taken: another program has the port. Asked, it would take any other port and tell nobody.
 * - missing: it is not installed, as after an install without development dependencies.
 * - failed: it ended or did not answer in time; `log` says why.
 */
export type PlaygroundStart =
  | { readonly kind: 'started'; readonly url: string; stop(): Promise<void> }
  | { readonly kind: 'port-taken' | 'missing' }
  | { readonly kind: 'failed'; readonly log: string };

const packageName = '@microsoft/m365agentsplayground';
const people = fileURLToPath(new URL('../../.m365agentsplayground.yml', import.meta.url));
const inside = new URL('./playground-inside.ts', import.meta.url).href;

/**
 * Starts the Microsoft 365 Agents Playground, a Teams-like page, as a process of its own. Its licence is for evaluation:
 * it is run, never copied from. It ends with us, however we end, and takes connections from this machine only.
 */
export async function startPlayground(settings: PlaygroundSettings): Promise<PlaygroundStart> {
  const { port, endpoint, patience = 30_000 } = settings;
  const folder = resolve(settings.folder);
  const program = findProgram();
  if (!program) return { kind: 'missing' };
  if (!(await portFree(port))) return { kind: 'port-taken' };

  await mkdir(folder, { recursive: true });
  const log = join(folder, 'playground.log');
  await rm(log, { force: true });
  const output = await open(log, 'a', 0o600);
  const url = `http://127.0.0.1:${port}`;
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', `${port}`, '--su', `${url}/_connector`, '--dt'];
  const child = spawn(process.execPath, ['--import', inside, program, ...words], {
    cwd: folder,
    // None of our settings: the keys and passwords among them are no business of its.
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: people,
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
      // Switching telemetry off with --dt leaves its library's own.
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    },
    stdio: ['pipe', output.fd, output.fd],
  });
  const ended = once(child, 'exit').catch(() => undefined);
  await output.close();

  if (await comesUp(url, child, patience)) return { kind: 'started', url, stop: () => stop(child, ended) };
  await stop(child, ended);
  return { kind: 'failed', log };
}

function findProgram(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve(`${packageName}/cli.js`);
  } catch {
    return undefined;
  }
}

async function portFree(port: number): Promise<boolean> {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
}

/** It says "Listening" before it has read its configuration, and ends when that is wrong: so ask it. */
async function comesUp(url: string, child: ChildProcess, patience: number): Promise<boolean> {
  const deadline = AbortSignal.timeout(patience);
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined && !deadline.aborted) {
    try {
      const response = await fetch(`${url}/_internal/v1/config`, { signal: deadline });
      await response.body?.cancel();
      if (response.ok) return true;
    } catch {
      // Not there yet.
    }
    await delay(100);
  }
  return false;
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const patience = new AbortController();
  const late = delay(3_000, 'late', { signal: patience.signal }).catch(() => undefined);
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  patience.abort();
  await ended;
}
