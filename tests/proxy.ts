/** Stands between the program and its database and lets the line fail in the two ways lines fail: refused, and silent. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Proxy {
  /** The database's address, with this proxy in between. */
  readonly url: string;
  /** Everything goes through again; what waited while it was silent, too. */
  readonly heal: () => Promise<void>;
  /** Ends every connection and lets nobody connect. */
  readonly refuse: () => Promise<void>;
  /** Keeps every connection, accepts new ones, and passes nothing on. */
  readonly silence: () => void;
  /** Ends the connections there are, without a word, as a line that is cut. */
  readonly cut: () => void;
  /** Once a line carries these words, what the database says to them never arrives. Resolves when that has begun. */
  readonly loseAnswerTo: (words: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function proxyTo(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const lines = new Set<readonly [Socket, Socket]>();
  const deaf = new WeakSet<Socket>();
  let lost: { readonly words: string; readonly begun: () => void } | null = null;
  let isSilent = false;
  let server: Server | null = null;
  let port = 0;

  const accept = (client: Socket): void => {
    const upstream = connect(Number(target.port), target.hostname);
    const line = [client, upstream] as const;
    lines.add(line);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.setNoDelay(true);
      from.on('data', (chunk: Buffer) => {
        if (from === client && lost && chunk.includes(lost.words)) {
          deaf.add(upstream);
          lost.begun();
          lost = null;
        }
        if (!deaf.has(from)) to.write(chunk);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        lines.delete(line);
        to.destroy();
      });
      if (isSilent) from.pause();
    }
  };
  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server = createServer(accept).once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        port = (server?.address() as AddressInfo).port;
        resolve();
      });
    });
  const cut = (): void => {
    for (const [client, upstream] of lines) {
      client.resetAndDestroy();
      upstream.destroy();
    }
  };
  const refuse = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      if (server)
        server.close(() => {
          resolve();
        });
      else resolve();
    });
    server = null;
    cut();
    await closed;
  };

  await listen();
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    cut,
    refuse,
    loseAnswerTo: (words) =>
      new Promise((begun) => {
        lost = { words, begun };
      }),
    silence: () => {
      isSilent = true;
      for (const sockets of lines) for (const socket of sockets) socket.pause();
    },
    heal: async () => {
      isSilent = false;
      for (const sockets of lines) for (const socket of sockets) socket.resume();
      if (!server) await listen();
    },
    close: refuse,
  };
}
