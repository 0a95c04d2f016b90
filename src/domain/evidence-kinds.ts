/**
 * Kinds of file that are taken as evidence: a closed list. What is not in it is refused, and what a file is called or said
 * to be never decides which of them it is. Archives are not in it: nothing is ever unpacked on the server.
 */
import type { Words } from './vocabulary.ts';

export interface EvidenceKindFacts {
  readonly words: Words;
  /** Endings such a file may have; the first is given to downloads. */
  readonly endings: readonly [string, ...string[]];
  /** What programs call it; the first is how the list shows it. */
  readonly mediaTypes: readonly [string, ...string[]];
  /** How a copy without metadata is made; null where there is no way that could be trusted. */
  readonly cleaner: 'image' | 'pdf' | null;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

export const EVIDENCE_KINDS = {
  pdf: {
    words: { zh: 'PDF 文档', en: 'PDF document' },
    endings: ['pdf'],
    mediaTypes: ['application/pdf'],
    cleaner: 'pdf',
  },
  jpeg: {
    words: { zh: 'JPEG 图片', en: 'JPEG image' },
    endings: ['jpg', 'jpeg'],
    mediaTypes: ['image/jpeg', 'image/jpg'],
    cleaner: 'image',
  },
  png: {
    words: { zh: 'PNG 图片', en: 'PNG image' },
    endings: ['png'],
    mediaTypes: ['image/png'],
    cleaner: 'image',
  },
  webp: {
    words: { zh: 'WebP 图片', en: 'WebP image' },
    endings: ['webp'],
    mediaTypes: ['image/webp'],
    cleaner: 'image',
  },
  tiff: {
    words: { zh: 'TIFF 图片', en: 'TIFF image' },
    endings: ['tif', 'tiff'],
    mediaTypes: ['image/tiff'],
    cleaner: 'image',
  },
  heic: {
    words: { zh: 'HEIC 图片', en: 'HEIC image' },
    endings: ['heic', 'heif'],
    mediaTypes: ['image/heic', 'image/heif'],
    cleaner: null,
  },
  docx: {
    words: { zh: 'Word 文档', en: 'Word document' },
    endings: ['docx'],
    mediaTypes: [`${OOXML}.wordprocessingml.document`],
    cleaner: null,
  },
  xlsx: {
    words: { zh: 'Excel 工作簿', en: 'Excel workbook' },
    endings: ['xlsx'],
    mediaTypes: [`${OOXML}.spreadsheetml.sheet`],
    cleaner: null,
  },
  pptx: {
    words: { zh: 'PowerPoint 演示文稿', en: 'PowerPoint presentation' },
    endings: ['pptx'],
    mediaTypes: [`${OOXML}.presentationml.presentation`],
    cleaner: null,
  },
  odt: {
    words: { zh: 'OpenDocument 文本', en: 'OpenDocument text' },
    endings: ['odt'],
    mediaTypes: [`${ODF}.text`],
    cleaner: null,
  },
  ods: {
    words: { zh: 'OpenDocument 表格', en: 'OpenDocument spreadsheet' },
    endings: ['ods'],
    mediaTypes: [`${ODF}.spreadsheet`],
    cleaner: null,
  },
  mp3: {
    words: { zh: 'MP3 录音', en: 'MP3 recording' },
    endings: ['mp3'],
    mediaTypes: ['audio/mpeg', 'audio/mp3'],
    cleaner: null,
  },
  m4a: {
    words: { zh: 'M4A 录音', en: 'M4A recording' },
    endings: ['m4a'],
    mediaTypes: ['audio/mp4', 'audio/x-m4a', 'audio/m4a'],
    cleaner: null,
  },
  wav: {
    words: { zh: 'WAV 录音', en: 'WAV recording' },
    endings: ['wav'],
    mediaTypes: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
    cleaner: null,
  },
  mp4: {
    words: { zh: 'MP4 录像', en: 'MP4 video' },
    endings: ['mp4'],
    mediaTypes: ['video/mp4'],
    cleaner: null,
  },
  txt: {
    words: { zh: '纯文本', en: 'Plain text' },
    endings: ['txt', 'text', 'log'],
    mediaTypes: ['text/plain'],
    cleaner: null,
  },
  csv: {
    words: { zh: 'CSV 表格', en: 'CSV table' },
    endings: ['csv'],
    // The second is what browsers on Windows say of it.
    mediaTypes: ['text/csv', 'application/vnd.ms-excel'],
    cleaner: null,
  },
  eml: {
    words: { zh: '电子邮件', en: 'E-mail message' },
    endings: ['eml'],
    mediaTypes: ['message/rfc822'],
    cleaner: null,
  },
} as const satisfies Record<string, EvidenceKindFacts>;

export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

export const EVIDENCE_KIND_NAMES = Object.keys(EVIDENCE_KINDS) as EvidenceKind[];

export const factsOf = (kind: EvidenceKind): EvidenceKindFacts => EVIDENCE_KINDS[kind];

/** What says nothing about a file: its sender did not know, or did not look. */
export const UNDECLARED = 'application/octet-stream';

/** Whether a declared type is one of the list, or says nothing. Declared types are in lower case, without parameters. */
export const isDeclarable = (mediaType: string): boolean =>
  mediaType === UNDECLARED ||
  EVIDENCE_KIND_NAMES.some((kind) => factsOf(kind).mediaTypes.includes(mediaType));

/** Why a copy without metadata is not there. */
export const CLEANING_REFUSALS = {
  no_cleaner: {
    zh: '此类文件无法可靠地去除元数据',
    en: 'There is no way to take the metadata out of such a file that could be trusted',
  },
  too_large: {
    zh: '文件、页数或像素超出可处理的范围',
    en: 'The file, its pages or its pixels are more than is handled',
  },
  unreadable: {
    zh: '文件无法解析，未能生成清理后的副本',
    en: 'The file could not be read, so no copy was made',
  },
} as const satisfies Record<string, Words>;
export type CleaningRefusal = keyof typeof CLEANING_REFUSALS;

/** Why a file was not taken, as the journal keeps it. */
export const EVIDENCE_REFUSALS = {
  empty: { zh: '文件为空', en: 'The file is empty' },
  kind_not_taken: {
    zh: '文件内容不属于可接收的类型；压缩包、网页、脚本和程序一律不收',
    en: 'The content is of no kind that is taken; archives, web pages, scripts and programs never are',
  },
  declared_otherwise: {
    zh: '文件内容与所声明的类型或扩展名不符',
    en: 'The content is not what the declared type or the ending says',
  },
  two_in_one: {
    zh: '文件同时可以作为另一类文件打开，不予接收',
    en: 'The file can be opened as a file of another kind as well, and is not taken',
  },
  holds_code: {
    zh: '文件含有宏、脚本或嵌入的程序，不予接收',
    en: 'The file holds macros, scripts or embedded programs, and is not taken',
  },
  swells: {
    zh: '文件解压后异常膨胀，不予接收',
    en: 'The file grows out of all measure when it is unpacked, and is not taken',
  },
  name_not_taken: {
    zh: '文件名含有路径、控制字符或系统保留名，请改名后再上传',
    en: 'The file name holds a path, control characters or a reserved name; rename it and send it again',
  },
  too_large: { zh: '文件超出大小限制', en: 'The file is larger than may be sent' },
  case_full: {
    zh: '本案材料的数量或总大小已达上限',
    en: 'The case holds as many files, or as many bytes of them, as it may',
  },
  digest_differs: {
    zh: '收到的内容与所附校验值不符，请重新上传',
    en: 'What arrived is not what the digest sent with it says; send it again',
  },
} as const satisfies Record<string, Words>;
export type EvidenceRefusal = keyof typeof EVIDENCE_REFUSALS;
