/**
 * Guards of a tolerance review from the hearing to the revocation. How far tolerance may go is `domain/tolerance.ts`,
 * asked here per determination and rule by rule, so that a refusal names the rule that says no.
 */
import { dayOf, localDayOf } from '../domain/local-day.ts';
import {
  answersEachOnce,
  DISTINCTION_CODES,
  FACTOR_CODES,
  isSamePair,
  isTolerated,
  TOLERANCE_RULES,
  type Determination,
  type Pair,
  type ToleranceRule,
} from '../domain/tolerance.ts';
import type { PersonId, Words } from '../domain/vocabulary.ts';
import type { Guard } from './procedure.ts';
import type { AppraisalRecord, ToleranceContext } from './tolerance-review-events.ts';
import { allegationOf, list, unique, type Args } from './tolerance-review-scope.ts';

const appraisalsIn = ({ data }: Args): readonly AppraisalRecord[] => list(data, 'appraisals');
const determinationsIn = ({ data }: Args): readonly Determination[] => list(data, 'determinations');

const coversOnce = (pairs: readonly Pair[], all: readonly Pair[]): boolean =>
  pairs.length === all.length &&
  all.every((one) => pairs.filter((pair) => isSamePair(pair, one)).length === 1);

const ruleGuard = (rule: ToleranceRule, words: Words, basis: readonly string[]): Guard<ToleranceContext> => ({
  words,
  basis,
  holds: (args) =>
    determinationsIn(args).every((determination) => {
      const appraisal = args.context.appraisals.find((one) => isSamePair(one, determination));
      return appraisal !== undefined && TOLERANCE_RULES[rule](appraisal, determination);
    }),
});

export const VERIFICATION_GUARDS = {
  hears_persons_of_this_review: {
    words: {
      zh: '陈述申辩须由本案所涉人员作出',
      en: 'Those heard, or who waived it, have to be persons of this review',
    },
    basis: ['C9', 'S27'],
    holds: ({ context, data }) => {
      const persons = [...list<PersonId>(data, 'heard'), ...list<PersonId>(data, 'waived')];
      return (
        persons.length > 0 &&
        unique(persons).length === persons.length &&
        persons.every((person) => context.persons.includes(person))
      );
    },
  },
  everyone_was_heard: {
    words: {
      zh: '尚有人员未听取陈述申辩，也未书面放弃',
      en: 'Somebody under review was neither heard nor waived it in writing',
    },
    basis: ['C9', 'S27'],
    holds: ({ context }) => context.persons.every((person) => context.heard.includes(person)),
  },
  report_is_not_in_yet: {
    words: { zh: '核查报告已经提交', en: 'The verification report is in already' },
    basis: ['settled 6'],
    holds: ({ context }) => context.reportSubmittedAt === null,
  },
  report_is_in: {
    words: { zh: '核查报告尚未提交', en: 'The verification report is not in yet' },
    basis: ['settled 6', 'C11'],
    holds: ({ context }) => context.reportSubmittedAt !== null,
  },
} satisfies Record<string, Guard<ToleranceContext>>;

