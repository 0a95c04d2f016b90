/**
 * Guards of a tolerance review up to its acceptance: what may be opened, who may apply, refuse and withdraw. They read
 * the case, the data and the facts of the family; nothing here looks at the merits.
 */
import { dayOf, localDayOf } from '../domain/local-day.ts';
import { isSamePair, pairsInLine } from '../domain/tolerance.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { FamilyMember, Guard } from './procedure.ts';
import type { ToleranceContext } from './tolerance-review-events.ts';
import {
  allegationOf,
  allegationsOf,
  isHeldToAccount,
  list,
  scopeIn,
  unique,
  word,
  type Args,
} from './tolerance-review-scope.ts';

/** Reviews that came to nothing: the error they were about may be brought again. */
const WITHOUT_EFFECT = ['refused_intake', 'withdrawn', 'revoked'];

const otherReviews = ({ facts }: Args): FamilyMember[] =>
  (facts.family ?? []).filter(
    (member) => member.procedure === 'tolerance_review' && member.relation !== 'self',
  );

const isErrorInDuty = (allegation: FamilyMember | undefined): boolean =>
  allegation?.summary.isFindingApproved === true &&
  (allegation.summary.finding === 'true_error_in_duty' ||
    (allegation.summary.finding === 'partly_true' && allegation.summary.isOfDuty === true));

export const OPENING_GUARDS = {
  notice_has_arrived: {
    words: { zh: '告知送达日期不得晚于今日', en: 'The day the notice arrived cannot lie in the future' },
    basis: ['C2', 'T35'],
    holds: ({ data, facts, profile }) => {
      const arrived = word(data.noticeDeliveredOn);
      return arrived === null || dayOf(arrived) <= localDayOf(facts.at, profile.rules.timeZone);
    },
  },
  names_acts_and_persons: {
    words: {
      zh: '须写明审查所涉及的行为和人员',
      en: 'The acts and the persons under review have to be named, or an allegation that names both',
    },
    basis: ['C1', 'C3', 'settled 16'],
    holds: (args) => {
      const { acts, persons } = scopeIn(args);
      return (
        acts.length > 0 && persons.length > 0 && unique(acts.map(({ act }) => act)).length === acts.length
      );
    },
  },
  allegation_is_of_this_family: {
    words: {
      zh: '所指的反映问题不属于本案件族',
      en: 'An allegation that is named does not belong to this family of cases',
    },
    basis: ['1.7'],
    holds: (args) => allegationsOf(args).every((allegation) => allegation !== undefined),
  },
  no_crime_is_suspected: {
    words: {
      zh: '该行为涉嫌职务犯罪，已移送，不得启动容错',
      en: 'The act was passed on as a suspected crime; tolerance is barred on it',
    },
    basis: ['1.7', '2.3', 'T33'],
    holds: (args) => allegationsOf(args).every((allegation) => allegation?.state !== 'transferred_criminal'),
  },
  is_not_determined_already: {
    words: {
      zh: '同一人员的同一失误已经作出容错认定',
      en: 'The same error of the same person has been determined already',
    },
    basis: ['C3'],
    holds: (args) => {
      const { acts, persons } = scopeIn(args);
      const determined = otherReviews(args)
        .filter(({ state }) => !WITHOUT_EFFECT.includes(state))
        .flatMap(({ summary }) => pairsInLine(word(summary.determinations) ?? ''));
      return !acts.some(({ act }) =>
        persons.some((person) => determined.some((pair) => isSamePair(pair, { act, person }))),
      );
    },
  },
  is_not_under_review_already: {
    words: {
      zh: '同一人员的同一行为已有容错审查正在办理',
      en: 'A review of the same act of the same person is open; apply there',
    },
    basis: ['C3', 'C5'],
    holds: (args) => {
      const { acts, persons } = scopeIn(args);
      const shares = (line: unknown, codes: readonly string[]) =>
        (word(line) ?? '').split(' ').some((code) => codes.includes(code));
      return !otherReviews(args).some(
        ({ isOpen, summary }) =>
          isOpen &&
          shares(
            summary.acts,
            acts.map(({ act }) => act),
          ) &&
          shares(summary.persons, persons),
      );
    },
  },
  accountability_is_open_or_decided: {
    words: {
      zh: '没有正在进行或者刚作出决定的问责事项，无需容错',
      en: 'No accountability matter is open or just decided; a shortfall without liability needs no tolerance',
    },
    basis: ['C3', 'S26'],
    holds: ({ data, facts }) => isHeldToAccount(allegationOf(facts, data.allegation)),
  },
  accountability_or_error_in_duty: {
    words: {
      zh: '依职权启动须已启动问责，或者核查结论为履职失误',
      en: 'Opening ex officio takes an open accountability, or an approved finding of an error in duty',
    },
    basis: ['C1', 'S20'],
    holds: (args) =>
      args.context.isAccountabilityOpen ||
      allegationsOf(args).some((allegation) => isHeldToAccount(allegation) || isErrorInDuty(allegation)),
  },
} satisfies Record<string, Guard<ToleranceContext>>;

