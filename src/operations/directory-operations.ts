/** The use cases of the directory, bound to one runtime: units, people, grants, keys, accounts, handovers. */
import type { LocalDate } from '../domain/local-day.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { UnitView } from '../contract/directory.ts';
import type { Asker } from './acting.ts';
import {
  disableAccount,
  endSessionFor,
  endSessionsFor,
  makeAccount,
  readAccounts,
  readSessionsOf,
  resetAccountOf,
  type AccountPage,
} from './administer-accounts.ts';
import { handOver, type HandOver } from './hand-over.ts';
import { makeGrant, readGrants, withdrawGrantOf, type GrantPage, type MakeGrant } from './keep-grants.ts';
import { makeKey, readKeys, revokeKeyOf, type MakeKey } from './keep-keys.ts';
import { leaveBody, putPerson, readPeople, type PeoplePage } from './keep-people.ts';
import { listUnits, putUnit, removeUnit } from './keep-units.ts';
import type { Runtime } from './runtime.ts';

export const bindDirectory = (runtime: Runtime) => ({
  listUnits: () => listUnits(runtime),
  putUnit: (asker: Asker, unit: UnitView) => putUnit(runtime, asker, unit),
  removeUnit: (asker: Asker, id: string) => removeUnit(runtime, asker, id),
  readPeople: (asker: Asker, page: PeoplePage) => readPeople(runtime, asker, page),
  putPerson: (asker: Asker, person: { readonly id: PersonId; readonly name: string }) =>
    putPerson(runtime, asker, person),
  leaveBody: (asker: Asker, of: { readonly person: PersonId; readonly on?: LocalDate }) =>
    leaveBody(runtime, asker, of),
  readGrants: (page: GrantPage) => readGrants(runtime, page),
  makeGrant: (asker: Asker, given: MakeGrant) => makeGrant(runtime, asker, given),
  withdrawGrant: (asker: Asker, of: { readonly id: string; readonly reason?: string }) =>
    withdrawGrantOf(runtime, asker, of),
  readKeys: (page: { readonly limit: number; readonly cursor?: string }) => readKeys(runtime, page),
  makeKey: (asker: Asker, of: MakeKey) => makeKey(runtime, asker, of),
  revokeKey: (asker: Asker, id: string) => revokeKeyOf(runtime, asker, id),
  readAccounts: (page: AccountPage) => readAccounts(runtime, page),
  makeAccount: (asker: Asker, of: { readonly person: PersonId; readonly login: string }) =>
    makeAccount(runtime, asker, of),
  resetAccountOf: (asker: Asker, of: Parameters<typeof resetAccountOf>[2]) =>
    resetAccountOf(runtime, asker, of),
  disableAccount: (asker: Asker, of: { readonly id: string; readonly isDisabled: boolean }) =>
    disableAccount(runtime, asker, of),
  readSessionsOf: (id: string) => readSessionsOf(runtime, id),
  endSessionFor: (asker: Asker, of: { readonly id: string; readonly session: string }) =>
    endSessionFor(runtime, asker, of),
  endSessionsFor: (asker: Asker, id: string) => endSessionsFor(runtime, asker, id),
  handOver: (asker: Asker, command: HandOver) => handOver(runtime, asker, command),
});
