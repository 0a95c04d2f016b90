/** Refusals that come of planning itself, beside those of the machines: and all of them in terms of the case acted on. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import { allowedEvents, type Refusal } from '../engine/step.ts';
import { procedureOf } from '../machines/registry.ts';
import type { PlanInput } from './plan-input.ts';
import type { Working } from './working-case.ts';

/** Ends the planning of a step: one of its cases refused. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly row: CaseRow | null;
  constructor(refusal: Refusal, row: CaseRow | null) {
    super('refused');
    this.refusal = refusal;
    this.row = row;
  }
}

/** What a linked case refused, in terms of the case that was acted on: where it stands, what it accepts. */
export function inTermsOf(root: PlanInput['root'], { refusal, row }: Refused): Refusal {
  if (!('row' in root) || row?.id === root.row.id) return refusal;
  const procedure = procedureOf(root.row.procedure, root.row.procedure_version);
  const allowed = procedure ? allowedEvents(procedure, root.row) : [];
  return { ...refusal, state: root.row.state, allowed };
}

export const unknownVersion = (row: CaseRow): Refusal => ({
  refused: 'guard',
  event: '',
  state: row.state,
  guard: 'version_is_known',
  words: {
    zh: `本程序不认识案件所用的版本：${row.procedure} 第${row.procedure_version}版`,
    en: `This program does not know the version the case runs on: ${row.procedure} version ${row.procedure_version}`,
  },
  basis: ['design 1.5'],
  couldAct: [],
  allowed: [],
});

export const noSuchCase = ({ row, procedure }: Working): Refusal => ({
  refused: 'guard',
  event: '',
  state: row.state,
  guard: 'linked_case_exists',
  words: { zh: '所指的案件不存在', en: 'There is no such case to link to' },
  basis: ['domain 4.7'],
  couldAct: [],
  allowed: allowedEvents(procedure, row),
});
