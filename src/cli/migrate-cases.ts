/** `leeway migrate-cases`: what a newer version of a procedure means for the cases that run on an older one. Reads only. */
import { procedureOf } from '../machines/registry.ts';
import { isNewerVersion } from '../operations/migrate-cases.ts';
import type { CasePlan } from '../operations/plan-migration.ts';
import { UsageError, type Command, type ExitStatus, type Given, type Program } from './program.ts';
import { required } from './run.ts';

export const migrateCasesCommand: Command = {
  name: 'migrate-cases',
  summary: 'report what a newer version of a procedure means for the running cases',
  help: `
Replays every running case of an older version against the newer one and says for each: 'same', it would stand where it
stands; 'carries_over', the newer version would have refused or led elsewhere something of its past, and knows the state
it is in; 'blocked', it cannot be moved. Exit status 1 when one is blocked. Writes nothing: moving cases takes two
persons, over the API (POST /api/v1/procedures/NAME/migrations, then its approval).

  --plan              plan it, case by case
  --procedure NAME    whose cases
  --to VERSION        the version they would be moved to
  --status            list the migrations there are, instead of planning one
  --json              one JSON document a line
`,
  options: {
    plan: { type: 'boolean' },
    status: { type: 'boolean' },
    procedure: { type: 'string' },
    to: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: (given, program) => {
    const { plan, status } = given.options;
    if ((plan === true) === (status === true))
      throw new UsageError('Say --plan or --status, one of the two.');
    return plan === true ? planned(given, program) : listed(given, program);
  },
};

async function planned(given: Given, program: Program): Promise<ExitStatus> {
  const name = required(given, 'procedure', 'the procedure whose cases are meant');
  const version = required(given, 'to', 'the version they would be moved to');
  const to = procedureOf(name, Number(version));
  if (!to || !isNewerVersion(to))
    throw new UsageError(`${name} has no version ${version} with an older one beside it.`);
  const asJson = given.options.json === true;
  let count = 0;
  const { hash, counts } = await program.withOpened(({ operations }) =>
    operations.planMigration(to, (plans) => {
      for (const plan of plans)
        for (const line of asJson ? [JSON.stringify(plan)] : linesOf(plan)) program.out(line);
      count += plans.length;
      program.progress(`${count} cases planned`);
    }),
  );
  program.out(
    asJson
      ? JSON.stringify({ procedure: name, toVersion: to.version, plan: hash, counts })
      : `${name} to version ${to.version}: ${counts.same} the same, ${counts.carries_over} carry over, ` +
          `${counts.blocked} blocked. Plan ${hash}.`,
  );
  return counts.blocked === 0 ? 0 : 1;
}

function linesOf({ case: id, fromVersion, verdict, state, stateAfter, ...plan }: CasePlan): string[] {
  const { before, after } = plan.allows;
  const beyond = (some: readonly string[], others: readonly string[]) =>
    some.filter((event) => !others.includes(event)).join(', ');
  const notes = [
    ['takes no more', beyond(before, after)],
    ['takes from then on', beyond(after, before)],
    ['clocks that start', plan.clocks.start.join(', ')],
    ['clocks that stop', plan.clocks.stop.join(', ')],
  ] as const;
  const place = stateAfter === null ? `${state}, and ${plan.missing ?? 'it'} is not known there` : state;
  return [
    `${id} from version ${fromVersion}: ${verdict}, in ${place}${stateAfter === null || stateAfter === state ? '' : `, then ${stateAfter}`}`,
    ...plan.breaks.map(
      ({ version, event, why, guard, leadsTo, ...broken }) =>
        `  ${version} ${event} in ${broken.state}: ${guard ?? why}${leadsTo === undefined ? '' : ` (${leadsTo})`}` +
        (broken.lacks ? `, judged without ${broken.lacks.join(', ')}` : ''),
    ),
    ...notes.filter(([, what]) => what !== '').map(([label, what]) => `  ${label}: ${what}`),
  ];
}

async function listed(given: Given, program: Program): Promise<ExitStatus> {
  await program.withOpened(async ({ operations }) => {
    for (let cursor: string | undefined; ;) {
      const page = await operations.readMigrations({ limit: 100, ...(cursor !== undefined && { cursor }) });
      for (const migration of page.items) {
        const { id, procedure, toVersion, status, outcomes } = migration;
        program.out(
          given.options.json === true
            ? JSON.stringify(migration)
            : `${id} ${procedure} to version ${toVersion}: ${status}; ${outcomes.moved} moved, ` +
                `${outcomes.blocked} blocked, ${outcomes.closed} closed meanwhile, ${outcomes.waiting} waiting`,
        );
      }
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  });
  return 0;
}
