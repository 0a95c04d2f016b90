/**
 * What a decision on an allegation refuses (A22, C15): each rule for each decision it binds, beside the same decision
 * that keeps it. Tolerance and liability meet here, so most of them are about what a tolerance review came to.
 */
import type { EventData } from '../../src/domain/effect.ts';
import * as act from './allegation-acts.ts';
import { ALLEGATION, AT, untilApproved, untilReviewed } from './allegation-acts.ts';
import type { ElsewhereCase, FamilyMember } from '../../src/machines/procedure.ts';
import { SUBJECT } from './people.ts';
import { OTHER_CASE, playFrom, PROFILE, remembering, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';

const DECISIONS = ['sanction', 'exempt', 'no_sanction', 'dismiss'] as const;
type Decision = (typeof DECISIONS)[number];

const reviewed = AT.reviewed;
const decide = (decision: Decision, data: EventData = {}, family: readonly FamilyMember[] = []) =>
  act.decide(decision, data, family);
const under = act.toleranceReview(null);
const came = (outcome: string) => [act.toleranceReview(outcome)];
/** A tolerance result that the decision may follow. */
const FITTING: Record<Decision, string> = {
  sanction: 'mitigated',
  exempt: 'exempted',
  no_sanction: 'not_pursued',
  dismiss: 'not_tolerated',
};
/** A case that is reviewed though none was filed: sent straight to investigation. */
const unfiledReviewed = remembering(reviewed, { isCaseFiled: false });

/** One whose act has a code, so that it can be known again. */
const ofAct = remembering(reviewed, { act: 'act-1' });
const sanctionElsewhere = (procedure: string, track: string): ElsewhereCase => ({
  case: OTHER_CASE,
  procedure,
  state: 'running',
  isOpen: true,
  person: SUBJECT.person,
  summary: { subject: SUBJECT.person, act: 'act-1', track },
});
const sanctioning = (elsewhere: readonly ElsewhereCase[]): Played => ({
  ...decide('sanction'),
  facts: { family: [], elsewhere },
});

const rules = (version: string) => ({ profile: PROFILE.id, version, reason: 'It is lighter.' });

const each = (make: (decision: Decision) => GuardExample): GuardExample[] => DECISIONS.map(make);

const MEASURES: readonly GuardExample[] = [
  {
    guard: 'measure_is_of_its_track',
    name: 'staff of an institution get no major demerit: the track has none (1.5)',
    from: reviewed,
    event: decide('sanction', { measure: 'major_demerit', track: 'institution_staff' }),
    accepted: decide('sanction', { measure: 'major_demerit', track: 'civil_servant' }),
  },
  {
    guard: 'measure_is_of_its_track',
    name: 'a track that the profile does not list is refused',
    from: reviewed,
    event: decide('sanction', { track: 'no_such_track' }),
    accepted: decide('sanction'),
  },
  ...each((decision) => ({
    guard: 'rules_chosen_are_others',
    name: `${decision}: a choice of rules names others than those the case goes by (T29)`,
    from: reviewed,
    event: decide(decision, { ruleVersion: rules(PROFILE.version) }),
    accepted: decide(decision, { ruleVersion: rules(`${PROFILE.version}-lighter`) }),
  })),
  {
    guard: 'one_act_is_sanctioned_once',
    name: 'what the supervisory organ sanctioned the unit does not sanction again; party discipline is no bar (T24)',
    from: ofAct,
    event: sanctioning([sanctionElsewhere('return_to_service', 'governmental')]),
    accepted: sanctioning([sanctionElsewhere('return_to_service', 'party_discipline')]),
  },
  ...(['sanction', 'exempt', 'no_sanction', 'dismiss'] as const).map((decision): GuardExample => ({
    guard: 'decision_is_not_delivered_yet',
    name: `${decision}: what was delivered is not delivered again, and no window opens twice (T35)`,
    from: playFrom(ALLEGATION, reviewed, act.decide(decision), act.deliverDecision()).snapshot,
    event: act.deliverDecision(),
    accepted: { from: playFrom(ALLEGATION, reviewed, act.decide(decision)).snapshot },
  })),
  {
    guard: 'is_not_done_in_the_future',
    name: 'no decision is delivered tomorrow (T35)',
    from: AT.decided_sanction,
    event: act.deliverDecision({ deliveredOn: '2025-06-10' }),
    accepted: act.deliverDecision(),
  },
  {
    guard: 'names_its_measure',
    name: 'a sanction names its measure',
    from: reviewed,
    event: decide('sanction', { measure: undefined }),
    accepted: decide('sanction', { measure: 'demerit' }),
  },
  ...(['exempt', 'no_sanction', 'dismiss'] as const).map((decision): GuardExample => ({
    guard: 'names_its_measure',
    name: `${decision}: no measure goes with it`,
    from: reviewed,
    event: decide(decision, { measure: 'warning' }),
    accepted: decide(decision),
  })),
  {
    guard: 'is_not_heavier_than_told',
    name: 'a measure is not heavier than the one the person was told and heard on',
    from: untilReviewed('true', { proposedDecision: 'sanction', proposedMeasure: 'warning' }),
    event: decide('sanction', { measure: 'demerit' }),
    accepted: decide('sanction', { measure: 'warning' }),
  },
  {
    guard: 'is_not_heavier_than_told',
    name: 'whoever was told of an exemption is not sanctioned after a defence',
    from: untilReviewed('true', { proposedDecision: 'exempt' }),
    event: decide('sanction'),
    accepted: decide('exempt'),
  },
  {
    guard: 'is_not_heavier_than_told',
    name: 'whoever was told of no sanction is not exempted, which finds a fault',
    from: untilReviewed('true', { proposedDecision: 'no_sanction' }),
    event: decide('exempt'),
    accepted: decide('no_sanction'),
  },
  {
    guard: 'is_not_heavier_than_told',
    name: 'whoever was told of a dismissal is not kept on the books without a sanction',
    from: untilReviewed('true', { proposedDecision: 'dismiss' }),
    event: decide('no_sanction'),
    accepted: decide('dismiss'),
  },
];

const TOLERANCE: readonly GuardExample[] = [
  ...each((decision) => ({
    guard: 'case_is_filed',
    name: `${decision}: nothing is decided before a case is filed`,
    from: unfiledReviewed,
    event: decide(decision),
    accepted: { from: reviewed },
  })),
  ...each((decision) => ({
    guard: 'tolerance_is_determined',
    name: `${decision}: no decision overtakes a tolerance review of the same act`,
    from: reviewed,
    event: decide(decision, {}, [under]),
    accepted: decide(decision, {}, [{ ...under, state: 'withdrawn', isOpen: false }]),
  })),
  ...each((decision) => ({
    guard: 'liability_states_tolerance',
    name: `${decision}: the liability decision states the tolerance result`,
    from: reviewed,
    event: decide(decision, {}, came(FITTING[decision])),
    accepted: decide(decision, { toleranceResult: FITTING[decision] }, came(FITTING[decision])),
  })),
  {
    guard: 'liability_states_tolerance',
    name: 'a tolerance result is not made up where there was no review',
    from: reviewed,
    event: decide('sanction', { toleranceResult: 'lighter' }),
    accepted: decide('sanction'),
  },
  {
    guard: 'liability_states_tolerance',
    name: 'the result of another act of the same person is not taken for this one',
    from: reviewed,
    event: decide('sanction', { toleranceResult: 'lighter' }, [
      act.toleranceReview('mitigated', {
        summary: {
          ...act.toleranceReview('mitigated').summary,
          determinations: 'point-1:sam:mitigated; point-2:sam:lighter',
        },
      }),
    ]),
    accepted: decide('sanction', { toleranceResult: 'mitigated' }, came('mitigated')),
  },
  {
    guard: 'decision_follows_tolerance',
    name: 'whoever is exempted by the tolerance review is not sanctioned',
    from: reviewed,
    event: decide('sanction', { toleranceResult: 'exempted' }, came('exempted')),
    accepted: decide('exempt', { toleranceResult: 'exempted' }, came('exempted')),
  },
  {
    guard: 'decision_follows_tolerance',
    name: 'whoever is not pursued gets no exemption that finds a fault',
    from: reviewed,
    event: decide('exempt', { toleranceResult: 'not_pursued' }, came('not_pursued')),
    accepted: decide('no_sanction', { toleranceResult: 'not_pursued' }, came('not_pursued')),
  },
  ...(['no_sanction', 'dismiss'] as const).map((decision): GuardExample => ({
    guard: 'decision_follows_tolerance',
    name: `${decision}: whoever is exempted gets an exemption and no other end`,
    from: reviewed,
    event: decide(decision, { toleranceResult: 'exempted' }, came('exempted')),
    accepted: decide('exempt', { toleranceResult: 'exempted' }, came('exempted')),
  })),
  ...(['sanction', 'dismiss'] as const).map((decision): GuardExample => ({
    guard: 'decision_follows_tolerance',
    name: `${decision}: whoever is not pursued gets no sanction, and a case that is not dismissed for it`,
    from: reviewed,
    event: decide(decision, { toleranceResult: 'not_pursued' }, came('not_pursued')),
    accepted: decide('no_sanction', { toleranceResult: 'not_pursued' }, came('not_pursued')),
  })),
  ...each((decision) => ({
    guard: 'tolerance_was_considered',
    name: `${decision}: where tolerance was offered and not reviewed, the decision says that it was considered`,
    from: reviewed,
    event: decide(decision, { isToleranceConsidered: false }),
    accepted: decide(decision, { isToleranceConsidered: true }),
  })),
];

const dutyError = untilApproved('true_error_in_duty');
const unfiled = (decision: 'exempt' | 'no_sanction', data: EventData, outcome: string | null): Played =>
  act.decide(decision, data, outcome === null ? [under] : came(outcome));

/** Without a filed case, a tolerance result alone becomes a decision. */
const UNFILED: readonly GuardExample[] = [
  ...(['exempt', 'no_sanction'] as const).flatMap((decision): GuardExample[] => {
    const right = FITTING[decision];
    const accepted = unfiled(decision, { toleranceResult: right }, right);
    const rule = (guard: string, name: string, event: Played): GuardExample => ({
      guard,
      name: `${decision} without a filed case: ${name}`,
      from: dutyError,
      event,
      accepted,
    });
    return [
      rule('tolerance_is_determined', 'the tolerance review comes first', unfiled(decision, {}, null)),
      rule(
        'tolerance_spares_a_sanction',
        'a milder sanction is no reason to do without one',
        unfiled(decision, { toleranceResult: 'mitigated' }, 'mitigated'),
      ),
      rule(
        'tolerance_spares_a_sanction',
        'there is no such decision where no tolerance was reviewed',
        act.decide(decision),
      ),
      rule(
        'names_its_measure',
        'it carries no measure',
        unfiled(decision, { toleranceResult: right, measure: 'warning' }, right),
      ),
      rule(
        'rules_chosen_are_others',
        'a choice of rules names others than those the case goes by',
        unfiled(decision, { toleranceResult: right, ruleVersion: rules(PROFILE.version) }, right),
      ),
      rule('liability_states_tolerance', 'it states the tolerance result', unfiled(decision, {}, right)),
    ];
  }),
  {
    guard: 'decision_follows_tolerance',
    name: 'without a filed case, whoever is not pursued gets no exemption',
    from: dutyError,
    event: unfiled('exempt', { toleranceResult: 'not_pursued' }, 'not_pursued'),
    accepted: unfiled('no_sanction', { toleranceResult: 'not_pursued' }, 'not_pursued'),
  },
  {
    guard: 'decision_follows_tolerance',
    name: 'without a filed case, whoever is exempted gets an exemption and no other end',
    from: dutyError,
    event: unfiled('no_sanction', { toleranceResult: 'exempted' }, 'exempted'),
    accepted: unfiled('exempt', { toleranceResult: 'exempted' }, 'exempted'),
  },
];

const MINOR: readonly GuardExample[] = [
  {
    guard: 'tolerance_is_determined',
    name: 'minor handling does not overtake a tolerance review',
    from: dutyError,
    event: act.closeWithMinorHandling({}, [under]),
    accepted: act.closeWithMinorHandling({}, came('exempted')),
  },
  {
    guard: 'tolerance_was_considered',
    name: 'minor handling of an error in duty says that tolerance was considered',
    from: dutyError,
    event: act.closeWithMinorHandling({ isToleranceConsidered: false }),
    accepted: act.closeWithMinorHandling(),
  },
];

export const DECISION_REFUSALS: readonly GuardExample[] = [...MEASURES, ...TOLERANCE, ...UNFILED, ...MINOR];
