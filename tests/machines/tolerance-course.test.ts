/** How a tolerance review runs: time limits, scope, several acts and persons, and what a decision leaves behind (C2-C18). */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { ToleranceContext } from '../../src/machines/tolerance-review-events.ts';
import { BOARD, HANDLER, SECOND_HANDLER, SUBJECT, UNIT, votes } from './people.ts';
import { deeds, playFrom, refusedBy } from './play.ts';
import * as act from './tolerance-acts.ts';
import { allegation, appraisal, AT, determination, EX_OFFICIO, from, TOLERANCE } from './tolerance-acts.ts';

const DUE = '2025-06-23T16:00:00.000Z';
const contextOf = ({ context }: StoredSnapshot) => context as ToleranceContext;
const summary = ({ context }: StoredSnapshot) => TOLERANCE.summary(context);

describe('an application', () => {
  it.each([
    ['2025-06-23T15:59:59.999Z', false],
    [DUE, true],
    ['2025-06-24T02:00:00.000Z', true],
  ])('at %s is late: %s', (at, isLate) => {
    const facts = {
      at,
      family: [allegation()],
      clocks: { 'tol.apply': { dueAt: DUE, isRunning: true, extensions: 0 } },
    };
    const { snapshot } = playFrom(TOLERANCE, AT.right_notified, { ...act.applyFor(), facts });
    expect(contextOf(snapshot).isLate).toBe(isLate);
  });

  it('has time from the notice while the review runs ex officio, once, and nobody who applied gets more', () => {
    const told = (stored: StoredSnapshot, clocks = {}) =>
      deeds(playFrom(TOLERANCE, stored, { ...act.notifyRight(), facts: { clocks } }).effects);
    expect(told(EX_OFFICIO.accepted)).toContain('start tol.apply');
    const running = { 'tol.apply': { dueAt: DUE, isRunning: true, extensions: 0 } };
    expect(told(EX_OFFICIO.accepted, running)).not.toContain('start tol.apply');
    expect(told(from(EX_OFFICIO.accepted, act.applyFor()))).not.toContain('start tol.apply');
  });

  it('has its time counted from the day the notice arrived', () => {
    const { effects } = playFrom(
      TOLERANCE,
      AT.opening,
      act.openAccountability({ noticeDeliveredOn: '2025-06-06' }),
    );
    expect(deeds(effects)[0]).toBe('start tol.apply from 2025-06-06T04:00:00.000Z');
  });

  it('is that of the person, of the unit, or of the person for whom staff record it', () => {
    const applied = (by = SUBJECT, data = {}) =>
      contextOf(playFrom(TOLERANCE, AT.right_notified, act.applyFor(data, undefined, by)).snapshot);
    expect(applied()).toMatchObject({ applicant: SUBJECT.person, applicantRole: 'subject' });
    expect(applied(UNIT)).toMatchObject({ applicant: UNIT.person, applicantRole: 'subject_unit' });
    expect(applied(HANDLER, { onBehalfOf: 'subject' })).toMatchObject({
      applicant: SUBJECT.person,
      applicantRole: 'subject',
    });
  });

  it('that falls away leaves the duty to look, and the same case can go on ex officio', () => {
    for (const stored of [AT.withdrawn, act.refusedAsLate()]) {
      expect(stored.context.obligations.map(({ code }) => code)).toEqual(['ex_officio_review']);
      const { state, snapshot } = playFrom(TOLERANCE, stored, act.openExOfficio());
      expect({ state, owed: snapshot.context.obligations }).toEqual({ state: 'accepted', owed: [] });
    }
  });

  it('that is withdrawn beside a review ex officio leaves the review where it is', () => {
    const joined = from(EX_OFFICIO.heard, act.applyFor());
    const { state, snapshot } = playFrom(TOLERANCE, joined, act.withdraw());
    expect({ state, has: contextOf(snapshot).hasWithdrawn }).toEqual({ state: 'heard', has: true });
  });

  it.each(['consulted', 'proposed', 'determined', 'delivered', 'recorded'] as const)(
    'cannot be withdrawn any more once the review is %s',
    (state) => {
      expect(refusedBy(TOLERANCE, AT[state], act.withdraw())).toBe('not_in_this_state');
    },
  );
});

describe('the scope of a review', () => {
  it('is read from the allegation it names', () => {
    expect(contextOf(EX_OFFICIO.accepted)).toMatchObject({
      allegation: act.ALLEGATION_ID,
      subject: SUBJECT.person,
      acts: [{ act: 'act-1', allegation: act.ALLEGATION_ID }],
      persons: [SUBJECT.person],
      isExOfficio: true,
      isAccountabilityOpen: true,
    });
  });

  it('takes in a further act and person, who then have to be heard', () => {
    const wider = from(EX_OFFICIO.heard, act.addToScope({ acts: [{ act: 'act-2' }], persons: ['pavel'] }));
    expect(summary(wider)).toMatchObject({ acts: 'act-1 act-2', persons: 'sam pavel' });
    expect(refusedBy(TOLERANCE, wider, act.submitReport())).toBe('everyone_was_heard');
  });
});

