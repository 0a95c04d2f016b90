/**
 * Takes out of a file what it tells beside its content: who made it, with what, where and when. Runs in a process of its
 * own (`clean-child.ts`), since it reads what strangers sent.
 */
import sharp from 'sharp';
import { cleanPdf } from './clean-pdf.ts';
import { TooLarge } from './too-large.ts';

/** Pixels of all pages together: three times what a good camera takes, and 300 MB at most while one is turned. */
const MOST_PIXELS = 100_000_000;
const MOST_PAGES_OF_IMAGE = 100;
const QUALITY = 92;

/** The clean copy. Throws `TooLarge`, or whatever the file could not be read for. */
export const cleanFile = (kind: string, how: 'image' | 'pdf', original: Buffer): Promise<Buffer> =>
  how === 'pdf' ? cleanPdf(original) : cleanImage(kind, original);

/** The picture as it is seen: turned as its metadata say, which go; colours as in sRGB, so that no profile is needed. */
async function cleanImage(kind: string, original: Buffer): Promise<Buffer> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', unlimited: false } as const;
  const {
    width,
    height,
    pages = 1,
  } = await sharp(original, { ...options, limitInputPixels: false }).metadata();
  if (width * height * pages > MOST_PIXELS || pages > MOST_PAGES_OF_IMAGE) throw new TooLarge();
  const seen = sharp(original, {
    ...options,
    pages: kind === 'tiff' || kind === 'webp' ? -1 : 1,
  }).autoOrient();
  switch (kind) {
    case 'jpeg':
      return seen.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'png':
      return seen.png().toBuffer();
    case 'webp':
      return seen.webp({ quality: QUALITY }).toBuffer();
    case 'tiff':
      return seen.tiff({ compression: 'lzw' }).toBuffer();
    default:
      throw new Error('no kind of image that is cleaned');
  }
}
