/**
 * What a tolerance review refuses where other families hold something about the person: sham performance that does not
 * show, filings that are ignored or cannot be relied on. Each beside the same situation in which it says yes.
 */
import type { EventData } from '../../src/domain/effect.ts';
import type { Rating } from '../../src/domain/tolerance.ts';
import type { ElsewhereCase } from '../../src/machines/procedure.ts';
import { SECOND_HANDLER, SUBJECT } from './people.ts';
import { OTHER_CASE, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';
import * as act from './tolerance-acts.ts';
import { ACT, appraisal, AT, filing, type Opinion } from './tolerance-acts.ts';

/** An accepted filing of the subject on the act under review, as the register of persons knows it. */
export const filed = (more: Partial<ElsewhereCase> = {}): ElsewhereCase => ({
  case: OTHER_CASE,
  procedure: 'risk_filing',
  state: 'accepted',
  isOpen: true,
  person: SUBJECT.person,
  summary: {
    unit: 'unit-7',
    act: ACT.act,
    conditions: 'minutes_kept permit_follows',
    conditionsKept: 'minutes_kept',
    validUntil: '2025-12-31',
    isAccepted: true,
  },
  ...more,
});
/** A periodic review that counts kinds of sham performance against the subject. */
export const counted = (countedCodes: string, more: Partial<ElsewhereCase> = {}): ElsewhereCase => ({
  case: '01890000-0000-7000-8000-0000000000cc',
  procedure: 'performance_review',
  state: 'concluded',
  isOpen: false,
  person: SUBJECT.person,
  summary: { countedCodes },
  ...more,
});

/** The event with what other families hold about the person. */
export const knowing = (event: Played, ...elsewhere: readonly ElsewhereCase[]): Played => ({
  ...event,
  facts: { ...event.facts, elsewhere },
});
export const proposeOne = (more: EventData = {}, opinion: Opinion = {}): Played =>
  act.propose({ ...appraisal(ACT, opinion), ...more });
const reviewedBySecond = (event: Played): Played => ({
  ...event,
  data: { ...event.data, participants: [SECOND_HANDLER.person] },
  with: [SECOND_HANDLER],
});
export const setAside = (reason = 'outside_scope'): EventData => ({
  filing: OTHER_CASE,
  reason,
  explanation: 'The filing is about another wall.',
});

const proposing = (guard: string, name: string, event: Played, accepted: Played): GuardExample => ({
  guard,
  name,
  from: AT.consulted,
  event,
  accepted,
});

const lazy = proposeOne({ shamCodes: ['sham_lazy'] }, { ratings: { motive_attitude: 'neutral' } });

const SHAM: readonly GuardExample[] = [
  proposing(
    'sham_code_has_a_second_reviewer',
    'a kind of sham performance counts only when a second person looked',
    lazy,
    reviewedBySecond(lazy),
  ),
  proposing(
    'sham_code_has_a_second_reviewer',
    'a kind that no periodic review counted needs the second person still',
    knowing(lazy, counted('sham_slack')),
    knowing(lazy, counted('sham_slack sham_lazy')),
  ),
  proposing(
    'sham_code_has_a_second_reviewer',
    'what a periodic review counts against somebody else counts against nobody here',
    knowing(lazy, counted('sham_lazy', { person: 'sten' })),
    knowing(lazy, counted('sham_lazy')),
  ),
  ...(
    [
      ['sham_false', 'motive_attitude'],
      ['sham_lazy', 'motive_attitude'],
      ['sham_slack', 'motive_attitude'],
      ['sham_blind', 'procedure_method'],
      ['sham_blind', 'nature_degree'],
      ['sham_reckless', 'procedure_method'],
    ] as const
  ).map(([code, factor]): GuardExample => {
    const against = {
      motive_attitude: 'against',
      procedure_method: 'against',
      nature_degree: 'against',
    } as const;
    const rated = (rating: Rating) =>
      knowing(
        proposeOne({ shamCodes: [code] }, { ratings: { ...against, [factor]: rating } }),
        counted(code),
      );
    return proposing(
      'sham_codes_show_in_the_ratings',
      `${code} does not go with support by ${factor}`,
      rated('supports'),
      rated('neutral'),
    );
  }),
  ...(
    [
      ['a condition that fails', { holds: false }],
      ['an exclusion that applies', { excluded: 'grave_harm' }],
    ] as const
  ).map(([what, opinion]) =>
    proposing(
      'sham_codes_show_in_the_ratings',
      `inaction is no error that is tolerated: it takes ${what}`,
      knowing(proposeOne({ shamCodes: ['sham_slow'] }), counted('sham_slow')),
      knowing(proposeOne({ shamCodes: ['sham_slow'] }, opinion), counted('sham_slow')),
    ),
  ),
];

const relying = proposeOne({ filings: [filing({})] });
const FILINGS: readonly GuardExample[] = [
  ...(
    [
      ['that nobody knows', []],
      ['of somebody else', [filed({ person: 'sten' })]],
      ['that was held breached', [filed({ state: 'breached', isOpen: false })]],
      [
        'that was never accepted',
        [filed({ state: 'refused', summary: { ...filed().summary, isAccepted: false } })],
      ],
    ] as const
  ).map(([what, elsewhere]) =>
    proposing(
      'relies_on_known_filings',
      `a filing ${what} is not relied on`,
      knowing(relying, ...elsewhere),
      knowing(relying, filed()),
    ),
  ),
  proposing(
    'answers_every_filing',
    'a filing on the very act is not ignored',
    knowing(act.propose(), filed()),
    knowing(relying, filed()),
  ),
  proposing(
    'answers_every_filing',
    'a filing that was breached is not ignored either; it is set aside with a reason',
    knowing(act.propose(), filed({ state: 'breached' })),
    knowing(proposeOne({ filingsSetAside: [setAside('condition_broken')] }), filed({ state: 'breached' })),
  ),
  proposing(
    'answers_every_filing',
    'a filing is not relied on and set aside at once',
    knowing(proposeOne({ filings: [filing({})], filingsSetAside: [setAside()] }), filed()),
    knowing(proposeOne({ filingsSetAside: [setAside()] }), filed()),
  ),
  {
    guard: 'filings_relied_on_still_stand',
    name: 'a filing that was held breached after the proposal carries no decision',
    from: act.from(AT.consulted, knowing(relying, filed())),
    event: knowing(act.decide(), filed({ state: 'breached' })),
    accepted: knowing(act.decide(), filed({ state: 'lapsed' })),
  },
];

export const EVIDENCE_REFUSALS: readonly GuardExample[] = [...SHAM, ...FILINGS];