describe('several determinations in one case', () => {
  const SECOND = { act: 'act-2', person: SUBJECT.person };
  const decided = playFrom(
    TOLERANCE,
    act.twoActsProposed(),
    act.decide([determination('mitigated'), determination('not_tolerated', SECOND)], {
      members: votes(BOARD, BOARD.slice(2)),
    }),
  );

  it('stand side by side, each for its act and person', () => {
    expect(summary(decided.snapshot).determinations).toBe('act-1:sam:mitigated; act-2:sam:not_tolerated');
  });

  it('owe correction for what is tolerated, and liability for what is not', () => {
    const owed = decided.snapshot.context.obligations.map(({ code, act: on }) => [code, on]);
    expect(owed).toEqual([
      ['apply_to_accountability', undefined],
      ['rectification', 'act-1'],
      ['liability_goes_on', 'act-2'],
    ]);
  });

  it('keep the minority view', () => {
    expect(contextOf(decided.snapshot).minority).toEqual([BOARD[2]!.person]);
  });

  it('are delivered to each person, on a day of their own where need be', () => {
    const { snapshot } = playFrom(TOLERANCE, AT.determined, {
      ...act.deliver({
        deliveredOn: '2025-06-11',
        separately: [{ person: SUBJECT.person, deliveredOn: '2025-06-10', manner: 'post' }],
      }),
      facts: { at: '2025-06-12T02:00:00.000Z' },
    });
    expect(contextOf(snapshot).deliveries).toEqual([
      { person: SUBJECT.person, deliveredOn: '2025-06-10', manner: 'post' },
    ]);
    expect(snapshot.context.obligations).toContainEqual(
      expect.objectContaining({ code: 'appeal', person: SUBJECT.person }),
    );
  });

  it('tell the allegation, once they are on file, what came of each', () => {
    const { effects } = playFrom(TOLERANCE, AT.delivered, act.record());
    expect(effects).toContainEqual(
      expect.objectContaining({
        event: 'TOLERANCE_RECORDED',
        data: { determinations: 'act-1:sam:not_pursued' },
      }),
    );
  });

  it('that tolerate nothing owe no correction and tell nobody of one', () => {
    const { snapshot, effects } = playFrom(
      TOLERANCE,
      AT.proposed,
      act.decide([determination('not_tolerated')], { rectificationDemanded: false }),
    );
    expect(snapshot.context.obligations.map(({ code }) => code)).not.toContain('rectification');
    expect(deeds(effects)).not.toContain('notify rectification_owed > handling_dept');
  });
});

describe('what is remembered of an appraisal', () => {
  it('holds no reasons: they are text, and may be erased', () => {
    const [kept] = contextOf(AT.proposed).appraisals;
    expect(JSON.stringify(kept)).not.toContain('minutes show');
    expect(kept?.factors).toHaveLength(6);
  });

  it('is replaced by a further proposal', () => {
    const anew = from(
      AT.proposed,
      act.propose(appraisal(act.ACT, { ratings: { nature_degree: 'against' } })),
    );
    expect(contextOf(anew).appraisals).toHaveLength(1);
    expect(refusedBy(TOLERANCE, anew, act.decide())).toBe('a_factor_against_leaves_a_sanction');
  });

  it('is gone when the body sends it back, and the verification is reported anew', () => {
    const back = from(AT.proposed, act.returnForMore());
    expect(contextOf(back)).toMatchObject({ appraisals: [], reportSubmittedAt: null });
    const again = from(back, act.hear(), act.submitReport(), act.consult(), act.propose());
    expect(refusedBy(TOLERANCE, again, act.decide())).toBeNull();
  });
});

describe('a determination that is revoked', () => {
  it('reopens liability for what was tolerated, and leaves the person a way to appeal', () => {
    const { snapshot } = playFrom(TOLERANCE, act.untilRecorded('exempted'), act.revoke());
    const owed = snapshot.context.obligations.map(({ code }) => code);
    expect(owed).toEqual(expect.arrayContaining(['liability_reopened', 'appeal']));
    expect(contextOf(snapshot).revocationGround).toBe('private_gain');
  });
});

it('verification is by two, and neither of them sits on the body that decides', () => {
  const decided = {
    ...act.decide(),
    with: [{ ...BOARD[0]!, duties: ['handled'] as const }, ...BOARD.slice(1)],
  };
  expect(refusedBy(TOLERANCE, AT.proposed, decided)).toBe('keeps_duties_apart');
  const { duties } = playFrom(TOLERANCE, AT.accepted, act.verify());
  expect(duties.map(({ person }) => person)).toEqual([HANDLER.person, SECOND_HANDLER.person]);
});
