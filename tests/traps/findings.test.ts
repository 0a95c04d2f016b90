/**
 * Traps about what is found and what that means: the pair of point and person, a point that is not proven, a report that
 * is merely untrue, a copy that is not noise, a withdrawal that closes nothing (T1-T3, T16, T17).
 */
import { describe, expect, it } from 'vitest';
import { FINDING_CODES, type Finding } from '../../src/machines/allegation-findings.ts';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION, untilApproved, untilFinding } from '../machines/allegation-acts.ts';
import * as clarification from '../machines/clarification-acts.ts';
import * as complaint from '../machines/complaint-acts.ts';
import { COMPLAINT } from '../machines/complaint-acts.ts';
import * as accusation from '../machines/false-accusation-acts.ts';
import { CASE, deeds, member, playFrom, PROFILE, refusedBy } from '../machines/play.ts';
import * as tolerance from '../machines/tolerance-acts.ts';

describe('T1: a finding belongs to an allegation and a person, not to the report', () => {
  const named = [
    { point: 'point-1', subject: 'sam' },
    { point: 'point-2', subject: 'sam' },
    { point: 'point-1', subject: 'tess' },
  ];

  it('one report with two points and two persons becomes an allegation for each pair', () => {
    const { effects } = playFrom(
      COMPLAINT,
      complaint.AT.accepted,
      complaint.handOver({ allegations: named }),
    );
    const opened = effects.flatMap((effect) => (effect.kind === 'open_case' ? [effect.data] : []));
    expect(opened.map(({ point, subject }) => ({ point, subject }))).toEqual(named);
  });

  it('a pair is there once: named twice it is refused', () => {
    const twice = complaint.handOver({ allegations: [named[0], named[0]] });
    expect(refusedBy(COMPLAINT, complaint.AT.accepted, twice)).toBe('allegations_are_new');
  });

  it('what follows from a finding follows for its own point and person alone', () => {
    const { effects } = playFrom(ALLEGATION, untilFinding('untrue'), allegation.approveFindings());
    const opened = effects.filter(({ kind }) => kind === 'open_case');
    expect(opened).toMatchObject([
      { procedure: 'clarification', data: { allegation: CASE, point: 'point-1', subject: 'sam' } },
    ]);
  });
});

describe('T2: not proven is not untrue', () => {
  const opens = (finding: Finding) =>
    deeds(playFrom(ALLEGATION, untilFinding(finding), allegation.approveFindings()).effects).includes(
      'open clarification OPEN',
    );

  it('a point that cannot be ruled out opens no clarification; one found untrue does', () => {
    expect(FINDING_CODES.filter(opens)).toEqual(['fabricated', 'untrue', 'seriously_inaccurate']);
  });

  it('nobody can have such a point clarified by another door', () => {
    const door = (finding: string) =>
      refusedBy(clarification.CLARIFICATION, clarification.AT.opening, clarification.open({ finding }));
    expect([door('not_proven'), door('untrue')]).toEqual(['finding_is_untrue', null]);
    const applied = (finding: string) =>
      refusedBy(
        clarification.CLARIFICATION,
        clarification.AT.opening,
        clarification.applyFor([clarification.allegation(finding)]),
      );
    expect([applied('not_proven'), applied('untrue')]).toEqual(['has_a_concluded_finding', null]);
  });

  it('the two end under two names', () => {
    const end = (finding: Finding) => playFrom(ALLEGATION, untilApproved(finding), allegation.close()).state;
    expect([end('not_proven'), end('untrue')]).toEqual(['closed_not_proven', 'closed_untrue']);
  });
});

