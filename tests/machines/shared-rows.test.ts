/**
 * Rows that every procedure has: notes, assignment, designation, recusal, suspension, extension, deadlines. Each is
 * tried on every procedure, in each of its open states; none of them is for a closed case.
 */
import { describe, expect, it } from 'vitest';
import { GRANTABLE_ROLES, type Role } from '../../src/domain/vocabulary.ts';
import { isRefusal, type StoredSnapshot } from '../../src/engine/step.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import { SHARED_ROWS } from '../../src/machines/shared-rows.ts';
import { EVERY_PROCEDURE, statesOf, suspended } from './every-procedure.ts';
import { ALL_ROLES, ORGAN_HEAD, someone, SUBJECT, SUPERIOR } from './people.ts';
import { deeds, fire, OTHER_CASE, playFrom, refusedBy, remembering, type Played } from './play.ts';
import {
  actsDisposed,
  askedHere,
  assign,
  deadline,
  decideRecusal,
  designate,
  disposed,
  DONE,
  extend,
  HANA,
  note,
  requestRecusal,
  resume,
  suspend,
} from './shared-acts.ts';

const STAFF = GRANTABLE_ROLES.filter(
  (role) => !['reporter', 'subject', 'subject_unit', 'auditor', 'api_client', 'administrator'].includes(role),
);
interface SharedExample {
  readonly row: string;
  readonly event: Played;
  readonly deeds: readonly string[];
  readonly who: readonly Role[];
  readonly isFromSuspended?: true;
  /** The case it starts from, where that differs from one of the plain ones. */
  readonly from?: (stored: StoredSnapshot) => StoredSnapshot;
  /** A closed case takes it too. */
  readonly isForClosed?: true;
}

const EXAMPLES: readonly SharedExample[] = [
  { row: 'note', event: note, deeds: ['record'], who: [...STAFF, 'api_client'] },
  {
    row: 'assign',
    event: assign,
    deeds: ['record'],
    who: ['handling_dept_head', 'case_supervisor', 'reception_officer'],
  },
  {
    row: 'designate',
    event: designate,
    deeds: ['paper designation > handling_dept'],
    who: ['superior_body'],
  },
  {
    row: 'recusal-request',
    event: requestRecusal(),
    deeds: [
      'recusal of hana requested',
      'start recusal.decide of hana',
      'notify recusal_requested > approver_head, superior_body',
    ],
    who: [...STAFF, 'reporter', 'subject'],
  },
  {
    row: 'recusal-decision',
    event: decideRecusal(true, disposed),
    deeds: [
      'recusal of hana granted',
      'stop recusal.decide of hana',
      'paper recusal_decision > handling_dept',
    ],
    who: ['approver_head', 'superior_body'],
    from: (stored) => askedHere(stored, HANA.person),
    isForClosed: true,
  },
  { row: 'recusal-disposal', event: actsDisposed, deeds: ['record'], who: [], isForClosed: true },
  {
    row: 'A26-suspend',
    event: suspend(),
    deeds: ['pause clocks', 'start report.suspension_review', 'paper suspension_notice > parties'],
    who: ['approver_incharge', 'approver_head'],
  },
  {
    row: 'A26-resume',
    event: resume,
    deeds: ['resume clocks', 'stop report.suspension_review', 'paper resumption_notice > parties'],
    who: ['approver_incharge', 'approver_head', 'superior_body'],
    isFromSuspended: true,
  },
  {
    row: 'extend',
    event: extend(),
    deeds: ['extend tol.verify', 'paper extension_note > parties'],
    who: ['approver_incharge', 'approver_head'],
  },
  {
    row: 'deadline',
    event: deadline,
    deeds: ['notify overdue:report.verify > approver_incharge, case_supervisor'],
    who: [],
  },
];

