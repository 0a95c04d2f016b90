/**
 * A body that is one file: as it is, or as the one part of a form. Nothing of it is read before it is opened, so that who
 * may not send it is told at once; it is handed on as it arrives, and never held.
 */
import type { IncomingMessage } from 'node:http';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { Problem } from '../contract/problems.ts';
import { EVIDENCE_REFUSALS, isDeclarable, UNDECLARED } from '../domain/evidence-kinds.ts';
import type { IncomingFile, OpenFile } from '../operations/add-evidence.ts';
import { hasBody } from './body.ts';
import { earnTime } from './pace.ts';

/** Bytes of a refused file, and milliseconds, that are thrown away so that an honest client gets to see the answer. */
const DRAIN_LIMIT = 4 * 1024 * 1024;
const DRAIN_MS = 5_000;
/** What a form may have around its file. */
const FORM_ROOM = 16 * 1024;
const DISPOSITION = /^(?:attachment|form-data|inline)\s*(?:;|$)/i;

export function fileBody(request: IncomingMessage): IncomingFile {
  return {
    open: async (mostBytes) => {
      try {
        return await opened(request, mostBytes);
      } catch (error) {
        throwAway(request);
        throw error;
      }
    },
  };
}

/** Reads what is left of a refused body, up to a measure, and cuts the line past it. */
export function throwAway(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let seen = 0;
  request.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > DRAIN_LIMIT) request.destroy();
  });
  request.resume();
  const late = setTimeout(() => request.destroy(), DRAIN_MS).unref();
  request.once('close', () => {
    clearTimeout(late);
  });
}

const typeOf = (header: string | undefined): string =>
  (header ?? UNDECLARED).split(';', 1)[0]?.trim().toLowerCase() ?? UNDECLARED;

const tooLarge = (): Problem =>
  new Problem('too-large', EVIDENCE_REFUSALS.too_large, { reason: 'too_large' });
const notTaken = (): Problem =>
  new Problem('unsupported-media-type', EVIDENCE_REFUSALS.kind_not_taken, { reason: 'kind_not_taken' });
const wrong = (header: string): Problem => {
  const message = { zh: '请求头无法读取', en: 'The header cannot be read' };
  return new Problem('bad-parameter', message, { errors: [{ pointer: `/headers/${header}`, message }] });
};
const badForm = (): Problem => {
  const message = { zh: '表单须恰好包含一个文件', en: 'The form has to hold one file and nothing else' };
  return new Problem('validation-failed', message, { errors: [{ pointer: '', message }] });
};

async function opened(request: IncomingMessage, mostBytes: number): Promise<OpenFile> {
  const { headers } = request;
  const declared = typeOf(headers['content-type']);
  const isForm = declared === 'multipart/form-data';
  if (Number(headers['content-length'] ?? 0) > mostBytes + (isForm ? FORM_ROOM : 0)) throw tooLarge();
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    throw new Problem('unsupported-media-type', {
      zh: '正文不得压缩',
      en: 'The body must not be compressed',
    });
  if (!isForm && !isDeclarable(declared)) throw notTaken();
  const sha256 = digestIn(headers['content-digest'] ?? headers['repr-digest']);
  if (isForm) {
    if (sha256) throw wrong('content-digest'); // it would speak of the form, and not of the file
    return fileOfForm(request, mostBytes);
  }
  const name = nameIn(headers['content-disposition']);
  const content = hasBody(request) ? bounded(request, request, mostBytes) : Readable.from([]);
  return { mediaType: declared, name, sha256, content };
}

/** Passes the bytes on, counts them, and tells a line that broke from a file that ended. */
async function* bounded(
  request: IncomingMessage,
  content: Readable,
  mostBytes: number,
  isWhole: () => boolean = () => true,
): AsyncGenerator<Buffer> {
  let size = 0;
  earnTime(request, () => size);
  let isDone = false;
  try {
    for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw tooLarge();
      yield chunk;
    }
    if (!isWhole()) throw badForm();
    isDone = true;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('request-timeout', undefined, {}, error);
  } finally {
    if (!isDone) {
      request.unpipe();
      throwAway(request);
    }
  }
}

function fileOfForm(request: IncomingMessage, mostBytes: number): Promise<OpenFile> {
  return new Promise((resolve, reject) => {
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: request.headers as { 'content-type': string },
        preservePath: true,
        limits: { fields: 0, files: 1, parts: 2, headerPairs: 20, fieldNameSize: 100 },
      });
    } catch {
      reject(badForm());
      return;
    }
    let part: Readable | null = null;
    let isBroken = false;
    const fail = (): void => {
      isBroken = true;
      part?.destroy(badForm());
      reject(badForm());
    };
    parser.on('file', (_field, stream, filename, _encoding, mediaType) => {
      // A broken line shows at whoever reads the file; without a listener it would end the process.
      stream.on('error', () => undefined);
      part = stream;
      const declared = typeOf(mediaType);
      if (!isDeclarable(declared)) {
        reject(notTaken());
        stream.resume();
        return;
      }
      const content = bounded(request, stream, mostBytes, () => !isBroken);
      resolve({ mediaType: declared, name: filename || null, sha256: null, content });
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit', 'error'] as const) parser.on(event, fail);
    parser.on('finish', () => {
      reject(badForm()); // no matter where a file was found before
    });
    request.once('close', () => {
      if (request.complete) return;
      part?.destroy(new Problem('request-timeout'));
      reject(new Problem('request-timeout'));
    });
    request.pipe(parser);
  });
}

/** The name in `Content-Disposition` (RFC 6266), of the extended form first; null where there is none. */
function nameIn(header: string | undefined): string | null {
  if (header === undefined) return null;
  // Node reads headers as Latin-1; clients send UTF-8.
  const bytes = Buffer.from(header, 'latin1');
  const text = isUtf8(bytes) ? bytes.toString('utf8') : header;
  if (!DISPOSITION.test(text)) throw wrong('content-disposition');
  const extended = /;\s*filename\*\s*=\s*utf-8''([^\s;]+)/i.exec(text)?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      throw wrong('content-disposition');
    }
  }
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1];
  return quoted?.replaceAll(/\\(["\\])/g, '$1') ?? /;\s*filename\s*=\s*([^\s";]+)/i.exec(text)?.[1] ?? null;
}

/** The SHA-256 in a digest header (RFC 9530); other algorithms are passed over. */
function digestIn(header: string | string[] | undefined): Buffer | null {
  if (header === undefined) return null;
  const given = /(?:^|,)\s*sha-256\s*=\s*:([A-Za-z0-9+/]{43}=):/.exec(String(header))?.[1];
  if (given === undefined && /sha-256/i.test(String(header))) throw wrong('content-digest');
  return given === undefined ? null : Buffer.from(given, 'base64');
}
