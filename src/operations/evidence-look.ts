/**
 * Looks at a file as it passes by, and says at the end which kind of the closed list it is, or why it is none. Its
 * beginning and its end are kept for that, never the whole; nothing is unpacked. What can be refused early is.
 */
import { fileTypeFromBuffer } from 'file-type';
import {
  EVIDENCE_KIND_NAMES,
  factsOf,
  UNDECLARED,
  type EvidenceKind,
  type EvidenceRefusal,
} from '../domain/evidence-kinds.ts';
import { TextLook, looksLikeMail, looksLikeMarkup } from './evidence-text.ts';
import { kindOfArchive } from './evidence-archive.ts';

/** The file is not taken. */
export class EvidenceRefused extends Error {
  override readonly name = 'EvidenceRefused';
  readonly reason: EvidenceRefusal;
  constructor(reason: EvidenceRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** What its sender says of it. */
export interface Declared {
  /** In lower case, without parameters. */
  readonly mediaType: string;
  /** What its name ends in; null for nothing that says something. */
  readonly ending: string | null;
}

/** Bytes kept of the beginning, and of the end: there the directory of an archive has to be. */
const HEAD = 64 * 1024;
const TAIL = 1024 * 1024;
/** As far from the end as the directory of an archive is looked for by programs that open one. */
const ARCHIVE_END = 65_557;
/** As far as readers look for the beginning of a PDF, or a browser for a page. */
const PDF_START = 1_024;

const ARCHIVE_MARKS = [Buffer.from('Rar!\x1a\x07', 'latin1'), Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')];
const LONGEST_MARK = 8;

/** How a file of each kind begins; the library looks further, past tags that others would take for the file itself. */
const STARTS: Partial<Record<EvidenceKind, RegExp>> = {
  pdf: /^%PDF-[12]\.\d/,
  jpeg: /^\xff\xd8\xff/,
  png: /^\x89PNG\r\n\x1a\n/,
  webp: /^RIFF[^]{4}WEBP/,
  tiff: /^(?:II\*\0|MM\0\*)/,
  heic: /^[^]{4}ftyp/,
  mp3: /^(?:ID3|\xff[\xe2-\xff])/,
  m4a: /^[^]{4}ftyp/,
  mp4: /^[^]{4}ftyp/,
  wav: /^RIFF[^]{4}WAVE/,
};

/** What the library calls the kinds of the list. */
const BY_LIBRARY: Readonly<Record<string, EvidenceKind>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  tif: 'tiff',
  heic: 'heic',
  mp3: 'mp3',
  m4a: 'm4a',
  wav: 'wav',
  mp4: 'mp4',
};
/** Kinds that the library knows by two letters, with which a text may begin as well. */
const WEAK = ['bmp', 'exe', 'mp1', 'mp2', 'mp3', 'aac', 'ac3', 'jpg'];

const ACTIVE_ENDINGS =
  /^(?:html?|xhtml|svgz?|xml|js|mjs|jse|vbs?|vbe|wsf|hta|exe|dll|com|scr|pif|msi|bat|cmd|ps1|sh|jar|apk|lnk|url|reg|php|py|zip|rar|7z|gz|tar|iso|docm|xlsm|pptm|doc|xls|ppt|gif|bmp)$/;

/** Passes the content through, and tells the kind when all of it has passed. Throws `EvidenceRefused`. */
export async function* lookedAt(
  content: AsyncIterable<Buffer>,
  declared: Declared,
  onKind: (kind: EvidenceKind) => void,
): AsyncGenerator<Buffer> {
  const look = new Look(declared);
  for await (const chunk of content) {
    if (chunk.length === 0) continue;
    await look.at(chunk);
    yield chunk;
  }
  onKind(await look.verdict());
}

class Look {
  readonly #declared: Declared;
  readonly #text = new TextLook();
  #head: Buffer = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);
  #size = 0;
  /** Settled once the head is whole. */
  #byHead: EvidenceKind | 'archive' | 'text' | null = null;

  constructor(declared: Declared) {
    this.#declared = declared;
  }

  async at(chunk: Buffer): Promise<void> {
    if (this.#head.length < HEAD)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD - this.#head.length)]);
    const seam = Buffer.concat([this.#tail.subarray(-LONGEST_MARK), chunk]);
    const first = this.#size === 0 ? 1 : 0; // what begins with a mark is an archive, and no second file
    if (ARCHIVE_MARKS.some((mark) => seam.includes(mark, first))) throw new EvidenceRefused('two_in_one');
    this.#tail = Buffer.concat([this.#tail.subarray(-Math.max(1, TAIL - chunk.length)), chunk]).subarray(
      -TAIL,
    );
    this.#size += chunk.length;
    this.#text.at(chunk);
    if (this.#byHead === null && this.#head.length === HEAD) this.#byHead = await this.#fromHead();
  }

  /** The kind by content, if everything about the file agrees with it. */
  async verdict(): Promise<EvidenceKind> {
    if (this.#size === 0) throw new EvidenceRefused('empty');
    const found = this.#byHead ?? (await this.#fromHead());
    const kind = found === 'text' ? this.#textKind() : found === 'archive' ? this.#archiveKind() : found;
    if (found !== 'text' && found !== 'archive') this.#refuseSecondFile(kind);
    if (!agrees(kind, this.#declared)) throw new EvidenceRefused('declared_otherwise');
    return kind;
  }

  async #fromHead(): Promise<EvidenceKind | 'archive' | 'text'> {
    const head = this.#head;
    if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'archive';
    const known = await fileTypeFromBuffer(head).catch(() => undefined);
    if (!known || (WEAK.includes(known.ext) && this.#text.isText())) {
      if (!this.#text.isText()) throw new EvidenceRefused('kind_not_taken');
      if (looksLikeMarkup(head)) throw new EvidenceRefused('kind_not_taken');
      return 'text';
    }
    const kind = BY_LIBRARY[known.ext];
    if (!kind || !STARTS[kind]?.test(head.subarray(0, 16).toString('latin1')))
      throw new EvidenceRefused('kind_not_taken');
    if (!agrees(kind, this.#declared)) throw new EvidenceRefused('declared_otherwise');
    return kind;
  }

  #archiveKind(): EvidenceKind {
    const found = kindOfArchive(this.#head, this.#tail, this.#size);
    if ('refused' in found) throw new EvidenceRefused(found.refused);
    return found.kind;
  }

  #textKind(): EvidenceKind {
    const { mediaType, ending } = this.#declared;
    if (!this.#text.isText()) throw new EvidenceRefused('kind_not_taken');
    if (mediaType === 'message/rfc822' || ending === 'eml') {
      if (!looksLikeMail(this.#head)) throw new EvidenceRefused('declared_otherwise');
      return 'eml';
    }
    return factsOf('csv').mediaTypes.includes(mediaType) || ending === 'csv' ? 'csv' : 'txt';
  }

  /** Programs that open a page, a PDF or an archive do not ask what else a file is. */
  #refuseSecondFile(kind: EvidenceKind): void {
    const start = this.#head.toString('latin1').toLowerCase();
    const end = this.#tail.subarray(-ARCHIVE_END).toString('latin1');
    const isArchive = end.includes('PK\x05\x06') || end.includes('PK\x06\x06') || end.includes('PK\x06\x07');
    const isPdf = kind !== 'pdf' && start.slice(0, PDF_START).includes('%pdf-');
    const page = /<(?:script|html|!doctype html|svg|iframe|\?php)/;
    const isPage = page.test(kind === 'pdf' ? start.slice(0, PDF_START) : start);
    if (isArchive || isPdf || isPage) throw new EvidenceRefused('two_in_one');
    // What follows the end of a PDF is another file; what comes without an end was cut.
    if (kind === 'pdf' && !/%%EOF[\s\0]{0,1024}$/.test(end)) throw new EvidenceRefused('two_in_one');
  }
}

/** Whether type and ending, where they say something, say the same. */
function agrees(kind: EvidenceKind, { mediaType, ending }: Declared): boolean {
  const { mediaTypes, endings } = factsOf(kind);
  const isText = ['txt', 'csv', 'eml'].includes(kind);
  const byType =
    mediaType === UNDECLARED || mediaTypes.includes(mediaType) || (isText && mediaType === 'text/plain');
  const isKnown =
    ending !== null &&
    (ACTIVE_ENDINGS.test(ending) ||
      EVIDENCE_KIND_NAMES.some((each) => factsOf(each).endings.includes(ending)));
  return byType && (!isKnown || endings.includes(ending));
}
