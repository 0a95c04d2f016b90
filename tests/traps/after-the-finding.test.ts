/**
 * Traps about what makes things good again: a clarification that is too wide, final or missing, and a correction that is
 * a remark in a field (T19, T20, T26, T31).
 */
import { describe, expect, it } from 'vitest';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION, untilReviewed } from '../machines/allegation-acts.ts';
import * as act from '../machines/clarification-acts.ts';
import { AT, CLARIFICATION, COURSE } from '../machines/clarification-acts.ts';
import * as complaint from '../machines/complaint-acts.ts';
import { someone } from '../machines/people.ts';
import { deeds, member, playFrom, PROFILE, refusedBy } from '../machines/play.ts';
import * as rectification from '../machines/rectification-acts.ts';
import { RECTIFICATION } from '../machines/rectification-acts.ts';

describe('T19: a clarification keeps to its form, its circle, its point, and names no reporter', () => {
  it('any other form comes with the written one, and the letter has to arrive', () => {
    const spoken = refusedBy(CLARIFICATION, COURSE.ready, act.consult(['meeting']));
    expect(spoken).toBe('includes_the_written_form');
    expect(refusedBy(CLARIFICATION, COURSE.ready, act.consult(['meeting', 'written']))).toBeNull();
    expect(refusedBy(CLARIFICATION, COURSE.undelivered(), act.complete([act.allegation()]))).toBe(
      'all_forms_are_done',
    );
  });

  it('it reaches no further than the damage did', () => {
    const told = (circle: 'unit' | 'public') => COURSE.untilConsulted(['written'], circle, 'unit');
    expect(refusedBy(CLARIFICATION, told('public'), act.approve())).toBe('is_within_the_damage');
    expect(refusedBy(CLARIFICATION, told('unit'), act.approve())).toBeNull();
  });

  it('whoever approves it says that nothing sealed is in the text', () => {
    const unsaid = act.approve(undefined, { nothingSealedInText: false });
    expect(refusedBy(CLARIFICATION, AT.consulted, unsaid)).toBe('names_nothing_sealed');
  });

  it('it speaks of its own point: another point that is open stays open, the same point elsewhere stops it', () => {
    const other = (point: string) =>
      member('allegation', 'preliminary_verification', {
        case: '01890000-0000-7000-8000-0000000000a3',
        relation: 'kin',
        summary: { point, subject: 'sam', isFindingApproved: false },
      });
    const approving = (point: string) =>
      refusedBy(CLARIFICATION, AT.consulted, act.approve([act.allegation(), other(point)]));
    expect([approving('point-1'), approving('point-2')]).toEqual(['point_is_in_no_other_open_case', null]);
    expect(AT.completed.context).toMatchObject({ point: 'point-1' });
    expect(CLARIFICATION.summary(AT.completed.context)).not.toHaveProperty('points');
  });
});

describe('T20: a clarification is not final', () => {
  it('a finding that changes afterwards is owed a correction, to everybody who got the clarification', () => {
    for (const state of ['carrying_out', 'completed', 'followed_up', 'archived'] as const) {
      const changed = act.afterChange(AT[state]);
      expect(changed.context.obligations.map(({ code }) => code)).toEqual(['supersede_clarification']);
      const { state: end, effects, snapshot } = playFrom(CLARIFICATION, changed, act.supersede());
      expect(end).toBe('superseded');
      expect(deeds(effects)).toContain('paper supersession_notice > recipients_of_clarification');
      expect(snapshot.context).toMatchObject({ recipients: ['unit-7', 'sam'] });
    }
  });

  it('nobody supersedes one whose finding stands', () => {
    expect(refusedBy(CLARIFICATION, AT.archived, act.supersede())).toBe('finding_has_changed');
  });
});

