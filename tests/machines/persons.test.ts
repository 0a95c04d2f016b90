/**
 * Rules on persons that hold of every row of every procedure: who must stand aside, which duties one person may not
 * combine, how many it takes, and what a decision of a body needs. Roles are tested with each machine's rows.
 */
import { describe, expect, it } from 'vitest';
import { DUTIES, type Duty } from '../../src/domain/duty.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { OUTCOMES } from '../../src/machines/complaint-outcome.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { Actor, Row } from '../../src/machines/procedure.ts';
import { EVERY_PROCEDURE, rowsWhere, type OfRow } from './every-procedure.ts';
import { BOARD, having, SECOND_HANDLER, someone, SUBJECT, votes } from './people.ts';
import { fire, playFrom, PROFILE, refusedBy, remembering, type Played } from './play.ts';
import { requestRecusal } from './shared-acts.ts';

/** Domain brief 4.2 as a table: having done the one, nobody may do the other in the same family. */
const APART: Readonly<Record<Duty, readonly Duty[]>> = {
  received: ['handled', 'heard_appeal'],
  handled: ['received', 'approved', 'case_reviewed', 'decided', 'heard_appeal'],
  approved: ['handled', 'case_reviewed', 'heard_appeal'],
  case_reviewed: ['handled', 'approved', 'heard_appeal'],
  decided: ['handled', 'heard_appeal'],
  heard_appeal: ['received', 'handled', 'approved', 'case_reviewed', 'decided'],
};
const ALL_DUTIES = Object.keys(DUTIES) as Duty[];

