/** What an allegation keeps of its case: the freeze on personnel moves, evidence, and what a reopening leaves (T20, T25). */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import * as act from './allegation-acts.ts';
import { ALLEGATION, AT, untilFiled } from './allegation-acts.ts';
import { CASE, deeds, playFrom } from './play.ts';

const summary = ({ context }: StoredSnapshot) => ALLEGATION.summary(context);

describe('personnel moves', () => {
  it('are frozen while a case is filed, and free again once it is decided, whatever was decided', () => {
    expect(summary(untilFiled()).isHrFrozen).toBe(true);
    for (const state of [
      'decided_sanction',
      'decided_exempt',
      'decided_no_sanction',
      'case_dismissed',
    ] as const)
      expect([state, summary(AT[state]).isHrFrozen]).toEqual([state, false]);
  });

  it('are free before a case is filed, even under investigation', () => {
    expect(summary(act.investigatedUnfiled()).isHrFrozen).toBe(false);
  });

  it('are free again where a reopened case is filed no more', () => {
    const reopened = playFrom(ALLEGATION, AT.transferred_criminal, act.reopen()).snapshot;
    expect(summary(reopened)).toMatchObject({ isHrFrozen: false, isCaseFiled: false });
  });
});

describe('what is passed to investigation', () => {
  const investigated = (finding: 'untrue' | 'true') =>
    playFrom(ALLEGATION, act.investigatedUnfiled(), act.report(finding), act.approveFindings());

  it('comes to a finding like any other, and is clarified when it turns out untrue', () => {
    expect(deeds(investigated('untrue').effects)).toContain('open clarification OPEN');
  });

  it('is filed on its finding, and goes back to be investigated and decided', () => {
    const filed = playFrom(ALLEGATION, investigated('true').snapshot, act.fileCase());
    expect(filed.state).toBe('investigating');
    expect(deeds(filed.effects)).toContain('start report.case_decision');
    expect(playFrom(ALLEGATION, filed.snapshot, act.hear()).state).toBe('heard');
  });
});

describe('evidence', () => {
  it('is numbered as it comes in and remembers the version that recorded it', () => {
    const at = (version: number) => ({ facts: { version } });
    const { snapshot } = playFrom(
      ALLEGATION,
      AT.preliminary_verification,
      { ...act.interview(), ...at(5) },
      { ...act.material({ kind: 'electronic' }), ...at(6) },
    );
    expect((snapshot.context as unknown as { evidence: object[] }).evidence).toMatchObject([
      { id: 'e1', kind: 'interview', version: 5 },
      { id: 'e2', kind: 'electronic', version: 6 },
    ]);
  });

  it('that a recusal excluded stays in the list, and is told apart', () => {
    const stored = playFrom(ALLEGATION, AT.preliminary_verification, {
      ...act.material(),
      facts: { version: 5 },
    }).snapshot;
    const context = {
      ...stored.context,
      disposals: [{ case: CASE, version: 5, disposal: 'exclude' as const }],
    };
    expect(summary({ ...stored, context })).toMatchObject({ evidence: 'e1', excludedEvidence: 'e1' });
  });
});

describe('a reopened allegation', () => {
  it('forgets what was decided and keeps what was found, so that a change can be seen', () => {
    const reopened = playFrom(ALLEGATION, AT.decided_sanction, act.reopen()).snapshot;
    expect(summary(reopened)).toMatchObject({
      finding: 'true',
      isFindingApproved: false,
      decision: null,
      measure: null,
      isCaseFiled: false,
    });
  });
});

describe('the chain of decisions', () => {
  const chain = ({ context }: StoredSnapshot) => (context as unknown as { decisions: object[] }).decisions;
  const later = { at: '2025-10-15T02:00:00.000Z' };
  const vary = act.varied({
    decision: 'exempt',
    minorHandling: 'admonition',
    ground: 'circumstances_wrong',
  });

  it('begins when a decision is made, whether it was delivered or not', () => {
    const first = { version: 1, decision: 'sanction', measure: 'warning', minorHandling: null, ground: null };
    expect(chain(AT.decided_sanction)).toMatchObject([first]);
    const delivered = playFrom(ALLEGATION, AT.decided_sanction, act.deliverDecision()).snapshot;
    expect(chain(delivered)).toEqual(chain(AT.decided_sanction));
    expect(chain(AT.reviewed)).toEqual([]);
  });

  it('keeps what was decided first beside what an appeal made of it, and for what', () => {
    const { snapshot } = playFrom(ALLEGATION, AT.decided_sanction, {
      ...vary,
      facts: { ...vary.facts, ...later },
    });
    expect(chain(snapshot)).toEqual([
      ...chain(AT.decided_sanction),
      {
        version: 2,
        decision: 'exempt',
        measure: null,
        minorHandling: 'admonition',
        ground: 'circumstances_wrong',
        ...later,
      },
    ]);
    expect(summary(snapshot).decisionVersion).toBe(2);
  });

  it('outlasts a decision that was revoked to be made anew', () => {
    const anew = playFrom(ALLEGATION, AT.decided_sanction, act.revoked()).snapshot;
    expect(summary(anew)).toMatchObject({ decision: null, decisionVersion: 1 });
  });
});

describe('a letter of inquiry', () => {
  it('has its clock run from the day it was delivered, not from the day it was approved', () => {
    const { effects } = playFrom(ALLEGATION, AT.letter_inquiry, {
      ...act.deliverLetter('2025-06-11'),
      facts: { at: '2025-06-13T02:00:00.000Z' },
    });
    expect(deeds(effects)[0]).toBe('start report.letter_reply from 2025-06-11T04:00:00.000Z');
  });

  it('approved a second time has to be delivered a second time', () => {
    const again = playFrom(
      ALLEGATION,
      AT.reply_under_review,
      act.escalate(),
      act.report('not_proven'),
      act.approveFindings(),
      act.close(),
      act.reopen(),
      act.propose(),
      act.approve('letter_inquiry'),
    ).snapshot;
    expect(again.context).toMatchObject({ letterDeliveredOn: null });
  });
});
