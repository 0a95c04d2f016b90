/**
 * The only way out: every request of this program to an address that data or a foreign document names goes through here
 * (T12). https only; the name is looked up once, and every address it has must be a public one; the line goes to the
 * address that was judged and to no later answer of the resolver; redirects are not followed; time and size have limits.
 */
import { lookup as lookUpName } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Why a request was not made, or its answer not taken. */
export type OutgoingFault =
  'bad_address' | 'not_https' | 'not_public' | 'not_resolved' | 'too_slow' | 'too_large' | 'not_reached';

/** Says why and never whereto: an address may hold a secret. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused';
  readonly fault: OutgoingFault;

  constructor(fault: OutgoingFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** All addresses of a name, as text. */
export type Resolver = (host: string) => Promise<readonly string[]>;

export interface OutgoingRules {
  /** Hosts the operator named themselves (an identity provider in their own network): these may be private. */
  readonly allowHosts?: readonly string[];
  /** In a sandbox one's own machine may be reached, also without TLS. */
  readonly isSandbox?: boolean;
  /** Milliseconds from the look-up to the last byte. */
  readonly timeoutMs?: number;
  /** Bytes of an answer. */
  readonly maxBytes?: number;
  readonly resolve?: Resolver;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export interface OutgoingReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Outgoing {
  /** Throws `OutgoingRefused`. A redirect is an answer like any other: it is not followed. */
  readonly send: (request: OutgoingRequest) => Promise<OutgoingReply>;
  /** The same in the shape of `fetch`, for libraries that take one. */
  readonly fetch: (url: string | URL, options?: FetchOptions) => Promise<Response>;
}

export interface FetchOptions {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | Headers | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 1024 * 1024;

const systemResolver: Resolver = async (host) =>
  (await lookUpName(host, { all: true })).map(({ address }) => address);

/** The way out under these rules. */
export function createOutgoing(rules: OutgoingRules = {}): Outgoing {
  const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = rules;

  const send = async ({
    url,
    method = 'GET',
    headers,
    body,
    signal,
  }: OutgoingRequest): Promise<OutgoingReply> => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const ended = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const to = addressIn(url);
      const addresses = await judged(to, rules, ended);
      return await exchange(to, addresses, { method, headers, body, signal: ended }, maxBytes);
    } catch (error) {
      if (error instanceof OutgoingRefused) throw error;
      throw new OutgoingRefused(timeout.aborted ? 'too_slow' : 'not_reached', error);
    }
  };

  return {
    send,
    fetch: async (url, { method, headers, body, signal } = {}) => {
      const reply = await send({
        url: String(url),
        ...(method !== undefined && { method }),
        ...(headers && { headers: Object.fromEntries(new Headers(headers)) }),
        ...(body !== undefined && body !== null && { body: bytesOf(body) }),
        ...(signal && { signal }),
      });
      const given = new Headers();
      for (const [name, value] of Object.entries(reply.headers))
        for (const one of [value ?? []].flat()) given.append(name, one);
      const isEmpty = [204, 205, 304].includes(reply.status);
      return new Response(isEmpty ? null : new Uint8Array(reply.body), {
        status: reply.status,
        headers: given,
      });
    },
  };
}

function bytesOf(body: unknown): string | Uint8Array {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new OutgoingRefused('bad_address');
}

/** The URL parser of Node knows every spelling of an IPv4 address (decimal, octal, hexadecimal, short) and undoes it. */
function addressIn(text: string): URL {
  if (!URL.canParse(text)) throw new OutgoingRefused('bad_address');
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) throw new OutgoingRefused('not_https');
  if (url.username !== '' || url.password !== '') throw new OutgoingRefused('bad_address');
  return url;
}

/** The host without the brackets of an IPv6 literal and the dot of a rooted name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

type Kind = 'public' | 'loopback' | 'private';

/** What an address is; one of IPv4 inside IPv6 is what it is as IPv4. Whatever is not plainly public is private. */
function kindOf(address: string): Kind {
  if (!ipaddr.isValid(address)) return 'private';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return 'loopback';
  // Of IPv6 only what is given out to networks is public (2000::/3).
  const isGivenOut = !(parsed instanceof ipaddr.IPv6) || (parsed.parts[0] ?? 0) >> 13 === 1;
  return range === 'unicast' && isGivenOut ? 'public' : 'private';
}

/** The addresses to connect to, all of them judged; throws when one is not for us. */
async function judged(url: URL, rules: OutgoingRules, ended: AbortSignal): Promise<readonly string[]> {
  const host = hostOf(url);
  const addresses = ipaddr.isValid(host)
    ? [host]
    : await resolved(host, rules.resolve ?? systemResolver, ended);
  const kinds = new Set(addresses.map(kindOf));
  const isOwnMachine = kinds.size === 1 && kinds.has('loopback');
  const isSandboxed = rules.isSandbox === true && isOwnMachine;
  if (url.protocol !== 'https:' && !isSandboxed) throw new OutgoingRefused('not_https');
  const isNamed = rules.allowHosts?.some((allowed) => allowed.toLowerCase() === host.toLowerCase());
  const isPublic = kinds.size === 1 && kinds.has('public');
  if (!isPublic && !isSandboxed && !isNamed) throw new OutgoingRefused('not_public');
  return addresses;
}

async function resolved(host: string, resolve: Resolver, ended: AbortSignal): Promise<readonly string[]> {
  const late = new Promise<never>((_, reject) => {
    ended.addEventListener('abort', () => {
      reject(new OutgoingRefused('too_slow'));
    });
  });
  const addresses = await Promise.race([resolve(host).catch(() => []), late]);
  if (addresses.length === 0) throw new OutgoingRefused('not_resolved');
  return addresses;
}

/** Answers Node's question for an address with those that were judged, whatever the resolver would say now. */
const pinnedTo =
  (addresses: readonly string[]): NonNullable<RequestOptions['lookup']> =>
  (_host, options, callback) => {
    const all = addresses.map((address) => ({
      address,
      family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4,
    }));
    const first = all[0] as { address: string; family: number };
    if (options.all) callback(null, all);
    else callback(null, first.address, first.family);
  };

function exchange(
  url: URL,
  addresses: readonly string[],
  {
    method,
    headers,
    body,
    signal,
  }: Omit<OutgoingRequest, 'url' | 'headers' | 'body'> & {
    readonly headers: OutgoingRequest['headers'] | undefined;
    readonly body: OutgoingRequest['body'] | undefined;
    readonly signal: AbortSignal;
  },
  maxBytes: number,
): Promise<OutgoingReply> {
  return new Promise((resolve, reject) => {
    const isTls = url.protocol === 'https:';
    const sent = (isTls ? overHttps : overHttp)(
      {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || (isTls ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        method: method ?? 'GET',
        headers: { ...headers },
        agent: false, // a line of its own: a kept one could have been opened to an address judged for somebody else
        lookup: pinnedTo(addresses),
        signal,
      },
      (reply) => {
        const chunks: Buffer[] = [];
        let size = 0;
        reply.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= maxBytes) chunks.push(chunk);
          else {
            reject(new OutgoingRefused('too_large'));
            sent.destroy();
          }
        });
        reply.on('error', reject);
        reply.on('end', () => {
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