/** The rows that give a duty to whoever takes part. A row that should be here and is not lets one person do both. */
const GIVES: Readonly<Record<Duty, readonly string[]>> = {
  received: [
    'complaint A1-acknowledge',
    'complaint A2',
    'complaint A3-confirmed_real_name',
    'complaint A3-denied',
    'complaint A3-unreachable',
    'complaint A3-impersonated',
    'complaint A4',
    'complaint A5',
    'complaint A6',
    'complaint A6-partial',
    'complaint A8',
    'complaint A9',
    'complaint A9-deliver',
    'complaint A10',
  ],
  handled: [
    'complaint A11',
    ...OUTCOMES.map((outcome) => `complaint A24-${outcome}`),
    'allegation A12',
    'allegation A15',
    'allegation A17-interview',
    'allegation A17-material',
    'allegation A17',
    'allegation A17-investigation',
    'allegation A27',
    'allegation A20',
    'clarification B2-needed',
    'clarification B2-not',
    'clarification B4-agrees',
    'clarification B4-declines',
    'tolerance_review C2-open',
    'tolerance_review C1',
    'tolerance_review C1-notified',
    'tolerance_review C1-still-owed',
    'tolerance_review C-scope',
    'tolerance_review C6',
    'tolerance_review C7',
    'tolerance_review C9',
    'tolerance_review C9-report',
    'tolerance_review C11',
    'risk_filing C0-screen',
    'risk_filing C0-return',
    'risk_filing C0-check',
    'rectification D-notice',
    'false_accusation B2-verify',
    'false_accusation B2-trace-request',
    'false_accusation B2-trace-record',
    'false_accusation B2-propose',
    'performance_review P-signal',
    'return_to_service E-review',
  ],
  approved: [
    'allegation A13-return',
    'allegation A13-letter',
    'allegation A13-verify',
    'allegation A13-shelve',
    'allegation A13-close',
    'allegation A13-investigate',
    'allegation A16',
    'allegation A18',
    'allegation A18-return',
    'allegation A19',
    'allegation A18-minor',
    'allegation A-transfer',
    'clarification B-withhold',
    'clarification B5',
    'tolerance_review C5',
    'rectification D-approve',
    'rectification D-cancel',
    'false_accusation B2-open',
    'false_accusation B2-trace-approve',
    'false_accusation B2-trace-refuse',
    'false_accusation B2-return',
    'false_accusation B2-return-above',
    'false_accusation B2-approve',
    'false_accusation B2-refuse-mistake',
    'false_accusation B2-refuse',
    'false_accusation B2-conclude-mistake',
    'false_accusation B2-conclude-not',
    'false_accusation B2-handle-official',
    'false_accusation B2-handle-other',
    'false_accusation B2-set-aside',
    'false_accusation B2-set-aside-public',
    'performance_review P-no-lead',
    'performance_review P-talk',
  ],
  case_reviewed: [
    'allegation A21',
    'allegation A21-return',
    'clarification B3',
    'clarification B3-pass',
    'performance_review P-review-counts',
    'performance_review P-review-not',
    'performance_review P-dismiss',
    'return_to_service E-opinion',
  ],
  decided: [
    'allegation A22-sanction',
    'allegation A22-exempt',
    'allegation A22-no_sanction',
    'allegation A22-dismiss',
    'allegation A22-unfiled-exempt',
    'allegation A22-unfiled-no_sanction',
    'tolerance_review C12',
    'tolerance_review C15',
    'tolerance_review C18',
    'risk_filing C0-accept',
    'risk_filing C0-refuse',
    'false_accusation B2-trace-approve-own',
    'false_accusation B2-trace-refuse-own',
    'false_accusation B2-send-up',
    'false_accusation B2-decide',
    'false_accusation B2-decide-mistake',
    'false_accusation B2-decide-not',
    'performance_review P-adjust',
    'performance_review P-lead',
    'return_to_service E-use-normal_use',
    'return_to_service E-use-priority_use',
    'return_to_service E-use-hold',
    'return_to_service E-use-re_supervise',
  ],
  heard_appeal: [
    'appeal F-cure-asked',
    'appeal F-accept',
    'appeal F-refuse',
    'appeal F-hear',
    'appeal F-end',
    'appeal F-uphold',
    'appeal F-revoke',
    'appeal F-vary',
  ],
};
/** Acts that nobody does alone, and decisions that only a body takes. */
const BY_TWO = [
  'allegation A17-interview',
  'allegation A17',
  'allegation A17-investigation',
  'allegation A20',
  'clarification B2-not',
  'clarification B4-declines',
  'clarification B8',
  'tolerance_review C7',
  'tolerance_review C9',
  'tolerance_review C9-report',
  'risk_filing C0-check',
  'risk_filing C0-breach',
  'rectification D-check-last',
  'rectification D-check-pass',
  'rectification D-check-paper',
  'rectification D-check-return',
  'rectification D-look-confirmed',
  'rectification D-look-relapsed',
  'false_accusation B2-open',
  'false_accusation B2-verify',
  'false_accusation B2-trace-record',
  'false_accusation B2-propose',
  'performance_review P-no-lead',
  'performance_review P-talk',
  'return_to_service E-visit',
  'appeal F-refuse',
];
const BY_A_BODY = [
  ...GIVES.decided.filter((name) => name !== 'tolerance_review C15'),
  'appeal F-uphold',
  'appeal F-revoke',
  'appeal F-vary',
];

const refused = ({ procedure, example }: OfRow, event: Played) =>
  refusedBy(procedure, example.from[0]!, event);
const changed = (people: readonly Actor[], change: (actor: Actor) => Actor): Actor[] =>
  people.map((actor, at) => (at === 0 ? change(actor) : actor));
/** The rows that people fire; the engine is nobody's relative and holds no duty. */
const byPeople = rowsWhere(({ isInternal }) => isInternal !== true);

describe('whoever stands aside', () => {
  it.each(byPeople)('does nothing by %s', (_, of) => {
    const { event } = of.example;
    for (const recusal of ['requested', 'granted'] as const)
      expect(refused(of, { ...event, by: { ...event.by, recusal } })).toBe('is_not_recused');
    expect(refused(of, event)).toBeNull();
  });
});