export const PROPOSAL_GUARDS = {
  appraises_each_act_and_person: {
    words: {
      zh: '须对本案每一行为、每一人员分别评定，且不得重复',
      en: 'Each act and each person under review has to be appraised, each pair once',
    },
    basis: ['C11', '2.3', 'settled 16'],
    holds: (args) => {
      const pairs = appraisalsIn(args);
      const { acts, persons } = args.context;
      return (
        coversOnce(pairs, pairs) &&
        acts.every(({ act }) => pairs.some((pair) => pair.act === act)) &&
        persons.every((person) => pairs.some((pair) => pair.person === person)) &&
        pairs.every(({ act, person }) => acts.some((known) => known.act === act) && persons.includes(person))
      );
    },
  },
  rates_every_factor_once: {
    words: { zh: '六项要素须逐项评定一次', en: 'Each of the six factors has to be rated once' },
    basis: ['C11', '2.1'],
    holds: (args) =>
      appraisalsIn(args).every(({ factors }) =>
        answersEachOnce(
          factors.map(({ factor }) => factor),
          FACTOR_CODES,
        ),
      ),
  },
  answers_every_distinction: {
    words: { zh: '“三个区分开来”须逐项回答', en: 'Each of the three distinctions has to be answered once' },
    basis: ['C11', '2.2'],
    holds: (args) =>
      appraisalsIn(args).every(({ distinctions }) =>
        answersEachOnce(
          distinctions.map(({ code }) => code),
          DISTINCTION_CODES,
        ),
      ),
  },
  answers_every_condition: {
    words: { zh: '容错条件须逐项回答', en: 'Each condition of the profile has to be answered once' },
    basis: ['C11', '2.3', 'S21', 'S24'],
    holds: (args) =>
      appraisalsIn(args).every(({ conditions }) =>
        answersEachOnce(
          conditions.map(({ code }) => code),
          args.profile.lists.tolerance_conditions.map(({ code }) => code),
        ),
      ),
  },
  answers_every_exclusion: {
    words: {
      zh: '不予容错情形须逐项回答',
      en: 'Each exclusion of the profile has to be answered once',
    },
    basis: ['C11', '2.3', 'S20', 'S21', 'S24'],
    holds: (args) =>
      appraisalsIn(args).every(({ exclusions }) =>
        answersEachOnce(
          exclusions.map(({ code }) => code),
          args.profile.lists.tolerance_exclusions.map(({ code }) => code),
        ),
      ),
  },
  rests_on_evidence: {
    words: {
      zh: '除“尚未查清”“不适用”外，每项评定均须列明证据',
      en: 'Every rating but unknown, and every distinction but not applicable, needs evidence',
    },
    basis: ['2.1', '2.2', 'S26'],
    holds: (args) =>
      appraisalsIn(args).every(
        ({ factors, distinctions }) =>
          factors.every(({ rating, evidence }) => rating === 'unknown' || evidence.length > 0) &&
          distinctions.every(({ answer, evidence }) => answer === 'na' || evidence.length > 0),
      ),
  },
  filing_may_be_relied_on: {
    words: {
      zh: '援用事前报备须在报备范围内、条件已履行、事实已如实披露',
      en: 'An ex-ante filing helps only within its scope, with its conditions kept and all facts disclosed',
    },
    basis: ['C0', 'S23'],
    holds: (args) =>
      appraisalsIn(args).every(({ filings }) =>
        filings.every((one) => one.isWithinScope && one.areConditionsKept && one.isFullyDisclosed),
      ),
  },
} satisfies Record<string, Guard<ToleranceContext>>;

