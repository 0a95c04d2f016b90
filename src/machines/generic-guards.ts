/**
 * Guards every row is held to, in the order in which a refusal names them: rights first, then the rules on persons.
 * They read the row itself, so no machine can forget them.
 */
import { DUTIES, incompatibleWith, type Duty } from '../domain/duty.ts';
import { PARTY_ROLES, ROLES, type PersonId, type Role, type Words } from '../domain/vocabulary.ts';
import type { Actor, BaseContext, GuardArguments, Row } from './procedure.ts';

/** Rules about who acts: refused with 403. Everything else is refused with 409. */
export const PERSON_GUARDS = [
  'has_role',
  'is_not_recused',
  'is_not_concerned',
  'keeps_duties_apart',
  'has_enough_people',
  'is_collective',
] as const;
export type PersonGuard = (typeof PERSON_GUARDS)[number];

export const GENERIC_WORDS: Record<
  PersonGuard | 'is_not_suspended' | 'has_a_matching_choice',
  { words: Words; basis: string[] }
> = {
  has_role: {
    words: {
      zh: '行为人不具有可以实施本项操作的角色',
      en: 'The actor holds none of the roles that may do this',
    },
    basis: ['domain 4.1'],
  },
  is_not_recused: {
    words: {
      zh: '行为人已被申请回避或者已经回避，不得实施本项操作',
      en: 'The actor stands aside from this matter: a recusal is asked for or granted',
    },
    basis: ['S1', 'S2', 'S5', 'domain 4.3'],
  },
  is_not_concerned: {
    words: {
      zh: '任何人不得办理涉及本人的事项',
      en: 'Nobody acts as staff in a matter about themselves',
    },
    basis: ['domain 4.3', 'S1', 'S2'],
  },
  keeps_duties_apart: {
    words: {
      zh: '同一人不得在同一案件族中兼任相互制约的职责',
      en: 'One person may not combine these duties within one family of cases',
    },
    basis: ['domain 4.2', 'T14'],
  },
  has_enough_people: {
    words: {
      zh: '本项操作须由两人以上共同进行，且均具有相应角色、无需回避',
      en: 'This takes two or more persons, each with the role and none standing aside',
    },
    basis: ['S2', 'S31', 'domain 4.2'],
  },
  is_collective: {
    words: {
      zh: '集体决定须达到法定人数和多数，应回避的成员不得参加',
      en: 'A collective decision needs its quorum and majority, and no member who must stand aside',
    },
    basis: ['domain 2.3', 'domain 4.1', 'T18'],
  },
  is_not_suspended: {
    words: { zh: '案件已中止，恢复后方可进行', en: 'The case is suspended; it has to be resumed first' },
    basis: ['A26', 'domain 4.9'],
  },
  has_a_matching_choice: {
    words: { zh: '当前状态不接受所选的处理方式', en: 'The present state does not accept the choice made' },
    basis: ['design 1.3'],
  },
};

interface Member {
  readonly person: PersonId;
  readonly vote: 'for' | 'against' | 'abstain';
}

/** Everyone who takes part in the act: the actor, the participants, the members of the panel. */
export function peopleOf(
  row: Pick<Row, 'isCollective'>,
  { data, facts }: Pick<GuardArguments<unknown>, 'data' | 'facts'>,
): Actor[] {
  const named = [
    ...participantsOf(data),
    ...(row.isCollective ? membersOf(data).map(({ person }) => person) : []),
  ];
  const others = named.map((person) => facts.people[person]).filter((actor) => actor !== undefined);
  const all = isRecordedForOthers(row, data) ? others : [facts.by, ...others];
  return [...new Map(all.map((actor) => [actor.person, actor])).values()];
}

/** A decision of a body is recorded by its secretary: the duty is the members', not the recorder's. */
const isRecordedForOthers = (row: Pick<Row, 'isCollective'>, data: GuardArguments<unknown>['data']) =>
  row.isCollective === true && membersOf(data).length > 0;

export const participantsOf = (data: GuardArguments<unknown>['data']): readonly PersonId[] =>
  (data.participants as readonly PersonId[] | undefined) ?? [];

export const membersOf = (data: GuardArguments<unknown>['data']): readonly Member[] =>
  (data.members as readonly Member[] | undefined) ?? [];

/** The roles a person may use in this case: their own and those they are designated to stand in for. */
export function rolesIn(context: BaseContext, actor: Actor): Role[] {
  const standIn = context.designations
    .filter(({ person }) => person === actor.person)
    .map(({ role }) => role);
  return [...actor.roles, ...standIn];
}

