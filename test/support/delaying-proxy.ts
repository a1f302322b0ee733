import { setTimeout as pause } from 'node:timers/promises';
import { startTcpProxy } from './tcp-proxy.ts';

/** Stands between a program and its database: makes it as far as a network would, and is the address that follows the primary. */
export interface DelayingProxy {
  readonly port: number;
  /** Who connects from now on comes to another server; whoever is connected is cut off. */
  moveTo(port: number): void;
  /** From now on every answer takes so long, ms. */
  setApart(delay: number): void;
  /** No answer comes any more, as from a server that hangs, until it is told to go on. */
  hang(): () => void;
  close(): Promise<void>;
}

/** @param delay how long every answer takes on its way, ms */
export async function startDelayingProxy(to: number, delay: number): Promise<DelayingProxy> {
  let target = to;
  let apart = delay;
  let kept: (() => void)[] | undefined;
  const { port, cutAll, close } = await startTcpProxy(
    () => target,
    (near, far) => {
      near.on('data', (bytes) => void far.write(bytes));
      /** Answers under way: none overtakes another. */
      let before = Promise.resolve();
      far.on('data', (bytes) => {
        const arrives = performance.now() + apart;
        before = before.then(async () => {
          const left = arrives - performance.now();
          if (left > 0) await pause(left);
          if (kept) kept.push(() => near.write(bytes));
          else near.write(bytes);
        });
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
    setApart(next) {
      apart = next;
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
