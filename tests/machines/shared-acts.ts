/** What people do on any case, whatever its procedure: notes, recusals, suspension, extension; and a passed deadline. */
import type { ActFact } from '../../src/machines/procedure.ts';
import { LEADER, ORGAN_HEAD, someone, SUPERIOR, SUPERVISOR, SYSTEM } from './people.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { CASE, linked, remembering, type Played } from './play.ts';

export const HANA = someone('hana', ['handler']);
export const DONE: readonly ActFact[] = [{ case: CASE, version: 4, type: 'RECORD_INTERVIEW' }];
const clock = (more: object = {}) => ({
  'tol.verify': { dueAt: '2025-07-07T16:00:00.000Z', isRunning: true, extensions: 0, ...more },
});

export const note: Played = { type: 'NOTE', by: HANA, data: { text: 'Called the archive.' } };
export const requestRecusal = (ground = 'close_relative', about = HANA): Played => ({
  type: 'REQUEST_RECUSAL',
  by: SUPERVISOR,
  data: { person: about.person, ground, reason: 'A cousin.' },
  with: [about],
});
/** The same case, with the recusal of these persons asked for on it. */
export const askedHere = (stored: StoredSnapshot, ...persons: readonly string[]): StoredSnapshot =>
  remembering(stored, { recusalsAsked: persons });
export const decideRecusal = (
  granted = true,
  acts: readonly object[] = [],
  more: Partial<Played> = {},
): Played => ({
  type: 'DECIDE_RECUSAL',
  by: ORGAN_HEAD,
  data: { person: HANA.person, granted, acts, reason: 'He is a cousin.' },
  with: [{ ...HANA, recusal: 'requested' }],
  facts: { acts: DONE },
  ...more,
});
export const disposed = DONE.map(({ case: id, version }) => ({ case: id, version, disposal: 'exclude' }));
export const suspend = (ground = 'force_majeure'): Played => ({
  type: 'SUSPEND',
  by: LEADER,
  data: { ground, trigger: 'The flood goes down.', reason: 'The archive is flooded.' },
});
export const resume: Played = { type: 'RESUME', by: LEADER, data: { reason: 'The archive is dry.' } };
export const extend = (more: object = {}, at = '2025-07-01T02:00:00.000Z'): Played => ({
  type: 'EXTEND',
  by: LEADER,
  data: { clock: 'tol.verify', reason: 'An expert is needed.' },
  facts: { at, clocks: clock(more) },
});
export const deadline: Played = {
  type: 'DEADLINE_PASSED',
  by: SYSTEM,
  data: { clock: 'report.verify' },
  facts: { via: 'clock' },
};

export const assign: Played = {
  type: 'ASSIGN',
  by: someone('heda', ['handling_dept_head']),
  data: { assignee: 'hugo' },
};
export const designate: Played = {
  type: 'DESIGNATE',
  by: SUPERIOR,
  data: { person: 'dora', role: 'approver_head', reason: 'The head stands aside.' },
};

/** What another case of the family decided on acts that were done in this one. */
export const actsDisposed: Played = linked('ACTS_DISPOSED', { acts: disposed });

export const SHARED_ACTS: readonly Played[] = [
  note,
  assign,
  designate,
  requestRecusal(),
  decideRecusal(true, disposed),
  actsDisposed,
  suspend(),
  resume,
  extend(),
  deadline,
];
