/**
 * Fires steps at a running server from a number of clients and counts the answers. A small HTTP/1.1 client over plain
 * sockets, so that on a shared machine the load costs little beside what is measured.
 */
import { connect, type Socket } from 'node:net';

export interface Target {
  readonly host: string;
  readonly port: number;
  readonly key: string;
}

/** A case a client works on; nobody else does, so that every step names the right version. */
export interface LoadCase {
  readonly id: string;
  version: number;
}

export interface LoadResult {
  readonly stepsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly steps: number;
}

const BODY = JSON.stringify({ type: 'NOTE', data: { text: 'The file was read and put back in its place.' } });

/** Each client applies one NOTE after another to its own cases for `seconds`; throws on any answer but 200. */
export async function loadSteps(
  target: Target,
  cases: readonly (readonly LoadCase[])[],
  seconds: number,
): Promise<LoadResult> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(cases.map((own) => client(target, own, end, times)));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { stepsPerSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), steps: times.length };
}

async function client(target: Target, own: readonly LoadCase[], end: number, times: number[]): Promise<void> {
  const line = await openLine(target);
  try {
    for (let turn = 0; performance.now() < end; turn++) {
      const one = own[turn % own.length] as LoadCase;
      const began = performance.now();
      const answer = await line.ask(requestFor(target, one));
      if (answer.status !== 200) throw new Error(`a step was answered with ${answer.status}: ${answer.body}`);
      one.version += 1;
      times.push(performance.now() - began);
    }
  } finally {
    line.close();
  }
}

const requestFor = ({ host, key }: Target, { id, version }: LoadCase): string =>
  `POST /api/v1/cases/${id}/events HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\n` +
  `Content-Type: application/json\r\nIf-Match: "${version}"\r\nContent-Length: ${Buffer.byteLength(BODY)}\r\n\r\n${BODY}`;

interface Line {
  readonly ask: (request: string) => Promise<{ readonly status: number; readonly body: string }>;
  readonly close: () => void;
}

/** One keep-alive connection that carries one request at a time; answers have to say their length, as ours do. */
function openLine({ host, port }: Target): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, host);
    socket.setNoDelay(true);
    let received = '';
    let waiting: ((answer: { status: number; body: string }) => void) | null = null;
    let fail: (error: Error) => void = reject;
    socket.setEncoding('latin1');
    socket.on('error', (error) => {
      fail(error);
    });
    socket.on('close', () => {
      fail(new Error('the server closed the connection'));
    });
    socket.on('data', (chunk: string) => {
      received += chunk;
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1] ?? 0);
      if (received.length < head + 4 + length) return;
      const answer = { status: Number(received.slice(9, 12)), body: received.slice(head + 4, head + 304) };
      received = '';
      waiting?.(answer);
    });
    socket.once('connect', () => {
      resolve({
        ask: (request) =>
          new Promise((answered, failed) => {
            waiting = answered;
            fail = failed;
            socket.write(request);
          }),
        close: () => {
          fail = () => undefined;
          socket.destroy();
        },
      });
    });
  });
}
