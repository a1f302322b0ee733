import { connect, createServer, type Socket } from 'node:net';

/** Stands between a program and its database: makes it as far as a network would, and is the address that follows the primary. */
export interface DelayingProxy {
  readonly port: number;
  /** Who connects from now on comes to another server; whoever is connected is cut off. */
  moveTo(port: number): void;
  /** No answer comes any more, as from a server that hangs, until it is told to go on. */
  hang(): () => void;
  close(): Promise<void>;
}

/** @param delay how long every answer takes on its way, ms */
export async function startDelayingProxy(to: number, delay: number): Promise<DelayingProxy> {
  const open = new Set<Socket>();
  let target = to;
  let kept: (() => void)[] | undefined;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const one of [near, far]) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => open.delete(one));
      one.setNoDelay(true);
    }
    near.on('data', (bytes) => void far.write(bytes));
    far.on('data', (bytes) => {
      if (kept) kept.push(() => near.write(bytes));
      else if (delay === 0) near.write(bytes);
      else setTimeout(() => near.write(bytes), delay);
    });
    near.on('close', () => far.end());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address()) as { port: number };
  return {
    port,
    moveTo(next) {
      target = next;
      for (const one of open) one.destroy();
    },
    hang() {
      kept = [];
      return () => {
        for (const answer of kept ?? []) answer();
        kept = undefined;
      };
    },
    async close() {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
