/** A case as its readers see it. One function for every door: detail, answer of a step, answer of a repeated request. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { CaseListItem, CaseView } from '../contract/cases.ts';
import { allowedEvents, isSuspended } from '../engine/step.ts';
import { procedureOf } from '../machines/registry.ts';

/** Fields of the context that the view shows under names of their own. */
const SHOWN_APART = ['subject', 'assignee', 'obligations'];

export function toCaseView(row: CaseRow): CaseView {
  const stored = { value: row.value, context: row.context };
  const procedure = procedureOf(row.procedure, row.procedure_version);
  return {
    id: row.id,
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

export function toCaseListItem(row: CaseRow): CaseListItem {
  const { id, procedure, version, state, summary, subject, assignee } = row;
  return {
    id,
    procedure,
    version,
    state,
    isOpen: row.is_open,
    family: row.family_id,
    subject,
    assignee,
    summary,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    nextDueAt: row.next_due_at,
    isOverdue: row.is_overdue,
  };
}
