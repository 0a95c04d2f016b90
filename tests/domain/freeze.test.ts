/** What bars a person, from which case, and until when: every state of a filed case and of a period, alone and together. */
import { describe, expect, it } from 'vitest';
import {
  ACTION_CODES,
  EXPLANATIONS,
  FREEZE_REASONS,
  freezeOf,
  PERIOD_BARS,
  PERSONNEL_ACTIONS,
  type ActionAnswer,
  type Matter,
  type PersonnelAction,
} from '../../src/domain/freeze.ts';
import { sanctionTrackOf } from '../../src/domain/tracks.ts';
import { STATES } from '../../src/machines/allegation-states.ts';
import { returnToService } from '../../src/machines/return-to-service.machine.ts';
import { CN_DEFAULT } from './calendars.ts';

const trackOf = (code: string) => sanctionTrackOf(CN_DEFAULT, code)!;

const allegation = (state: string, more: Partial<Matter> = {}): Matter => ({
  case: 'case-a',
  procedure: 'allegation',
  state,
  isFrozen: false,
  track: null,
  measures: [],
  period: null,
  ...more,
});
const filed = allegation('investigating', { isFrozen: true });

/** The demerit of 6.8, which ends on 15 March by the rules of its case. */
const period = (state: string, more: Partial<Matter> = {}): Matter => ({
  case: 'case-demerit',
  procedure: 'return_to_service',
  state,
  isFrozen: false,
  track: trackOf('governmental'),
  measures: ['demerit'],
  period: { lastDay: '2025-03-15', otherLastDay: '2025-03-14', isOver: false },
  ...more,
});
const partyWarning = (state: string): Matter =>
  period(state, {
    case: 'case-party',
    track: trackOf('party_discipline'),
    measures: ['warning'],
    period: { lastDay: '2025-01-30', otherLastDay: '2025-01-31', isOver: false },
  });
const hidden = (matter: Matter): Matter => ({ ...matter, case: null });

const answersOf = (...matters: readonly Matter[]) =>
  Object.fromEntries(freezeOf(matters).actions.map(({ action, answer }) => [action, answer])) as Record<
    PersonnelAction,
    ActionAnswer['answer']
  >;
const reasonsOf = (action: PersonnelAction, ...matters: readonly Matter[]) =>
  freezeOf(matters).actions.find((each) => each.action === action)!.reasons;
const codes = (action: PersonnelAction, ...matters: readonly Matter[]) =>
  reasonsOf(action, ...matters).map(({ code }) => code);

const FREE = Object.fromEntries(ACTION_CODES.map((action) => [action, 'allowed']));

describe('a person of whom nothing is known', () => {
  it('may do everything, and there is nothing to wait for', () => {
    expect(answersOf()).toEqual(FREE);
    expect(freezeOf([]).earliestPromotion).toEqual({
      on: null,
      otherConvention: null,
      explanation: ['nothing_to_wait_for'],
    });
  });
});

describe('an allegation', () => {
  it('that is filed bars promotion, moves, reward and retirement; leaving takes consent (1.1, T25)', () => {
    expect(answersOf(filed)).toEqual({
      ...FREE,
      promotion: 'barred',
      transfer: 'barred',
      reward: 'barred',
      retirement: 'barred',
      exit_abroad: 'needs_consent',
      resignation: 'needs_consent',
    });
    expect(reasonsOf('transfer', filed)).toEqual([
      {
        code: 'case_filed',
        until: null,
        otherConvention: null,
        case: 'case-a',
        procedure: 'allegation',
        track: null,
        measures: [],
      },
    ]);
  });

  it.each(Object.keys(STATES).filter((state) => state !== 'transferred_criminal'))(
    'that is not filed bars nothing: %s',
    (state) => {
      expect(freezeOf([allegation(state)])).toEqual(freezeOf([]));
    },
  );

  it('that was passed on as a suspected crime asks for the consent of whoever has it, filed before or not', () => {
    for (const isFrozen of [true, false]) {
      const passedOn = allegation('transferred_criminal', { isFrozen });
      expect(new Set(Object.values(answersOf(passedOn)))).toEqual(new Set(['needs_consent', 'allowed']));
      expect([answersOf(passedOn).pay_step, codes('promotion', passedOn)]).toEqual([
        'allowed',
        ['passed_on_as_crime'],
      ]);
    }
  });
});