const same = (stored: StoredSnapshot): StoredSnapshot => stored;
/** Who is told that a case stands still, goes on or takes longer: never a person who is verified in secret. */
const TOLD: Readonly<Record<string, (context: Readonly<Record<string, unknown>>) => readonly string[]>> = {
  complaint: ({ identity }) => (identity === 'confirmed_real_name' ? ['reporter'] : []),
  allegation: ({ letterDeliveredOn, isCaseFiled }) =>
    letterDeliveredOn !== null || isCaseFiled === true ? ['subject'] : [],
  clarification: () => ['subject'],
  false_accusation: () => [],
  tolerance_review: () => ['subject', 'subject_unit'],
  risk_filing: () => ['subject_unit'],
  rectification: () => ['subject_unit'],
  return_to_service: () => ['subject', 'subject_unit'],
  appeal: ({ onProcedure }) => [onProcedure === 'complaint' ? 'reporter' : 'subject'],
  performance_review: () => [],
};
/** Who waits for a case they may not know of is told through the case they do know of (T12). */
const WAITED_FOR: Readonly<Record<string, readonly string[]>> = {
  allegation: ['tell complaint ALLEGATION_EXTENDED'],
};
function toldIn({ name }: Procedure, { context }: StoredSnapshot): readonly string[] {
  const parties = TOLD[name]!(context as unknown as Readonly<Record<string, unknown>>);
  return parties.length > 0 ? parties : ['case_supervisor'];
}

const open = EVERY_PROCEDURE.flatMap((of) =>
  statesOf(of, false).map(([state, stored]) => ({ procedure: of.procedure, state, stored })),
);
const closed = EVERY_PROCEDURE.flatMap((of) =>
  statesOf(of, true).map(([state, stored]) => ({ procedure: of.procedure, state, stored })),
);
const titled = <T extends { procedure: Procedure; state: string }>(list: readonly T[]) =>
  list.map((one) => [`${one.procedure.name} ${one.state}`, one] as const);

describe('a note', () => {
  it.each(titled(open))('is taken in %s and changes nothing', (_, { procedure, stored }) => {
    for (const from of [stored, suspended(stored)]) {
      const { snapshot, row, effects, duties } = playFrom(procedure, from, note);
      expect({ snapshot, row, effects: deeds(effects), duties }).toEqual({
        snapshot: from,
        row: 'note',
        effects: ['record'],
        duties: [],
      });
    }
  });
});

describe('what every procedure does in each of its open states', () => {
  it('leaves no shared row without an example', () => {
    expect(EXAMPLES.map(({ row }) => row)).toEqual(SHARED_ROWS.map(({ row }) => row));
  });

  const onEach = EXAMPLES.map((example) => [`${example.row}: ${example.event.type}`, example] as const);
  it.each(onEach)('%s', (_, { row, event, deeds: expected, isFromSuspended, from = same }) => {
    for (const { procedure, stored } of open) {
      const result = playFrom(procedure, from(isFromSuspended ? suspended(stored) : stored), event);
      const parties = toldIn(procedure, stored).join(', ');
      expect({ row: result.row, deeds: deeds(result.effects) }).toEqual({
        row,
        deeds: [
          ...expected.map((line) => line.replace('> parties', `> ${parties}`)),
          ...(row === 'extend' ? (WAITED_FOR[procedure.name] ?? []) : []),
        ],
      });
      expect(result.snapshot.value.flow).toBe(stored.value.flow);
    }
  });

  it.each(onEach)(
    '%s is nothing for a closed case, unless it is told of',
    (_, { event, isForClosed, from = same }) => {
      for (const { procedure, stored } of closed)
        expect([procedure.name, refusedBy(procedure, from(stored), event)]).toEqual([
          procedure.name,
          isForClosed ? null : 'not_in_this_state',
        ]);
    },
  );

  it.each(EXAMPLES.map((example) => [`${example.row} is for: ${example.who.join(', ')}`, example] as const))(
    '%s',
    (_, { event, who, isFromSuspended, from: source = same }) => {
      for (const { procedure, stored } of open.slice(0, 1)) {
        const from = source(isFromSuspended ? suspended(stored) : stored);
        const { via: _via, ...facts } = event.facts ?? {};
        const may = ALL_ROLES.filter(
          (role) => refusedBy(procedure, from, { ...event, facts, by: someone('x', [role]) }) !== 'has_role',
        );
        expect(may.sort()).toEqual([...who].sort());
      }
    },
  );
});