/** Rows on which a party acts in person, and those that open a case on nobody in particular. */
const PARTIES: readonly Role[] = ['reporter', 'subject', 'subject_unit'];
const ofAParty = ({ roles }: Row) => roles.some((role) => PARTIES.includes(role));
const about = (stored: StoredSnapshot, person: string) => remembering(stored, { subject: person });

describe('whoever a case is about', () => {
  const byStaff = byPeople.filter(
    ([, { row }]) => !ofAParty(row) && !(row.from as readonly string[]).includes('opening'),
  );

  it.each(byStaff)('does nothing as staff by %s', (_, of) => {
    const { event, from } = of.example;
    const stored = about(from[0]!, event.by.person);
    expect(refusedBy(of.procedure, stored, event)).toBe('is_not_concerned');
    expect(refused(of, event)).toBeNull();
  });

  it.each(
    byPeople.filter(([, { row, example }]) => ofAParty(row) && example.from[0]!.value.flow !== 'opening'),
  )('does what is theirs by %s, in person alone', (_, { procedure, row, example: { event, from } }) => {
    const party = row.roles.find((role) => PARTIES.includes(role))!;
    const person = 'p-both';
    const stored = about(from[0]!, person);
    const asParty = { ...event, by: someone(person, [party]) };
    expect(refusedBy(procedure, stored, asParty)).not.toBe('is_not_concerned');
    const staff = row.recordedBy ?? row.roles.filter((role) => !PARTIES.includes(role));
    const { via: _via, ...facts } = event.facts ?? {};
    for (const role of staff)
      expect(
        refusedBy(procedure, stored, {
          ...event,
          by: someone(person, [role]),
          facts,
          data: { ...event.data, ...(row.recordedBy && { onBehalfOf: party }) },
        }),
      ).toBe('is_not_concerned');
  });

  it.each(rowsWhere(({ people, isCollective }) => people === 2 || isCollective === true))(
    '%s: nor is the other person, or a member of the body',
    (_, { procedure, example: { event, from } }) => {
      const stored = about(from[0]!, event.with!.at(-1)!.person);
      expect(refusedBy(procedure, stored, event)).toBe('is_not_concerned');
      expect(refusedBy(procedure, about(from[0]!, 'p-nobody'), event)).not.toBe('is_not_concerned');
    },
  );

  it('is each person of a complaint and of a tolerance review, not its subject alone', () => {
    const [, add] = rowsWhere(({ row }) => row === 'A10-add')[0]!;
    const [, scope] = rowsWhere(({ row }) => row === 'C-scope')[0]!;
    for (const [{ procedure, example }, list] of [
      [add, 'subjects'],
      [scope, 'persons'],
    ] as const) {
      const { event, from } = example;
      const others = [SUBJECT.person, event.by.person];
      expect(refusedBy(procedure, remembering(from[0]!, { [list]: others }), event)).toBe('is_not_concerned');
      expect(refusedBy(procedure, remembering(from[0]!, { [list]: [SUBJECT.person] }), event)).toBeNull();
    }
  });

  it('opens no tolerance review of their own as staff', () => {
    for (const name of ['C1', 'C2-open']) {
      const [, of] = rowsWhere(({ row }) => row === name)[0]!;
      const { event } = of.example;
      const family = event.facts!.family!.map((member) => ({
        ...member,
        summary: { ...member.summary, subject: event.by.person },
      }));
      expect(refused(of, { ...event, facts: { family } })).toBe('is_not_concerned');
      expect(refused(of, event)).toBeNull();
    }
  });

  it('consents to nothing as the leader in charge', () => {
    const [, of] = rowsWhere(({ row }) => row === 'A11')[0]!;
    const { event, from } = of.example;
    const stored = about(from[0]!, event.with![0]!.person);
    expect(refusedBy(of.procedure, stored, event)).toBe('leader_in_charge_consents');
  });

  it('asks for the recusal of others all the same', () => {
    for (const { procedure, at } of EVERY_PROCEDURE) {
      const open = Object.entries(at).find(
        ([state]) => procedure.states[state]?.isClosed === undefined && state !== 'opening',
      )!;
      const stored = about(open[1], SUBJECT.person);
      expect(refusedBy(procedure, stored, { ...requestRecusal(), by: SUBJECT })).toBeNull();
      const asStaff = someone(SUBJECT.person, ['handler']);
      expect(refusedBy(procedure, stored, { ...requestRecusal(), by: asStaff })).toBe('is_not_concerned');
    }
  });
});

