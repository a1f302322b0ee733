import { connect, createServer, type Socket } from 'node:net';

/** Stands between a program and a server on loopback. */
export interface TcpProxy {
  readonly port: number;
  /** Cuts off whoever is connected. */
  cutAll(): void;
  close(): Promise<void>;
}

/**
 * @param target port of the server, asked for each connection
 * @param wire hands what comes from one side (`near`: the program) to the other (`far`: the server); ends are handed on already
 */
export async function startTcpProxy(
  target: () => number,
  wire: (near: Socket, far: Socket) => void,
): Promise<TcpProxy> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target(), '127.0.0.1');
    for (const one of [near, far]) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => open.delete(one));
      one.setNoDelay(true);
    }
    wire(near, far);
    near.on('close', () => far.end());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address()) as { port: number };
  const cutAll = () => {
    for (const one of open) one.destroy();
  };
  return {
    port,
    cutAll,
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
