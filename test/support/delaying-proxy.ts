import { startTcpProxy } from './tcp-proxy.ts';

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
  let target = to;
  let kept: (() => void)[] | undefined;
  const { port, cutAll, close } = await startTcpProxy(
    () => target,
    (near, far) => {
      near.on('data', (bytes) => void far.write(bytes));
      far.on('data', (bytes) => {
        if (kept) kept.push(() => near.write(bytes));
        else if (delay === 0) near.write(bytes);
        else setTimeout(() => near.write(bytes), delay);
      });
    },
  );
  return {
    port,
    close,
    moveTo(next) {
      target = next;
      cutAll();
    },
    hang() {
      kept = [];
      return () => {
        for (const answer of kept ?? []) answer();
        kept = undefined;
      };
    },
  };
}