describe('what the rows ask of persons', () => {
  const called = (rows: ReturnType<typeof rowsWhere>) => [...new Set(rows.map(([name]) => name))].sort();

  it.each(ALL_DUTIES)('%s: is the duty that these rows give', (duty) => {
    expect(called(rowsWhere((row) => row.duty === duty))).toEqual([...GIVES[duty]].sort());
  });

  it('two persons, for these', () => {
    expect(called(rowsWhere(({ people }) => people !== undefined))).toEqual([...BY_TWO].sort());
  });

  it('a body, for these', () => {
    expect(called(rowsWhere(({ isCollective }) => isCollective === true))).toEqual([...BY_A_BODY].sort());
  });
});

describe('duties that one person may not combine', () => {
  const withDuty = rowsWhere(({ duty, isInternal }) => duty !== undefined && isInternal !== true);

  it.each(withDuty)('%s', (_, of) => {
    const { row, example } = of;
    const { event } = example;
    const tried = ALL_DUTIES.filter((duty) => {
      // A decision is the members' doing, not that of whoever records it.
      const before: Partial<Played> = row.isCollective
        ? { with: changed(event.with ?? [], (member) => having(member, duty)) }
        : { by: having(event.by, duty) };
      return refused(of, { ...event, ...before }) === 'keeps_duties_apart';
    });
    expect(tried.sort()).toEqual([...APART[row.duty!]].sort());
  });

  it.each(rowsWhere(({ people, duty }) => people === 2 && duty !== undefined))(
    '%s: nor may the second person',
    (_, of) => {
      const { event } = of.example;
      const duty: Duty = of.row.duty === 'handled' ? 'approved' : 'handled';
      const second = changed(event.with ?? [], (actor) => having(actor, duty));
      expect(refused(of, { ...event, with: second })).toBe('keeps_duties_apart');
      expect(refused(of, event)).toBeNull();
    },
  );

  it.each(withDuty)('%s: everybody who took part has the duty from then on', (_, of) => {
    const { procedure, row, example } = of;
    const { by, with: others = [] } = example.event;
    const { duties } = playFrom(procedure, example.from[0]!, example.event);
    const taking = row.isCollective
      ? others
      : [by, ...others.filter(({ roles }) => roles.some((role) => row.roles.includes(role)))];
    expect(duties).toEqual(taking.map(({ person }) => ({ person, duty: row.duty })));
  });

  it('a duty that is held already is not taken on again', () => {
    const [, of] = withDuty.find(([, { row }]) => row.duty === 'handled' && (row.people ?? 1) === 1)!;
    const { event } = of.example;
    const { duties } = playFrom(of.procedure, of.example.from[0]!, {
      ...event,
      by: having(event.by, 'handled'),
    });
    expect(duties).toEqual([]);
  });
});

describe('acts that take two', () => {
  it.each(rowsWhere(({ people }) => people === 2))('%s', (_, of) => {
    const { event } = of.example;
    const alone = (participants: readonly string[], others: readonly Actor[]) =>
      refused(of, { ...event, data: { ...event.data, participants }, with: others });
    const second = SECOND_HANDLER.person;
    const fit = someone(second, of.row.roles);
    expect(alone([], [])).toBe('has_enough_people');
    expect(alone([event.by.person], [event.by])).toBe('has_enough_people');
    expect(alone([second], [])).toBe('has_enough_people');
    expect(alone([second], [someone(second, ['reception_officer'])])).toBe('has_enough_people');
    expect(alone([second], [{ ...fit, recusal: 'requested' }])).toBe('has_enough_people');
    expect(alone([second], [fit])).toBeNull();
  });
});

