import { connect, createServer, type Socket } from 'node:net';

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
  const open = new Set<Socket>();
  let wanted: 'before' | 'after' | 'middle' | undefined;
  let cuts = 0;

  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const one of [near, far]) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => open.delete(one));
      one.setNoDelay(true);
    }
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
    near.on('close', () => far.end());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address()) as { port: number };
  return {
    port,
    cutNext(where) {
      wanted = where;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Prepared statements go by their names, and theirs say what they do. */
function isWrite(bytes: Buffer): boolean {
  return /(insert|update|remove)\0/.test(bytes.toString('latin1'));
}
