/** The build-time check: every procedure passes it, and each kind of fault in a small procedure is found and named. */
import { describe, expect, it } from 'vitest';
import { CLOCK_KEYS, type ClockKey } from '../../src/domain/clock-keys.ts';
import { openCase, sendTo, startClock } from '../../src/domain/effect.ts';
import { ADMINISTRATIVE_ENDS, type AdministrativeEnds } from '../../src/engine/administrative-ends.ts';
import { checkProcedures } from '../../src/engine/model-check.ts';
import type { ProblemCode } from '../../src/engine/model-problem.ts';
import { possibleEffects } from '../../src/engine/possible-effects.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import { eventData } from '../../src/machines/shared-rows.ts';
import { PROFILE } from '../machines/play.ts';
import { doctored, EVENTS, row, ROWS, STATES, UNHEARD_OF, withRow } from './doctored.ts';

describe('every procedure', () => {
  const { problems, table } = checkProcedures(currentProcedures(), PROFILE);

  it('passes the check', () => {
    expect(problems).toEqual([]);
  });

  it('has a line in the table for each state, and only closed ones are without a way on or somebody who owes it', () => {
    expect(table).toHaveLength(currentProcedures().flatMap(({ states }) => Object.keys(states)).length);
    const stuck = table.filter(({ isClosed, clocks, owed, exits }) =>
      isClosed ? false : exits.length === 0 || clocks.length + owed.length === 0,
    );
    expect(stuck).toEqual([]);
  });

  it('says who decides, and by how many', () => {
    const of = (procedure: string, state: string) =>
      table.find((line) => line.procedure === procedure && line.state === state)?.deciders;
    expect(of('allegation', 'reviewed')).toEqual([
      'collegial_body as a body',
      'approver_head', // passing on a suspected crime
    ]);
    expect(of('clarification', 'assessing')).toEqual(['handler or handling_dept_head, 2 persons']);
  });

  it('lists as administrative ends only what settles nothing about anybody', () => {
    expect(Object.entries(ADMINISTRATIVE_ENDS).map(([name, ends]) => [name, Object.keys(ends)])).toEqual([
      ['complaint', ['escalated_sealed', 'routed_out', 'not_accepted', 'retained', 'merged']],
      ['allegation', ['merged']],
      ['clarification', ['declined_by_subject']],
      ['tolerance_review', ['refused_intake', 'withdrawn']],
      ['appeal', ['withdrawn']],
      ['risk_filing', ['withdrawn']],
    ]);
  });
});

/** Keys of procedures that are to come, and of duties that belong to no single case. */
const NOT_YET: readonly ClockKey[] = [
  'report.dept_feedback', // a table to the reception department every quarter, over all cases
];

it('every clock key of the profile is started by a procedure, or waits for one with a reason', () => {
  const started = new Set(
    currentProcedures().flatMap((procedure) =>
      procedure.rows.flatMap((one) =>
        possibleEffects(procedure, one, PROFILE).effects.flatMap((effect) =>
          effect.kind === 'start_clock' ? [effect.clock] : [],
        ),
      ),
    ),
  );
  expect(CLOCK_KEYS.filter((key) => !started.has(key))).toEqual(NOT_YET);
});

const lonely = { ...STATES, lost: { label: { zh: '迷', en: 'lost' }, owed: ['handler'] as const } };
const broken = () => {
  throw new Error('no sample will do');
};

