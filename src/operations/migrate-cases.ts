/**
 * Moves the running cases of a procedure to a newer version. One person proposes what was planned, another approves it;
 * approval carries it out case by case, and goes on where a run before it stopped.
 */
import { uuidv7 } from 'uuidv7';
import {
  advanceMigration,
  findMigration,
  insertMigration,
  insertPlannedCases,
  listMigrations,
  listPlannedCases,
  settlePlannedCase,
  type MigrationRow,
  type Outcome,
  type Verdict,
} from '../../db/queries/case-migrations.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { MigrationCaseView, MigrationView } from '../contract/migrations.ts';
import { Problem } from '../contract/problems.ts';
import { CaseId, type Instant } from '../domain/vocabulary.ts';
import type { Procedure } from '../machines/procedure.ts';
import { currentProcedure, everyProcedure, procedureOf } from '../machines/registry.ts';
import type { Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { makeEntry } from './journal-entry.ts';
import { migrateCase, type Mandate } from './migrate-case.ts';
import { planMigration, type CasePlan } from './plan-migration.ts';
import type { Runtime } from './runtime.ts';
import { readFor } from './take-step.ts';

const PAGE = 100;

/** Whether some version of the procedure is older: without one there is nothing to move. */
export const isNewerVersion = ({ name, version }: Procedure): boolean =>
  everyProcedure().some((other) => other.name === name && other.version < version);

/** Plans a migration and proposes it. Throws `Problem`: not-found, validation-failed. */
export async function proposeMigration(
  runtime: Runtime,
  asker: Asker,
  { procedure: name, toVersion }: { readonly procedure: string; readonly toVersion: number },
): Promise<MigrationView> {
  if (!currentProcedure(name)) throw new Problem('not-found');
  const to = procedureOf(name, toVersion);
  if (!to || !isNewerVersion(to))
    throw new Problem('validation-failed', undefined, {
      errors: [
        {
          pointer: '/toVersion',
          message: {
            zh: '应为本程序中另有旧版本的版本',
            en: 'has to be a version of the procedure that has an older one beside it',
          },
        },
      ],
    });
  const { knex, tenant } = runtime;
  const { at, pseudonym } = await presentOf(runtime, asker);
  const id = uuidv7();
  await insertMigration(knex, tenant, {
    id,
    procedure: name,
    to_version: toVersion,
    proposed_by: asker.personId,
    proposed_at: at,
  });
  const { hash, counts } = await planMigration(runtime, to, (plans) =>
    insertPlannedCases(
      knex,
      tenant,
      id,
      plans.map((plan) => ({ case_id: plan.case, verdict: plan.verdict, report: plan })),
    ),
  );
  await knex.transaction(async (trx) => {
    await advanceMigration(trx, tenant, id, 'planning', { status: 'proposed', plan: hash, counts });
    await note(trx, runtime, 'migration.proposed', pseudonym, at, {
      migration: id,
      procedure: name,
      toVersion,
      plan: hash,
      counts,
    });
  });
  return readMigration(runtime, id);
}

export async function readMigration(runtime: Runtime, id: string): Promise<MigrationView> {
  return toView(await migrationOf(runtime, id));
}

export async function readMigrations(
  runtime: Runtime,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: MigrationView[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : (fromCursor(runtime, 'migrations', cursor).id as string);
  const rows = await listMigrations(runtime.knex, runtime.tenant, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toView),
    nextCursor: rows.length > limit ? toCursor(runtime, 'migrations', { id: shown.at(-1)?.id }) : null,
  };
}

export async function readMigrationCases(
  runtime: Runtime,
  id: string,
  page: { readonly limit: number; readonly cursor?: string; readonly verdict?: Verdict },
): Promise<{ items: MigrationCaseView[]; nextCursor: string | null }> {
  const { limit, cursor, verdict = null } = page;
  await migrationOf(runtime, id);
  const list = `migration ${id} ${verdict ?? ''}`;
  const after = cursor === undefined ? null : (fromCursor(runtime, list, cursor).id as CaseId);
  const rows = await listPlannedCases<CasePlan>(runtime.knex, runtime.tenant, id, {
    after,
    limit: limit + 1,
    verdict,
  });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ report, outcome }) => toCaseView(report, outcome)),
    nextCursor: rows.length > limit ? toCursor(runtime, list, { id: shown.at(-1)?.case_id }) : null,
  };
}

export interface ApproveMigration {
  readonly id: string;
  readonly isDryRun: boolean;
  /** Where the version is looked up; tests have versions of their own. */
  readonly versionOf?: (name: string, version: number) => Procedure | undefined;
}

