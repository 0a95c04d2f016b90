/** For each operation on a case that takes a body, one it accepts: whoever may not know of the case gets to hear of nothing. */
import { SEALED_BODIES } from './sealed-cases.ts';

const {
  requestIdentity,
  decideIdentityRequest,
  placeLegalHold,
  releaseLegalHold,
  proposeErasure,
  decideErasure,
} = SEALED_BODIES;

export const CASE_BODIES: Readonly<Record<string, object>> = {
  applyCaseEvent: { type: 'NOTE', data: { text: 'x' } },
  requestIdentity: requestIdentity!,
  decideIdentityRequest: decideIdentityRequest!,
  placeLegalHold: placeLegalHold!,
  releaseLegalHold: releaseLegalHold!,
  proposeErasure: proposeErasure!,
  decideErasure: decideErasure!,
  addEvidence: { text: 'x' },
  keepPresence: { doing: 'viewing' },
  sendCaseMessage: { text: 'x' },
  keepAssessment: { sheets: [] },
  nameAssessors: { assessors: ['p-handler'] },
  previewPapers: { event: 'NOTE', data: { text: 'x' } },
  reportInterference: { kind: 'inquiry', by: { person: 'p-curious' }, on: '2026-01-05', how: 'At lunch.' },
};

/** What stands for the parameters of addresses that name no case. */
export const ROLE_ADDRESSES: Readonly<Record<string, string>> = {
  '{personId}': 'p-somebody',
  '/problems/{name}': '/problems/not-found',
  '/procedures/{name}/migrations': '/procedures/clarification/migrations',
  '{name}': 'complaint',
  '{unitId}': 'nowhere',
  '{draftKey}': 'intake',
  '{year}': '2026',
  '{file}': 'swagger-ui.css',
};