describe('decisions of a body', () => {
  const collective = rowsWhere(({ isCollective }) => isCollective === true);
  const profile = (members: number, majority: 'more_than_half' | 'two_thirds'): Profile => ({
    ...PROFILE,
    rules: { ...PROFILE.rules, quorum: { members, majority } },
  });
  /** Five who may sit on any body: that of the case, the joint meeting. */
  const FIVE = [...BOARD.map(({ person }) => person), 'bill', 'bo'].map((person) =>
    someone(person, [...new Set(collective.flatMap(([, { row }]) => row.roles))]),
  );
  const THREE = FIVE.slice(0, 3);

  it.each(collective)('%s', (_, of) => {
    const { event } = of.example;
    const { bodyLevel } = (event.profile ?? PROFILE).rules;
    const voted = (
      members: readonly unknown[],
      sitting: readonly Actor[],
      by = profile(3, 'more_than_half'),
    ) =>
      refused(of, {
        ...event,
        data: { ...event.data, members },
        with: sitting,
        profile: { ...by, rules: { ...by.rules, bodyLevel } },
      });
    const two = FIVE.slice(0, 2);
    // Quorum and majority are the profile's.
    expect(voted(votes(two), two)).toBe('is_collective');
    expect(voted(votes(two), two, profile(2, 'more_than_half'))).toBeNull();
    expect(voted(votes(FIVE, FIVE.slice(0, 3)), FIVE)).toBe('is_collective');
    expect(voted(votes(FIVE, FIVE.slice(0, 2)), FIVE)).toBeNull();
    expect(voted(votes(FIVE, FIVE.slice(0, 2)), FIVE, profile(3, 'two_thirds'))).toBe('is_collective');
    expect(voted(votes(FIVE, FIVE.slice(0, 1)), FIVE, profile(3, 'two_thirds'))).toBeNull();
    const abstaining = votes().map((vote, at) => (at < 2 ? { ...vote, vote: 'abstain' } : vote));
    expect(voted(abstaining, THREE)).toBe('is_collective');
    // Members sit once, belong to the body, and stand aside where they must.
    expect(voted([...votes(two), votes(two)[0]], two)).toBe('is_collective');
    expect(voted(votes(), two)).toBe('is_collective');
    const outsider = changed(THREE, ({ person }) => someone(person, ['reviewer']));
    expect(voted(votes(), outsider)).toBe('is_collective');
    const recused = changed(THREE, (member) => ({ ...member, recusal: 'granted' }));
    expect(voted(votes(), recused)).toBe('is_collective');
    expect(voted(votes(), THREE)).toBeNull();
  });

  it('half the votes are not more than half', () => {
    const [, of] = collective[0]!;
    const four = FIVE.slice(0, 4);
    const { event } = of.example;
    const data = { ...event.data, members: votes(four, four.slice(0, 2)) };
    expect(refused(of, { ...event, data, with: four })).toBe('is_collective');
  });
});

describe('somebody who is designated to stand in', () => {
  it('may use the role in this case, and the refusal before says who could', () => {
    const [, { procedure, example }] = rowsWhere(({ row }) => row === 'A18')[0]!;
    const deputy = someone('dora', ['reviewer']);
    const event = { ...example.event, by: deputy };
    const before = fire(procedure, example.from[0]!, event);
    expect(before).toMatchObject({ refused: 'person', guard: 'has_role', couldAct: ['approver_head'] });
    const designated = playFrom(procedure, example.from[0]!, {
      type: 'DESIGNATE',
      by: someone('sven', ['superior_body']),
      data: { person: deputy.person, role: 'approver_head', reason: 'The head stands aside.' },
      with: [deputy],
    });
    expect(refusedBy(procedure, designated.snapshot, event)).toBeNull();
  });
});