describe('T26: rectification is four lists, not a remark', () => {
  const { measure, problem, untilSubmitted, approvePlan, PLAN } = rectification;
  const approving = (...args: Parameters<typeof untilSubmitted>) =>
    refusedBy(RECTIFICATION, untilSubmitted(...args), approvePlan());

  it('a plan with all four is approved; one that is text is none', () => {
    expect(approving()).toBeNull();
    const remark = RECTIFICATION.events.SUBMIT_PLAN?.safeParse({ text: 'We shall do better.' });
    expect(remark?.success).toBe(false);
  });

  it.each([
    ['problem without measure', [PLAN, [problem('p-3')]], 'every_problem_has_a_measure'],
    ['measure without problem', [[measure('m-1', { problems: [] })]], 'every_problem_has_a_measure'],
    [
      'measure without lead',
      [[measure('m-1', { problems: ['p-1', 'p-2'], lead: undefined })]],
      'every_measure_has_one_lead',
    ],
    [
      'measure without day',
      [[measure('m-1', { problems: ['p-1', 'p-2'], dueOn: undefined })]],
      'every_measure_has_a_due_date',
    ],
    [
      'criterion that nobody can check',
      [
        [
          measure('m-1', {
            problems: ['p-1', 'p-2'],
            criteria: [{ code: 'c-1', criterion: 'Spirits rise.', isCheckable: false }],
          }),
        ],
      ],
      'every_criterion_can_be_checked',
    ],
  ] as const)('%s: the plan is not approved', (_, lists, guard) => {
    expect(approving(...(lists as unknown as Parameters<typeof untilSubmitted>))).toBe(guard);
  });

  it('who is responsible does not check it', () => {
    const inside = someone('ivan', ['case_supervisor'], { unit: 'unit-7' });
    const checked = rectification.check('m-1', {}, [inside]);
    expect(refusedBy(RECTIFICATION, rectification.claimed, checked)).toBe('checkers_are_from_outside');
    expect(refusedBy(RECTIFICATION, rectification.claimed, rectification.check())).toBeNull();
  });

  it('it is not over when everything is ticked off: somebody looks back, and what relapsed is open again', () => {
    expect(refusedBy(RECTIFICATION, rectification.AT.all_closed, rectification.archive())).toBe(
      'not_in_this_state',
    );
    expect(PROFILE.limits['rect.look_back']).toMatchObject({ amount: 6, unit: 'month' });
    const again = playFrom(RECTIFICATION, rectification.AT.all_closed, rectification.relapsed('m-1'));
    expect([again.state, deeds(again.effects)]).toEqual([
      'running',
      expect.arrayContaining(['start rect.item of m-1']),
    ]);
  });
});

describe('T31: what was untrue and not clarified can be found, with the reason', () => {
  it('not clarifying takes a listed reason and two people, and the reason stands in the list', () => {
    expect(refusedBy(CLARIFICATION, AT.assessing, act.assessNotNeeded('no_time'))).toBe('reason_is_listed');
    const alone = { ...act.assessNotNeeded(), data: { reason: 'no_effect', explanation: 'Nobody knew.' } };
    expect(refusedBy(CLARIFICATION, AT.assessing, alone)).toBe('has_enough_people');
    for (const [state, reason] of [
      ['not_needed', 'no_effect'],
      ['withheld', 'would_expose'],
      ['declined_by_subject', 'subject_does_not_want_it'],
    ] as const)
      expect(CLARIFICATION.summary(AT[state].context)).toMatchObject({ reason, finding: 'untrue' });
  });

  it('a complaint does not close over a finding that nobody assessed for clarification', () => {
    const closing = (...more: Parameters<typeof complaint.close>[0] & object) =>
      refusedBy(
        complaint.COMPLAINT,
        complaint.NAMED.told,
        complaint.close([complaint.found('untrue'), ...more]),
      );
    const opened = member('clarification', 'not_needed', {
      isOpen: false,
      summary: { allegation: complaint.ALLEGATION_ID },
    });
    expect([closing(), closing(opened)]).toEqual(['clarifications_are_opened', null]);
  });

  it('and that tolerance was never considered cannot be left unsaid', () => {
    const unsaid = allegation.decide('sanction', { isToleranceConsidered: false });
    expect(refusedBy(ALLEGATION, untilReviewed(), unsaid)).toBe('tolerance_was_considered');
  });
});
