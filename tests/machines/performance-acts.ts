/** What people do with a performance review, as events, and a review in each of its states. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import { performanceReview } from '../../src/machines/performance-review.machine.ts';
import type { ElsewhereCase, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const PERFORMANCE = performanceReview as unknown as Procedure;

export const PERSONNEL = people.someone('petra', ['org_personnel']);
export const SECOND_PERSONNEL = people.someone('paul', ['org_personnel']);

/** A case of another family about the person, as the register of persons knows it. */
export const elsewhere = (
  procedure: string,
  state: string,
  summary: ElsewhereCase['summary'],
): ElsewhereCase => ({
  case: OTHER_CASE,
  procedure,
  state,
  isOpen: state === 'accepted' || state === 'collecting',
  person: people.SUBJECT.person,
  summary,
});
/** A risk that the person's unit filed before it acted. */
export const filing = (state = 'accepted', summary: ElsewhereCase['summary'] = {}): ElsewhereCase =>
  elsewhere('risk_filing', state, { act: 'flood-wall', isAccepted: true, ...summary });

export const open = (
  data: EventData = {},
  others: readonly ElsewhereCase[] = [],
  by = PERSONNEL,
): Played => ({
  type: 'OPEN',
  by,
  data: { subject: people.SUBJECT.person, period: '2025-Q2', ...data },
  facts: { elsewhere: others },
});
export const signal = (
  code: string,
  data: EventData = {},
  others: readonly ElsewhereCase[] = [],
): Played => ({
  type: 'RECORD_SIGNAL',
  by: PERSONNEL,
  data: {
    signal: code,
    source: 'appraisal',
    kind: 'sham_slow',
    indicator: 'Five matters are idle past their day.',
    observedOn: '2025-05-12',
    evidence: ['ledger-4'],
    ...data,
  },
  facts: { elsewhere: others },
});
export const review = (
  code: string,
  counts = true,
  more: Partial<Played> & { readonly stated?: boolean } = {},
): Played => {
  const { stated = false, ...rest } = more;
  return {
    type: 'REVIEW_SIGNAL',
    by: people.SUPERVISOR,
    data: { signal: code, counts, isNotAboutGenuineRisk: stated, reason: 'By the ledger.' },
    facts: { elsewhere: [] },
    ...rest,
  };
};
export const dismiss = (code: string, by = people.REVIEWER): Played => ({
  type: 'DISMISS_SIGNAL',
  by,
  data: { signal: code, reason: 'The matters were held up by another body.' },
});
/** Concluded by two: no lead, or a talk. */
export const conclude = (result: 'no_lead' | 'talk' = 'no_lead'): Played => ({
  type: 'CONCLUDE',
  by: people.LEADER,
  data: { result, reason: 'Read together.', participants: [SECOND_PERSONNEL.person] },
  with: [SECOND_PERSONNEL],
});
/** Concluded by the body: an adjustment of post, or a lead. */
export const decide = (result: 'adjustment' | 'accountability_lead' = 'accountability_lead'): Played => ({
  type: 'CONCLUDE',
  by: people.CHAIR,
  data: { result, reason: 'Read together.', members: people.votes() },
  with: people.BOARD,
});

const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(PERFORMANCE, stored, ...events).snapshot;

const opening = blankSnapshot(PERFORMANCE);
const collecting = from(opening, open());
/** Signals that count, one for each source named. */
export const counted = (...sources: readonly string[]) =>
  sources.reduce(
    (stored, source, at) => from(stored, signal(`s${String(at)}`, { source }), review(`s${String(at)}`)),
    collecting,
  );
/** One signal that waits for its second look. */
export const waiting = (data: EventData = {}) => from(collecting, signal('s0', data));
export const oneCounts = counted('appraisal');
export const twoSources = counted('appraisal', 'audit');

/** A review in each of its states. */
export const AT = {
  opening,
  collecting,
  concluded_no_lead: from(collecting, conclude()),
  lead_raised: from(twoSources, decide()),
  adjustment_proposed: from(twoSources, decide('adjustment')),
};
