/** What an approved finding sets off (A18, 1.7): each of the eight findings, and never more than it says (T2, T3, T5). */
import { describe, expect, it } from 'vitest';
import { FINDING_CODES, type Finding } from '../../src/machines/allegation-findings.ts';
import type { FamilyMember } from '../../src/machines/procedure.ts';
import * as act from './allegation-acts.ts';
import { ALLEGATION, untilApproved, untilFinding } from './allegation-acts.ts';
import { CASE, deeds, member, playFrom, refusedBy } from './play.ts';

const approved = (finding: Finding, data = {}, family: readonly FamilyMember[] = []) =>
  playFrom(ALLEGATION, untilFinding(finding, data), act.approveFindings(family));
const said = (finding: Finding, data = {}) => deeds(approved(finding, data).effects);
const owed = (finding: Finding, data = {}) =>
  approved(finding, data).snapshot.context.obligations.map(({ code }) => code);
const where = (holds: (finding: Finding) => boolean) => FINDING_CODES.filter(holds);
const OF_DUTY = { isOfDuty: true };

describe('a finding', () => {
  it('opens a clarification where the point is untrue, and never where it is only not proven', () => {
    expect(where((finding) => said(finding).includes('open clarification OPEN'))).toEqual([
      'fabricated',
      'untrue',
      'seriously_inaccurate',
    ]);
  });

  it('lets a case be filed where it is substantiated', () => {
    const files = (finding: Finding) =>
      refusedBy(ALLEGATION, untilApproved(finding), act.fileCase()) === null;
    expect(where(files)).toEqual(['partly_true', 'true', 'true_error_in_duty']);
    expect(where((finding) => said(finding).includes('start report.file_decision'))).toEqual(where(files));
  });

  it('may end with a talk where it is minor, partly true or an error in duty', () => {
    const ends = (finding: Finding) =>
      refusedBy(ALLEGATION, untilApproved(finding), act.closeWithMinorHandling()) === null;
    expect(where(ends)).toEqual(['partly_true', 'true_minor', 'true_error_in_duty']);
    expect(where((finding) => said(finding).includes('start report.minor_handling'))).toEqual(['true_minor']);
  });

  it('closes with its complaint where nothing more is needed', () => {
    const closes = (finding: Finding) => refusedBy(ALLEGATION, untilApproved(finding), act.close()) === null;
    expect(where(closes)).toEqual(['fabricated', 'untrue', 'seriously_inaccurate', 'not_proven']);
  });

  it('offers a tolerance review for an error in duty, and for the true part of one', () => {
    const offers = (finding: Finding, data = {}) => owed(finding, data).includes('tolerance_review_offer');
    expect(where((finding) => offers(finding))).toEqual(['true_error_in_duty']);
    expect(where((finding) => offers(finding, OF_DUTY))).toEqual(['partly_true', 'true_error_in_duty']);
  });

  it('is a lead on a false accusation only where it was fabricated and meant to harm', () => {
    const leads = (finding: Finding, data = {}) => owed(finding, data).includes('false_accusation_lead');
    expect(where((finding) => leads(finding))).toEqual([]);
    expect(where((finding) => leads(finding, { signsOfIntent: true }))).toEqual(['fabricated']);
  });

  it('tells no case on the accuser and nobody but the head of the organ of such a lead', () => {
    const effects = said('fabricated', { signsOfIntent: true });
    expect(effects).toContain('notify false_accusation_lead > approver_head');
    expect(effects.filter((line) => line.startsWith('open'))).toEqual(['open clarification OPEN']);
  });

  it('is told to the complaint whatever it is', () => {
    expect(where((finding) => said(finding).includes('tell complaint FINDINGS_APPROVED'))).toEqual(
      FINDING_CODES,
    );
  });
});

describe('a finding that is approved anew', () => {
  const clarification = (state: string) => member('clarification', state, { summary: { allegation: CASE } });
  const anew = (state: string, finding: Finding = 'true') =>
    deeds(approved(finding, {}, [clarification(state)]).effects);

  it('is told to the clarification that rests on the one before', () => {
    expect(anew('assessing')).toContain('tell clarification FINDING_APPROVED');
    expect(anew('archived', 'untrue')).toContain('tell clarification FINDING_APPROVED');
    expect(anew('archived', 'untrue')).not.toContain('open clarification OPEN');
  });

  it('opens a clarification of its own where the one before came to nothing', () => {
    for (const state of ['not_needed', 'withheld', 'declined_by_subject', 'superseded'])
      expect(anew(state, 'untrue')).toContain('open clarification OPEN');
  });

  it('counts its versions and owes nothing twice', () => {
    const first = untilApproved('true_error_in_duty');
    const reopened = playFrom(ALLEGATION, act.closedWithTalk(), act.reopen()).snapshot;
    const second = playFrom(
      ALLEGATION,
      reopened,
      act.propose(),
      act.approve('preliminary_verification'),
      act.report('true_error_in_duty'),
      act.approveFindings(),
    ).snapshot;
    expect(first.context).toMatchObject({ findingVersion: 1, isFindingApproved: true });
    expect(reopened.context).toMatchObject({ findingVersion: 1, isFindingApproved: false });
    expect(second.context).toMatchObject({ findingVersion: 2, isFindingApproved: true });
    expect(second.context.obligations.map(({ code }) => code)).toEqual(['tolerance_review_offer']);
  });
});

describe('a report that is sent back', () => {
  const clocks = { 'report.verify': { dueAt: '2025-08-08T16:00:00.000Z', isRunning: true, extensions: 0 } };

  it('gives nobody sixty new days', () => {
    const back = playFrom(ALLEGATION, untilFinding('untrue'), {
      ...act.returnFindings(),
      facts: { clocks },
    });
    expect(deeds(back.effects)).toEqual(['paper return_opinion > handling_dept']);
  });

  it('starts the clock of the verification where none ran, after an explanation that was accepted', () => {
    const explained = playFrom(ALLEGATION, act.AT.reply_under_review, act.acceptExplanation()).snapshot;
    const back = playFrom(ALLEGATION, explained, { ...act.returnFindings(), facts: { clocks: {} } });
    expect(deeds(back.effects)).toContain('start report.verify');
  });
});
