/**
 * What a tolerance review refuses up to its acceptance: what may be opened, who may apply, refuse and withdraw. Each
 * beside the same situation in which it says yes.
 */
import type { FamilyMember } from '../../src/machines/procedure.ts';
import { HANDLER, someone, SUBJECT, UNIT } from './people.ts';
import { member, remembering, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';
import * as act from './tolerance-acts.ts';
import { ALLEGATION_ID, allegation, AT, EX_OFFICIO, JOINED } from './tolerance-acts.ts';

const OTHER = someone('sara', ['subject']);
const ELSEWHERE = '01890000-0000-7000-8000-0000000000ff';
const transferred = allegation({ state: 'transferred_criminal', isOpen: false });
const unaccountable = allegation({
  summary: { subject: SUBJECT.person, act: 'act-1', finding: 'true', isFindingApproved: true },
});
/** An earlier review of the same person on one act. */
const earlier = (state: string, act: string, isOpen = false): FamilyMember =>
  member('tolerance_review', state, {
    case: ELSEWHERE,
    relation: 'kin',
    isOpen,
    summary: {
      acts: act,
      persons: SUBJECT.person,
      determinations: isOpen ? '' : `${act}:${SUBJECT.person}:lighter`,
    },
  });

type Opening = (
  data: Readonly<Record<string, unknown>>,
  family: readonly FamilyMember[] | undefined,
) => Played;
const OPENINGS: readonly (readonly [string, Opening])[] = [
  ['accountability', (data, family) => act.openAccountability(data, family)],
  ['a review ex officio', (data, family) => act.openExOfficio(data, family)],
  ['an application', (data, family) => act.applyFor(data, family)],
];

const OPENING: readonly GuardExample[] = [
  ...OPENINGS.flatMap(([what, open]): GuardExample[] => {
    const rule = (guard: string, name: string, event: Played, accepted = open({}, undefined)) => ({
      guard,
      name: `${what}: ${name}`,
      from: AT.opening,
      event,
      accepted,
    });
    const filed = { isCaseFiled: true };
    return [
      rule(
        'allegation_is_of_this_family',
        'no allegation of another family is taken up',
        open({ acts: [{ act: 'act-1', allegation: ELSEWHERE }] }, undefined),
      ),
      rule(
        'no_crime_is_suspected',
        'tolerance is barred where a crime is suspected',
        open({}, [transferred]),
      ),
      rule(
        'names_acts_and_persons',
        'an act is named',
        open({}, [allegation({ summary: { ...filed, subject: SUBJECT.person } })]),
      ),
      rule(
        'names_acts_and_persons',
        'a person is named',
        open({}, [allegation({ summary: { ...filed, act: 'act-1' } })]),
        open({ subject: SUBJECT.person }, [
          allegation({ summary: { ...filed, act: 'act-1', subject: SUBJECT.person } }),
        ]),
      ),
      rule(
        'names_acts_and_persons',
        'no act is named twice',
        open({ acts: [{ act: 'act-1' }, { act: 'act-1' }] }, undefined),
        open({ acts: [{ act: 'act-1' }, { act: 'act-2' }] }, undefined),
      ),
      rule(
        'is_not_determined_already',
        'the same error of the same person is determined once',
        open({}, [allegation(), earlier('recorded', 'act-1')]),
        open({}, [allegation(), earlier('recorded', 'act-2')]),
      ),
      rule(
        'is_not_determined_already',
        'a determination that was revoked does not stand in the way',
        open({}, [allegation(), earlier('delivered', 'act-1')]),
        open({}, [allegation(), earlier('revoked', 'act-1')]),
      ),
      rule(
        'is_not_under_review_already',
        'an act of a person is under review once at a time',
        open({}, [allegation(), earlier('verifying', 'act-1', true)]),
        open({}, [allegation(), earlier('verifying', 'act-2', true)]),
      ),
    ];
  }),
  {
    guard: 'notice_has_arrived',
    name: 'the notice of the right to apply does not arrive tomorrow',
    from: AT.opening,
    event: act.openAccountability({ noticeDeliveredOn: '2025-06-10' }),
    accepted: act.openAccountability({ noticeDeliveredOn: '2025-06-09' }),
  },
  {
    guard: 'accountability_is_open_or_decided',
    name: 'nobody applies where nobody is held to account',
    from: AT.opening,
    event: act.applyFor({}, [unaccountable]),
    accepted: act.applyFor(),
  },
  {
    guard: 'accountability_or_error_in_duty',
    name: 'ex officio takes a filed case or an error in duty',
    from: AT.opening,
    event: act.openExOfficio({}, [unaccountable]),
    accepted: act.openExOfficio({}, [
      allegation({ summary: { ...unaccountable.summary, finding: 'true_error_in_duty' } }),
    ]),
  },
  {
    guard: 'accountability_or_error_in_duty',
    name: 'the true part of what is partly true counts when it is an act in duty',
    from: AT.opening,
    event: act.openExOfficio({}, [
      allegation({ summary: { ...unaccountable.summary, finding: 'partly_true', isOfDuty: false } }),
    ]),
    accepted: act.openExOfficio({}, [
      allegation({ summary: { ...unaccountable.summary, finding: 'partly_true', isOfDuty: true } }),
    ]),
  },
  {
    guard: 'accountability_or_error_in_duty',
    name: 'ex officio takes over from an application only while somebody is held to account',
    from: remembering(AT.right_notified, { isAccountabilityOpen: false }),
    event: act.openExOfficio({}, [unaccountable]),
    accepted: { from: AT.right_notified },
  },
  {
    guard: 'no_crime_is_suspected',
    name: 'ex officio does not take over what was passed on as a crime',
    from: AT.right_notified,
    event: act.openExOfficio({}, [transferred]),
    accepted: act.openExOfficio(),
  },
  {
    guard: 'review_is_still_owed',
    name: 'what was refused for good reason is not taken up ex officio in the same case',
    from: AT.refused_intake,
    event: act.openExOfficio(),
    accepted: { from: act.refusedAsLate() },
  },
  {
    guard: 'no_crime_is_suspected',
    name: 'the review still owed after a withdrawal is barred where a crime is suspected',
    from: AT.withdrawn,
    event: act.openExOfficio({}, [transferred]),
    accepted: act.openExOfficio(),
  },
];

const APPLYING: readonly GuardExample[] = [
  ...(
    [
      ['opens the review', AT.opening],
      ['answers the notice', AT.right_notified],
      ['joins a review ex officio', EX_OFFICIO.verifying],
    ] as const
  ).flatMap(([how, from]): GuardExample[] => [
    {
      guard: 'concerns_the_applicant',
      name: `whoever ${how} is held to account themselves`,
      from,
      event: act.applyFor({}, undefined, OTHER),
      accepted: { by: SUBJECT },
    },
    {
      guard: 'concerns_the_applicant',
      name: `staff who record what ${how} name somebody held to account`,
      from,
      event: act.applyFor({ onBehalfOf: 'subject', applicant: OTHER.person }, undefined, HANDLER),
      accepted: act.applyFor({ onBehalfOf: 'subject', applicant: SUBJECT.person }, undefined, HANDLER),
    },
    {
      guard: 'late_reason_is_listed',
      name: `whoever ${how} late gives a listed reason or none`,
      from,
      event: act.applyFor({ lateReason: 'forgot' }),
      accepted: act.applyFor({ lateReason: 'not_notified' }),
    },
  ]),
  ...(
    [
      ['an answer to the notice', AT.right_notified],
      ['an application that joins', EX_OFFICIO.accepted],
    ] as const
  ).map(([what, from]): GuardExample => ({
    guard: 'applies_for_acts_under_review',
    name: `${what} names acts under review alone`,
    from,
    event: act.applyFor({ acts: [{ act: 'act-9' }] }),
    accepted: act.applyFor({ acts: [{ act: 'act-1' }] }),
  })),
  {
    guard: 'has_not_applied_yet',
    name: 'nobody applies twice',
    from: JOINED.verifying,
    event: act.applyFor(),
    accepted: { from: EX_OFFICIO.verifying },
  },
  {
    guard: 'has_not_asked_for_cure',
    name: 'missing papers are asked for once',
    from: act.from(AT.curing, act.cure()),
    event: act.askCure(),
    accepted: { from: AT.applied },
  },
  {
    guard: 'refuses_as_late_what_was_late',
    name: 'an application in time is not refused as late',
    from: AT.applied,
    event: act.refuseIntake('late_without_reason'),
    accepted: { from: act.appliedLate() },
  },
  {
    guard: 'recusal_is_clear',
    name: 'nothing is accepted before recusal was checked',
    from: AT.applied,
    event: act.accept(false),
    accepted: act.accept(true),
  },
];

const withdrawal = (how: string, from: GuardExample['from']): GuardExample[] => [
  {
    guard: 'is_in_writing',
    name: `${how}: a withdrawal is in writing`,
    from,
    event: act.withdraw({ isInWriting: false }),
    accepted: act.withdraw(),
  },
  {
    guard: 'is_the_applicant',
    name: `${how}: nobody withdraws the application of somebody else`,
    from,
    event: act.withdraw({}, OTHER),
    accepted: { by: SUBJECT },
  },
  {
    guard: 'is_the_applicant',
    name: `${how}: the party organisation does not withdraw what the person applied for`,
    from,
    event: act.withdraw({}, UNIT),
    accepted: act.withdraw({ onBehalfOf: 'subject' }, HANDLER),
  },
];

const SCOPE: readonly GuardExample[] = [
  {
    guard: 'report_is_not_in_yet',
    name: 'nothing is taken into a review whose verification is reported',
    from: act.from(AT.heard, act.submitReport()),
    event: act.addToScope({ acts: [{ act: 'act-2' }] }),
    accepted: { from: AT.heard },
  },
  {
    guard: 'allegation_is_of_this_family',
    name: 'an act of another family is not taken into the review',
    from: AT.accepted,
    event: act.addToScope({ acts: [{ act: 'act-2', allegation: ELSEWHERE }] }),
    accepted: act.addToScope({ acts: [{ act: 'act-2', allegation: ALLEGATION_ID }] }),
  },
  {
    guard: 'no_crime_is_suspected',
    name: 'an act passed on as a crime is not taken into the review',
    from: AT.accepted,
    event: act.addToScope({ acts: [{ act: 'act-2' }] }, [transferred]),
    accepted: act.addToScope({ acts: [{ act: 'act-2' }] }),
  },
  {
    guard: 'adds_something_new',
    name: 'what is under review already is not taken in again',
    from: AT.accepted,
    event: act.addToScope({ acts: [{ act: 'act-1' }] }),
    accepted: act.addToScope({ acts: [{ act: 'act-2' }] }),
  },
  {
    guard: 'adds_something_new',
    name: 'a person under review already is not taken in again',
    from: AT.accepted,
    event: act.addToScope({ persons: [SUBJECT.person] }),
    accepted: act.addToScope({ persons: ['pavel'] }),
  },
  {
    guard: 'adds_something_new',
    name: 'taking in nothing is nothing',
    from: AT.accepted,
    event: act.addToScope({}),
    accepted: act.addToScope({ persons: ['pavel'] }),
  },
];

export const INTAKE_REFUSALS: readonly GuardExample[] = [
  ...OPENING,
  ...APPLYING,
  ...withdrawal('before acceptance', AT.applied),
  ...withdrawal('beside a review ex officio', JOINED.verifying),
  ...SCOPE,
];
