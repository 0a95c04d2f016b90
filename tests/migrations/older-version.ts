/** Cases that were opened with version 1 of a clarification, as they are found in a database that has seen both. */
import type { CaseView } from '../../src/contract/cases.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import { procedureOf } from '../../src/machines/registry.ts';
import { loadedOf, parseData, plan, readFor } from '../../src/operations/take-step.ts';
import type { Api } from '../harness.ts';
import { foundUntrue, type Staff } from '../staff.ts';

export const V1 = procedureOf('clarification', 1)!;
export const V2 = procedureOf('clarification', 2)!;

/** Opens a clarification of a version on an allegation, as the program of then did when the subject applied. */
export async function opensWith(api: Api, staff: Staff, procedure: Procedure): Promise<CaseView> {
  const { runtime } = api;
  const { allegation, clarification } = await foundUntrue(staff);
  // The one that opened by itself ends, so that another may be applied for.
  await staff.handler.does(clarification, 'ASSESS_NOT_NEEDED', {
    reason: 'no_effect',
    explanation: 'Nobody heard of it.',
    participants: [staff.secondHandler.person],
  });
  const asker = {
    personId: staff.reception.person,
    roles: ['reception_officer'] as Role[],
    unit: null,
    keyId: '',
  };
  const data = { allegation: allegation.id, reason: 'There is talk.', onBehalfOf: 'subject' };
  const read = await readFor(runtime, { asker, data }, allegation.id);
  const anchor = loadedOf(read)!;
  const planned = await plan(runtime, read, asker, {
    root: { opens: procedure, profile: await runtime.pinned(anchor.row.profile_hash), anchor },
    event: { type: 'APPLY', ...parseData(procedure, 'APPLY', data) },
  });
  if ('refusal' in planned || !(await runtime.writeStep(planned.group))) throw new Error('it did not open');
  return staff.supervisor.reads(planned.row.id);
}

/** In the joint check of its version. */
export const inJointCheck = async (staff: Staff, opened: CaseView): Promise<CaseView> =>
  staff.handler.does(opened, 'ASSESS_NEEDED', {
    ground: 'bad_effect',
    damage: 'unit',
    reason: 'There is talk.',
  });

/** Consulted without a joint check, as version 1 lets it be. */
export const unchecked = async (staff: Staff, opened: CaseView): Promise<CaseView> =>
  staff.handler.does(await inJointCheck(staff, opened), 'CONSULT_SUBJECT', {
    agrees: true,
    forms: ['written'],
    circle: 'department',
  });
