/**
 * The web console as the server gives it out: the built files under their hashed names, and the page that begins it for
 * every address a browser opens that is not the API's. Each answer of the page has a nonce of its own for its styles;
 * scripts come from this server alone.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import { exchangeOf, send } from './exchange.ts';
import type { Foundation } from './services.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Addresses of the API, of its documents and of the portal: what is not there is not the console's either. */
const NOT_OURS = /^\/(?:api|health|metrics|docs|problems|portal|openapi\.json)(?:[/?]|$)/;

/** Pictures and papers that a page shows come by the API and stand in it as blobs. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** Null where it is not worth it. */
  zipped: Buffer | null;
}

/** The console in a folder, or null when none was built there: then the server gives out the API alone. */
export function createConsole(folder: string, services: Foundation) {
  const start = join(folder, 'index.html');
  if (!existsSync(start)) return null;
  const page = readFileSync(start, 'utf8');
  const assets = new Map(
    readdirSync(join(folder, 'assets')).map((name): [string, Asset] => {
      const plain = readFileSync(join(folder, 'assets', name));
      const zipped = plain.byteLength > 1_024 ? gzipSync(plain, { level: 9 }) : null;
      return [`/assets/${name}`, { type: TYPES[extname(name)] ?? 'application/octet-stream', plain, zipped }];
    }),
  );

  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const path = request.url.split('?', 1)[0] ?? '';
    const asset = assets.get(path);
    if (asset) {
      exchangeOf(response).operationId = 'readConsoleFile';
      sendAsset(request, response, asset, services);
      return;
    }
    const isPage = (request.headers.accept ?? '').includes('text/html');
    if (!isPage || NOT_OURS.test(request.url) || path.startsWith('/assets/')) {
      next();
      return;
    }
    exchangeOf(response).operationId = 'showConsole';
    const nonce = randomBytes(16).toString('base64');
    send(
      request,
      response,
      {
        status: 200,
        contentType: 'text/html; charset=utf-8',
        content: page.replaceAll('%nonce%', nonce),
        headers: { 'Content-Security-Policy': policy(nonce) },
      },
      services,
    );
  };
}

/** A name holds the hash of what is in it, but for the icon's: it may be kept for good. */
function sendAsset(request: Request, response: Response, asset: Asset, services: Foundation): void {
  const isZipped = asset.zipped !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  send(
    request,
    response,
    {
      status: 200,
      contentType: asset.type,
      content: isZipped ? asset.zipped : asset.plain,
      headers: {
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(isZipped && { 'Content-Encoding': 'gzip' }),
      },
    },
    services,
  );
}
