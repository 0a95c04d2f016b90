/**
 * Reads the body of a request: JSON in UTF-8, up to a limit, uncompressed. No form decoder, no inflation, nothing that
 * recurses. Sees bytes; what they mean is the route's schema's business.
 */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { readJsonText } from '../contract/json-text.ts';
import { Problem } from '../contract/problems.ts';

/** Bytes. */
export const BODY_LIMIT = 100 * 1024;
/** Bytes past the limit that are read and thrown away, so that an honest client gets to see the 413. */
const DRAIN_LIMIT = 1024 * 1024;

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

const tooLarge = (): Problem =>
  new Problem('too-large', {
    zh: `正文不得超过 ${BODY_LIMIT} 字节`,
    en: `The body may have ${BODY_LIMIT} bytes at most`,
  });

export const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** Throws the body away; cuts the line when it does not end. */
function drain(request: IncomingMessage, already: number): void {
  let seen = already;
  request.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > BODY_LIMIT + DRAIN_LIMIT) request.destroy();
  });
}

/** The bytes of the body. Throws `too-large` and `request-timeout`. */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > BODY_LIMIT) {
        request.off('data', onData);
        drain(request, size);
        reject(tooLarge());
      } else chunks.push(chunk);
    };
    request.on('data', onData);
    // The server's own limit cut a slow body off, or the caller left: nobody reads the answer, the log does.
    const onGone = (): void => {
      reject(new Problem('request-timeout'));
    };
    request.once('end', () => {
      request.off('close', onGone);
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.once('error', onGone);
    request.once('close', onGone);
  });
}

/**
 * The JSON value of the body. Throws `unsupported-media-type`, `too-large`, `malformed-json`, `validation-failed`
 * (readable, but refused: see `json-text.ts`) and `request-timeout`.
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (!hasBody(request)) {
    throw new Problem('malformed-json', { zh: '请求缺少正文', en: 'The request has no body' });
  }
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) {
    drain(request, 0);
    throw tooLarge();
  }
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    throw new Problem('unsupported-media-type', {
      zh: '正文须为 application/json（UTF-8）',
      en: 'The body must be application/json in UTF-8',
    });
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Problem('unsupported-media-type', {
      zh: '正文不得压缩',
      en: 'The body must not be compressed',
    });
  }
  const bytes = await readBytes(request);
  if (!isUtf8(bytes)) {
    throw new Problem('malformed-json', { zh: '正文不是 UTF-8 文本', en: 'The body is not UTF-8' });
  }
  return readJsonText(bytes.toString('utf8'));
}
