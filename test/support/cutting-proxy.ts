import { startTcpProxy } from './tcp-proxy.ts';

/** Stands between a program and its database, and cuts a connection where it is told to. */
export interface CuttingProxy {
  readonly port: number;
  /**
   * Cuts the connection that sends the next statement: `before` the server gets it, `after` it got it and before anything of
   * the answer comes back, or in the `middle` of the answer.
   */
  cutNext(where: 'before' | 'after' | 'middle'): void;
  readonly cuts: number;
  close(): Promise<void>;
}

export async function startCuttingProxy(to: number): Promise<CuttingProxy> {
  let wanted: 'before' | 'after' | 'middle' | undefined;
  let cuts = 0;
  const { port, close } = await startTcpProxy(
    () => to,
    (near, far) => {
      let doomed: 'after' | 'middle' | undefined;
      const cut = () => {
        cuts += 1;
        near.destroy();
        // What was sent is still carried out.
        far.end();
      };
      near.on('data', (bytes) => {
        // A statement that changes something ends with Sync, whatever came before it.
        if (wanted && isWrite(bytes)) {
          const where = wanted;
          wanted = undefined;
          if (where === 'before') return cut();
          doomed = where;
        }
        far.write(bytes);
      });
      far.on('data', (bytes) => {
        if (doomed === undefined) return void near.write(bytes);
        if (doomed === 'middle') near.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)));
        doomed = undefined;
        // What was written is out before it is cut.
        setImmediate(cut);
      });
    },
  );
  return {
    port,
    close,
    cutNext(where) {
      wanted = where;
    },
    get cuts() {
      return cuts;
    },
  };
}

/** Prepared statements go by their names, and theirs say what they do. */
function isWrite(bytes: Buffer): boolean {
  return /(insert|update|remove)\0/.test(bytes.toString('latin1'));
}