describe('what every procedure refuses', () => {
  const late = '2025-07-07T16:00:00.000Z';
  const head = { ...ORGAN_HEAD, person: 'olga', recusal: 'requested' as const };
  const refusals: readonly (readonly [string, string, Played, Played])[] = [
    [
      'is_a_listed_recusal_ground',
      'a recusal on no listed ground',
      requestRecusal('dislike'),
      requestRecusal('witness'),
    ],
    [
      'has_no_recusal_yet',
      'a recusal of somebody whose recusal was asked for',
      requestRecusal('witness', { ...HANA, recusal: 'requested' }),
      requestRecusal('witness', HANA),
    ],
    [
      'has_no_recusal_yet',
      'a recusal of somebody whose recusal was granted',
      requestRecusal('witness', { ...HANA, recusal: 'granted' }),
      requestRecusal('witness', HANA),
    ],
    [
      'has_a_pending_recusal',
      'a decision on a recusal that nobody asked for',
      decideRecusal(true, disposed, { with: [HANA] }),
      decideRecusal(true, disposed),
    ],
    [
      'was_asked_for_here',
      'a decision on a recusal that was asked for on another case of the family',
      decideRecusal(true, disposed, {
        data: { ...decideRecusal(true, disposed).data, person: 'hugo' },
        with: [someone('hugo', ['handler'], { recusal: 'requested' })],
      }),
      decideRecusal(true, disposed),
    ],
    [
      'is_not_about_oneself',
      'a decision on one’s own recusal',
      decideRecusal(true, disposed, { by: someone(HANA.person, ['approver_head']) }),
      decideRecusal(true, disposed),
    ],
    [
      'is_decided_at_the_right_level',
      'a recusal of the head that the own organ decides',
      decideRecusal(true, disposed, {
        data: { ...decideRecusal(true, disposed).data, person: head.person },
        with: [head],
      }),
      decideRecusal(true, disposed, {
        by: SUPERIOR,
        data: { ...decideRecusal(true, disposed).data, person: head.person },
        with: [head],
      }),
    ],
    [
      'disposes_of_every_act',
      'a recusal that leaves an act undecided',
      decideRecusal(true, []),
      decideRecusal(true, disposed),
    ],
    [
      'disposes_of_every_act',
      'a recusal that disposes of an act twice',
      decideRecusal(true, [...disposed, ...disposed]),
      decideRecusal(true, disposed),
    ],
    [
      'disposes_of_every_act',
      'a refusal of a recusal that disposes of acts',
      decideRecusal(false, disposed),
      decideRecusal(false, []),
    ],
    [
      'names_nobody_concerned',
      'a case that is given to the person it is about',
      { ...assign, data: { assignee: SUBJECT.person } },
      assign,
    ],
    [
      'names_nobody_concerned',
      'a case that is given to somebody together with somebody a conflict bars',
      {
        ...assign,
        data: { assignee: 'hugo', participants: ['bernd'] },
        facts: { barred: ['bernd'] },
        with: [someone('bernd', ['handling_dept_head'])],
      },
      {
        ...assign,
        data: { assignee: 'hugo', participants: ['bernd'] },
        with: [someone('bernd', ['handling_dept_head'])],
      },
    ],
    [
      'names_nobody_concerned',
      'a case that is given to somebody whom a conflict bars',
      { ...assign, facts: { barred: ['hugo'] } },
      { ...assign, facts: { barred: ['dora'] } },
    ],
    [
      'names_nobody_concerned',
      'a stand-in whom a conflict bars',
      { ...designate, facts: { barred: ['dora'] } },
      { ...designate, facts: { barred: ['hugo'] } },
    ],
    [
      'names_nobody_concerned',
      'a stand-in who is the person the case is about',
      { ...designate, data: { ...designate.data, person: SUBJECT.person } },
      designate,
    ],
    ['is_a_listed_suspension_ground', 'a suspension on no listed ground', suspend('holidays'), suspend()],
    ['runs_and_may_be_extended', 'an extension after expiry', extend({}, late), extend()],
    ['runs_and_may_be_extended', 'an extension beyond the cap', extend({ extensions: 1 }), extend()],
    [
      'runs_and_may_be_extended',
      'an extension of a clock that does not run',
      extend({ isRunning: false }),
      extend(),
    ],
    [
      'runs_and_may_be_extended',
      'an extension of a limit that has none',
      { ...extend(), data: { clock: 'tol.accept', reason: 'An expert is needed.' } },
      extend(),
    ],
  ];
  it.each(refusals)('%s: %s', (guard, _what, event, accepted) => {
    for (const { procedure, stored: plain } of open) {
      const subject = SUBJECT.person;
      const stored = remembering(askedHere(plain, HANA.person, head.person), { subject });
      expect(refusedBy(procedure, stored, event)).toBe(guard);
      expect(refusedBy(procedure, stored, accepted)).toBeNull();
    }
  });

  it('leaves no shared guard without a refusal', () => {
    const used = SHARED_ROWS.flatMap(({ guards }) => guards ?? []);
    expect([...new Set(refusals.map(([guard]) => guard))].sort()).toEqual([...new Set(used)].sort());
  });
});

