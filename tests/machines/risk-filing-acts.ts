/** What people do with a risk filing, as events, and a filing in each of its states. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { ElsewhereCase, Procedure } from '../../src/machines/procedure.ts';
import { riskFiling } from '../../src/machines/risk-filing.machine.ts';
import * as people from './people.ts';
import { linked, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const FILING = riskFiling as unknown as Procedure;

export const UNIT = people.someone('uma', ['subject_unit'], { unit: 'unit-7' });
export const ANOTHER_UNIT = people.someone('ugo', ['subject_unit'], { unit: 'unit-8' });
export const PANEL = ['pia', 'pavel', 'petra'].map((person) => people.someone(person, ['tolerance_panel']));
const participants = [people.SECOND_HANDLER.person];
const pair = { with: [people.SECOND_HANDLER] };

export const file = (data: EventData = {}, by = UNIT, elsewhere: readonly ElsewhereCase[] = []): Played => ({
  type: 'FILE',
  by,
  data: {
    unit: 'unit-7',
    matter: 'emergency_action',
    act: 'flood-wall',
    persons: [people.SUBJECT.person, 'sina'],
    plannedOn: '2025-06-12',
    isUrgent: true,
    disclosure: 'The wall is repaired under an emergency order; the permit follows.',
    conditionsOffered: [{ code: 'permit_follows', text: 'The permit is applied for within a month.' }],
    ...data,
  },
  facts: { elsewhere },
});
/** Another filing, as the register of persons knows it. */
export const filedBefore = (more: Partial<ElsewhereCase> = {}): ElsewhereCase => ({
  case: OTHER_CASE,
  procedure: 'risk_filing',
  state: 'screened',
  isOpen: true,
  person: people.SUBJECT.person,
  summary: { unit: 'unit-7', act: 'flood-wall' },
  ...more,
});
export const screen = (data: EventData = {}): Played => ({
  type: 'SCREEN',
  by: people.HANDLER,
  data: { result: 'pass', ...data },
});
export const sendBack = (missing: readonly string[] = ['emergency_order']): Played =>
  screen({ result: 'return', missing });
export const supplement = (by = UNIT): Played => ({
  type: 'SUPPLEMENT',
  by,
  data: { evidence: ['order-3'], disclosure: 'The order is enclosed.' },
});
export const check = (): Played => ({
  type: 'CHECK',
  by: people.HANDLER,
  data: { recommends: 'accept', findings: 'The risk is real and bounded.', participants },
  ...pair,
});
const members = people.votes(PANEL);
export const accept = (data: EventData = {}): Played => ({
  type: 'ACCEPT',
  by: PANEL[0]!,
  data: {
    conditions: [
      { code: 'minutes_kept', text: 'Every decision is minuted.' },
      { code: 'permit_follows', text: 'The permit is applied for within a month.' },
    ],
    validUntil: '2025-12-31',
    members,
    ...data,
  },
  with: PANEL,
});
export const refuse = (): Played => ({
  type: 'REFUSE',
  by: PANEL[0]!,
  data: { reason: 'risk_not_bounded', explanation: 'No ceiling is named.', members },
  with: PANEL,
});
export const reportCondition = (data: EventData = {}, by = UNIT): Played => ({
  type: 'REPORT_CONDITION',
  by,
  data: { condition: 'minutes_kept', kept: true, evidence: ['minutes-1'], ...data },
});
export const breach = (): Played => ({
  type: 'BREACH',
  by: people.HANDLER,
  data: { reason: 'outside_scope', explanation: 'A second wall was built.', participants },
  ...pair,
});
export const lapse = (clock = 'prefile.validity'): Played => ({
  type: 'DEADLINE_PASSED',
  by: people.SYSTEM,
  data: { clock },
  facts: { via: 'clock' },
});
export const relyOn = (review = OTHER_CASE): Played => linked('RELIED_ON', { review });
export const withdraw = (by = UNIT): Played => ({ type: 'WITHDRAW', by });

export const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(FILING, stored, ...events).snapshot;

const blank = blankSnapshot(FILING);
const filed = from(blank, file());
const screened = from(filed, screen());
const checked = from(screened, check());
const accepted = from(checked, accept());

/** A filing in each state. */
export const AT = {
  opening: blank,
  filed,
  returned: from(filed, sendBack()),
  screened,
  checked,
  accepted,
  refused: from(checked, refuse()),
  withdrawn: from(filed, withdraw()),
  lapsed: from(accepted, lapse()),
  breached: from(accepted, breach()),
  used: from(accepted, relyOn()),
};
