/**
 * What a suspended case accepts (4.9): what is owed to the reporter, what other cases tell it, and nothing that moves
 * it. Suspension has a ground, a notice and a day of review (T13), and ends with the case.
 */
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/engine/step.ts';
import * as allegation from './allegation-acts.ts';
import * as clarification from './clarification-acts.ts';
import { rowsWhere, suspended } from './every-procedure.ts';
import { deeds, linked, playFrom, PROFILE, refusedBy } from './play.ts';
import { resume, suspend } from './shared-acts.ts';

/** Rows that a suspension does not stop. Whoever adds one says here that it is right. */
const GOES_ON: readonly string[] = [
  // What is owed to the reporter, and their rights.
  'complaint A1-acknowledge',
  'complaint A3-name',
  'complaint A3-confirmed_real_name',
  'complaint A3-denied',
  'complaint A3-unreachable',
  'complaint A3-impersonated',
  'complaint A9-deliver',
  'complaint A23',
  'complaint A-withdrawal',
  // What other cases tell it: a message that was lost would be lost for good.
  'complaint A18-findings',
  'complaint A24-allegation',
  'complaint A25-allegation-open',
  'complaint A23-extended',
  'complaint A8-linked',
  'complaint A8-identified',
  'allegation A11-returned',
  'allegation A11-back',
  'allegation A11-ended',
  'allegation A-tolerance-opened',
  'allegation A-tolerance-recorded',
  'allegation A-tolerance-revoked',
  'allegation A-false-accusation-opened',
  'allegation A-sanction-in-effect',
  'allegation A-rectification-opened',
  'allegation A-appeal-opened',
  'tolerance_review C16-opened',
  'tolerance_review C-appeal-opened',
  'clarification B3-again',
  'clarification B10-owed',
  'risk_filing C0-relied',
  // What a superior decided, or a decision that fell or changed: it holds at once, for whatever stands on it.
  'tolerance_review C-sent-back',
  'tolerance_review C-varied',
  'tolerance_review C-revoked-on-appeal',
  'tolerance_review C18-reopened',
  'return_to_service E-changed',
  'return_to_service E-cancelled',
  'return_to_service E-merged',
  // The will of the person who appealed, as that of whoever reported.
  'appeal F-withdraw',
  // A term that is over is over, and what is late is late.
  'risk_filing C0-lapse',
  'rectification D-blue',
  'rectification D-red',
  'return_to_service E-end',
  'appeal F-expired',
];

const isOpenIn = (states: Readonly<Record<string, { isClosed?: true }>>, state: string) =>
  states[state]?.isClosed !== true && state !== 'opening';

describe('a suspended case', () => {
  const rows = rowsWhere(() => true).flatMap(([name, { procedure, example }]) => {
    const from = example.from.find((stored) => isOpenIn(procedure.states, stateOf(stored)));
    return from ? [{ name, procedure, from, event: example.event }] : [];
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s', (name, { procedure, from, event }) => {
    expect(refusedBy(procedure, from, event)).toBeNull();
    expect(refusedBy(procedure, suspended(from), event)).toBe(
      GOES_ON.includes(name) ? null : 'is_not_suspended',
    );
  });

  it('has no row in the list that does not exist', () => {
    expect(GOES_ON.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });

  it('can be suspended once and resumed once', () => {
    const { procedure, from } = rows[0]!;
    expect(refusedBy(procedure, suspended(from), suspend())).toBe('not_in_this_state');
    expect(refusedBy(procedure, from, resume)).toBe('not_in_this_state');
    const again = playFrom(procedure, from, suspend(), resume, suspend(), resume);
    expect(again.snapshot).toEqual(from);
  });

  it('is not suspended any more when it ends, so that it can be reopened', () => {
    const held = playFrom(allegation.ALLEGATION, allegation.returned(), suspend()).snapshot;
    const ended = playFrom(
      allegation.ALLEGATION,
      held,
      linked('COMPLAINT_ENDED', { outcome: 'routed_out' }),
    ).snapshot;
    expect(ended.value).toEqual({ flow: 'closed_no_action', standing: 'active' });
    expect(refusedBy(allegation.ALLEGATION, ended, allegation.reopen())).toBeNull();
  });

  it('lets no clock run that something else starts or resumes meanwhile', () => {
    const sentBack = suspended(clarification.sentBack());
    const told = playFrom(clarification.CLARIFICATION, sentBack, clarification.findingApproved('untrue'));
    expect(deeds(told.effects)).toEqual(['stop clar.assess', 'start clar.assess', 'pause clocks']);
    const handedBack = playFrom(
      allegation.ALLEGATION,
      suspended(allegation.returned()),
      linked('HANDED_BACK'),
    );
    expect(deeds(handedBack.effects)).toEqual(['resume report.disposition', 'pause clocks']);
  });

  it('keeps its review and what is owed to the reporter running, whatever the profile says', () => {
    for (const key of ['report.feedback', 'report.receipt_ack', 'report.suspension_review'])
      expect(PROFILE.rules.pausedBySuspension).not.toContain(key);
  });
});

describe('a choice that the present state does not offer', () => {
  it('is refused as such, before any rule on persons', () => {
    const stored = allegation.untilApproved('true');
    const event = allegation.decide('sanction');
    expect(refusedBy(allegation.ALLEGATION, stored, event)).toBe('has_a_matching_choice');
    const nobody = { ...event, by: { ...event.by, roles: [] } };
    expect(refusedBy(allegation.ALLEGATION, stored, nobody)).toBe('has_a_matching_choice');
    expect(refusedBy(allegation.ALLEGATION, allegation.AT.reviewed, event)).toBeNull();
  });
});