describe('a granted recusal', () => {
  const { procedure, stored: plain } = open[0]!;
  const stored = askedHere(plain, HANA.person);
  const both = [...DONE, { case: OTHER_CASE, version: 2, type: 'PROPOSE' }];
  const acts = both.map(({ case: id, version }) => ({ case: id, version, disposal: 'redo' }));

  it('tells each other case of the family what became of the acts that were done there', () => {
    const { effects } = playFrom(procedure, stored, decideRecusal(true, acts, { facts: { acts: both } }));
    expect(deeds(effects)).toContain(`send ${OTHER_CASE} ACTS_DISPOSED`);
    expect(effects.at(-1)).toMatchObject({
      data: { acts: [{ case: OTHER_CASE, version: 2, disposal: 'redo' }] },
    });
  });

  it('tells nobody where every act was done here', () => {
    const { effects } = playFrom(procedure, stored, decideRecusal(true, disposed));
    expect(deeds(effects).filter((line) => line.startsWith('send'))).toEqual([]);
  });
});

describe('what a shared row leaves behind', () => {
  const { procedure, stored } = open[0]!;
  const after = (event: Played, from: StoredSnapshot = stored) => {
    const result = fire(procedure, from, event);
    return isRefusal(result) ? expect.fail(result.guard ?? result.refused) : result.snapshot.context;
  };

  it('an assignee', () => {
    expect(after(assign).assignee).toBe('hugo');
  });

  it('who stands in for whom', () => {
    expect(after(designate).designations).toEqual([{ person: 'dora', role: 'approver_head' }]);
  });

  it('whose recusal was asked for here, until it is decided, and nobody twice', () => {
    const asked = after(requestRecusal());
    expect(asked.recusalsAsked).toEqual([HANA.person]);
    const again = after(requestRecusal(), askedHere(stored, HANA.person, 'hugo'));
    expect(again.recusalsAsked).toEqual([HANA.person, 'hugo']);
    for (const granted of [true, false])
      expect(
        after(decideRecusal(granted, granted ? disposed : []), askedHere(stored, HANA.person, 'hugo'))
          .recusalsAsked,
      ).toEqual(['hugo']);
  });

  it('what became of each act of a recused person', () => {
    expect(after(decideRecusal(true, disposed), askedHere(stored, HANA.person)).disposals).toEqual(disposed);
    expect(after(actsDisposed).disposals).toEqual(disposed);
  });
});
