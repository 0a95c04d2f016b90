/**
 * Who asks and who takes part, as a step needs them: how far a principal sees, whom an event's data name, and what the
 * engine knows of each of them.
 */
import type { Asking } from '../../db/queries/cases.ts';
import { textArray } from '../../db/queries/text-array.ts';
import type { KnownActor, Sees } from '../../db/queries/step-read.ts';
import type { EventData } from '../domain/effect.ts';
import { STAFF_ROLES, type PersonId, type Role } from '../domain/vocabulary.ts';
import { concernedIn } from '../machines/generic-guards.ts';
import type { Actor, BaseContext } from '../machines/procedure.ts';

/** The person behind a request, with the roles and the unit of the key they used. */
export interface Asker {
  readonly personId: PersonId;
  readonly roles: readonly Role[];
  readonly unit: string | null;
  readonly keyId: string;
  /** Bodies whose cases the asker reaches as staff; null or absent for no bound. */
  readonly bodies?: readonly string[] | null;
  /** How they came in. */
  readonly via?: 'key' | 'session' | 'client' | 'portal';
}

/** Staff whose sight is bounded: who only handles cases, who gets copies of decisions and no report (domain 4.1). */
const BOUNDED: Partial<Record<Role, Sees>> = { handler: 'assigned', org_personnel: 'copies' };

/** Staff and connected systems see cases, parties what is theirs, an auditor the journal only (domain 4.1). */
export function seesOf(roles: readonly Role[]): Sees {
  const staff = roles.filter((role) => STAFF_ROLES.includes(role) || role === 'api_client');
  if (staff.some((role) => BOUNDED[role] === undefined)) return 'all';
  if (staff.length > 0) return staff.includes('handler') ? 'assigned' : 'copies';
  return roles.some((role) => role === 'reporter' || role === 'subject' || role === 'subject_unit')
    ? 'own'
    : 'none';
}

/** The asker as queries know them: the terms of `mayKnow`. */
export const askingOf = ({ roles, personId, unit, bodies }: Asker): Asking => ({
  sees: seesOf(roles),
  person: personId,
  unit,
  bodies: bodies ? textArray(bodies) : null,
});

/** Whether the asker works on cases, or is a connected system that does; parties and auditors do not. */
export const isStaff = ({ roles }: Pick<Asker, 'roles'>): boolean => !['own', 'none'].includes(seesOf(roles));

/**
 * Whether the asker reads a case as staff do. Whom it concerns reads it as a party, with whatever key: `mayKnow` shows
 * them no case of their own but those whose subject may know of it.
 */
export const worksOn = (asker: Asker, { context }: { readonly context: BaseContext }): boolean =>
  isStaff(asker) && !concernedIn(context).includes(asker.personId);

/** The fields of an event's data that name persons whose facts a guard may need. */
const PERSON_FIELDS = ['person', 'assignee', 'consentedBy', 'secondReviewer'] as const;

/** Everybody the data name in one of the known places, without repeats. */
export function personsNamed(data: EventData): PersonId[] {
  const named: unknown[] = PERSON_FIELDS.map((field) => data[field]);
  if (Array.isArray(data.participants)) named.push(...(data.participants as unknown[]));
  if (Array.isArray(data.members))
    named.push(...(data.members as { person?: unknown }[]).map((member) => member.person));
  return [...new Set(named.filter((person): person is PersonId => typeof person === 'string'))];
}

/**
 * The actor of a step: roles and unit of the key in use, duties and recusal of the person. Who stands in for somebody
 * recused does not have that person's role in the family (domain 4.3).
 */
export function actorOf(asker: Asker, known: readonly KnownActor[]): Actor {
  const self = known.find(({ person }) => person === asker.personId);
  return {
    person: asker.personId,
    roles: counting(asker.roles, self?.barred),
    unit: asker.unit,
    duties: self?.duties ?? [],
    recusal: self?.recusal ?? 'none',
  };
}

/** The others named in the data, as far as the body's directory knows them. */
export function peopleOf(known: readonly KnownActor[]): Record<PersonId, Actor> {
  return Object.fromEntries(
    known.flatMap(({ person, roles, unit, duties, recusal, barred }) =>
      roles === null ? [] : [[person, { person, roles: counting(roles, barred), unit, duties, recusal }]],
    ),
  );
}

const counting = (roles: readonly Role[], barred: readonly Role[] | null = null): readonly Role[] =>
  barred === null ? roles : roles.filter((role) => !barred.includes(role));
