import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statedEnv, statedImport } from './stated-date.ts';
import { patience, until } from './until.ts';

/** The bot as its users start it: a process of its own, in local mode, with an inbox in place of phones and mailboxes. */
export interface BotProcess {
  /** Stays the same when it is started again. */
  readonly url: string;
  /** The code in the newest message to an address; waits for one that was not handed out before. */
  code(to: string): Promise<string>;
  /** Asks it to end (SIGTERM), and fails unless it ends cleanly. */
  stop(): Promise<void>;
  /** Ends it in the middle of whatever it does (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again on the same records and the same port. */
  start(): Promise<void>;
  /** Ends it, however it is, and clears its records away. */
  clear(): Promise<void>;
}

const program = fileURLToPath(new URL('../../bot/index.ts', import.meta.url));
const withUs = new URL('./ends-with-parent.ts', import.meta.url).href;

/**
 * Starts the bot on a folder of its own and on a free port; throws with what it printed when it doesn't come up.
 * @param policy what stands in its policy file; without it there is none
 * @param more settings of its own
 */
export async function startBotProcess(
  policy?: object,
  more: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bot-process-'));
  const policyFile = join(folder, 'policy.json');
  if (policy) await writeFile(policyFile, JSON.stringify(policy));
  const settings = {
    DATA_DIR: join(folder, 'records'),
    PLAYGROUND: 'off',
    LOG_LEVEL: 'warn',
    ...(policy && { POLICY_FILE: policyFile }),
    ...more,
  };
  const clear = () => rm(folder, { recursive: true, force: true });
  let running = await started(folder, { ...settings, PORT: '0' }).catch(async (reason: unknown) => {
    await clear();
    throw reason;
  });
  const url = running.url;

  const handedOut = new Set<string>();
  async function code(to: string): Promise<string> {
    let found = '';
    await until(`a code comes to ${to}`, async () => {
      const messages = (await (await fetch(`${url}/local/inbox.json`)).json()) as Arrived[];
      const last = messages.findLast((message) => message.to === to && codeIn(message) !== undefined);
      if (!last || handedOut.has(last.letter)) return false;
      handedOut.add(last.letter);
      found = codeIn(last) ?? '';
      return true;
    });
    return found;
  }

  return {
    url,
    code,
    async stop() {
      const { status, signal, said } = await ended(running, 'SIGTERM');
      assert.deepEqual({ status, signal }, { status: 0, signal: null }, `The bot did not end cleanly:\n${said}`);
    },
    async kill() {
      await ended(running, 'SIGKILL');
    },
    async start() {
      running = await started(folder, { ...settings, PORT: new URL(url).port });
    },
    async clear() {
      await ended(running, 'SIGKILL');
      await clear();
    },
  };
}

interface Arrived {
  readonly to: string;
  readonly text: string;
  readonly letter: string;
}

/** A voice reads the digits one by one. */
function codeIn({ text }: Arrived): string | undefined {
  return text.replace(/(?<=\d), (?=\d)/g, '').match(/\b\d{6}\b/)?.[0];
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  said(): string;
}

/** In a folder of its own, where no `.env` lies, and with no setting of whoever runs the tests. */
async function started(folder: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [...statedImport, '--import', withUs, program], {
    cwd: folder,
    env: { ...env, ...statedEnv },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  // The last of its three lines: by then it takes messages.
  const url = () => /^The bot listens on +(\S+)/m.exec(said)?.[1];
  try {
    await until(
      () => `the bot is up:\n${said}`,
      () => {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The bot did not come up:\n${said}`);
        return url() !== undefined;
      },
    );
  } catch (reason) {
    child.kill('SIGKILL');
    throw reason;
  }
  return { child, url: url() ?? '', said: () => said };
}

/** Ends a process unless it has ended, and tells how it ended. */
async function ended({ child, said }: Running, signal: 'SIGTERM' | 'SIGKILL') {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    await exit;
    clearTimeout(late);
  }
  return { status: child.exitCode, signal: child.signalCode, said: said() };
}
