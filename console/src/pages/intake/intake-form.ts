/**
 * What is keyed in of a complaint, as the page holds it; what the opening event is sent of it; and what is asked for before
 * anything is sent. Everything else is the server's to judge.
 */
import { ZONE } from '../../parts/when.tsx';

export interface IntakeSubject {
  readonly id: string | null;
  /** As it was shown when it was picked. */
  readonly name: string;
}

export interface IntakePoint {
  /** Code of the point, unique in the complaint; made here and never shown as a field. */
  readonly code: string;
  readonly subject: string | null;
  readonly summary: string;
  readonly isOfDuty: boolean;
}

/** The complaint this one repeats, as the clerk marked it. */
export interface MarkedDuplicate {
  readonly case: string;
  readonly number: string | null;
  readonly hasNewFacts: boolean | null;
}

export interface IntakeForm {
  readonly channel: string | null;
  /** `2026-11-25T09:30`, in the time of the body. */
  readonly receivedAt: string;
  readonly reference: string;
  readonly isNamed: boolean | null;
  readonly concernsHead: boolean;
  readonly transmittalOnly: boolean;
  readonly reporter: { readonly name: string; readonly unit: string; readonly contact: string };
  readonly subjects: readonly IntakeSubject[];
  readonly points: readonly IntakePoint[];
  readonly content: string;
  readonly duplicateOf: MarkedDuplicate | null;
}

export const NO_SUBJECT: IntakeSubject = { id: null, name: '' };

/** An empty form; what comes in a row keeps its channel and its day. */
export function blankForm(now: Date, like?: Pick<IntakeForm, 'channel' | 'receivedAt'>): IntakeForm {
  return {
    channel: like?.channel ?? null,
    receivedAt: like?.receivedAt ?? localTime(now),
    reference: '',
    isNamed: null,
    concernsHead: false,
    transmittalOnly: false,
    reporter: { name: '', unit: '', contact: '' },
    subjects: [NO_SUBJECT],
    points: [],
    content: '',
    duplicateOf: null,
  };
}

/** Whether there is anything in it that somebody typed. */
export const isUntouched = (form: IntakeForm): boolean =>
  form.isNamed === null &&
  form.reference === '' &&
  form.content === '' &&
  form.points.length === 0 &&
  form.subjects.every(({ id }) => id === null) &&
  Object.values(form.reporter).every((text) => text === '');

/** A point with a code that none of the others has. */
export function newPoint(points: readonly IntakePoint[], subject: string | null): IntakePoint {
  const used = points.map(({ code }) => Number(code.replace('point-', '')));
  return { code: `point-${String(Math.max(0, ...used) + 1)}`, subject, summary: '', isOfDuty: false };
}

