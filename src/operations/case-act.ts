/**
 * Acts beside the machine of a case: requests to open an identity, legal holds, erasures. Who acts has to know of the case
 * as staff and to be recused by nobody; each act, and each refusal on account of a person, is an entry of the journal.
 */
import type { Knex } from 'knex';
import type { SealedText } from '../../db/queries/sealed-texts.ts';
import type { CaseRow, KnownActor } from '../../db/queries/step-read.ts';
import { writeSteps, type StepGroup } from '../../db/queries/step-write.ts';
import { Problem } from '../contract/problems.ts';
import type { CaseId, Instant, PersonId, Words } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { disclosedValue, makeEntry } from './journal-entry.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { freshKey, sealLabel, unseal, type SealKey, type StoredKey } from './sealing.ts';
import { readFor } from './take-step.ts';

/** Rules on persons that these acts are refused by. */
export const PERSON_RULES = {
  is_not_recused: {
    zh: '您在本案中已被申请或决定回避',
    en: 'Your recusal was asked for or granted in this family of cases',
  },
  is_another_person: {
    zh: '须由提出人以外的另一人办理',
    en: 'This takes another person than the one who asked',
  },
  is_not_handler: {
    zh: '本案承办人员不得批准',
    en: 'Whoever handles the matter cannot approve this',
  },
  is_tracing_authority: {
    zh: '追查匿名举报人须由上级机关批准',
    en: 'Finding out who reported without a name takes the superior body',
  },
  is_requester_or_custodian: {
    zh: '只向申请人或转交的身份信息保管人展示',
    en: 'It is shown to who asked for it, or to the custodian who hands it over',
  },
  is_assessor: {
    zh: '评估人须为本案办理人员，或者由部门负责人指定',
    en: 'Assessors are those who handle the matter, and those the head of the department lists',
  },
  is_outside_the_case: {
    zh: '身份信息保管人不得承办本案',
    en: 'A custodian who took part in the matter hands nothing over',
  },
} as const satisfies Record<string, Words>;
export type PersonRule = keyof typeof PERSON_RULES;

export interface ActingOn {
  readonly row: CaseRow;
  readonly at: Instant;
  readonly actor: KnownActor & { readonly pseudonym: string };
  /** Those asked for besides, as the directory knows them. */
  readonly others: readonly KnownActor[];
  /** The key of the family; null when its texts were erased. */
  readonly familyKey: SealKey | null;
}

/** Who acts on which case. Throws `Problem`: not-found, and not-permitted for somebody who is recused. */
export async function actingOn(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { act, others = [] }: { readonly act: string; readonly others?: readonly PersonId[] },
): Promise<ActingOn> {
  const read = await readFor(runtime, { asker, data: { participants: others } }, caseId);
  const { case: row, wrappedKey, at } = read;
  if (!row || !worksOn(asker, row)) throw noSuchCase();
  const actor = read.actors.find(({ person }) => person === asker.personId);
  if (!actor?.pseudonym) throw new Error('the actor has no pseudonym');
  const acting = {
    row,
    at,
    actor: { ...actor, pseudonym: actor.pseudonym },
    others: read.actors.filter(({ person }) => person !== asker.personId),
    familyKey: wrappedKey === null ? null : runtime.unwrapped(row.seal_key_id, wrappedKey),
  };
  if (actor.recusal !== 'none') await refuse(runtime, acting, act, 'is_not_recused');
  return acting;
}

/** Records that somebody was refused an act, and by which rule; throws the 403. */
export async function refuse(
  runtime: Runtime,
  acting: ActingOn,
  act: string,
  guard: PersonRule,
): Promise<never> {
  const { group } = actEntry(runtime, acting, {
    type: 'act.refused',
    outcome: 'refused',
    data: { act, guard },
  });
  await runtime.writeStep(group);
  throw new Problem('not-permitted', PERSON_RULES[guard], { guard });
}

export interface Act {
  readonly type: string;
  readonly outcome?: 'done' | 'refused';
  /** In clear: codes, ids, pseudonyms. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** Keeps the reason apart from the family's key, so that it outlives the erasure it speaks of. */
  readonly isApart?: boolean;
}

/** The entry of an act on a case, with its reason sealed. */
export function actEntry(
  runtime: Runtime,
  { row, at, actor, familyKey }: ActingOn,
  { type, outcome = 'done', data, reason, isApart = false }: Act,
): { readonly id: string; readonly group: StepGroup } {
  const keys: StoredKey[] = [];
  const keyOfItsOwn = (): SealKey => {
    const made = freshKey(runtime.masterKey, 'act');
    keys.push(made.row);
    return made.key;
  };
  const sealedBy = reason === undefined ? undefined : isApart ? keyOfItsOwn() : (familyKey ?? keyOfItsOwn());
  const { entry, sealed } = makeEntry({
    type,
    time: at,
    recorded: new Date().toISOString(),
    actor: actor.pseudonym,
    outcome,
    case: { id: row.id, at: row.version },
    disclosed: [
      { name: 'data', value: data },
      ...(sealedBy ? [{ name: 'text' as const, value: { '/reason': reason }, sealedBy }] : []),
    ],
  });
  return { id: entry.id, group: { moves: [], entries: [entry], sealed, keys } };
}

/** Writes an act's entry in the transaction of what it records. */
export async function writeAct(trx: Knex, runtime: Runtime, group: StepGroup): Promise<void> {
  await writeSteps(trx, runtime.tenant, [group]);
}

/** The reason of an act; null where there is none or its key was destroyed. */
export function reasonOf(runtime: Runtime, text: SealedText | null): string | null {
  if (text?.wrapped == null) return null;
  const { key } = runtime.unwrapped(text.keyId, text.wrapped);
  const opened = unseal(key, Buffer.from(text.sealed, 'hex'), sealLabel(text.entry, 'text'));
  return (disclosedValue(opened.toString('utf8')) as Record<string, string>)['/reason'] ?? null;
}