describe('a matter of another kind', () => {
  it.each([
    'tolerance_review',
    'clarification',
    'performance_review',
    'complaint',
    'appeal',
    'rectification',
  ])('%s bars nothing: who was tolerated or cleared is not prejudiced (2.4)', (procedure) => {
    expect(answersOf(allegation('running', { procedure, isFrozen: true }))).toEqual(FREE);
  });
});

describe('a sanction period', () => {
  it.each<[string, string | null]>([
    ['running', 'period_runs'],
    ['merged_running', 'period_runs'],
    ['completed_pending_lift', 'lifting_not_noted'],
    ['lifted', null],
    ['use_review', null],
    ['hold', 'use_put_off'],
    ['normal_use', null],
    ['priority_use', null],
    ['re_supervise', null],
    ['cancelled', null],
    ['merged', null],
  ])('in %s: %s', (state, code) => {
    expect(codes('promotion', period(state))).toEqual(code === null ? [] : [code]);
    expect(answersOf(period(state))).toMatchObject({
      ...FREE,
      promotion: code === null ? 'allowed' : 'barred',
      pay_step: (PERIOD_BARS as readonly string[]).includes(state) ? 'barred' : 'allowed',
    });
  });

  it('knows every state of the procedure', () => {
    expect(Object.keys(returnToService.states).sort()).toEqual(
      [
        ...PERIOD_BARS,
        'lifted',
        'use_review',
        'hold',
        'normal_use',
        'priority_use',
        're_supervise',
        'cancelled',
        'merged',
      ].sort(),
    );
  });

  it('bars up to its last day, which the other convention of counting may put elsewhere', () => {
    expect(reasonsOf('promotion', period('running'))).toMatchObject([
      { until: '2025-03-15', otherConvention: '2025-03-14', track: 'governmental', measures: ['demerit'] },
    ]);
  });

  it('that is over waits for its lifting, noted or written as its track has it, without a date (T21)', () => {
    const over = { lastDay: '2025-03-15', otherLastDay: null, isOver: true };
    expect(reasonsOf('promotion', period('running', { period: over }))).toMatchObject([
      { code: 'lifting_not_noted', until: null, otherConvention: null },
    ]);
    const inWriting = period('completed_pending_lift', { track: trackOf('institution_staff') });
    expect(codes('promotion', inWriting)).toEqual(['written_lifting_missing']);
  });

  it.each<[string, string[], string]>([
    ['governmental', ['warning'], 'allowed'],
    ['governmental', ['demerit'], 'barred'],
    ['civil_servant', ['major_demerit'], 'barred'],
    ['soe_manager', ['demotion'], 'barred'],
    ['governmental', ['demerit', 'warning'], 'barred'],
    ['governmental', [], 'allowed'],
    ['governmental', ['no_such_measure'], 'allowed'],
    ['party_discipline', ['removal_from_post'], 'allowed'],
    ['institution_staff', ['demerit'], 'allowed'],
  ])('on the track %s for %j: a step up in pay is %s', (track, measures, answer) => {
    const served = period('running', { track: trackOf(track), measures });
    expect([answersOf(served).pay_step, answersOf(served).promotion]).toEqual([answer, 'barred']);
  });

  it('on a track the rules do not list still bars promotion', () => {
    expect(answersOf(period('running', { track: null }))).toEqual({ ...FREE, promotion: 'barred' });
  });
});

