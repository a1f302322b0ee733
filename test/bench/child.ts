import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/** What a bot under test tells whoever started it. */
export type News =
  | { readonly kind: 'listening'; readonly port: number; readonly processor: number }
  | { readonly kind: 'code'; readonly to: string; readonly code: string }
  | { readonly kind: 'used'; readonly resident: number; readonly processor: number };

/** A bot in a process of its own. */
export interface Child {
  readonly url: string;
  /** Milliseconds from the start of the process to its first accepted connection. */
  readonly startedIn: number;
  /** Milliseconds of processor time that took, all of the process. */
  readonly processor: number;
  readonly pid: number | undefined;
  /** Waits for the code that was sent to an address. */
  codeFor(address: string): Promise<string>;
  /** Bytes of memory in use now, and milliseconds of processor time since the start of the process. */
  used(): Promise<{ readonly resident: number; readonly processor: number }>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** How long a code may take, ms. Far beyond what is slow: something is broken then. */
const patience = 20_000;

/** Starts a file of this folder. Throws when the process ends before it listens. */
export async function start(file: string, env: Readonly<Record<string, string>> = {}): Promise<Child> {
  const from = performance.now();
  const child = fork(`${import.meta.dirname}/${file}`, [], { env: { ...process.env, ...env } });
  const codes = new Map<string, string>();
  const waiting = new Map<string, (code: string) => void>();
  child.on('message', (news: News) => {
    if (news.kind !== 'code') return;
    const take = waiting.get(news.to);
    waiting.delete(news.to);
    if (take) take(news.code);
    else codes.set(news.to, news.code);
  });
  const { port, processor } = await heard(child, 'listening');
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const startedIn = performance.now() - from;
  socket.destroy();
  return {
    url: `http://127.0.0.1:${port}`,
    startedIn,
    processor,
    pid: child.pid,
    async codeFor(address) {
      const code = codes.get(address);
      codes.delete(address);
      return code ?? inTime(new Promise((resolve) => waiting.set(address, resolve)));
    },
    async used() {
      const answer = heard(child, 'used');
      child.send('used');
      return answer;
    },
    async stop(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function inTime(code: Promise<string>): Promise<string> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('a code did not come')), patience);
  return Promise.race([code, late]).finally(() => clearTimeout(timer));
}

function heard<K extends News['kind']>(child: ChildProcess, kind: K): Promise<Extract<News, { kind: K }>> {
  const { promise, resolve, reject } = Promise.withResolvers<Extract<News, { kind: K }>>();
  const gone = () => reject(new Error(`the process ended before it told: ${kind}`));
  const hear = (news: News) => {
    if (news.kind !== kind) return;
    child.off('message', hear).off('exit', gone);
    resolve(news as Extract<News, { kind: K }>);
  };
  child.on('message', hear).on('exit', gone);
  return promise;
}
