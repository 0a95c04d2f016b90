/** A network between a test and a server, to be cut on purpose: falls silent, or changes what the server says. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** Connections made through it so far. */
  readonly made: () => number;
  /** Nothing passes any more, and nobody is told: the sort of fault that has no error. */
  readonly fallSilent: () => void;
  /** New connections pass again; those that were caught in the silence stay as they are. */
  readonly recover: () => void;
  readonly close: () => Promise<void>;
}

/** `alter` sees each piece the server sends and answers what arrives in its place. */
export async function startProxy(
  toUrl: string,
  alter: (said: Buffer) => Buffer = (said) => said,
): Promise<TcpProxy> {
  const { hostname, port } = new URL(toUrl);
  const sockets = new Set<Socket>();
  const lost = new WeakSet<Socket>();
  let isSilent = false;
  let made = 0;
  const server = createServer((client) => {
    made += 1;
    const upstream = connect(Number(port || 5432), hostname);
    for (const [from, to, change] of [
      [client, upstream, (said: Buffer) => said],
      [upstream, client, alter],
    ] as const) {
      sockets.add(from);
      if (isSilent) lost.add(from);
      from.on('data', (said: Buffer) => {
        if (!lost.has(from)) to.write(change(said));
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        if (!lost.has(from)) to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    made: () => made,
    fallSilent: () => {
      isSilent = true;
      for (const socket of sockets) lost.add(socket);
    },
    recover: () => {
      isSilent = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The same address by way of other hosts. */
export function through(url: string, ...ports: readonly number[]): string {
  const { host } = new URL(url);
  return url.replace(`@${host}`, `@${ports.map((port) => `127.0.0.1:${port}`).join(',')}`);
}
