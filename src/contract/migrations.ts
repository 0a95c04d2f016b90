/** What travels about migrations of running cases: proposal, plan for each case, and what became of it. */
import { z } from 'zod';

export const VERDICTS = ['same', 'carries_over', 'blocked'] as const;

const Count = z.int().nonnegative();

export const ProposeMigrationRequest = z
  .strictObject({
    toVersion: z.int().positive().meta({ description: 'The version the running cases are moved to' }),
  })
  .meta({ id: 'ProposeMigrationRequest', examples: [{ toVersion: 2 }] });

export const MigrationView = z
  .strictObject({
    id: z.string(),
    procedure: z.string(),
    toVersion: z.int(),
    status: z.enum(['proposed', 'approved', 'done']).meta({ description: '`approved`: being carried out' }),
    plan: z.string().meta({ description: 'SHA-256 of what was planned for every case, hexadecimal' }),
    counts: z
      .strictObject({ same: Count, carries_over: Count, blocked: Count })
      .meta({ description: 'Cases by verdict, as proposed' }),
    outcomes: z
      .strictObject({ moved: Count, blocked: Count, closed: Count, waiting: Count })
      .meta({ description: 'Cases by what became of them; with `dryRun`, by what would' }),
    proposedBy: z.string().meta({ description: 'Pseudonym' }),
    proposedAt: z.string(),
    approvedBy: z.string().nullable().meta({ description: 'Pseudonym' }),
    approvedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    isDryRun: z.literal(true).optional(),
  })
  .meta({ id: 'Migration' });

export const MigrationList = z
  .strictObject({ items: z.array(MigrationView), nextCursor: z.string().nullable() })
  .meta({ id: 'MigrationList' });

export const MigrationCaseView = z
  .strictObject({
    case: z.string(),
    version: z.int().meta({ description: 'The version of the case it was planned on' }),
    fromVersion: z.int(),
    verdict: z.enum(VERDICTS).meta({
      description:
        '`same`: the newer version would have led to the same place; `carries_over`: it would not have, and knows ' +
        'the present state; `blocked`: it does not know it',
    }),
    state: z.string(),
    stateAfter: z.string().nullable(),
    missing: z.string().nullable().meta({ description: 'What the newer version does not know' }),
    breaks: z
      .array(
        z.strictObject({
          version: z.int(),
          event: z.string(),
          state: z.string(),
          why: z.enum(['unknown_event', 'not_in_this_state', 'person', 'guard', 'leads_elsewhere']),
          guard: z.string().nullable(),
          leadsTo: z.string().nullable(),
          lacks: z.array(z.string()).meta({ description: 'Facts that were not looked up at the time' }),
        }),
      )
      .meta({ description: 'Events of the past that the newer version would not have taken' }),
    allows: z.strictObject({ before: z.array(z.string()), after: z.array(z.string()) }),
    clocks: z
      .strictObject({ start: z.array(z.string()), stop: z.array(z.string()) })
      .meta({ description: 'Clocks that the move starts and stops; all others go on as they are' }),
    outcome: z.enum(['moved', 'blocked', 'closed']).nullable(),
  })
  .meta({ id: 'MigrationCase' });

export const MigrationCaseList = z
  .strictObject({ items: z.array(MigrationCaseView), nextCursor: z.string().nullable() })
  .meta({ id: 'MigrationCaseList' });

export type MigrationView = z.infer<typeof MigrationView>;
export type MigrationCaseView = z.infer<typeof MigrationCaseView>;