describe('T3: untrue is not malicious', () => {
  const { FALSE_ACCUSATION, AT } = accusation;

  it('no finding opens a matter against a reporter; signs of intent leave a lead, and nothing else does', () => {
    const after = (finding: Finding, signsOfIntent = false) => {
      const { effects, snapshot } = playFrom(
        ALLEGATION,
        untilFinding(finding, { signsOfIntent }),
        allegation.approveFindings(),
      );
      return {
        opens: deeds(effects).includes('open false_accusation OPEN'),
        lead: snapshot.context.obligations.some(({ code }) => code === 'false_accusation_lead'),
      };
    };
    for (const finding of FINDING_CODES)
      expect([finding, after(finding)]).toEqual([finding, { opens: false, lead: false }]);
    expect(after('untrue', true)).toEqual({ opens: false, lead: false });
    expect(after('fabricated', true)).toEqual({ opens: false, lead: true });
  });

  it('it cannot be opened at intake, on a finding that is not approved', () => {
    const early = accusation.allegation('fabricated', { isFindingApproved: false });
    expect(refusedBy(FALSE_ACCUSATION, AT.opening, accusation.open([early]))).toBe(
      'finding_is_concluded_as_false',
    );
    expect(refusedBy(FALSE_ACCUSATION, AT.opening, accusation.open())).toBeNull();
  });

  it('fabrication without intent is not enough to propose it', () => {
    const withoutIntent = accusation.propose({ isIntentProven: false, intentEvidence: [] });
    expect(refusedBy(FALSE_ACCUSATION, AT.verifying, withoutIntent)).toBe('both_elements_are_proven');
    expect(refusedBy(FALSE_ACCUSATION, AT.verifying, accusation.propose())).toBeNull();
  });

  it('a county proposes and the level above decides', () => {
    const here = accusation.decide('established', { profile: PROFILE });
    expect(refusedBy(FALSE_ACCUSATION, AT.proposed, here)).toBe('body_may_decide');
    expect(playFrom(FALSE_ACCUSATION, AT.proposed, accusation.sendUp(), accusation.approve()).state).toBe(
      'established',
    );
  });

  it('a mistake is an ordinary end that leaves no paper outside the body', () => {
    const { state, effects } = playFrom(FALSE_ACCUSATION, accusation.proposedMistake, accusation.conclude());
    const outside = effects.flatMap((effect) =>
      effect.kind === 'issue_document'
        ? effect.to.filter((to) => !['handling_dept', 'case_supervisor'].includes(to))
        : [],
    );
    expect({ state, outside }).toEqual({ state: 'mistaken_report', outside: [] });
  });
});

describe('T16: a copy of a report is not noise', () => {
  const named = (isFeedbackGiven: boolean) => {
    const linked = complaint.duplicateLinked({ isRealName: true });
    const stored = playFrom(COMPLAINT, complaint.NAMED.told, linked).snapshot;
    return isFeedbackGiven
      ? playFrom(COMPLAINT, stored, complaint.giveFeedback({ duplicate: complaint.DUPLICATE_ID })).snapshot
      : stored;
  };
  const closing = complaint.close([
    complaint.found('untrue'),
    member('clarification', 'assessing', { summary: { allegation: complaint.ALLEGATION_ID } }),
  ]);

  it('with a new fact in it, it is no copy: it is merged, and the new allegation is owed', () => {
    expect(refusedBy(COMPLAINT, complaint.AT.registered, complaint.linkDuplicate(true))).toBe(
      'holds_nothing_new',
    );
    expect(refusedBy(COMPLAINT, complaint.AT.registered, complaint.linkDuplicate(false))).toBeNull();
    const { snapshot } = playFrom(
      COMPLAINT,
      complaint.AT.with_handling_dept,
      complaint.duplicateLinked({ newFacts: true }),
    );
    expect(snapshot.context.obligations.map(({ code }) => code)).toEqual(['new_allegation']);
  });

  it('each reporter by name keeps a right to the result: until all were told, the file stays open', () => {
    expect(refusedBy(COMPLAINT, named(false), closing)).toBe('feedback_is_given_or_not_owed');
    expect(refusedBy(COMPLAINT, named(true), closing)).toBeNull();
  });
});

describe('T17: a withdrawal closes nothing', () => {
  it('a reporter who withdraws leaves the complaint where it is, with three questions answered', () => {
    const { state, isOpen, effects } = playFrom(
      COMPLAINT,
      complaint.AT.with_handling_dept,
      complaint.recordWithdrawal(),
    );
    expect({ state, isOpen }).toEqual({ state: 'with_handling_dept', isOpen: true });
    expect(deeds(effects)).toEqual(['paper withdrawal_note > handling_dept, case_supervisor']);
    const unasked = COMPLAINT.events.RECORD_WITHDRAWAL?.safeParse({ threat: false, leak: false });
    expect(unasked?.success).toBe(false);
  });

  it('an applicant who withdraws ends the application, not the duty of the body to look', () => {
    const { snapshot, state } = playFrom(tolerance.TOLERANCE, tolerance.AT.applied, tolerance.withdraw());
    expect(snapshot.context.obligations.map(({ code }) => code)).toEqual(['ex_officio_review']);
    expect(state).toBe('withdrawn');
    expect(playFrom(tolerance.TOLERANCE, snapshot, tolerance.openExOfficio()).state).toBe('accepted');
    const beside = tolerance.JOINED.heard;
    expect(playFrom(tolerance.TOLERANCE, beside, tolerance.withdraw()).state).toBe('heard');
  });
});
