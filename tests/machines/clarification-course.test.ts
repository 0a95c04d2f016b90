/** How a clarification runs beside its finding: verified anew, changed afterwards, and whom it reached (B3, B10, T20). */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import * as act from './clarification-acts.ts';
import { AT, CLARIFICATION, CLARIFICATION_V1, COURSE, COURSE_V1 } from './clarification-acts.ts';
import { suspended } from './every-procedure.ts';
import { having, REVIEWER, SUBJECT } from './people.ts';
import { deeds, fire, playFrom, refusedBy, type Played } from './play.ts';

const summary = ({ context }: StoredSnapshot) => CLARIFICATION.summary(context);

describe('a clarification that is sent back for more', () => {
  it('waits for the new finding with no clock of its own, and has the full term once it is there', () => {
    const sent = playFrom(CLARIFICATION, AT.in_joint_check, act.returnForMore());
    expect(deeds(sent.effects).filter((line) => line.startsWith('start'))).toEqual([]);
    const again = playFrom(CLARIFICATION, sent.snapshot, act.findingApproved('untrue'));
    expect(deeds(again.effects)).toEqual(['stop clar.assess', 'start clar.assess']);
  });

  it('goes on with the new finding and its version', () => {
    const { context } = act.verifiedAnew('seriously_inaccurate');
    expect(context).toMatchObject({ finding: 'seriously_inaccurate', findingVersion: 2 });
  });

  it('ends with a reason of its own where the point is no longer untrue', () => {
    const { state, snapshot } = playFrom(
      CLARIFICATION,
      act.verifiedAnew('not_proven'),
      act.assessNotNeeded('finding_changed'),
    );
    expect({ state, reason: summary(snapshot).reason }).toEqual({
      state: 'not_needed',
      reason: 'finding_changed',
    });
  });

  it('hears of the new finding even while it is suspended', () => {
    const held = suspended(act.sentBack());
    expect(playFrom(CLARIFICATION, held, act.findingApproved('not_proven')).snapshot.context).toMatchObject({
      finding: 'not_proven',
    });
  });
});

describe('a finding that changes afterwards', () => {
  it.each(['carrying_out', 'completed', 'followed_up', 'archived'] as const)(
    'is owed a correction to everybody who got the clarification: %s',
    (state) => {
      const { snapshot } = playFrom(CLARIFICATION, AT[state], act.findingApproved('true'));
      expect(snapshot.context.obligations).toEqual([
        {
          code: 'supersede_clarification',
          procedure: 'clarification',
          row: 'B10',
          since: expect.any(String),
        },
      ]);
      const { effects } = playFrom(CLARIFICATION, snapshot, act.supersede());
      expect(deeds(effects)).toContain('paper supersession_notice > recipients_of_clarification');
    },
  );

  it('cannot leave a clarification stuck half way: what is carried out is neither completed nor left', () => {
    const halfway = act.afterChange(AT.carrying_out);
    const changed = [act.allegation('true')];
    expect(refusedBy(CLARIFICATION, halfway, act.complete(changed))).toBe('finding_still_stands');
    expect(refusedBy(CLARIFICATION, halfway, act.supersede())).toBeNull();
  });

  it('is owed one correction however often it changes, and none once it is what was clarified', () => {
    const owed = (...findings: readonly string[]) =>
      playFrom(CLARIFICATION, AT.archived, ...findings.map((finding) => act.findingApproved(finding)))
        .snapshot.context.obligations;
    expect(owed('true', 'not_proven')).toHaveLength(1);
    expect(owed('true', 'untrue')).toEqual([]);
    expect(owed('true', 'untrue', 'true')).toHaveLength(1);
  });

  it('says to the head of the organ which of the two it is', () => {
    const told = (finding: string) =>
      deeds(playFrom(CLARIFICATION, act.afterChange(AT.archived), act.findingApproved(finding)).effects);
    expect(told('not_proven')).toEqual(['notify finding_changed_after_clarification > approver_head']);
    expect(told('untrue')).toEqual(['notify finding_as_clarified_again > approver_head']);
  });

  it('owes nothing where it is approved anew as it was', () => {
    const { snapshot } = playFrom(CLARIFICATION, AT.archived, act.findingApproved('untrue'));
    expect(snapshot.context.obligations).toEqual([]);
  });

  it.each(['in_joint_check', 'checked', 'consulted', 'approved'] as const)(
    'does not reach a clarification that is %s: approval looks at the finding itself',
    (state) => {
      expect(refusedBy(CLARIFICATION, AT[state]!, act.findingApproved('true'))).toBe('not_in_this_state');
      expect(refusedBy(CLARIFICATION, AT[state]!, act.withhold('finding_changed'))).toBeNull();
    },
  );
});