interface Fault {
  readonly at: string;
  readonly procedure: Procedure;
  readonly ends?: AdministrativeEnds;
}
/** One fault of each kind; the type asks for a further one with each further kind. */
const FAULTS: Readonly<Record<ProblemCode, Fault>> = {
  no_way_to_an_end: {
    at: 'lost',
    procedure: doctored({
      states: lonely,
      rows: [...ROWS, row({ row: 'X9', event: 'CHECK', from: 'checked', to: 'lost', people: 2 })],
    }),
  },
  never_entered: {
    at: 'lost',
    procedure: doctored({
      states: lonely,
      rows: [...ROWS, row({ row: 'X9', event: 'CHECK', from: 'lost', to: 'received', people: 2 })],
    }),
  },
  nothing_is_owed: {
    at: 'checked',
    procedure: doctored({ states: { ...STATES, checked: { label: STATES.checked!.label } } }),
  },
  decided_by_one_person: {
    at: 'X3',
    procedure: doctored({ rows: withRow('X2', { people: 1, duty: 'received' }) }),
  },
  no_basis: { at: 'X2', procedure: doctored({ rows: withRow('X2', { basis: [] }) }) },
  no_roles: { at: 'X2', procedure: doctored({ rows: withRow('X2', { roles: [] }) }) },
  no_label: { at: 'X2', procedure: doctored({ rows: withRow('X2', { label: { zh: '核查', en: ' ' } }) }) },
  unknown_effect: { at: 'X2', procedure: doctored({ rows: withRow('X2', { effects: [UNHEARD_OF] }) }) },
  effects_unknown: { at: 'X2', procedure: doctored({ rows: withRow('X2', { effects: broken }) }) },
  unknown_clock: {
    at: 'X2',
    procedure: doctored({ rows: withRow('X2', { effects: [startClock('tea.break' as ClockKey)] }) }),
  },
  clock_never_started: { at: 'report.verify', procedure: doctored({ rows: withRow('X1', { effects: [] }) }) },
  clock_never_stopped: { at: 'report.verify', procedure: doctored({ rows: withRow('X2', { effects: [] }) }) },
  event_not_handled: {
    at: 'SHOUT',
    procedure: doctored({ events: { ...EVENTS, SHOUT: eventData({}) } }),
  },
  event_not_declared: {
    at: 'SHOUT',
    // `defineProcedure` refuses to build this one, so it is put together by hand.
    procedure: {
      ...doctored(),
      rows: [...doctored().rows, row({ row: 'X9', event: 'SHOUT', from: ['received'] })],
    },
  },
  opening_is_wrong: { at: 'CHECK', procedure: doctored({ openings: ['ASK', 'CHECK'] }) },
  sends_what_is_not_taken: {
    at: 'X1',
    procedure: doctored({
      rows: withRow('X1', {
        effects: [startClock('report.verify'), sendTo('child', 'request', 'SHOUT')],
      }),
    }),
  },
  unknown_state_is_listed: {
    at: 'received',
    procedure: doctored(),
    ends: { request: { received: 'it is no end at all' } },
  },
};

describe('a fault in a procedure', () => {
  const found = (procedure: Procedure, ends: AdministrativeEnds = {}) =>
    checkProcedures([procedure], PROFILE, ends).problems.map(({ code, at }) => `${code} ${at}`);

  it('is none in the small procedure as it is', () => {
    expect(found(doctored())).toEqual([]);
  });

  it.each(Object.entries(FAULTS))('%s is found where it is', (code, { at, procedure, ends }) => {
    expect(found(procedure, ends)).toContain(`${code} ${at}`);
  });

  it('is told with the procedure, its version and words', () => {
    expect(checkProcedures([FAULTS.no_roles.procedure], PROFILE, {}).problems).toContainEqual({
      procedure: 'request',
      version: 1,
      code: 'no_roles',
      at: 'X2',
      words: 'it names no roles',
    });
  });

  it.each([
    ['a guard without a basis', 'no_basis is_assigned', { basis: [] }],
    ['a guard without words', 'no_label is_assigned', { words: { zh: '', en: 'nobody is assigned' } }],
  ])('%s is found too', (_, expected, changes) => {
    const { is_assigned: guard } = doctored().guards;
    expect(found(doctored({ guards: { is_assigned: { ...guard!, ...changes } } }))).toContain(expected);
  });

  it('a state without words is found too', () => {
    const received = { ...STATES.received!, label: { zh: '', en: '' } };
    expect(found(doctored({ states: { ...STATES, received } }))).toContain('no_label received');
  });

  it('a case opened by an event that opens nothing is found too', () => {
    const effects = [startClock('report.verify'), openCase('request', 'CHECK', 'allegation_of', {})];
    expect(found(doctored({ rows: withRow('X1', { effects }) }))).toContain('sends_what_is_not_taken X1');
  });

  it('one person who may do everything is held back by a second person, a body, or separate duties', () => {
    const lone = { people: 1, duty: 'received' } as const;
    const apart = { ...lone, duty: 'handled' } as const;
    expect(found(doctored({ rows: withRow('X2', lone) }))).toContain('decided_by_one_person X3');
    expect(found(doctored({ rows: withRow('X2', apart) }))).toEqual([]);
    const body = doctored({
      rows: withRow('X2', lone).map((one) => (one.row === 'X3' ? { ...one, isCollective: true } : one)),
    });
    expect(found(body)).toEqual([]);
  });

  it('an end that settles nothing may be reached by one person', () => {
    const rows = [...ROWS, row({ row: 'X9', event: 'CHECK', from: 'checked', to: 'dropped' })];
    const states = { ...STATES, dropped: { label: { zh: '撤', en: 'dropped' }, isClosed: true as const } };
    const alone = withRow('X2', { people: 1, duty: 'received' }).filter(({ row: name }) => name !== 'X3');
    const procedure = doctored({ states, rows: [...alone, ...rows.slice(-1)] });
    expect(found(procedure)).toContain('decided_by_one_person X9');
    expect(found(procedure, { request: { dropped: 'it went elsewhere' } })).not.toContain(
      'decided_by_one_person X9',
    );
  });
});
