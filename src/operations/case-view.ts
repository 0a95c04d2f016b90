/** A case as its readers see it. One function for every door: detail, answer of a step, answer of a repeated request. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { CaseView } from '../contract/cases.ts';
import { allowedEvents, isSuspended } from '../engine/step.ts';
import { procedureOf } from '../machines/registry.ts';
import { worksOn, type Asker } from './acting.ts';

/** Fields of the context that the view shows under names of their own. */
const SHOWN_APART = ['subject', 'assignee', 'obligations'];

/**
 * The case for one reader. A party sees where their own matter stands and what they may do; what staff found, noted and
 * weighed is not theirs to read (domain 4.1, 4.4).
 */
export function toCaseView(row: CaseRow, reader: Asker): CaseView {
  const view = toWholeView(row);
  return worksOn(reader, row) ? view : { ...view, assignee: null, summary: {}, obligations: [], details: {} };
}

function toWholeView(row: CaseRow): CaseView {
  const stored = { value: row.value, context: row.context };
  const procedure = procedureOf(row.procedure, row.procedure_version);
  return {
    id: row.id,
    number: row.number ?? null,
    procedure: row.procedure,
    procedureVersion: row.procedure_version,
    profile: row.profile_hash,
    version: row.version,
    state: row.state,
    regions: row.value,
    isOpen: row.is_open,
    isSuspended: isSuspended(stored),
    family: row.family_id,
    subject: row.subject,
    assignee: row.assignee,
    unit: row.unit,
    summary: row.summary,
    obligations: [...row.context.obligations],
    details: Object.fromEntries(Object.entries(row.context).filter(([name]) => !SHOWN_APART.includes(name))),
    accepts: procedure ? allowedEvents(procedure, stored) : [],
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
  };
}