export const INTAKE_GUARDS = {
  concerns_the_applicant: {
    words: {
      zh: '只能由被问责人员本人或者其所在单位申请',
      en: 'Only a person held to account, or their unit, may apply',
    },
    basis: ['C3'],
    holds: ({ context, data, facts }) => {
      const subject = allegationOf(facts, data.allegation)?.summary.subject;
      const concerned = context.persons.length > 0 ? context.persons : [word(subject)];
      const applicant = word(data.applicant);
      if (data.onBehalfOf !== undefined) return applicant === null || concerned.includes(applicant);
      return facts.by.roles.includes('subject_unit') || concerned.includes(facts.by.person);
    },
  },
  applies_for_acts_under_review: {
    words: {
      zh: '申请所涉行为不在本次问责范围内',
      en: 'The application names an act that is not among those under review',
    },
    basis: ['C3', 'S26'],
    holds: ({ context, data }) =>
      list<{ act: string }>(data, 'acts').every(({ act }) => context.acts.some((known) => known.act === act)),
  },
  late_reason_is_listed: {
    words: {
      zh: '逾期理由须为规定情形之一',
      en: 'The reason for applying late has to be one of those listed',
    },
    basis: ['S5', 'domain 0.3'],
    holds: ({ data, profile }) =>
      data.lateReason === undefined ||
      profile.lists.late_reasons.some(({ code }) => code === data.lateReason),
  },
  has_not_applied_yet: {
    words: { zh: '已有申请在办理', en: 'An application is on file already' },
    basis: ['C3'],
    holds: ({ context }) => !context.hasApplied,
  },
  has_not_asked_for_cure: {
    words: { zh: '补正只能要求一次', en: 'Missing papers may be asked for once only' },
    basis: ['C4'],
    holds: ({ context }) => !context.hasAskedForCure,
  },
  refuses_as_late_what_was_late: {
    words: {
      zh: '申请并未逾期，不得以逾期为由不予受理',
      en: 'The application did not come late and may not be refused as late',
    },
    basis: ['C5', 'S5'],
    holds: ({ context, data }) => data.reason !== 'late_without_reason' || context.isLate,
  },
  recusal_is_clear: {
    words: {
      zh: '受理前须查明承办人员有无回避情形',
      en: 'Recusal of those who will handle it has to be checked before acceptance',
    },
    basis: ['C6', 'domain 4.3'],
    holds: ({ data }) => data.isRecusalClear === true,
  },
  adds_something_new: {
    words: { zh: '没有增加新的行为或者人员', en: 'Neither a new act nor a new person is added' },
    basis: ['2.3'],
    holds: ({ context, data }) => {
      const acts = list<{ act: string }>(data, 'acts').map(({ act }) => act);
      const persons = list<PersonId>(data, 'persons');
      return (
        acts.length + persons.length > 0 &&
        unique(acts).length === acts.length &&
        unique(persons).length === persons.length &&
        !acts.some((act) => context.acts.some((known) => known.act === act)) &&
        !persons.some((person) => context.persons.includes(person))
      );
    },
  },
  is_in_writing: {
    words: { zh: '撤回须以书面提出', en: 'A withdrawal has to be in writing' },
    basis: ['C17', 'S30'],
    holds: ({ data }) => data.isInWriting === true,
  },
  is_the_applicant: {
    words: { zh: '只能由申请人撤回本人的申请', en: 'Only the applicant may withdraw the application' },
    basis: ['C17'],
    holds: ({ context, data, facts }) =>
      context.hasApplied &&
      !context.hasWithdrawn &&
      (data.onBehalfOf === undefined
        ? facts.by.person === context.applicant
        : data.onBehalfOf === context.applicantRole),
  },
  rests_on_the_application: {
    words: { zh: '本案另依职权进行', en: 'The review also runs ex officio' },
    basis: ['C17', 'T17'],
    holds: ({ context }) => !context.isExOfficio,
  },
  runs_ex_officio: {
    words: { zh: '本案并非依职权进行', en: 'The review does not run ex officio' },
    basis: ['C17', 'T17'],
    holds: ({ context }) => context.isExOfficio,
  },
  review_is_still_owed: {
    words: { zh: '没有待履行的依职权审查职责', en: 'No ex officio review is owed any more' },
    basis: ['C17', 'T17'],
    holds: ({ context }) => context.obligations.some(({ code }) => code === 'ex_officio_review'),
  },
} satisfies Record<string, Guard<ToleranceContext>>;
