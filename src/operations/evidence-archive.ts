/**
 * Office documents are archives. Their directory alone tells which they are, and that they are nothing else: nothing is
 * unpacked to find out. Entries that overlap, swell, hold programs or leave the folder are refused by what is declared.
 */
import type { EvidenceKind, EvidenceRefusal } from '../domain/evidence-kinds.ts';

/** The directory's last record, without a comment: what programs look for from the end. */
const END_SIZE = 22;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;

const MOST_ENTRIES = 5_000;
/** How often its own size a document may be when unpacked, and bytes it may be in any case. */
const MOST_GROWTH = 100;
const FREE_GROWTH = 16 * 1024 * 1024;

/** Names of parts that make each kind. */
const MAIN_PARTS: Readonly<Record<string, EvidenceKind>> = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
};
const OPEN_DOCUMENT: Readonly<Record<string, EvidenceKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

/** Macros, controls, packaged objects, and whatever a system would run or show as a page. */
const CODE =
  /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|macrosheets\/|activex\/|oleobject[^/]*\.bin|basic\/|scripts\/)|\.(?:exe|dll|com|scr|js|vbs|vbe|bat|cmd|ps1|sh|jar|class|dex|html?|xhtml|svg|hta|swf|lnk)$/i;
/** What makes an archive a program of another kind. */
const OTHER_FORMAT = /^(?:META-INF\/MANIFEST\.MF|AndroidManifest\.xml|\[Content_Types\]\.xml\/)/i;

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

type Found = { readonly kind: EvidenceKind } | { readonly refused: EvidenceRefusal };
const refused = (reason: EvidenceRefusal): Found => ({ refused: reason });

/** The kind of a document by its first bytes, its last ones and its size. */
export function kindOfArchive(head: Buffer, tail: Buffer, size: number): Found {
  const directory = directoryOf(tail, size);
  if ('refused' in directory) return directory;
  const { entries, start } = directory;
  if (!standApart(entries, start)) return refused('swells');
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > Math.max(FREE_GROWTH, size * MOST_GROWTH)) return refused('swells');
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /\\|^\/|(?:^|\/)\.\.(?:\/|$)|\0/.test(name))) return refused('kind_not_taken');
  if (new Set(names).size !== names.length) return refused('two_in_one');
  if (names.some((name) => CODE.test(name))) return refused('holds_code');
  if (names.some((name) => OTHER_FORMAT.test(name))) return refused('two_in_one');

  const open = openDocumentOf(head);
  if (open !== null) return names.includes('content.xml') ? { kind: open } : refused('kind_not_taken');
  const kinds = Object.entries(MAIN_PARTS).flatMap(([part, kind]) => (names.includes(part) ? [kind] : []));
  const [kind] = kinds;
  if (kind === undefined || !names.includes('[Content_Types].xml')) return refused('kind_not_taken');
  return kinds.length === 1 ? { kind } : refused('two_in_one');
}

type Directory =
  { readonly entries: readonly Entry[]; readonly start: number } | { readonly refused: EvidenceRefusal };

/** The directory, if it ends exactly where the file ends and is all there. */
function directoryOf(tail: Buffer, size: number): Directory {
  const other: Directory = { refused: 'kind_not_taken' };
  if (tail.length < END_SIZE) return other;
  const end = tail.subarray(-END_SIZE);
  // A comment at the end, or anything after it, is room for another file.
  if (end.readUInt32LE(0) !== END_MARK || end.readUInt16LE(20) !== 0) return { refused: 'two_in_one' };
  const [disk, from, here, count] = [4, 6, 8, 10].map((at) => end.readUInt16LE(at));
  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (disk !== 0 || from !== 0 || here !== count || count === undefined || count > MOST_ENTRIES) return other;
  if (start + length !== size - END_SIZE) return { refused: 'two_in_one' };
  if (length > tail.length - END_SIZE) return other;
  const bytes = tail.subarray(tail.length - END_SIZE - length, tail.length - END_SIZE);
  const entries: Entry[] = [];
  let at = 0;
  while (at + ENTRY_SIZE <= bytes.length) {
    if (bytes.readUInt32LE(at) !== ENTRY_MARK) return other;
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    if ((flags & 1) !== 0 || ![0, 8].includes(method)) return other;
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) =>
      bytes.readUInt16LE(at + place),
    );
    entries.push({
      name: bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength).toString('utf8'),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_SIZE + nameLength + extra + comment;
  }
  return at === bytes.length && entries.length === count ? { entries, start } : other;
}

/** From the first byte on, one after another, none in the place of another, all before the directory. */
function standApart(entries: readonly Entry[], start: number): boolean {
  const inOrder = entries.toSorted((one, other) => one.at - other.at);
  return (
    inOrder[0]?.at === 0 &&
    inOrder.every(({ name, at, packed }, place) => {
      const next = inOrder[place + 1]?.at ?? start;
      return at + LOCAL_SIZE + Buffer.byteLength(name) + packed <= next;
    })
  );
}

/** An OpenDocument file begins with an entry that says what it is, not packed. */
function openDocumentOf(head: Buffer): EvidenceKind | null {
  if (head.length < 38 || head.subarray(30, 38).toString('latin1') !== 'mimetype') return null;
  const length = head.readUInt32LE(18);
  const from = LOCAL_SIZE + head.readUInt16LE(26) + head.readUInt16LE(28);
  return OPEN_DOCUMENT[head.subarray(from, from + Math.min(length, 100)).toString('latin1')] ?? null;
}
