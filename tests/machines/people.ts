/**
 * The people of the machine tests, one for each part in the trade. Nobody has done anything yet: a test that is about
 * what somebody did before gives them the duty with `having`.
 */
import type { Duty } from '../../src/domain/duty.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import { ROLES } from '../../src/domain/vocabulary.ts';
import type { Actor } from '../../src/machines/procedure.ts';

export const someone = (person: string, roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  person,
  roles,
  unit: null,
  duties: [],
  recusal: 'none',
  ...more,
});

export const ALL_ROLES = Object.keys(ROLES) as Role[];

export const RECEPTION = someone('rita', ['reception_officer']);
export const HANDLER = someone('hana', ['handler']);
export const SECOND_HANDLER = someone('hugo', ['handler']);
export const DEPT_HEAD = someone('heda', ['handling_dept_head']);
export const SUPERVISOR = someone('carl', ['case_supervisor']);
export const REVIEWER = someone('rune', ['reviewer']);
export const LEADER = someone('ines', ['approver_incharge']);
export const ORGAN_HEAD = someone('otto', ['approver_head']);
export const SUPERIOR = someone('sven', ['superior_body']);
export const PANEL = someone('pia', ['tolerance_panel']);
export const REPORTER = someone('rosa', ['reporter']);
export const SUBJECT = someone('sam', ['subject']);
export const UNIT = someone('uma', ['subject_unit']);
export const BOARD = ['bea', 'bert', 'bodo'].map((person) => someone(person, ['collegial_body']));
/** The member who reads out and records what the board decided. */
export const CHAIR = BOARD[0]!;

/** The engine itself: links between cases, and clocks. */
export const SYSTEM = someone('system', ['system']);

export const having = (actor: Actor, ...duties: Duty[]): Actor => ({ ...actor, duties });
export const standingAside = (actor: Actor): Actor => ({ ...actor, recusal: 'requested' });

/** Votes of the board; those left out of `against` vote for. */
export const votes = (members: readonly Actor[] = BOARD, against: readonly Actor[] = []) =>
  members.map(({ person }) => ({
    person,
    vote: against.some((other) => other.person === person) ? 'against' : 'for',
  }));
