/**
 * A PDF without what it tells beside its pages and does by itself: document information and XMP, scripts and actions,
 * embedded files, hidden forms; and without the metadata of photographs in it. What nothing leads to any more is left out.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { TooLarge } from './too-large.ts';

const MOST_PAGES = 2_000;
const MOST_OBJECTS = 500_000;

/** Entries that hold metadata, or make a reader do something. */
const LEFT_OUT = [
  'Metadata', 'PieceInfo', 'LastModified', 'Info', 'OpenAction', 'AA', 'JavaScript', 'JS', 'EmbeddedFiles', 'AF', 'EF',
  'RichMediaContent', 'RichMediaSettings', 'XFA', 'Collection', 'Renditions', 'Perms', 'DSS', 'SpiderInfo', 'URI_Base',
  'Requirements', 'CreationDate', 'ModDate', 'Author',
].map((name) => PDFName.of(name)); // prettier-ignore

/** Annotations that carry or play a file, or run something. */
const ANNOTATIONS_LEFT_OUT = ['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D'];
/** Actions that do no more than move within the document, or open an address that is written there. */
const ACTIONS_KEPT = ['GoTo', 'URI', 'Named'];

const nameIn = (dict: PDFDict, key: string): string | null => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
};

export async function cleanPdf(original: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(original, { updateMetadata: false, throwOnInvalidObject: true });
  if (document.getPageCount() > MOST_PAGES) throw new TooLarge();
  const { context } = document;
  const objects = context.enumerateIndirectObjects();
  if (objects.length > MOST_OBJECTS) throw new TooLarge();
  for (const [, object] of objects) scrub(object);
  for (const [ref, object] of objects)
    if (object instanceof PDFRawStream && nameIn(object.dict, 'Filter') === 'DCTDecode')
      context.assign(ref, PDFRawStream.of(object.dict, bareJpeg(object.getContents())));
  context.trailerInfo = { ...(context.trailerInfo.Root && { Root: context.trailerInfo.Root }) };
  dropUnreached(context);
  const saved = await document.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    addDefaultPage: false,
  });
  return Buffer.from(saved);
}

/** Goes through an object down to its references, each of which is an object of the list itself. */
function scrub(object: PDFObject): void {
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFArray) waiting.push(...next.asArray());
    const dict = next instanceof PDFStream ? next.dict : next;
    if (!(dict instanceof PDFDict)) continue;
    for (const key of LEFT_OUT) dict.delete(key);
    scrubAction(dict);
    scrubAnnotations(dict);
    waiting.push(...dict.values());
  }
}

function scrubAction(dict: PDFDict): void {
  const action = dict.lookup(PDFName.of('A'));
  if (!(action instanceof PDFDict)) return;
  action.delete(PDFName.of('Next'));
  const does = nameIn(action, 'S');
  if (does !== null && !ACTIONS_KEPT.includes(does)) dict.delete(PDFName.of('A'));
}

function scrubAnnotations(dict: PDFDict): void {
  const annotations = dict.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  for (let at = annotations.size() - 1; at >= 0; at--) {
    const annotation = annotations.lookup(at);
    if (annotation instanceof PDFDict && ANNOTATIONS_LEFT_OUT.includes(nameIn(annotation, 'Subtype') ?? ''))
      annotations.remove(at);
  }
}

/** Removes every object that the catalogue does not lead to: what was taken out is then gone, not hidden. */
function dropUnreached(context: PDFContext): void {
  const reached = new Set<string>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof PDFRef) {
      if (reached.has(next.tag)) continue;
      reached.add(next.tag);
      waiting.push(context.lookup(next));
    } else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFDict) waiting.push(...next.values());
    else if (next instanceof PDFStream) waiting.push(...next.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref);
}

/** A JPEG without comments and application segments, but for the two that say how its colours are meant. */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const next = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (marker === 0xda || next > bytes.length) break; // the picture itself, to the end
    const isTold =
      marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);
    if (!isTold) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}
