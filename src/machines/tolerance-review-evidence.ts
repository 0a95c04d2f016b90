/**
 * What other families hold about the persons under review: filings they made before they acted, and kinds of sham
 * performance that a periodic review counted. Both are remembered by themselves, whatever a handler types. A filing is
 * strong evidence on procedure and no immunity; a sham code shows in the ratings and is no verdict (domain 1.3.1, 3, T30).
 */
import { SHAM_CODES, type Factor, type ShamCode } from '../domain/tolerance.ts';
import type { Effect, EventData } from '../domain/effect.ts';
import type { ElsewhereCase, Facts, Guard } from './procedure.ts';
import type {
  AppraisalRecord,
  FilingKnown,
  SignalKnown,
  ToleranceContext,
} from './tolerance-review-events.ts';
import { list, unique, word, type Args } from './tolerance-review-scope.ts';

/** States in which a filing that was accepted still speaks, for or against whoever made it. */
const SPEAKING = ['accepted', 'used', 'lapsed', 'breached'];

const isFiling = ({ procedure, state, summary }: ElsewhereCase): boolean =>
  procedure === 'risk_filing' && SPEAKING.includes(state) && summary.isAccepted === true;

const words = (line: unknown): string[] => (word(line) ?? '').split(' ').filter((one) => one !== '');

/** The filings and signals about some persons, as far as the facts of an event hold any. */
export function foundElsewhere(
  { elsewhere = [] }: Pick<Facts, 'elsewhere'>,
  { acts, persons }: Pick<ToleranceContext, 'acts' | 'persons'>,
): { filings: FilingKnown[]; signals: SignalKnown[] } {
  const about = elsewhere.filter(({ person }) => persons.includes(person));
  return {
    filings: about.filter(isFiling).map(({ case: id, person, state, summary }) => ({
      case: id,
      person,
      act: word(summary.act),
      state,
      conditions: words(summary.conditions),
      conditionsKept: words(summary.conditionsKept),
      validUntil: word(summary.validUntil),
      coversAct: acts.some(({ act }) => act === summary.act),
    })),
    signals: about
      .filter(({ procedure }) => procedure === 'performance_review')
      .map(({ case: id, person, summary }) => ({
        case: id,
        person,
        codes: SHAM_CODES.filter((code) => words(summary.countedCodes).includes(code)),
      }))
      .filter(({ codes }) => codes.length > 0),
  };
}

/** Whether a filing speaks on an appraisal: made by the same person, and not on another act under review. */
const speaksOn = (filing: FilingKnown, { act, person }: Pick<AppraisalRecord, 'act' | 'person'>): boolean =>
  filing.person === person && (filing.act === act || !filing.coversAct);

/** An appraisal with the filings of its person among the evidence on procedure. The rating stays as it was given. */
export const withFilings = <A extends Pick<AppraisalRecord, 'act' | 'person' | 'factors'>>(
  appraisal: A,
  filings: readonly FilingKnown[],
): A => ({
  ...appraisal,
  factors: appraisal.factors.map((one) =>
    one.factor === 'procedure_method'
      ? {
          ...one,
          evidence: unique([
            ...one.evidence,
            ...filings.filter((filing) => speaksOn(filing, appraisal)).map(({ case: id }) => `filing:${id}`),
          ]),
        }
      : one,
  ),
});

/** Each filing that an appraisal relies on learns of it, and the review hangs on it from then on. */
export const reliedOn = ({ appraisals }: Pick<ToleranceContext, 'appraisals'>, review: string): Effect[] =>
  unique(appraisals.flatMap(({ filings }) => filings.map(({ filing }) => filing))).map((id) => ({
    kind: 'send_event',
    to: { case: id },
    event: 'RELIED_ON',
    data: { review },
    ifAccepted: true,
    link: 'relies_on',
  }));

const appraisalsIn = (data: EventData): readonly AppraisalRecord[] => list(data, 'appraisals');
const knownTo = ({ context, facts }: Args) => foundElsewhere(facts, context);