export const DECISION_GUARDS = {
  determines_each_proposed_pair: {
    words: {
      zh: '须对建议中的每一行为、每一人员各作一项认定',
      en: 'Each proposed pair of act and person needs one determination, and no other',
    },
    basis: ['C12', '2.3', 'settled 16'],
    holds: (args) => coversOnce(determinationsIn(args), args.context.appraisals),
  },
  nothing_is_unknown: ruleGuard(
    'nothing_is_unknown',
    {
      zh: '尚有要素未查清，不得作出认定',
      en: 'A factor is still unknown; that blocks the determination',
    },
    ['C12', '2.1', '2.3'],
  ),
  a_bar_leaves_no_tolerance: ruleGuard(
    'a_bar_leaves_no_tolerance',
    {
      zh: '有要素排除容错，只能不予容错',
      en: 'A factor bars tolerance; only not tolerated is left',
    },
    ['C12', '2.3', 'T7'],
  ),
  an_exclusion_leaves_no_tolerance: ruleGuard(
    'an_exclusion_leaves_no_tolerance',
    {
      zh: '具有不予容错情形，只能不予容错',
      en: 'An exclusion applies; only not tolerated is left',
    },
    ['C12', '2.3', 'S20', 'S21', 'S24', 'T7'],
  ),
  all_conditions_hold: ruleGuard(
    'all_conditions_hold',
    {
      zh: '容错条件须全部具备，否则只能不予容错',
      en: 'The conditions must all hold; otherwise only not tolerated is left',
    },
    ['C12', '2.3', 'S21', 'S24', 'T7'],
  ),
  suspected_crime_is_not_tolerated: {
    words: {
      zh: '该行为已作为涉嫌职务犯罪移送，只能不予容错',
      en: 'The act was passed on as a suspected crime; only not tolerated is left',
    },
    basis: ['C12', '1.7', 'T33'],
    holds: (args) =>
      determinationsIn(args)
        .filter(isTolerated)
        .every(({ act }) => {
          const known = args.context.acts.find((one) => one.act === act);
          return allegationOf(args.facts, known?.allegation)?.state !== 'transferred_criminal';
        }),
  },
  key_factors_are_not_against: ruleGuard(
    'key_factors_are_not_against',
    {
      zh: '动机态度、程序方法、挽回损失有一项不利的，不得免予或者不予追究',
      en: 'With motive, procedure or remedy against, neither exempted nor not pursued is open',
    },
    ['C12', '2.3', 'D'],
  ),
  a_factor_against_leaves_a_sanction: ruleGuard(
    'a_factor_against_leaves_a_sanction',
    {
      zh: '有要素不利的，至多从轻或者减轻',
      en: 'With a factor against, lighter or mitigated is the most',
    },
    ['C12', '2.3', 'D'],
  ),
  minor_measure_goes_without_sanction: ruleGuard(
    'minor_measure_goes_without_sanction',
    {
      zh: '谈话提醒等措施只与免予、不予追究并用',
      en: 'A minor measure goes with exempted or not pursued alone',
    },
    ['C12', 'S2'],
  ),
  demands_rectification: {
    words: {
      zh: '予以容错的，须在同一决定中要求整改',
      en: 'Whoever tolerates demands rectification in the same decision',
    },
    basis: ['C12', 'C16', '2.3', 'T4'],
    holds: (args) => !determinationsIn(args).some(isTolerated) || args.data.rectificationDemanded === true,
  },
} satisfies Record<string, Guard<ToleranceContext>>;

export const AFTERWARDS_GUARDS = {
  is_delivered_on_a_possible_day: {
    words: {
      zh: '送达日期不得早于决定之日，也不得晚于今日',
      en: 'The day of delivery lies neither before the decision nor in the future',
    },
    basis: ['C13', 'T35'],
    holds: ({ context, data, facts, profile }) => {
      const zone = profile.rules.timeZone;
      const days = [data, ...list<Args['data']>(data, 'separately')].map((one) =>
        dayOf(one.deliveredOn as string),
      );
      return (
        context.decidedAt !== null &&
        Math.min(...days) >= localDayOf(context.decidedAt, zone) &&
        Math.max(...days) <= localDayOf(facts.at, zone)
      );
    },
  },
  is_delivered_to_persons_determined: {
    words: {
      zh: '另行送达的须为本决定所涉人员，每人一次',
      en: 'Whoever is served separately has to be a person determined, each once',
    },
    basis: ['C13', 'T35'],
    holds: ({ context, data }) => {
      const persons = list<{ person: PersonId }>(data, 'separately').map(({ person }) => person);
      return (
        unique(persons).length === persons.length &&
        persons.every((person) => context.determinations.some((one) => one.person === person))
      );
    },
  },
  states_every_determination: {
    words: {
      zh: '责任追究决定须如实载明每一项容错认定结果',
      en: 'The liability decision has to state each tolerance result as it was determined',
    },
    basis: ['C15', 'T5'],
    holds: ({ context, data }) => {
      const stated = list<Determination>(data, 'states');
      return (
        coversOnce(stated, context.determinations) &&
        stated.every(({ outcome, ...pair }) =>
          context.determinations.some((one) => isSamePair(one, pair) && one.outcome === outcome),
        )
      );
    },
  },
  rectification_was_served: {
    words: {
      zh: '予以容错的，须先送达整改通知',
      en: 'What was tolerated is not filed before the rectification of it was served',
    },
    basis: ['C16', '1.4', 'T4'],
    holds: ({ context }) => !context.obligations.some(({ code }) => code === 'rectification'),
  },
  something_was_tolerated: {
    words: { zh: '没有可以撤销的容错认定', en: 'Nothing was tolerated that could be revoked' },
    basis: ['C18'],
    holds: ({ context }) => context.determinations.some(isTolerated),
  },
} satisfies Record<string, Guard<ToleranceContext>>;
