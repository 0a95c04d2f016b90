/**
 * The measures of a rectification as the case keeps them: made of a plan, moved by events, counted for summaries.
 * Judges nothing; the guards do.
 */
import type { EventData } from '../domain/effect.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { GuardArguments } from './procedure.ts';
import type {
  ItemRecord,
  ItemState,
  ProblemRecord,
  RectificationContext,
  TicketColour,
  TicketReason,
} from './rectification-events.ts';

/** Arguments of a guard, or of a row whose data the caller has typed more narrowly. */
export type Args = GuardArguments<RectificationContext>;

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Problems as remembered: without their description; those without an owner belong to the unit served. */
export const problemsIn = (data: EventData, unit: string): ProblemRecord[] =>
  ((data.problems as readonly (Given<ProblemRecord> & { code: string })[] | undefined) ?? []).map(
    ({ code, severity = 'ordinary', evidence = [], ownerUnit = unit }) => ({
      code,
      severity,
      evidence,
      ownerUnit,
    }),
  );

/** Measures of a plan as remembered: listed, and without the words of action and criteria. */
export const itemsIn = (data: EventData, unit: string): ItemRecord[] =>
  (
    data.measures as readonly (Omit<Given<ItemRecord>, 'milestones'> & {
      code: string;
      milestones?: readonly { on: string }[];
    })[]
  ).map((measure) => ({
    code: measure.code,
    problems: measure.problems ?? [],
    criteria: (measure.criteria ?? []).map(({ code, isCheckable }) => ({ code, isCheckable })),
    unit: measure.unit ?? unit,
    lead: measure.lead ?? null,
    leadDept: measure.leadDept ?? null,
    helpers: measure.helpers ?? [],
    dueOn: measure.dueOn ?? null,
    milestones: (measure.milestones ?? []).map(({ on }) => on),
    state: 'listed',
    tickets: [],
    extensions: 0,
    returns: 0,
  }));

export const itemOf = ({ context, data }: Pick<Args, 'context' | 'data'>): ItemRecord | undefined =>
  context.items.find(({ code }) => code === data.item);

/** The list with one measure changed. */
export const changed = (
  { items }: RectificationContext,
  code: string | undefined,
  change: (item: ItemRecord) => Partial<ItemRecord>,
): { items: ItemRecord[] } => ({
  items: items.map((item) => (item.code === code ? { ...item, ...change(item) } : item)),
});

export const moved = (context: RectificationContext, code: string, state: ItemState) =>
  changed(context, code, () => ({ state }));

/** The measure with a further ticket. */
export const ticketed = (
  item: ItemRecord,
  colour: TicketColour,
  reason: TicketReason,
  at: Instant,
): Partial<ItemRecord> => ({ tickets: [...item.tickets, { colour, reason, at }] });

/** Work is still owed on it: it is neither claimed nor closed. */
export const isUnderWay = ({ state }: ItemRecord): boolean => state !== 'closed' && state !== 'claimed_done';
export const isClosed = ({ state }: ItemRecord): boolean => state === 'closed';

const has = ({ tickets }: ItemRecord, is: (ticket: ItemRecord['tickets'][number]) => boolean) =>
  tickets.some(is);
export const isRed = (item: ItemRecord): boolean => has(item, ({ colour }) => colour === 'red');
export const isPaperOnly = (item: ItemRecord): boolean => has(item, ({ reason }) => reason === 'paper_only');

/** The earliest planned day of a measure that is not closed. */
export const nextDueOn = ({ items }: RectificationContext): string | null =>
  items
    .filter((item) => !isClosed(item))
    .flatMap(({ dueOn }) => dueOn ?? [])
    .sort()[0] ?? null;
