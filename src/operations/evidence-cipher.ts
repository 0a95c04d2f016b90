/**
 * Seals a file as a stream: AES-256-GCM in segments, each bound to its place and the last one marked as such, so that a
 * file that was cut, reordered, prolonged or put together from two does not open (the STREAM construction, as in Tink's
 * streaming AEAD). A stored file is a random salt and the segments; its key comes of the file's key and the salt, so that
 * no pair of key and nonce is used twice. Any part can be opened without what is before it.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { ByteRange } from './evidence-store.ts';

const CIPHER = 'aes-256-gcm';
/** Bytes of clear text in a segment. */
export const SEGMENT = 64 * 1024;
const SALT = 32;
const TAG = 16;
const MOST_SEGMENTS = 2 ** 32;

/** The bytes are not those that were sealed. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';
}

/** The key of one stored file, and what it is bound to. */
export interface FileSeal {
  readonly key: Buffer;
  /** Which file, and whether the original or a copy: one cannot be passed off as another. */
  readonly label: string;
}

const keyFor = ({ key, label }: FileSeal, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `leeway evidence 1 ${label}`, 32));

/** Twelve bytes: zeros, the number of the segment, whether it is the last. */
function nonceOf(segment: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(segment, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Seals what comes, holding one segment back to know which is the last. An empty file has one empty segment. */
export async function* sealed(content: AsyncIterable<Buffer>, seal: FileSeal): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = keyFor(seal, salt);
  yield salt;
  let waiting: Buffer[] = [];
  let size = 0;
  let segment = 0;
  const closed = (clear: Buffer, isLast: boolean): Buffer => {
    if (segment >= MOST_SEGMENTS) throw new Error('a file of more segments than can be numbered');
    const cipher = createCipheriv(CIPHER, key, nonceOf(segment++, isLast));
    return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  };
  for await (const chunk of content) {
    waiting.push(chunk);
    size += chunk.length;
    if (size <= SEGMENT) continue;
    let rest = Buffer.concat(waiting, size);
    for (; rest.length > SEGMENT; rest = rest.subarray(SEGMENT))
      yield closed(rest.subarray(0, SEGMENT), false);
    waiting = [rest];
    size = rest.length;
  }
  yield closed(Buffer.concat(waiting, size), true);
}

/** How many segments a file of `size` bytes has. */
const segmentsOf = (size: number): number => Math.max(1, Math.ceil(size / SEGMENT));

/** Bytes that a file of `size` bytes takes in the store. */
export const sealedSize = (size: number): number => SALT + size + segmentsOf(size) * TAG;

/**
 * The bytes of `range` of a file of `size` bytes, opened segment by segment: none is given out before it was found to be
 * what was sealed. Throws `FileDamaged`.
 */
export async function* opened(
  read: (range: ByteRange) => AsyncIterable<Buffer>,
  seal: FileSeal,
  size: number,
  range: ByteRange = { start: 0, end: size },
): AsyncGenerator<Buffer> {
  const key = keyFor(seal, await whole(read({ start: 0, end: SALT }), SALT));
  const first = Math.floor(range.start / SEGMENT);
  const last = Math.floor(Math.max(range.start, range.end - 1) / SEGMENT);
  const total = segmentsOf(size);
  const isWhole = last === total - 1;
  const from = SALT + first * (SEGMENT + TAG);
  // One byte past the end is asked for: a file that was prolonged is not the one that was sealed.
  const to = isWhole ? sealedSize(size) + 1 : SALT + (last + 1) * (SEGMENT + TAG);
  let segment = first;
  for await (const box of pieces(read({ start: from, end: to }), SEGMENT + TAG)) {
    if (segment > last) throw new FileDamaged('more than was sealed');
    const clear = openedSegment(key, box, nonceOf(segment, segment === total - 1));
    const begin = segment * SEGMENT;
    const wanted = clear.subarray(Math.max(0, range.start - begin), Math.max(0, range.end - begin));
    segment += 1;
    if (wanted.length > 0) yield wanted;
  }
  if (segment !== last + 1) throw new FileDamaged('less than was sealed');
}

function openedSegment(key: Buffer, box: Buffer, nonce: Buffer): Buffer {
  if (box.length < TAG) throw new FileDamaged('less than was sealed');
  const body = box.subarray(0, box.length - TAG);
  const decipher = createDecipheriv(CIPHER, key, nonce);
  decipher.setAuthTag(box.subarray(box.length - TAG));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (error) {
    throw new FileDamaged('not what was sealed', { cause: error });
  }
}

/** The same bytes in pieces of one length, the last as it comes. */
async function* pieces(content: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of content) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (; rest.length >= length; rest = rest.subarray(length)) yield rest.subarray(0, length);
  }
  if (rest.length > 0) yield rest;
}

async function whole(content: AsyncIterable<Buffer>, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length !== length) throw new FileDamaged('less than was sealed');
  return bytes;
}
