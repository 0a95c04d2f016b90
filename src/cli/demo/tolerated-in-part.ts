/**
 * 6.6 of the domain brief: one person with two acts and a colleague; one act mitigated, one not tolerated, the colleague
 * who dissented not pursued. Two sanctions follow, of which the heavier is executed, and the subsidy is corrected.
 */
import { byDay, type Scenario } from './scenario.ts';
import { CORRECTED } from './two-acts-corrected.ts';
import { COLLEAGUE, REVIEWED } from './two-acts-reviewed.ts';
import { SANCTIONED } from './two-acts-sanctioned.ts';
import { SUBJECT, VERIFIED, X, Y } from './two-acts-verified.ts';

export const TOLERATED_IN_PART: Scenario = {
  id: '6.6',
  title: 'Partial tolerance: two acts, two persons, three results',
  dayZero: '2025-06-09',
  steps: byDay(VERIFIED, REVIEWED, CORRECTED, SANCTIONED),
  ends: {
    states: {
      report: 'decided_sanction',
      subsidy: 'decided_sanction',
      contract: 'decided_sanction',
      review: 'recorded',
      'window-pan': 'expired',
      'window-yuan': 'expired',
      'warning-period': 'merged',
      'demerit-period': 'merged_running',
      'warning-window': 'expired',
      'demerit-window': 'expired',
      correction: 'all_closed',
    },
    root: 'report',
    family: {
      complaint: 1,
      allegation: 2,
      tolerance_review: 1,
      appeal: 4,
      return_to_service: 2,
      rectification: 1,
    },
    owes: {},
    running: {
      'demerit-period': { 'service.period': 442, 'service.return_visit': 366 },
      correction: { 'rect.look_back': 309 },
    },
    summary: {
      subsidy: { decision: 'sanction', measure: 'warning', isHrFrozen: false },
      contract: { decision: 'sanction', measure: 'demerit', isHrFrozen: false },
      review: {
        determinations: `${X}:${SUBJECT}:mitigated; ${Y}:${SUBJECT}:not_tolerated; ${X}:${COLLEAGUE}:not_pursued`,
        isInLiabilityDecision: true,
      },
      'demerit-period': { act: Y, measure: 'demerit', sanctions: 2, months: 12, effectiveOn: '2025-08-25' },
      'warning-period': { act: X, measure: 'warning', sanctions: 1, months: 6 },
      correction: { acts: X, itemsTotal: 2, itemsClosed: 2 },
    },
    identities: 0,
  },
};