/** The persons a case is about: its subject, and those of the list that a complaint or a tolerance review keeps. */
export function concernedIn(context: BaseContext): readonly PersonId[] {
  const {
    subject,
    subjects = [],
    persons = [],
  } = context as BaseContext & {
    readonly subjects?: readonly PersonId[];
    readonly persons?: readonly PersonId[];
  };
  return [...(subject === null ? [] : [subject]), ...subjects, ...persons];
}

/** Before the opening event the case knows nobody yet: it will be about the person of the case it is opened on. */
const concernedAtOpening = ({ data, facts }: GuardArguments<BaseContext>): readonly unknown[] =>
  (facts.family ?? [])
    .filter((member) => member.case === data.allegation || member.case === data.on)
    .map(({ summary }) => summary.subject);

/** A party does in person what the row leaves to parties: no matter of staff, whatever else they are. */
const isOwnAct = (row: Row, { context, data, facts }: GuardArguments<BaseContext>): boolean =>
  data.onBehalfOf === undefined &&
  row.roles.some((role) => PARTY_ROLES.includes(role) && rolesIn(context, facts.by).includes(role));

type Checks = Record<PersonGuard, (row: Row, args: GuardArguments<BaseContext>) => boolean>;

export const personChecks: Checks = {
  has_role: (row, { context, data, facts }) => {
    if (row.isInternal) return facts.via !== undefined;
    const own = rolesIn(context, facts.by);
    const party = data.onBehalfOf as Role | undefined;
    if (party !== undefined)
      return row.roles.includes(party) && (row.recordedBy ?? []).some((role) => own.includes(role));
    return row.roles.some((role) => own.includes(role));
  },

  is_not_recused: (row, { facts }) => row.isInternal === true || facts.by.recusal === 'none',

  is_not_concerned: (row, args) => {
    if (row.isInternal) return true;
    const { context, data, facts } = args;
    const concerned = [
      ...concernedIn(context),
      ...((row.from as readonly string[]).includes('opening') ? concernedAtOpening(args) : []),
    ];
    const others = [...participantsOf(data), ...membersOf(data).map(({ person }) => person)];
    return (
      !others.some((person) => concerned.includes(person)) &&
      (!concerned.includes(facts.by.person) || isOwnAct(row, args))
    );
  },

  keeps_duties_apart: (row, args) => {
    const { duty } = row;
    if (duty === undefined || row.isInternal) return true;
    return peopleOf(row, args).every((actor) => incompatibleWith(duty, actor.duties).length === 0);
  },

  has_enough_people: (row, args) => {
    const named = participantsOf(args.data);
    if (named.some((person) => args.facts.people[person] === undefined)) return false;
    const taking = [args.facts.by, ...named.map((person) => args.facts.people[person] as Actor)];
    const distinct = new Set(taking.map(({ person }) => person)).size;
    return (
      distinct === taking.length &&
      distinct >= (row.people ?? 1) &&
      taking
        .slice(1)
        .every(
          (actor) =>
            actor.recusal === 'none' && row.roles.some((role) => rolesIn(args.context, actor).includes(role)),
        )
    );
  },

  is_collective: (row, { context, data, facts, profile }) => {
    if (!row.isCollective) return true;
    const members = membersOf(data);
    const { quorum } = profile.rules;
    const distinct = new Set(members.map(({ person }) => person));
    const inFavour = members.filter(({ vote }) => vote === 'for').length;
    return (
      distinct.size === members.length &&
      members.length >= quorum.members &&
      (quorum.majority === 'two_thirds'
        ? inFavour * 3 >= members.length * 2
        : inFavour * 2 > members.length) &&
      members.every(({ person }) => {
        const actor = facts.people[person];
        return actor?.recusal === 'none' && row.roles.some((role) => rolesIn(context, actor).includes(role));
      })
    );
  },
};

/** Which duties stand in the way, in plain words for the refusal. Names nobody. */
export function dutyWords(duty: Duty, people: readonly Actor[]): Words {
  const held = [...new Set(people.flatMap(({ duties }) => incompatibleWith(duty, duties)))];
  return {
    zh: held.map((other) => DUTIES[other].zh).join('、'),
    en: held.map((other) => DUTIES[other].en).join(', '),
  };
}

export const roleWords = (roles: readonly Role[]): Words => ({
  zh: roles.map((role) => ROLES[role].zh).join('、'),
  en: roles.map((role) => ROLES[role].en).join(', '),
});
