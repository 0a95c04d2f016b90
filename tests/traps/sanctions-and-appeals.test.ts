/**
 * Traps about sanctions and how one appeals against them: words that mean another step elsewhere, terms by the calendar,
 * two bodies, moves in the personnel system, names restored, and appeals that harm (T9, T21-T25).
 */
import { describe, expect, it } from 'vitest';
import { INCOMPATIBLE } from '../../src/domain/duty.ts';
import type { EventData } from '../../src/domain/effect.ts';
import { freezeOf } from '../../src/domain/freeze.ts';
import { appealStepOf, appealTrackOf, measureOf, sanctionTrackOf } from '../../src/domain/tracks.ts';
import { blankSnapshot, isRefusal, stateOf, type StoredSnapshot } from '../../src/engine/step.ts';
import { appeal } from '../../src/machines/appeal.machine.ts';
import type { FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as allegation from '../machines/allegation-acts.ts';
import { ALLEGATION, untilReviewed } from '../machines/allegation-acts.ts';
import { ALLEGATION_ROWS } from '../machines/allegation-examples.ts';
import { having, someone, SUBJECT, votes } from '../machines/people.ts';
import {
  CASE,
  deeds,
  fire,
  linked,
  member,
  OTHER_CASE,
  playFrom,
  PROFILE,
  refusedBy,
  remembering,
  type Played,
} from '../machines/play.ts';
import * as service from '../machines/return-to-service-acts.ts';
import { SERVICE } from '../machines/return-to-service-acts.ts';
import { running, watch } from './clocks-of.ts';

const APPEAL = appeal as unknown as Procedure;
const BENCH = ['alma', 'arno', 'asta'].map((person) => someone(person, ['appeals_panel']));

/** The sanction that is appealed against, as its family knows it. */
const decision = (summary: FamilyMember['summary'] = {}): FamilyMember =>
  member('allegation', 'decided_sanction', {
    case: OTHER_CASE,
    relation: 'parent',
    isOpen: false,
    summary: {
      subject: SUBJECT.person,
      decision: 'sanction',
      measure: 'demerit',
      track: 'civil_servant',
      finding: 'true',
      ...summary,
    },
  });
const family = { family: [decision()] };
const windowOpens = (data: EventData = {}) =>
  linked(
    'OPEN',
    {
      on: OTHER_CASE,
      subject: SUBJECT.person,
      track: 'civil_servant',
      step: 1,
      deliveredOn: '2025-06-02',
      circle: 'unit',
      decision: 'sanction',
      measure: 'demerit',
      ...data,
    },
    family,
  );
const files = (data: EventData = {}): Played => ({
  type: 'FILE',
  by: SUBJECT,
  data: { receivedOn: '2025-06-09', grounds: 'The amounts were read wrongly.', ...data },
  facts: family,
});
const decides = (data: EventData, bench = BENCH): Played => ({
  type: 'DECIDE',
  by: bench[0]!,
  data: { reason: 'The file shows it.', members: votes(bench), ...data },
  with: bench,
  facts: family,
});
const opened = playFrom(APPEAL, blankSnapshot(APPEAL), windowOpens());
const examined = playFrom(APPEAL, opened.snapshot, files());
const varied = (measure: string) =>
  decides({ result: 'vary', ground: 'improper', decision: 'sanction', measure });

describe('T9: one word for review is three different steps', () => {
  const stepsCalled = (word: string) =>
    PROFILE.appealTracks.flatMap(({ code, steps }) =>
      steps.flatMap((step, at) => (step.zh === word ? [[code, at + 1]] : [])),
    );

  it('复核 is the first step on some tracks and the second on others', () => {
    const found = Object.fromEntries(stepsCalled('复核')) as Record<string, number>;
    expect(found).toMatchObject({
      civil_servant: 1,
      institution_staff: 1,
      supervisory: 2,
      petition_reply: 2,
    });
    expect(appealTrackOf(PROFILE, 'party_discipline')?.steps.map(({ zh }) => zh)).not.toContain('复核');
  });

  it('each step has a window of its own, or none', () => {
    const window = (track: string, step: number) => appealStepOf(PROFILE, track, step)?.file;
    expect(window('civil_servant', 1)).toEqual({ amount: 30, unit: 'calendar_day' });
    expect(window('civil_servant', 2)).toEqual({ amount: 15, unit: 'calendar_day' });
    expect(window('supervisory', 1)).toEqual({ amount: 1, unit: 'month' });
    expect(window('party_discipline', 1)).toBeNull();
  });

  it('the case takes its window from its track, and has none where the track sets none', () => {
    const on = (track: string) => running(watch(APPEAL, ['2025-06-09', windowOpens({ track })]));
    expect(on('civil_servant')).toEqual(['appeal.window due 2025-07-02']);
    expect(on('party_discipline')).toEqual([]);
  });
});

describe('T21: a period ends by its own track, its own months and its own lifting', () => {
  it('twelve months are twelve months of the calendar, and the track says on which day they end', () => {
    const since = (data: EventData) => running(watch(SERVICE, ['2024-03-20', service.open(data)]));
    const on = (track: string, measure: string, effectiveOn: string) =>
      since({ track, measure, effectiveOn }).find((one) => one.startsWith('service.period'));
    expect(on('civil_servant', 'demerit', '2024-01-31')).toBe('service.period due 2025-01-31');
    expect(on('party_discipline', 'warning', '2024-01-31')).toBe('service.period due 2025-01-30');
    expect(on('civil_servant', 'demerit', '2024-02-29')).toBe('service.period due 2025-02-28');
  });

  it('the same word is another length on another track', () => {
    const months = (track: string) => measureOf(PROFILE, track, 'warning')?.months;
    expect([months('civil_servant'), months('party_discipline')]).toEqual([6, 12]);
  });

  it('where a written lifting is needed, the end lifts nothing; and neither way stands in for the other', () => {
    const over = service.institutionOver();
    expect(over.value.flow).toBe('completed_pending_lift');
    expect(sanctionTrackOf(PROFILE, 'institution_staff')?.lifting).toBe('written');
    expect(refusedBy(SERVICE, over, service.lift())).toBe('lifting_is_of_its_track');
    expect(refusedBy(SERVICE, over, service.liftInWriting())).toBeNull();
    expect(refusedBy(SERVICE, service.AT.completed_pending_lift, service.liftInWriting())).toBe(
      'lifting_is_of_its_track',
    );
  });

  it('whoever asks while another track runs is told until when, by the convention of that track', () => {
    const runs = (track: string, effectiveOn: string, state = 'running') =>
      service.elsewhere('return_to_service', state, { summary: { track, effectiveOn, months: 12 } });
    const said = (...others: ReturnType<typeof runs>[]) => {
      const refused = fire(SERVICE, service.AT.lifted, service.openReview(others));
      return isRefusal(refused) ? /\(until (.+)\)$/.exec(refused.words.en)?.[1] : 'accepted';
    };
    const [party, state] = [
      runs('party_discipline', '2024-01-31'),
      runs('civil_servant', '2024-03-15'),
    ] as const;
    expect([said(party), said(state), said(party, state)]).toEqual([
      '2025-01-30',
      '2025-03-15',
      '2025-03-15',
    ]);
    expect(said(state, runs('governmental', '2024-03-15', 'completed_pending_lift'))).toBeUndefined();
    expect(said(runs('no_such_track', '2024-03-15'))).toBeUndefined();
  });

  it('nobody is considered for a post while another track runs or waits for its lifting', () => {
    for (const state of ['running', 'merged_running', 'completed_pending_lift']) {
      const other = [service.elsewhere('return_to_service', state)];
      expect(refusedBy(SERVICE, service.AT.lifted, service.openReview(other))).toBe('other_periods_are_over');
    }
    const over = [service.elsewhere('return_to_service', 'normal_use', { isOpen: false })];
    expect(refusedBy(SERVICE, service.AT.lifted, service.openReview(over))).toBeNull();
  });
});

describe('T22: a name is restored where it was harmed, neither in general nor in a corner', () => {
  const executing = playFrom(
    APPEAL,
    playFrom(APPEAL, examined.snapshot, decides({ result: 'revoke_redo', ground: 'facts_unclear' })).snapshot,
    {
      type: 'DELIVER',
      by: BENCH[0]!,
      data: { deliveredOn: '2025-06-09', manner: 'in_person' },
    },
  ).snapshot;
  const restored = (circle?: string): Played => ({
    type: 'EXECUTE',
    by: service.PERSONNEL,
    data: { item: 'name_restored', doneOn: '2025-06-09', ...(circle !== undefined && { circle }) },
  });

  it('the circle is the one in which the decision was announced', () => {
    for (const circle of [undefined, 'person', 'department', 'system', 'public'])
      expect([circle, refusedBy(APPEAL, executing, restored(circle))]).toEqual([
        circle,
        'is_the_original_circle',
      ]);
    expect(refusedBy(APPEAL, executing, restored('unit'))).toBeNull();
  });

  it('and the appeal is not over before that is done', () => {
    const ends: Played = { type: 'CLOSE_EXECUTION', by: service.PERSONNEL };
    expect(refusedBy(APPEAL, executing, ends)).toBe('everything_is_done');
  });
});

describe('T23: an appeal stays nothing, worsens nothing, and is heard by others', () => {
  it('the decided case goes on: no clock there stops and no state moves', () => {
    const told = linked('APPEAL_OPENED', { person: SUBJECT.person, step: 1 });
    const { state, effects } = playFrom(ALLEGATION, allegation.AT.decided_sanction, told);
    expect([state, deeds(effects)]).toEqual(['decided_sanction', ['record']]);
    for (const { effects: own } of [opened, examined])
      expect(deeds(own).filter((deed) => /^(pause|tell return_to_service|send)/.test(deed))).toEqual([]);
  });

  it('a heavier measure is refused, a lighter one is not', () => {
    expect(refusedBy(APPEAL, examined.snapshot, varied('major_demerit'))).toBe('is_never_worse');
    expect(refusedBy(APPEAL, examined.snapshot, varied('warning'))).toBeNull();
  });

  it('nobody sits who had a part in what is appealed against', () => {
    const original = INCOMPATIBLE.filter(([, duty]) => duty === 'heard_appeal').map(([duty]) => duty);
    expect(original.sort()).toEqual(['approved', 'case_reviewed', 'decided', 'handled', 'received']);
    for (const duty of original) {
      const [first, ...others] = BENCH;
      const bench = [having(first!, duty), ...others];
      const upholding = decides({ result: 'uphold' }, bench);
      expect([duty, refusedBy(APPEAL, examined.snapshot, upholding)]).toEqual([duty, 'keeps_duties_apart']);
    }
    expect(refusedBy(APPEAL, examined.snapshot, decides({ result: 'uphold' }))).toBeNull();
  });
});

describe('T24: one act carries one sanction of the state or the unit, and party discipline beside it', () => {
  const of = (track: string) => [
    service.elsewhere('return_to_service', 'running', { summary: { act: 'act-1', track } }),
  ];
  const registered = (track: string, measure: string, other: string) =>
    refusedBy(SERVICE, service.AT.opening, service.register({ track, measure }, of(other)));

  it('a second one for the same act, by another body, is refused', () => {
    expect(registered('institution_staff', 'demerit', 'governmental')).toBe('one_act_is_sanctioned_once');
    expect(registered('governmental', 'demerit', 'institution_staff')).toBe('one_act_is_sanctioned_once');
  });

  it('nor is one decided on here for an act that carries one elsewhere, or in another case of the family', () => {
    const ofAct = remembering(untilReviewed(), { act: 'act-1' });
    const decided = (facts: NonNullable<Played['facts']>) =>
      refusedBy(ALLEGATION, ofAct, { ...allegation.decide('sanction', { track: 'civil_servant' }), facts });
    expect(decided({ family: [], elsewhere: of('governmental') })).toBe('one_act_is_sanctioned_once');
    expect(decided({ family: [], elsewhere: of('party_discipline') })).toBeNull();
    const kin = (act: string) =>
      member('allegation', 'decided_sanction', {
        case: OTHER_CASE,
        relation: 'kin',
        isOpen: false,
        summary: { subject: SUBJECT.person, act, track: 'soe_manager' },
      });
    expect(decided({ family: [kin('act-1')], elsewhere: [] })).toBe('one_act_is_sanctioned_once');
    expect(decided({ family: [kin('act-2')], elsewhere: [] })).toBeNull();
    // Its period says for which act it runs, so that what another body decides later is compared with it.
    const { effects } = playFrom(ALLEGATION, ofAct, allegation.decide('sanction'));
    const opened = effects.find(
      (effect) => effect.kind === 'open_case' && effect.procedure === 'return_to_service',
    );
    expect(opened).toMatchObject({ data: { act: 'act-1' } });
  });

  it('which tracks exclude each other is the profile’s to say', () => {
    const groupOf = (code: string) => sanctionTrackOf(PROFILE, code)?.group;
    expect(['governmental', 'civil_servant', 'soe_manager', 'institution_staff'].map(groupOf)).toEqual(
      Array(4).fill('state_or_unit'),
    );
    expect(['party_discipline', 'organisational'].map(groupOf)).toEqual([undefined, undefined]);
  });

  it('party discipline is not blocked by it, nor does it block', () => {
    expect(registered('party_discipline', 'warning', 'governmental')).toBeNull();
    expect(registered('governmental', 'demerit', 'party_discipline')).toBeNull();
  });
});

describe('T25: filing a case freezes moves in the personnel system, and every end lets them go', () => {
  const isFrozen = ({ context }: { readonly context: object }) =>
    ALLEGATION.summary(context as never).isHrFrozen;
  const answered = (stored: StoredSnapshot) =>
    freezeOf([
      {
        case: CASE,
        procedure: 'allegation',
        state: stateOf(stored),
        isFrozen: isFrozen(stored) === true,
        track: null,
        measures: [],
        period: null,
      },
    ]).actions.map(({ action, answer }) => `${action} ${answer}`);

  it('the freeze begins with the filing, and those who run the register are told', () => {
    const { snapshot, effects } = playFrom(
      ALLEGATION,
      allegation.untilApproved('true'),
      allegation.fileCase(),
    );
    expect([isFrozen(snapshot), deeds(effects)]).toEqual([
      true,
      expect.arrayContaining(['notify hr_freeze > org_personnel']),
    ]);
  });

  it.each(['sanction', 'exempt', 'no_sanction', 'dismiss'])('%s lifts it, and they are told', (end) => {
    const { snapshot, effects } = playFrom(ALLEGATION, untilReviewed(), allegation.decide(end));
    expect([isFrozen(snapshot), deeds(effects)]).toEqual([
      false,
      expect.arrayContaining(['notify hr_freeze_lifted > org_personnel']),
    ]);
    expect(answered(snapshot).filter((answer) => !answer.endsWith(' allowed'))).toEqual([]);
  });

  it('passing it on as a suspected crime lifts it, too: the other body is asked from then on', () => {
    const { snapshot, effects } = playFrom(ALLEGATION, untilReviewed(), allegation.transfer());
    expect([isFrozen(snapshot), deeds(effects)]).toEqual([
      false,
      expect.arrayContaining(['notify hr_freeze_lifted > org_personnel']),
    ]);
    expect(answered(snapshot)).toContain('promotion needs_consent');
  });

  it('meanwhile promotion, moves, reward and retirement are barred, and leaving takes consent', () => {
    for (const stored of [allegation.untilFiled(), untilReviewed()])
      expect(answered(stored).sort()).toEqual([
        'exit_abroad needs_consent',
        'pay_step allowed',
        'promotion barred',
        'resignation needs_consent',
        'retirement barred',
        'reward barred',
        'transfer barred',
      ]);
  });

  it('whatever row ends a filed case, it ends the freeze', () => {
    const ending = ALLEGATION_ROWS.flatMap(({ row, from, event, to }) =>
      from.filter((stored) => isFrozen(stored) === true).map((stored) => ({ row, stored, event, to })),
    ).filter(({ to }) => to !== undefined && ALLEGATION.states[to]?.isClosed === true);
    expect([...new Set(ending.map(({ row }) => row))].sort()).toEqual([
      'A-transfer',
      'A22-dismiss',
      'A22-exempt',
      'A22-no_sanction',
      'A22-sanction',
    ]);
    for (const { row, stored, event } of ending)
      expect([row, isFrozen(playFrom(ALLEGATION, stored, event).snapshot)]).toEqual([row, false]);
    // And no other row leads out of the states that a filed case is in.
    const filed = ['investigating', 'heard', 'reviewed'];
    const leaving = ALLEGATION.rows.filter(
      ({ from, to }) =>
        to !== undefined && !filed.includes(to) && filed.some((state) => (from as string[]).includes(state)),
    );
    expect(leaving.map(({ row }) => row).filter((row) => !ending.some((end) => end.row === row))).toEqual([
      'A17-investigation',
    ]);
    expect(refusedBy(ALLEGATION, allegation.untilFiled(), allegation.report('true'))).toBe(
      'case_is_not_filed_yet',
    );
  });
});
