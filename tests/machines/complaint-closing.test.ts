/** The outcome of a complaint: nobody chooses it, the gravest allegation does (1.1). */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { FamilyMember } from '../../src/machines/procedure.ts';
import { OUTCOMES } from '../../src/machines/complaint-outcome.ts';
import * as act from './complaint-acts.ts';
import { AT, close, COMPLAINT, ended, found } from './complaint-acts.ts';
import { member, playFrom, refusedBy } from './play.ts';

const closedWith = (...family: readonly FamilyMember[]) =>
  playFrom(COMPLAINT, AT.with_handling_dept, close(family));
const clarified = member('clarification', 'assessing', {
  case: '01890000-0000-7000-8000-0000000000c1',
  summary: { allegation: found('untrue').case },
});

describe('the outcome of a complaint', () => {
  it('goes from light to grave in the order of the trade', () => {
    expect(OUTCOMES).toEqual([
      'merged',
      'closed_no_action',
      'closed_untrue',
      'closed_not_proven',
      'case_dismissed',
      'closed_minor_handling',
      'decided_no_sanction',
      'decided_exempt',
      'decided_sanction',
      'transferred_criminal',
    ]);
  });

  const pairs = OUTCOMES.flatMap((light, at) => OUTCOMES.slice(at).map((grave) => [light, grave] as const));
  it.each(pairs)('%s beside %s is the graver of the two', (light, grave) => {
    const { state, summary, isOpen } = closedWith(ended(grave), ended(light));
    expect({ state, outcome: summary.outcome, isOpen }).toEqual({
      state: grave,
      outcome: grave,
      isOpen: false,
    });
  });

  it('counts an allegation that closes with the complaint as what was found', () => {
    expect(closedWith(found('untrue'), clarified).state).toBe('closed_untrue');
    expect(closedWith(found('not_proven')).state).toBe('closed_not_proven');
  });

  it('weighs not proven above untrue, which it is not', () => {
    expect(closedWith(found('untrue'), found('not_proven'), clarified).state).toBe('closed_not_proven');
  });
});

describe('whatever the outcome, a complaint stays open', () => {
  const open = member('allegation', 'preliminary_verification', {
    case: '01890000-0000-7000-8000-0000000000a2',
  });
  const unchecked = act.from(act.NAMED.unverified, act.accept(), act.handOver());
  const withNewEvidence = act.from(act.NAMED.told, act.giveFeedback({ newEvidence: true }));

  it.each(OUTCOMES)('%s', (outcome) => {
    const refused = (stored: StoredSnapshot, family = [ended(outcome)], isComplete = true) =>
      refusedBy(COMPLAINT, stored, close(family, isComplete));
    expect(refused(AT.with_handling_dept, [ended(outcome), open])).toBe('allegations_are_at_their_end');
    expect(refused(unchecked)).toBe('claimed_name_was_checked');
    expect(refused(act.NAMED.concluded)).toBe('feedback_is_given_or_not_owed');
    expect(refused(withNewEvidence)).toBe('new_evidence_is_checked');
    expect(refused(AT.with_handling_dept, [ended(outcome), found('untrue')])).toBe(
      'clarifications_are_opened',
    );
    expect(refused(AT.with_handling_dept, undefined, false)).toBe('checklist_is_complete');
    expect(refused(AT.with_handling_dept)).toBeNull();
  });
});
