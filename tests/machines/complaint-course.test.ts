/** How a complaint runs: the reporter's rights beside the flow, linked pieces, returns and reopenings (4.5 to 4.7, T16). */
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { ComplaintContext } from '../../src/machines/complaint-events.ts';
import * as act from './complaint-acts.ts';
import { AT, COMPLAINT, from, NAMED } from './complaint-acts.ts';
import { suspended } from './every-procedure.ts';
import { SUBJECT } from './people.ts';
import { asCaseEvent, deeds, OTHER_CASE, playFrom, refusedBy, remembering, type Played } from './play.ts';

const contextOf = ({ context }: StoredSnapshot) => context as ComplaintContext;
const said = (stored: StoredSnapshot, event: Played) => deeds(playFrom(COMPLAINT, stored, event).effects);
const isNotice = (line: string) => line.startsWith('paper acceptance_notice');
const confirmedLate = (stored: StoredSnapshot): string[] =>
  said(stored, { ...act.confirm(), facts: { family: [act.itself(true)], clocks: {} } });

describe('who reported', () => {
  it('is known to the case as a contact and a claim, never by name', () => {
    const event = asCaseEvent(COMPLAINT, act.submitNamed());
    expect(JSON.stringify(event.data)).not.toContain(act.REPORTER.name);
    expect(JSON.stringify(event.data)).not.toContain(act.REPORTER.contact);
    expect(JSON.stringify(NAMED.told)).not.toContain(act.REPORTER.name);
    expect(contextOf(NAMED.unverified)).toMatchObject({ hasContact: true, identity: 'unverified' });
  });

  it('is not asked for by a stub for a higher body, and neither is the content', () => {
    const stub = { ...act.submitStub().data };
    const schema = COMPLAINT.events.SUBMIT!;
    expect(schema.safeParse(stub).success).toBe(true);
    expect(schema.safeParse({ ...stub, content: 'Read it.' }).success).toBe(false);
    expect(schema.safeParse({ ...stub, reporter: act.REPORTER }).success).toBe(false);
  });
});

describe('the notice of acceptance', () => {
  it('is owed to a confirmed real name, and to nobody else', () => {
    expect(said(NAMED.registered, act.accept()).filter(isNotice)).toHaveLength(1);
    expect(said(AT.registered, act.accept()).filter(isNotice)).toEqual([]);
  });

  it('has its clock run on from receipt while a claimed name is still to be checked', () => {
    expect(said(NAMED.unverified, act.accept())).not.toContain('stop report.accept_notice');
    expect(said(AT.registered, act.accept())).toContain('stop report.accept_notice');
  });

  it('keeps the clock from receipt for whoever was named in the complaint', () => {
    expect(said(NAMED.unverified, act.confirm())).toEqual(['paper identity_check_note > reception_officer']);
  });

  it('gets a clock from confirmation for whoever comes forward later', () => {
    const forward = from(AT.registered, act.nameReporter());
    expect(said(forward, act.confirm())).toContain('start report.accept_notice');
  });

  it('is owed no more once it was delivered, however often the identity is checked', () => {
    const delivered = from(NAMED.accepted, act.deliverNotice(), act.confirm('unreachable'));
    expect(confirmedLate(delivered)).toEqual(['paper identity_check_note > reception_officer']);
  });

  it('goes to nobody who denies the report, who is anonymous from then on', () => {
    const denied = from(NAMED.registered, act.confirm('denied'));
    expect(said(NAMED.registered, act.confirm('denied'))).toContain('stop report.accept_notice');
    expect(said(denied, act.accept()).filter(isNotice)).toEqual([]);
  });
});

describe('feedback', () => {
  it('has its clock start when the last allegation is concluded', () => {
    const half = act.findingsApproved([act.found('untrue'), act.allegation('preliminary_verification')]);
    expect(said(NAMED.with_handling_dept, half)).toEqual(['record']);
    const both = act.findingsApproved([act.found('untrue'), act.ended('closed_no_action')]);
    expect(said(NAMED.with_handling_dept, both)).toEqual(['start report.feedback', 'start report.close']);
  });

  it('is not owed to an anonymous reporter, and the complaint can be closed all the same', () => {
    const { effects } = playFrom(
      COMPLAINT,
      AT.with_handling_dept,
      act.findingsApproved([act.found('not_proven')]),
    );
    expect(deeds(effects)).toEqual(['start report.close']);
  });

  it('does not wait for an allegation that is shelved, while the complaint does', () => {
    const family = [act.found('untrue'), act.allegation('shelved')];
    expect(said(NAMED.with_handling_dept, act.findingsApproved(family))).toEqual(['start report.feedback']);
  });

  it('is owed anew once an allegation is taken up again', () => {
    const again = from(NAMED.told, act.allegationReopened());
    expect(contextOf(again)).toMatchObject({ conclusionAt: null, isFeedbackGiven: false });
    const { effects } = playFrom(COMPLAINT, again, act.findingsApproved([act.found('not_proven')]));
    expect(deeds(effects)).toContain('start report.feedback');
  });

  it('is told of a conclusion even while the complaint is suspended', () => {
    const held = suspended(NAMED.with_handling_dept);
    expect(said(held, act.findingsApproved([act.found('untrue')]))).toContain('start report.feedback');
  });
});