/** The factors that may not support tolerance where a kind of sham performance counts (domain 3, last column). */
const SPOILS: Readonly<Record<Exclude<ShamCode, 'sham_slow'>, readonly Factor[]>> = {
  sham_false: ['motive_attitude'],
  sham_blind: ['procedure_method', 'nature_degree'],
  sham_lazy: ['motive_attitude'],
  sham_reckless: ['procedure_method'],
  sham_slack: ['motive_attitude'],
};

/** Inaction is no error that is tolerated: some condition has to fail, or an exclusion to apply. */
const showsInaction = ({ conditions, exclusions }: AppraisalRecord): boolean =>
  conditions.some(({ holds }) => !holds) || exclusions.some(({ applies }) => applies);

const shows = (appraisal: AppraisalRecord, code: ShamCode): boolean =>
  code === 'sham_slow'
    ? showsInaction(appraisal)
    : !appraisal.factors.some(({ factor, rating }) => SPOILS[code].includes(factor) && rating === 'supports');

export const EVIDENCE_GUARDS = {
  sham_code_has_a_second_reviewer: {
    words: {
      zh: '认定不担当情形须经第二人复核，或者已在定期研判中计入',
      en: 'A kind of sham performance counts only when a second person reviewed it, here or in a periodic review',
    },
    basis: ['3', 'T30'],
    holds: (args) =>
      list(args.data, 'participants').length > 0 ||
      appraisalsIn(args.data).every(({ person, shamCodes }) =>
        shamCodes.every((code) =>
          knownTo(args).signals.some((signal) => signal.person === person && signal.codes.includes(code)),
        ),
      ),
  },
  sham_codes_show_in_the_ratings: {
    words: {
      zh: '认定的不担当情形须反映在相应要素的评定中，不作为须在条件或者排除情形中回答',
      en: 'A kind of sham performance that counts shows in the factors it concerns; inaction in a condition or exclusion',
    },
    basis: ['3', 'T30'],
    holds: ({ data }) =>
      appraisalsIn(data).every((appraisal) => appraisal.shamCodes.every((code) => shows(appraisal, code))),
  },
  relies_on_known_filings: {
    words: {
      zh: '只能援用该人员已受理且未被认定违反条件的事前报备',
      en: 'Only a filing of that person that was accepted and never held breached is relied on',
    },
    basis: ['C0', 'domain 1.3.1'],
    holds: (args) =>
      // Entries from before filings were looked up hold none.
      args.facts.elsewhere === undefined ||
      appraisalsIn(args.data).every(({ person, filings }) =>
        filings.every(({ filing }) =>
          knownTo(args).filings.some(
            (known) => known.case === filing && known.person === person && known.state !== 'breached',
          ),
        ),
      ),
  },
  filings_relied_on_still_stand: {
    words: {
      zh: '所援用的事前报备已被认定违反条件，须重新提出建议',
      en: 'A filing that the proposal relies on was held breached since; the proposal has to be made anew',
    },
    basis: ['C0', 'C12', 'domain 1.3.1'],
    holds: ({ context, facts }) =>
      context.appraisals.every(({ filings }) =>
        filings.every(
          ({ filing }) =>
            !facts.elsewhere?.some((known) => known.case === filing && known.state === 'breached'),
        ),
      ),
  },
  answers_every_filing: {
    words: {
      zh: '该人员就该行为的事前报备须援用或者说明不援用的理由，各一次',
      en: 'A filing of that person on that act is relied on, or set aside with a reason; once, and never ignored',
    },
    basis: ['C0', 'domain 1.3.1', '2.1'],
    holds: (args) =>
      appraisalsIn(args.data).every(({ act, person, filings, filingsSetAside = [] }) =>
        knownTo(args)
          .filings.filter((known) => known.person === person && known.act === act)
          .every(
            ({ case: id }) =>
              [...filings, ...filingsSetAside].filter(({ filing }) => filing === id).length === 1,
          ),
      ),
  },
} satisfies Record<string, Guard<ToleranceContext>>;