const minutesOff = (at: number): number => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const there = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}Z`;
  return Date.parse(there) / 60_000 - Math.floor(at / 60_000);
};

/** An instant as a field for date and time shows it, in the time of the body. */
export function localTime(at: Date): string {
  return new Date(at.getTime() + minutesOff(at.getTime()) * 60_000).toISOString().slice(0, 16);
}

/** The instant that such a field means; null for what is no date. */
export function instantOf(local: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(asUtc)) return null;
  return new Date(asUtc - minutesOff(asUtc) * 60_000).toISOString();
}

/** The subjects that were picked, each once. */
export const subjectsOf = ({ subjects }: Pick<IntakeForm, 'subjects'>): string[] => [
  ...new Set(subjects.flatMap(({ id }) => (id === null ? [] : [id]))),
];

/** Points that say something. */
export const pointsOf = ({ points }: Pick<IntakeForm, 'points'>): IntakePoint[] =>
  points.filter(({ summary, subject }) => summary.trim() !== '' || subject !== null);

/** The words of the complaint as they are put on record: the text, then the points, numbered. */
export const wordsOf = (form: Pick<IntakeForm, 'content' | 'points'>): string =>
  [form.content.trim(), ...pointsOf(form).map(({ summary }, at) => `${String(at + 1)}. ${summary.trim()}`)]
    .filter((line) => line !== '')
    .join('\n');

type Data = Readonly<Record<string, unknown>>;

/**
 * The data of the opening event. The step that registers it names the first subject, and makes that one the main one; so
 * the second, where there is one, goes in here.
 */
export function openingData(form: IntakeForm): Data {
  const [first, second] = subjectsOf(form);
  const subject = second ?? first;
  const words = wordsOf(form);
  const receivedAt = instantOf(form.receivedAt);
  const { name, unit, contact } = form.reporter;
  const given = Object.fromEntries(
    Object.entries({ name, unit, contact })
      .map(([field, text]) => [field, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
  const isNamed = form.isNamed === true && !form.transmittalOnly;
  return {
    channel: form.channel,
    ...(receivedAt !== null && { receivedAt }),
    ...(form.reference.trim() !== '' && { reference: form.reference.trim() }),
    ...(subject !== undefined && { subject }),
    concernsHead: form.concernsHead,
    transmittalOnly: form.transmittalOnly,
    isRealName: isNamed,
    ...(words !== '' && !form.transmittalOnly && { content: words }),
    ...(isNamed && { reporter: given }),
  };
}

/** The same without anybody or any word in it: enough to tell which deadlines it would start. */
export const previewData = (form: IntakeForm): Data => {
  const {
    subject: _subject,
    content: _content,
    reporter: _reporter,
    reference: _reference,
    ...rest
  } = openingData(form);
  return rest;
};

/** What registering adds: the first of two subjects, which becomes the main one. */
export const registeringData = (form: IntakeForm): Data => {
  const [first, second] = subjectsOf(form);
  return second === undefined ? {} : { subject: first };
};

/** The points as a hand-over or an addition takes them. */
export const allegationsData = (form: IntakeForm): Data => ({
  allegations: pointsOf(form).map(({ code, subject, summary, isOfDuty }) => ({
    point: code,
    subject,
    isOfDuty,
    ...(summary.trim() !== '' && { summary: summary.trim() }),
  })),
});

/** A field that has to be put right, by the end of its id, and which words say so. */
export interface Wrong {
  readonly field: string;
  readonly words:
    | 'needChannel'
    | 'needReceived'
    | 'inFuture'
    | 'needNamed'
    | 'needContact'
    | 'oddPhone'
    | 'needPointSubject'
    | 'needPointSummary'
    | 'needSubjectPoint'
    | 'needNewFacts'
    | 'tooLong';
  /** In place of our own words: what the server said. */
  readonly said?: string;
}

/** The longest text the opening takes; the server says the same. */
export const MOST_LETTERS = 20_000;

/** A telephone number that cannot be one: a letter or an address is left alone. */
const isOddPhone = (contact: string): boolean => {
  const digits = contact.replaceAll(/[\s()+-]/g, '');
  return /^\d+$/.test(digits) && (digits.length < 7 || digits.length > 15);
};

/** What is missing before it is worth asking the server, in the order of the page. */
export function wrongIn(form: IntakeForm, now: Date): Wrong[] {
  const wrong: Wrong[] = [];
  const received = instantOf(form.receivedAt);
  if (form.channel === null) wrong.push({ field: 'channel', words: 'needChannel' });
  if (received === null) wrong.push({ field: 'receivedAt', words: 'needReceived' });
  else if (received > now.toISOString()) wrong.push({ field: 'receivedAt', words: 'inFuture' });
  if (!form.transmittalOnly) {
    if (form.isNamed === null) wrong.push({ field: 'isNamed', words: 'needNamed' });
    const contact = form.reporter.contact.trim();
    if (form.isNamed && contact === '') wrong.push({ field: 'contact', words: 'needContact' });
    if (form.isNamed && isOddPhone(contact)) wrong.push({ field: 'contact', words: 'oddPhone' });
  }
  const points = pointsOf(form);
  for (const { code, subject, summary } of points) {
    if (subject === null) wrong.push({ field: `${code}-subject`, words: 'needPointSubject' });
    if (summary.trim() === '') wrong.push({ field: `${code}-summary`, words: 'needPointSummary' });
  }
  // The steps of reception carry two persons; a third comes in by a point of their own.
  subjectsOf(form).forEach((id, at) => {
    if (at >= 2 && !points.some(({ subject }) => subject === id))
      wrong.push({
        field: `subject-${String(form.subjects.findIndex((each) => each.id === id))}`,
        words: 'needSubjectPoint',
      });
  });
  if (wordsOf(form).length > MOST_LETTERS) wrong.push({ field: 'content', words: 'tooLong' });
  if (form.duplicateOf?.hasNewFacts === null) wrong.push({ field: 'newFacts', words: 'needNewFacts' });
  return wrong;
}

/** The field a pointer of the server's refusal means; the summary shows what no field is for. */
export function fieldOf(pointer: string): string {
  const path = pointer.split('/').slice(1);
  if (path[0] === 'data') path.shift();
  if (path[0] === 'reporter') return path[1] ?? 'contact';
  if (path[0] === 'subject') return 'subject-0';
  return path[0] === 'isRealName' ? 'isNamed' : (path[0] ?? 'channel');
}

export type IntakePart = 'source' | 'reporter' | 'subjects' | 'points';

/** Which parts need nothing more, for the marks of the index. */
export function donePart(form: IntakeForm, part: IntakePart, now: Date): boolean {
  const fields = wrongIn(form, now).map(({ field }) => field);
  const isClean = (...names: readonly string[]) =>
    !fields.some((field) => names.some((name) => field === name || field.startsWith(`${name}-`)));
  switch (part) {
    case 'source':
      return isClean('channel', 'receivedAt', 'isNamed');
    case 'reporter':
      return form.isNamed !== null && isClean('contact');
    case 'subjects':
      return subjectsOf(form).length > 0 && isClean('subject');
    case 'points':
      return (form.transmittalOnly || wordsOf(form) !== '') && isClean('point', 'content');
  }
}