describe('a linked piece', () => {
  const linkedNamed = act.duplicateLinked({ isRealName: true });

  it('keeps its reporter’s own right to feedback, with a clock of its own', () => {
    expect(said(NAMED.concluded, linkedNamed)).toEqual([
      `start report.feedback of ${act.DUPLICATE_ID}`,
      'record',
    ]);
    const told = said(from(NAMED.concluded, linkedNamed), act.giveFeedback({ duplicate: act.DUPLICATE_ID }));
    expect(told[0]).toBe(`stop report.feedback of ${act.DUPLICATE_ID}`);
  });

  it('has its clock start with the conclusion where it came in before', () => {
    const before = from(NAMED.with_handling_dept, linkedNamed);
    expect(said(before, act.findingsApproved([act.found('untrue')]))).toEqual([
      'start report.feedback',
      `start report.feedback of ${act.DUPLICATE_ID}`,
      'start report.close',
    ]);
  });

  it('is owed nothing while its reporter is not confirmed, and something once they are', () => {
    const anonymous = from(NAMED.concluded, act.duplicateLinked());
    expect(said(anonymous, act.duplicateIdentified(true))).toEqual([
      `start report.feedback of ${act.DUPLICATE_ID}`,
    ]);
    expect(said(from(NAMED.concluded, linkedNamed), act.duplicateIdentified(false))).toEqual([
      `stop report.feedback of ${act.DUPLICATE_ID}`,
    ]);
  });

  it('tells the complaint it hangs on when its reporter’s identity is checked after it was retained', () => {
    const retained = from(NAMED.unverified, act.linkDuplicate());
    expect(said(retained, act.confirm('confirmed_real_name', [act.itself(false)]))).toContain(
      `tell ${OTHER_CASE} DUPLICATE_IDENTIFIED`,
    );
  });

  it('with a new fact owes a new allegation, until one is named', () => {
    const owing = from(AT.with_handling_dept, act.duplicateLinked({ newFacts: true }));
    expect(owing.context.obligations.map(({ code }) => code)).toEqual(['new_allegation']);
    expect(from(owing, act.addAllegation()).context.obligations).toEqual([]);
  });
});

describe('a complaint that is back with reception', () => {
  it('takes its allegations along when reception ends it', () => {
    for (const event of [act.routeOut(), act.declineIt(), act.linkDuplicate(), act.merge()])
      expect(said(act.RETURNED, event)).toContain('tell allegation COMPLAINT_ENDED');
    expect(said(AT.registered, act.routeOut())).not.toContain('tell allegation COMPLAINT_ENDED');
  });

  it('hands its allegations back when it is handed over again', () => {
    const again = from(act.RETURNED, act.accept());
    expect(said(again, act.handOver({ allegations: [] }))).toContain('tell allegation HANDED_BACK');
    expect(said(AT.accepted, act.handOver())).not.toContain('tell allegation HANDED_BACK');
  });
});

describe('a complaint about the head of this body', () => {
  it('goes straight up and past that inbox', () => {
    expect(said(act.ABOUT_HEAD, act.sendUpOwnHead()).join()).not.toContain('approver_head');
  });

  it('has new facts in a linked piece told to the next higher body, and never to the head', () => {
    const told = (concernsHead: boolean) =>
      said(remembering(AT.with_handling_dept, { concernsHead }), act.duplicateLinked({ newFacts: true }));
    expect(told(true)).toEqual(['notify new_facts_in_linked_complaint > handling_dept, superior_body']);
    expect(told(false)).toEqual(['notify new_facts_in_linked_complaint > handling_dept, approver_head']);
  });

  it('may be found to be one at registration', () => {
    const found = from(AT.received, act.register({ concernsHead: true }));
    expect(refusedBy(COMPLAINT, found, act.accept())).toBe('does_not_concern_own_head');
    expect(refusedBy(COMPLAINT, found, act.sendUpOwnHead())).toBeNull();
  });
});

describe('a withdrawal', () => {
  it('ends nothing: it is recorded, with the three questions answered', () => {
    const { state, snapshot } = playFrom(COMPLAINT, AT.with_handling_dept, act.recordWithdrawal());
    expect(state).toBe('with_handling_dept');
    expect(contextOf(snapshot).withdrawals).toMatchObject([
      { threat: 'unknown', leak: false, malice: false },
    ]);
  });
});

describe('a reopened complaint', () => {
  it('begins at registration again, with what is new and its former conclusion void', () => {
    const { state, snapshot } = playFrom(COMPLAINT, NAMED.closed.closed_untrue, act.reopen());
    expect(state).toBe('registered');
    expect(contextOf(snapshot)).toMatchObject({
      conclusionAt: null,
      isFeedbackGiven: false,
      outcome: null,
      reopenings: [{ reason: 'new_evidence' }],
    });
  });

  it('owes the notice of acceptance only where it was never delivered', () => {
    expect(said(NAMED.closed.closed_untrue, act.reopen())).toContain('start report.accept_notice');
    const told = from(NAMED.accepted, act.deliverNotice(), act.handOver());
    const closed = from(
      told,
      act.allegationConcluded([act.ended('closed_no_action')]),
      act.giveFeedback(),
      act.close(),
    );
    expect(said(closed, act.reopen())).not.toContain('start report.accept_notice');
  });
});

it('the clocks of a complaint count from when it reached the body', () => {
  const { effects } = playFrom(
    COMPLAINT,
    AT.opening,
    act.submit({ receivedAt: '2025-06-06T17:30:00+08:00' }),
  );
  expect(deeds(effects).slice(0, 3)).toEqual(
    ['receipt_ack', 'accept_notice', 'route_out'].map(
      (clock) => `start report.${clock} from 2025-06-06T09:30:00.000Z`,
    ),
  );
});

it('whoever a complaint is about is remembered, from receipt to the last allegation', () => {
  const stored = from(AT.with_handling_dept, act.addAllegation());
  expect(contextOf(stored)).toMatchObject({ subject: SUBJECT.person, subjects: [SUBJECT.person] });
});
