/**
 * Reads the form of a page: its fields, and at most one file, which comes last and is handed on as it arrives. Bounded in
 * every measure; no nesting, no array, no second value for a name. Nothing is read before `read` is called.
 */
import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { Problem } from '../contract/problems.ts';
import { EVIDENCE_REFUSALS, isDeclarable, UNDECLARED } from '../domain/evidence-kinds.ts';
import type { IncomingFile, OpenFile } from '../operations/add-evidence.ts';
import { throwAway } from './file-body.ts';
import { readForm } from './form.ts';
import { earnTime } from './pace.ts';

export interface PageFile extends IncomingFile {
  /** Reads what is left of it and throws it away. */
  readonly discard: () => void;
}

export interface PageForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: PageFile | null;
}

/** A form that nobody has read yet. */
export interface PageFormBody {
  /** Throws `Problem`: unsupported-media-type, too-large, request-timeout, validation-failed. */
  readonly read: () => Promise<PageForm>;
}

/** Bytes of one field; and of all that stands before the file. */
const MOST_OF_FIELD = 64 * 1024;
const MOST_BEFORE_FILE = 160 * 1024;
const MULTIPART = /^multipart\/form-data\s*;/i;

export const pageForm = (request: IncomingMessage): PageFormBody => ({
  read: async () =>
    MULTIPART.test(request.headers['content-type'] ?? '')
      ? await readMultipart(request)
      : { fields: onlyOnce(await readForm(request)), file: null },
});

function onlyOnce(form: Readonly<Record<string, string | string[]>>): Record<string, string> {
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(form)) {
    if (typeof value !== 'string') throw unreadable();
    fields[name] = value;
  }
  return fields;
}

const unreadable = (): Problem => {
  const message = { zh: '表单无法读取', en: 'The form cannot be read' };
  return new Problem('validation-failed', message, { errors: [{ pointer: '', message }] });
};
const tooLarge = (): Problem =>
  new Problem('too-large', { zh: '填写的内容过长', en: 'What was typed is too long' });

function readMultipart(request: IncomingMessage): Promise<PageForm> {
  return new Promise((resolve, reject) => {
    const fields = Object.create(null) as Record<string, string>;
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: request.headers as { 'content-type': string },
        preservePath: true,
        limits: {
          fieldNameSize: 100,
          fieldSize: MOST_OF_FIELD,
          fields: 20,
          files: 1,
          parts: 21,
          headerPairs: 20,
        },
      });
    } catch {
      reject(unreadable());
      return;
    }
    let seen = 0;
    let part: BusboyFileStream | null = null;
    const measure = (chunk: Buffer): void => {
      seen += chunk.length;
      if (part === null && seen > MOST_BEFORE_FILE) fail(tooLarge());
    };
    const fail = (problem: Problem): void => {
      request.off('data', measure);
      request.unpipe(parser);
      part?.destroy(problem);
      throwAway(request);
      reject(problem);
    };
    parser.on('field', (name, value, isNameCut, isCut) => {
      if (isNameCut || isCut) fail(tooLarge());
      else if (name in fields || value.includes('\0')) fail(unreadable());
      else fields[name] = value.replaceAll('\r\n', '\n');
    });
    parser.on('file', (_name, stream, filename, _encoding, mediaType) => {
      // A broken line shows at whoever reads the file; without a listener it would end the process.
      stream.on('error', () => undefined);
      if (!filename) {
        stream.resume();
        return;
      }
      part = stream;
      resolve({ fields, file: fileOf(request, stream, { filename, mediaType }) });
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit', 'error'] as const)
      parser.on(event, () => {
        fail(unreadable());
      });
    parser.on('finish', () => {
      resolve({ fields, file: null }); // no matter where a file was found before
    });
    request.once('close', () => {
      if (request.complete) return;
      part?.destroy(new Problem('request-timeout'));
      reject(new Problem('request-timeout'));
    });
    request.on('data', measure);
    request.pipe(parser);
  });
}

/** The file of a form, handed on as it arrives; whoever stops reading it leaves a line that is emptied or cut. */
function fileOf(
  request: IncomingMessage,
  stream: BusboyFileStream,
  { filename, mediaType }: { readonly filename: string; readonly mediaType: string },
): PageFile {
  const declared = mediaType.toLowerCase();
  const discard = (): void => {
    if (request.complete) return;
    request.unpipe();
    throwAway(request);
  };
  async function* content(mostBytes: number): AsyncGenerator<Buffer> {
    let size = 0;
    earnTime(request, () => size);
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes)
        throw new Problem('too-large', EVIDENCE_REFUSALS.too_large, { reason: 'too_large' });
      yield chunk;
    }
  }
  return {
    open: (mostBytes): Promise<OpenFile> =>
      Promise.resolve({
        // Browsers guess the type by the name; what it is shows its content.
        mediaType: isDeclarable(declared) ? declared : UNDECLARED,
        name: filename,
        sha256: null,
        content: content(mostBytes),
      }),
    discard,
  };
}
