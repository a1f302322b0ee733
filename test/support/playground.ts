import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRelay } from './playground-relay.ts';
import { statedEnv, statedImport } from './stated-date.ts';
import { patience, until } from './until.ts';

export interface PlaygroundOptions {
  /** Where the bot takes messages; it should be up already: the Playground waits 15 s for it. */
  readonly endpoint: string;
  /** The people and chats, as the YAML text of a `.m365agentsplayground.yml`. It insists on five users and one channel. */
  readonly config: string;
  /** What the person's client speaks, as in "sv-SE"; "en-US" unless told. */
  readonly locale?: string;
  /** A free one unless told. */
  readonly port?: number;
}

export interface Playground {
  readonly url: string;
  /** What passed between it and the bot, and its own troubles, for the message of a test that failed. */
  log(): Promise<string>;
  /** Ends it and clears its folder. The conversations end with it: the next one starts empty. */
  stop(): Promise<void>;
}

const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
/** Keeps it on loopback, and lets it end with us. */
const inside = new URL('../../bot/local/playground-inside.ts', import.meta.url).href;

/**
 * Starts a Microsoft 365 Agents Playground of one's own, with a fresh conversation, on a free port of this machine. Any
 * number may run at a time. It ends with the test's process, however that ends. Throws when it doesn't come up.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const relay = options.locale === undefined ? undefined : await startRelay(options.endpoint, options.locale);
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const config = join(folder, 'config.yml');
  const logFile = join(folder, 'playground.log');
  await writeFile(config, options.config);

  const endpoint = relay?.endpoint ?? options.endpoint;
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', `${options.port ?? 0}`, '--dt'];
  const child = spawn(process.execPath, [...statedImport, '--import', inside, program, ...words], {
    cwd: folder,
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      TZ: 'Europe/Stockholm',
      ...statedEnv,
    },
    stdio: 'pipe',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }

  const log = () => readFile(logFile, 'utf8').catch(() => said);
  const stop = async () => {
    await end(child);
    await relay?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const url = await comesUp(child, () => said);
  if (url !== undefined) return { url, log, stop };
  const why = await log();
  await stop();
  throw new Error(`The Playground did not come up:\n${why}`);
}

/** Asked for port 0 it takes any and prints which; that is before it has read its configuration, so ask it, too. */
async function comesUp(child: ChildProcess, said: () => string): Promise<string | undefined> {
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  let url: string | undefined;
  await until('the Playground is up', async () => {
    const port = /Listening on (\d+)/.exec(said())?.[1];
    const asked = `http://127.0.0.1:${port}`;
    if (port && (await answers(`${asked}/_internal/v1/config`))) url = asked;
    return url !== undefined || ended();
  }).catch(() => undefined);
  return url;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(hard);
}
