/**
 * What a complaint that is being keyed in may repeat: complaints about the same persons, as far as the asker may know of
 * them and works on them. Words are compared in memory; none of them leaves. Each person asked for is put on record.
 */
import { listComplaintsAbout, type ComparedComplaint } from '../../db/queries/duplicates.ts';
import type { DuplicateReason, FindDuplicatesRequest, PossibleDuplicates } from '../contract/intake.ts';
import { localDayOf } from '../domain/local-day.ts';
import type { Purpose } from '../domain/purpose.ts';
import { similarityOf } from '../domain/similarity.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { ComplaintContext } from '../machines/complaint-events.ts';
import { procedureOf } from '../machines/registry.ts';
import { askingOf, worksOn, type Asker } from './acting.ts';
import { timeZoneOf } from './keep-people.ts';
import { openText } from './read-case-events.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';
import type { SelfAudit } from './self-audit.ts';

/** From here on words are called similar. Two letters on different matters share about a tenth of their pairs. */
const SIMILAR = 0.3;

/** Where the words stand in the data of the event that opens a complaint. */
const CONTENT = '/content';

type Item = PossibleDuplicates['items'][number];

export const createDuplicateSearch =
  (runtime: Runtime, { recordSearch }: Pick<SelfAudit, 'recordSearch'>) =>
  async (asker: Asker, asked: FindDuplicatesRequest, purpose: Purpose): Promise<PossibleDuplicates> => {
    const persons = [...new Set(asked.subjects)];
    for (const person of persons) await recordSearch(asker, { person, by: 'duplicates', purpose });
    const found = await seenBy(runtime, asker, (db) =>
      listComplaintsAbout(db, runtime.tenant, askingOf(asker), { persons, except: asked.except ?? null }),
    );
    const items = found.filter((row) => worksOn(asker, row)).map((row) => compared(runtime, row, asked));
    return { items: items.toSorted(byLikelihood) };
  };

function compared(runtime: Runtime, row: ComparedComplaint, asked: FindDuplicatesRequest): Item {
  const { receivedAt, allegations } = row.context as unknown as ComplaintContext;
  const similarity = similarityTo(runtime, row, asked.text);
  const points = new Set(allegations.map(({ point }) => point));
  const holds: Record<DuplicateReason, boolean> = {
    same_subject: true,
    similar_words: similarity !== null && similarity >= SIMILAR,
    same_allegation: asked.allegations.some((point) => points.has(point)),
    same_day: isSameDay(asked.receivedAt, receivedAt, timeZoneOf(runtime)),
  };
  const procedure = procedureOf(row.procedure, row.procedure_version);
  return {
    case: row.id,
    number: row.number ?? null,
    state: row.state,
    stateLabel: procedure?.states[row.state]?.label ?? { zh: row.state, en: row.state },
    isOpen: row.is_open,
    openedAt: row.opened_at,
    receivedAt,
    reasons: (Object.keys(holds) as DuplicateReason[]).filter((reason) => holds[reason]),
    similarity: similarity === null ? null : Math.round(similarity * 100) / 100,
  };
}

function similarityTo(
  runtime: Runtime,
  { entry }: ComparedComplaint,
  text: string | undefined,
): number | null {
  if (!entry || text === undefined || text.trim() === '') return null;
  const content = openText(runtime, entry).values[CONTENT];
  return typeof content === 'string' ? similarityOf(text, content) : null;
}

const isSameDay = (one: string | undefined, other: Instant | null, timeZone: string): boolean =>
  one !== undefined &&
  other !== null &&
  localDayOf(new Date(one).toISOString(), timeZone) === localDayOf(other, timeZone);

/** More reasons first, then words that are more alike; the newest first among equals, as they came. */
const byLikelihood = (one: Item, other: Item): number =>
  other.reasons.length - one.reasons.length || (other.similarity ?? 0) - (one.similarity ?? 0);
