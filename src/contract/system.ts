/** What travels about the system itself: profiles and versions with the cases that rest on them, and how it runs. */
import { z } from 'zod';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });
const Instant = z.iso.datetime();
const OpenCases = z
  .strictObject({
    count: z.int().nonnegative(),
    isCapped: z.boolean().meta({ description: 'There may be more: only so many open cases are counted' }),
  })
  .meta({ id: 'OpenCaseCount' });

export const ProfileSummary = z
  .strictObject({
    id: z.string(),
    version: z.string(),
    hash: z.string(),
    name: BothWords,
    calendar: z.string(),
    isLoaded: z.boolean().meta({ description: 'Whether new cases can be opened under it' }),
    openCases: OpenCases,
  })
  .meta({ id: 'ProfileSummary' });
export type ProfileSummary = z.infer<typeof ProfileSummary>;

export const ProfileList = z.strictObject({ items: z.array(ProfileSummary) }).meta({ id: 'ProfileList' });

const Unit = z.enum(['working_day', 'calendar_day', 'month', 'quarter', 'second']);

export const ProfileView = ProfileSummary.omit({ openCases: true })
  .extend({
    rules: z.strictObject({
      timeZone: z.string(),
      dayEnd: z.string(),
      endConvention: z.string(),
      bodyLevel: z.string(),
      minimumHandlers: z.int(),
      quorum: z.strictObject({ members: z.int(), majority: z.string() }),
      tells: z.array(z.string()).meta({ description: 'Roles that are told when a limit passes' }),
      pausedBySuspension: z.array(z.string()),
    }),
    ladder: z
      .array(
        z.strictObject({
          code: z.string(),
          before: z.strictObject({ amount: z.int(), unit: z.string() }).nullable(),
          after: z.strictObject({ amount: z.int(), unit: z.string() }).nullable(),
          to: z.array(z.string()).nullable(),
        }),
      )
      .meta({ description: 'Alarms of every clock, the earliest first' }),
    limits: z.array(
      z.strictObject({
        clock: z.string(),
        label: BothWords,
        limit: z
          .strictObject({
            amount: z.int(),
            unit: Unit,
            rollOver: z.boolean(),
            endConvention: z.string(),
            extension: z.strictObject({ amount: z.int(), unit: Unit, times: z.int() }).nullable(),
            pausable: z.boolean(),
          })
          .nullable()
          .meta({ description: 'null: switched off' }),
        basis: z.array(z.string()),
      }),
    ),
    lists: z.array(
      z.strictObject({
        list: z.string(),
        items: z.array(
          z.strictObject({
            code: z.string(),
            label: BothWords,
            mapsTo: z.string().nullable(),
            basis: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Profile' });
export type ProfileView = z.infer<typeof ProfileView>;

export const ProcedureVersionList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        version: z.int(),
        definition: z.string().meta({ description: 'Hash of what this version declares' }),
        isCurrent: z.boolean().meta({ description: 'Whether new cases are opened with it' }),
        openCases: OpenCases,
      }),
    ),
  })
  .meta({ id: 'ProcedureVersionList' });
export type ProcedureVersionList = z.infer<typeof ProcedureVersionList>;

export const ProcedureDifference = z
  .strictObject({
    name: z.string(),
    from: z.int(),
    to: z.int(),
    items: z.array(
      z.strictObject({
        part: z.enum(['state', 'region', 'transition', 'guard', 'event']),
        code: z.string(),
        label: BothWords.nullable(),
        change: z.enum(['added', 'removed', 'changed']),
        fields: z
          .array(
            z.strictObject({
              field: z.string(),
              before: z.string().nullable().meta({ description: 'As JSON text; null where there was none' }),
              after: z.string().nullable(),
            }),
          )
          .meta({ description: 'What of it is not what it was; empty for what was added or removed' }),
      }),
    ),
  })
  .meta({ id: 'ProcedureDifference' });
export type ProcedureDifference = z.infer<typeof ProcedureDifference>;

export const SystemView = z
  .strictObject({
    version: z.string(),
    role: z
      .enum(['all', 'api', 'worker'])
      .nullable()
      .meta({ description: 'What the process that answered does' }),
    now: Instant.meta({ description: 'By the clock that judges limits' }),
    database: z.strictObject({
      kind: z.enum(['embedded', 'postgresql']),
      durability: z.enum(['process_crash', 'power_loss']),
    }),
    isSandbox: z.boolean(),
    hasSecondWall: z.boolean().meta({ description: 'Whether row-level security stands behind need-to-know' }),
    singleSignOn: z.boolean(),
    work: z
      .array(
        z.strictObject({
          work: z.enum(['integrate_journal', 'fire_due_clocks']),
          waiting: z.int().meta({ description: 'Counted up to 1001' }),
          since: Instant.nullable().meta({ description: 'Since when the oldest of it waits' }),
        }),
      )
      .meta({ description: 'What background work has before it, whichever process does it' }),
  })
  .meta({ id: 'System' });
export type SystemView = z.infer<typeof SystemView>;
