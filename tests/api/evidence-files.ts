/** Files for tests of evidence: whole small ones of each kind, and what nobody should send. */
import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

/** Words that only metadata hold. */
export const SECRET = 'planted-secret-4711';

export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a04020' } })
    .withExif({ IFD0: { Artist: SECRET, Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const png = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();

export async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('A page');
  document.setAuthor(SECRET);
  document.addJavaScript('run', `app.alert('${SECRET}')`);
  await document.attach(Buffer.from(SECRET), 'inside.txt', {});
  document.catalog.set(PDFName.of('PieceInfo'), PDFString.of(SECRET));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isStored?: boolean;
  /** Said instead of the true size. */
  readonly unpacked?: number;
}

/** An archive of these parts, as any program makes one. */
export function archive(parts: readonly Part[]): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content, isStored = false, unpacked } of parts) {
    const clear = Buffer.from(content);
    const packed = isStored ? clear : deflateRawSync(clear);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(clear), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(unpacked ?? clear.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const TYPES = { name: '[Content_Types].xml', content: '<Types/>' };
const DOCUMENT = { name: 'word/document.xml', content: '<w:document/>' };

export const docx = (...more: readonly Part[]): Buffer => archive([TYPES, DOCUMENT, ...more]);
export const odt = (): Buffer =>
  archive([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', content: '<office/>' },
  ]);
export const archiveOf = archive([{ name: 'a.txt', content: 'x' }]);
export const wav = Buffer.concat([
  Buffer.from(
    'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data',
    'latin1',
  ),
  Buffer.alloc(40),
]);
export const eml = Buffer.from('From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nBody\r\n');