describe('whom a clarification reached', () => {
  it('is kept for a correction, each recipient once', () => {
    const both = act.untilCarriedOut(['written', 'meeting'], 'written', 'meeting').context;
    expect(both).toMatchObject({
      recipients: ['unit-7', SUBJECT.person],
      deliveredTo: ['unit-7', SUBJECT.person],
      done: ['written', 'meeting'],
    });
  });

  it('counts as delivered by letter alone', () => {
    const { context } = act.untilCarriedOut(['written', 'meeting'], 'meeting');
    expect(context).toMatchObject({ done: ['meeting'], deliveredTo: [] });
  });
});

describe('a clarification applied for', () => {
  it('takes point, person and finding from the allegation, not from the applicant', () => {
    const { snapshot } = playFrom(CLARIFICATION, AT.opening, act.applyFor([act.allegation('fabricated')]));
    expect(summary(snapshot)).toMatchObject({
      allegation: act.ALLEGATION_ID,
      point: 'point-1',
      subject: SUBJECT.person,
      finding: 'fabricated',
    });
  });

  it('says why not, in words for whom it refuses', () => {
    const refusal = fire(CLARIFICATION, AT.opening, act.applyFor([act.allegation('not_proven')]));
    expect(refusal).toMatchObject({
      words: { en: 'It is too early: there is no concluded finding that can be clarified' },
    });
  });
});

describe('a clarification that is not made', () => {
  it('always says why, so that selective clarification can be seen', () => {
    for (const state of ['not_needed', 'withheld', 'declined_by_subject', 'superseded'] as const)
      expect([state, summary(AT[state]).reason]).not.toEqual([state, null]);
  });
});

describe('the joint check', () => {
  it('cannot be skipped: nobody is consulted, and nobody declines, before it was passed', () => {
    for (const event of [act.consult(), act.decline()]) {
      expect(refusedBy(CLARIFICATION, AT.in_joint_check, event)).toBe('not_in_this_state');
      expect(refusedBy(CLARIFICATION, COURSE.ready, event)).toBeNull();
    }
  });

  it('is passed by nobody who handled the matter', () => {
    const reviewer = having(REVIEWER, 'handled');
    expect(refusedBy(CLARIFICATION, AT.in_joint_check, { ...act.passCheck(), by: reviewer })).toBe(
      'keeps_duties_apart',
    );
    expect(refusedBy(CLARIFICATION, AT.in_joint_check, act.passCheck())).toBeNull();
  });

  it('starts the time for the approval, and the consultation leaves it running', () => {
    const clocks = (event: Played, from: StoredSnapshot) =>
      deeds(playFrom(CLARIFICATION, from, event).effects).filter((line) => line.includes('clar.'));
    expect(clocks(act.passCheck(), AT.in_joint_check)).toEqual(['stop clar.review', 'start clar.approve']);
    expect(clocks(act.consult(), COURSE.ready)).toEqual([]);
  });

  it('may be withheld from, passed or not', () => {
    for (const from of [AT.in_joint_check, COURSE.ready])
      expect(playFrom(CLARIFICATION, from, act.withhold()).state).toBe('withheld');
  });

  it('has no event of its own in version 1, where one person records that the subject declines', () => {
    const { at } = COURSE_V1;
    expect(refusedBy(CLARIFICATION_V1, at.in_joint_check, act.passCheck())).toBe('unknown_event');
    expect(refusedBy(CLARIFICATION_V1, at.in_joint_check, act.consult())).toBeNull();
    const alone = { ...act.decline(), data: { agrees: false } };
    expect(refusedBy(CLARIFICATION_V1, at.in_joint_check, alone)).toBeNull();
    expect(refusedBy(CLARIFICATION, COURSE.ready, alone)).toBe('has_enough_people');
  });
});
