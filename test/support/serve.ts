import type { TestContext } from 'node:test';
import { localGate } from '../../bot/http/gate.ts';
import { createServer, type ServerParts } from '../../bot/http/server.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { handClock } from './clock.ts';

export interface Served {
  readonly origin: string;
  readonly port: number;
  readonly log: readonly string[];
  /** The value of one line of /metrics, 0 when there is none. */
  metric(line: string): Promise<number>;
  close(patience?: number): Promise<void>;
}

/** A real server on loopback, with a turn that does nothing unless told otherwise. */
export async function serve(t: TestContext, parts: Partial<ServerParts> = {}, wanted = 0): Promise<Served> {
  const log: string[] = [];
  const metrics = parts.metrics ?? createMetrics();
  const server = createServer({
    gate: localGate,
    turn: async () => undefined,
    ready: { always: () => true },
    build: { version: '1.2.3', commit: '0123abc' },
    metrics,
    log: createLog('debug', { write: (line) => void log.push(line) }),
    clock: handClock(),
    ...parts,
  });
  const { port } = await server.listen('127.0.0.1', wanted);
  let closed: Promise<void> | undefined;
  const close = (patience = 1_000) => {
    closed ??= server.close(patience);
    return closed;
  };
  t.after(() => close(0));
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    log,
    async metric(line) {
      const { text } = await metrics.page();
      const found = text.split('\n').find((one) => one.startsWith(`${line} `));
      return Number(found?.slice(line.length) ?? 0);
    },
    close,
  };
}
