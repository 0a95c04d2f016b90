/**
 * Traps about who: one person in two chairs, a report about the head in the head's own inbox, and a personnel body that
 * believes it may investigate crime (T14, T15, T33).
 */
import { describe, expect, it } from 'vitest';
import { DUTIES, incompatibleWith, type Duty } from '../../src/domain/duty.ts';
import { everyProcedure } from '../../src/machines/registry.ts';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION, untilReviewed } from '../machines/allegation-acts.ts';
import * as clarification from '../machines/clarification-acts.ts';
import * as complaint from '../machines/complaint-acts.ts';
import { ABOUT_HEAD, COMPLAINT, STUB } from '../machines/complaint-acts.ts';
import { having, ORGAN_HEAD, REVIEWER, someone, SUBJECT, SUPERIOR } from '../machines/people.ts';
import { deeds, playFrom, refusedBy } from '../machines/play.ts';
import { designate } from '../machines/shared-acts.ts';
import * as tolerance from '../machines/tolerance-acts.ts';

describe('T14: one person holds one chair, in all cases of a family and by whatever post', () => {
  it('whoever verified the allegation does not check its clarification, which is another case', () => {
    const { CLARIFICATION, AT, passCheck } = clarification;
    const verifier = { ...passCheck(), by: having(REVIEWER, 'handled') };
    expect(refusedBy(CLARIFICATION, AT.in_joint_check, verifier)).toBe('keeps_duties_apart');
    expect(refusedBy(CLARIFICATION, AT.in_joint_check, passCheck())).toBeNull();
  });

  it('a post that was delegated does not make another person of them', () => {
    const stored = playFrom(ALLEGATION, allegation.AT.findings_proposed, designate).snapshot;
    const dora = someone('dora', []);
    const approves = (by = dora) => refusedBy(ALLEGATION, stored, { ...allegation.approveFindings(), by });
    expect([approves(having(dora, 'handled')), approves()]).toEqual(['keeps_duties_apart', null]);
  });

  it('an appeal is heard by nobody who had any duty in the matter before', () => {
    const others = (Object.keys(DUTIES) as Duty[]).filter((duty) => duty !== 'heard_appeal');
    expect(incompatibleWith('heard_appeal', others)).toEqual(others);
  });

  it('and nobody acts as staff in a matter about themselves', () => {
    const own = { ...allegation.approveFindings(), by: { ...ORGAN_HEAD, person: SUBJECT.person } };
    expect(refusedBy(ALLEGATION, allegation.AT.findings_proposed, own)).toBe('is_not_concerned');
  });
});

describe('T15: what concerns the own head, or a higher body, goes past this body', () => {
  it('a report about the head goes straight up, and no paper of it passes the head', () => {
    for (const event of [
      complaint.accept(),
      complaint.routeOut(),
      complaint.declineIt(),
      complaint.linkDuplicate(),
      complaint.merge(),
      complaint.sendSealedUp(),
    ])
      expect([event.type, refusedBy(COMPLAINT, ABOUT_HEAD, event)]).not.toEqual([event.type, null]);
    const { state, effects } = playFrom(COMPLAINT, ABOUT_HEAD, complaint.sendUpOwnHead());
    expect([state, deeds(effects)]).toEqual([
      'escalated_sealed',
      expect.arrayContaining(['paper transmittal > superior_body']),
    ]);
    expect(deeds(effects).join()).not.toContain('approver_head');
  });

  it('the head does not reopen it; the next higher body does', () => {
    const sent = playFrom(COMPLAINT, ABOUT_HEAD, complaint.sendUpOwnHead()).snapshot;
    expect(refusedBy(COMPLAINT, sent, complaint.reopen())).toBe('is_reopened_at_the_right_level');
    expect(refusedBy(COMPLAINT, sent, complaint.reopen(SUPERIOR))).toBeNull();
  });

  it('a higher body’s matter is a stub: nothing of it is keyed in, and it is handled here in no way', () => {
    const stub = { channel: 'letter', transmittalOnly: true };
    const parse = (data: object) => COMPLAINT.events.SUBMIT?.safeParse({ ...stub, ...data }).success;
    expect([parse({}), parse({ content: 'A copy.' }), parse({ reporter: complaint.REPORTER })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(refusedBy(COMPLAINT, STUB, complaint.accept())).toBe('is_not_a_sealed_stub');
    expect(playFrom(COMPLAINT, STUB, complaint.sendSealedUp()).state).toBe('escalated_sealed');
  });
});

describe('T33: this body does not investigate crime; it passes it on', () => {
  it('a suspected crime is transferred with its materials, and nothing here goes on', () => {
    const { state, isOpen, effects } = playFrom(
      ALLEGATION,
      allegation.AT.investigating,
      allegation.transfer(),
    );
    expect([state, isOpen]).toEqual(['transferred_criminal', false]);
    expect(deeds(effects)).toEqual(
      expect.arrayContaining([
        'stop all clocks',
        'paper transfer_letter > other_body',
        'paper list_of_materials > other_body',
      ]),
    );
    const decided = allegation.decide('sanction');
    expect(refusedBy(ALLEGATION, allegation.AT.transferred_criminal, decided)).toBe('not_in_this_state');
  });

  it('nor is it tolerated here', () => {
    const passedOn = [tolerance.allegation({ state: 'transferred_criminal', isOpen: false })];
    const { TOLERANCE, AT } = tolerance;
    expect(refusedBy(TOLERANCE, AT.opening, tolerance.openExOfficio({}, passedOn))).toBe(
      'no_crime_is_suspected',
    );
    expect(refusedBy(TOLERANCE, AT.proposed, tolerance.decide(undefined, {}, passedOn))).toBe(
      'suspected_crime_is_not_tolerated',
    );
  });

  it('only measures that are listed exist: of a sanction, those of its track; of an inquiry, none of force', () => {
    const parse = (measure: string) =>
      ALLEGATION.events.DECIDE?.safeParse(allegation.decide('sanction', { measure }).data).success;
    expect([parse('warning'), parse('detention')]).toEqual([true, false]);
    const ofStaff = allegation.decide('sanction', { measure: 'major_demerit', track: 'institution_staff' });
    expect(refusedBy(ALLEGATION, untilReviewed(), ofStaff)).toBe('measure_is_of_its_track');
    const force = /DETAIN|ARREST|SEARCH|SEIZE|FREEZE_ASSETS|WIRETAP|SURVEIL|SUMMON|INTERROGATE/;
    const events = everyProcedure().flatMap((procedure) => Object.keys(procedure.events));
    expect(events.filter((event) => force.test(event))).toEqual([]);
  });
});