describe('several matters', () => {
  it('the strictest answers, and every one of them is told', () => {
    const passedOn = allegation('transferred_criminal');
    expect(answersOf(passedOn, filed)).toMatchObject({ promotion: 'barred', exit_abroad: 'needs_consent' });
    expect(codes('promotion', passedOn, filed, period('running'))).toEqual([
      'passed_on_as_crime',
      'case_filed',
      'period_runs',
    ]);
  });

  it('one that the asker may not know of bars as it would, and is told without anything of it', () => {
    for (const matter of [filed, period('running'), period('hold'), allegation('transferred_criminal')]) {
      expect(answersOf(hidden(matter))).toEqual(answersOf(matter));
      const { actions, earliestPromotion } = freezeOf([hidden(matter)]);
      const told = actions.flatMap(({ reasons }) => reasons);
      expect(new Set(told.map((reason) => JSON.stringify(reason)))).toEqual(
        new Set([
          JSON.stringify({
            code: 'other_matter',
            until: null,
            otherConvention: null,
            case: null,
            procedure: null,
            track: null,
            measures: [],
          }),
        ]),
      );
      expect(earliestPromotion).toEqual({ on: null, otherConvention: null, explanation: ['no_date_yet'] });
    }
  });

  it('many that are hidden are told as one, and those that bar nothing not at all', () => {
    expect(codes('promotion', hidden(filed), hidden(period('running')))).toEqual(['other_matter']);
    const silent = [
      hidden(period('lifted')),
      hidden(allegation('closed_untrue')),
      hidden(period('cancelled')),
    ];
    expect(freezeOf(silent)).toEqual(freezeOf([]));
  });
});

describe('the earliest promotion', () => {
  const earliest = (...matters: readonly Matter[]) => freezeOf(matters).earliestPromotion;

  it('is the day after the latest end over all tracks, by the rules of each, with the other as a note (6.8)', () => {
    expect(earliest(partyWarning('running'), period('running'))).toEqual({
      on: '2025-03-16',
      otherConvention: '2025-03-15',
      explanation: ['day_after_the_last_end', 'latest_of_several_periods', 'other_convention_is_a_note'],
    });
    expect(earliest(partyWarning('running')).on).toBe('2025-01-31');
  });

  it('stays that day when the first of them is lifted, and when all are', () => {
    for (const state of ['running', 'lifted', 'normal_use'])
      expect(earliest(partyWarning('lifted'), period(state)).on).toBe('2025-03-16');
  });

  it('does not count a sanction that fell, or one whose period another one took up', () => {
    for (const state of ['cancelled', 'merged'])
      expect(earliest(partyWarning('running'), period(state)).on).toBe('2025-01-31');
  });

  it('is no day while anything bars without a date', () => {
    const none = { on: null, otherConvention: null, explanation: ['no_date_yet'] };
    expect(earliest(period('running'), filed)).toEqual(none);
    expect(earliest(period('completed_pending_lift'))).toEqual(none);
    expect(earliest(period('hold'))).toEqual(none);
    expect(
      earliest(period('running', { period: { lastDay: null, otherLastDay: null, isOver: false } })),
    ).toEqual(none);
  });

  it('says where the end alone lifts nothing', () => {
    const ofInstitution = period('running', { track: trackOf('institution_staff') });
    expect(earliest(ofInstitution).explanation).toContain('written_lifting_needed');
    expect(earliest(period('running')).explanation).not.toContain('written_lifting_needed');
  });

  it('crosses the end of a month and of a year by the calendar', () => {
    const ending = (lastDay: string) =>
      earliest(period('running', { period: { lastDay, otherLastDay: null, isOver: false } }));
    expect([ending('2024-02-28').on, ending('2025-02-28').on, ending('2025-12-31').on]).toEqual([
      '2024-02-29',
      '2025-03-01',
      '2026-01-01',
    ]);
    expect(ending('2025-12-31').otherConvention).toBeNull();
  });
});

describe('every code has its words', () => {
  it.each(Object.entries({ ...FREEZE_REASONS, ...EXPLANATIONS, ...PERSONNEL_ACTIONS }))(
    '%s',
    (code, { zh, en }) => {
      expect(code).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it('and every reason its basis', () => {
    for (const { basis } of Object.values(FREEZE_REASONS)) expect(basis.length).toBeGreaterThan(0);
  });
});