/** Approves a migration and carries it out, or tells what it would do. Throws `Problem`: not-found, not-permitted. */
export async function approveMigration(
  runtime: Runtime,
  asker: Asker,
  { id, isDryRun, versionOf = procedureOf }: ApproveMigration,
): Promise<MigrationView> {
  const found = await migrationOf(runtime, id);
  if (found.proposed_by === asker.personId) throw notAlone();
  const to = versionOf(found.procedure, found.to_version);
  if (!to) throw new Error(`${found.procedure}@${found.to_version} is not known to this program`);
  if (isDryRun)
    return { ...toView(found), isDryRun: true, outcomes: await triedOutcomes(runtime, asker, found, to) };
  const { at, pseudonym } = await presentOf(runtime, asker);
  await runtime.knex.transaction(async (trx) => {
    const changes = { status: 'approved', approved_by: asker.personId, approved_at: at } as const;
    if (await advanceMigration(trx, runtime.tenant, id, 'proposed', changes))
      await note(trx, runtime, 'migration.approved', pseudonym, at, { migration: id, plan: found.plan });
  });
  const approved = await migrationOf(runtime, id);
  if (approved.status === 'done') return toView(approved);
  for (;;) {
    const waiting = await listPlannedCases<CasePlan>(runtime.knex, runtime.tenant, id, {
      after: null,
      limit: PAGE,
      isWaiting: true,
    });
    for (const { case_id, verdict, report } of waiting) {
      const mandate = mandateOf(approved);
      const { outcome, plan } = await migrateCase(runtime, { asker, caseId: case_id, to, mandate });
      await settlePlannedCase(runtime.knex, runtime.tenant, id, {
        case_id,
        verdict: plan?.verdict ?? verdict,
        report: plan ?? report,
        outcome,
      });
    }
    if (waiting.length < PAGE) break;
  }
  const { at: finished } = await presentOf(runtime, asker);
  await runtime.knex.transaction(async (trx) => {
    const changes = { status: 'done', finished_at: finished } as const;
    if (await advanceMigration(trx, runtime.tenant, id, 'approved', changes))
      await note(trx, runtime, 'migration.done', pseudonym, finished, {
        migration: id,
        outcomes: (await findMigration(trx, runtime.tenant, id))?.outcomes,
      });
  });
  return readMigration(runtime, id);
}

/** What an approval would come to now, case by case, with nothing written. */
async function triedOutcomes(
  runtime: Runtime,
  asker: Asker,
  migration: MigrationRow,
  to: Procedure,
): Promise<MigrationView['outcomes']> {
  const { waiting: _waiting, ...settled } = migration.outcomes;
  const counts = { moved: 0, blocked: 0, closed: 0, ...settled };
  for (let after: CaseId | null = null; ;) {
    const page: { case_id: CaseId }[] = await listPlannedCases(runtime.knex, runtime.tenant, migration.id, {
      after,
      limit: PAGE,
      isWaiting: true,
    });
    for (const { case_id: caseId } of page) {
      const mandate = { ...mandateOf(migration), approvedBy: '' };
      const { outcome } = await migrateCase(runtime, { asker, caseId, to, mandate, isDryRun: true });
      counts[outcome] += 1;
    }
    if (page.length < PAGE) return { ...counts, waiting: 0 };
    after = page.at(-1)?.case_id ?? null;
  }
}

async function migrationOf(runtime: Runtime, id: string): Promise<MigrationRow> {
  const found = CaseId.safeParse(id).success
    ? await findMigration(runtime.knex, runtime.tenant, id)
    : undefined;
  if (!found || found.status === 'planning') throw new Problem('not-found');
  return found;
}

const notAlone = (): Problem =>
  new Problem(
    'not-permitted',
    {
      zh: '提出案件迁移的人不得自行批准，须由另一人批准',
      en: 'Whoever proposed the migration cannot approve it: that takes another person',
    },
    { guard: 'is_another_person' },
  );

const mandateOf = ({ id, plan, proposer, approver }: MigrationRow): Mandate => ({
  migration: id,
  plan: plan ?? '',
  proposedBy: proposer,
  approvedBy: approver ?? '',
});

/** The instant by the clock of clocks, and the pseudonym of who asks. */
async function presentOf(
  runtime: Runtime,
  asker: Asker,
): Promise<{ readonly at: Instant; readonly pseudonym: string }> {
  const read = await readFor(runtime, { asker, data: {} }, null);
  const pseudonym = read.actors.find(({ person }) => person === asker.personId)?.pseudonym;
  if (!pseudonym) throw new Error('the actor has no pseudonym');
  return { at: read.at, pseudonym };
}

/** An entry of the body's journal, outside any case. */
async function note(
  trx: Runtime['knex'],
  runtime: Runtime,
  type: string,
  actor: string,
  time: Instant,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { entry, sealed } = makeEntry({
    type,
    time,
    recorded: new Date().toISOString(),
    actor,
    outcome: 'done',
    disclosed: [{ name: 'data', value: data }],
  });
  await writeSteps(trx, runtime.tenant, [{ moves: [], entries: [entry], sealed }]);
  runtime.onWritten?.();
}

function toView(row: MigrationRow): MigrationView {
  return {
    id: row.id,
    procedure: row.procedure,
    toVersion: row.to_version,
    status: row.status === 'planning' ? 'proposed' : row.status,
    plan: row.plan ?? '',
    counts: row.counts,
    outcomes: { moved: 0, blocked: 0, closed: 0, waiting: 0, ...row.outcomes },
    proposedBy: row.proposer,
    proposedAt: row.proposed_at,
    approvedBy: row.approver,
    approvedAt: row.approved_at,
    finishedAt: row.finished_at,
  };
}

const toCaseView = (plan: CasePlan, outcome: Outcome | null): MigrationCaseView => ({
  ...plan,
  missing: plan.missing ?? null,
  breaks: plan.breaks.map((each) => ({
    version: each.version,
    event: each.event,
    state: each.state,
    why: each.why,
    guard: each.guard ?? null,
    leadsTo: each.leadsTo ?? null,
    lacks: [...(each.lacks ?? [])],
  })),
  allows: { before: [...plan.allows.before], after: [...plan.allows.after] },
  clocks: { start: [...plan.clocks.start], stop: [...plan.clocks.stop] },
  outcome,
});
