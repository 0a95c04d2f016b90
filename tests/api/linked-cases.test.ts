/** What one event does to several cases: all of it in one transaction, or none of it. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { foundUntrue, handedOver, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

describeApi('linked cases', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const linksOf = async (id: string) => {
    const { body } = await staff.supervisor.get(`/api/v1/cases/${id}/family`);
    return (body.items as { id: string; links: object[] }[]).map((item) => [item.id, item.links]);
  };

  it('open with the event that asks for them: one allegation for each point and person', async () => {
    const accepted = await staff.reception.does(await registered(staff), 'ACCEPT');
    const before = await countRows(api.knex);
    const handed = await staff.reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [
        { point: 'point-1', subject: SUBJECT, summary: 'The first.' },
        { point: 'point-2', subject: SUBJECT },
        { point: 'point-1', subject: 'p-other' },
      ],
    });
    const after = await countRows(api.knex);
    expect([after.cases! - before.cases!, after.journal! - before.journal!]).toEqual([3, 4]);
    const { body } = await staff.supervisor.get(`/api/v1/cases/${handed.id}/family`);
    expect(body.items).toHaveLength(4);
    for (const { procedure, version, links } of body.items.slice(1))
      expect([procedure, version, links]).toEqual([
        'allegation',
        1,
        [{ type: 'allegation_of', parent: handed.id }],
      ]);
  });

  it('are told by the same event: the complaint learns of a finding, and the clarification opens', async () => {
    const { complaint, allegation, clarification } = await foundUntrue(staff);
    expect(clarification).toMatchObject({ state: 'assessing', subject: SUBJECT, family: complaint.id });
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/events`);
    expect(body.items.at(-1)).toMatchObject({
      type: 'complaint.FINDINGS_APPROVED',
      data: { allegation: allegation.id, finding: 'untrue' },
    });
    expect(body.items.at(-1).version).toBe(complaint.version);
  });

  it('are merged across families: both keep their own events, and each knows of the other', async () => {
    const into = await registered(staff);
    const other = await registered(staff);
    const merged = await staff.reception.does(other, 'MERGE', { into: into.id, newFacts: true });
    expect(merged).toMatchObject({ state: 'merged', isOpen: false, details: { parent: into.id } });
    const now = await staff.reception.reads(into);
    expect(now.version).toBe(into.version + 1);
    expect(now.details.duplicates).toEqual([
      { case: other.id, isRealName: false, hasNewFacts: true, isFeedbackGiven: false },
    ]);
    expect(now.obligations.map(({ code }) => code)).toEqual(['new_allegation']);
    const link = [other.id, [{ type: 'duplicate_of', parent: into.id }]];
    expect(await linksOf(into.id)).toContainEqual(link);
    expect(await linksOf(other.id)).toContainEqual(link);
  });

  it('are linked as duplicates only when they hold nothing new', async () => {
    const first = await registered(staff);
    const again = await registered(staff);
    const withFacts = await staff.reception.tries(again, 'LINK_DUPLICATE', {
      parent: first.id,
      newFacts: true,
    });
    expect([withFacts.status, withFacts.body.guard]).toEqual([409, 'holds_nothing_new']);
    const kept = await staff.reception.does(again, 'LINK_DUPLICATE', { parent: first.id, newFacts: false });
    expect(kept.state).toBe('retained');
  });

  it('refuse for the whole: what one of them does not accept changes none, and only the refusal is kept', async () => {
    const about = await registered(staff, { subject: SUBJECT });
    const other = await registered(staff, { subject: 'p-other' });
    const before = await countRows(api.knex);
    const reply = await staff.reception.tries(other, 'MERGE', { into: about.id });
    expect([reply.status, reply.body.guard]).toEqual([409, 'concerns_the_same_subject']);
    // What may be done is said of the case that was acted on.
    expect([reply.body.state, reply.body.allowed]).toEqual([other.state, other.accepts]);
    const after = await countRows(api.knex);
    expect({ ...after, journal: 0, journal_queue: 0, journal_sealed: 0 }).toEqual({
      ...before,
      journal: 0,
      journal_queue: 0,
      journal_sealed: 0,
    });
    expect(after.journal! - before.journal!).toBe(1);
    for (const each of [about, other]) expect(await staff.reception.reads(each)).toEqual(each);
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get(`/api/v1/journal?case=${other.id}&outcome=refused`);
    expect(body.items[0].data).toEqual({
      event: 'MERGE',
      refused: 'guard',
      guard: 'concerns_the_same_subject',
    });
  });

  it('cannot be what a case is linked to when they are absent, of another kind, or the case itself', async () => {
    const complaint = await registered(staff);
    const { allegation } = await handedOver(staff);
    const now = await staff.reception.reads(complaint);
    for (const into of ['01980f5e-7c00-7000-8000-000000000009', allegation.id, complaint.id]) {
      const replies = [
        await staff.reception.tries(now, 'MERGE', { into }),
        await staff.reception.tries(now, 'LINK_DUPLICATE', { parent: into, newFacts: false }),
      ];
      for (const reply of replies) {
        expect([reply.status, reply.body.guard]).toEqual([409, 'linked_case_exists']);
        expect(reply.body.allowed).toEqual(now.accepts);
      }
    }
    expect(await staff.reception.reads(complaint)).toEqual(now);
  });

  it('lose no step when both are acted on at once', async () => {
    const into = await registered(staff);
    const pieces = await Promise.all(Array.from({ length: 4 }, () => registered(staff)));
    const replies = await Promise.all([
      ...pieces.map((piece) => staff.reception.tries(piece, 'MERGE', { into: into.id })),
      staff.reception.tries(into, 'NOTE', { text: 'Meanwhile.' }),
    ]);
    const merges = replies.slice(0, -1).map(({ status }) => status);
    expect(merges).toEqual([200, 200, 200, 200]);
    const noted = replies.at(-1)!.status;
    expect([200, 412]).toContain(noted);
    const now = await staff.reception.reads(into);
    expect(now.version).toBe(into.version + 4 + (noted === 200 ? 1 : 0));
    expect(now.details.duplicates).toHaveLength(4);
  });

  it('are opened once for one point, however many ask for it at once', async () => {
    for (let round = 0; round < 3; round++) {
      const { allegation, clarification } = await foundUntrue(staff);
      await staff.handler.does(clarification, 'ASSESS_NOT_NEEDED', {
        participants: [staff.secondHandler.person],
        reason: 'no_effect',
        explanation: 'Nobody heard of it.',
      });
      const replies = await Promise.all(
        Array.from({ length: 4 }, () =>
          staff.reception.triesToOpen('clarification', {
            onBehalfOf: 'subject',
            allegation: allegation.id,
            reason: 'I was passed over.',
          }),
        ),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      for (const { status, body } of replies)
        if (status === 409) expect(body.guard).toBe('is_not_clarified_already');
      const reviews = await Promise.all(
        Array.from({ length: 4 }, () =>
          staff.deptHead.triesToOpen('tolerance_review', {
            event: 'OPEN_ACCOUNTABILITY',
            allegation: allegation.id,
          }),
        ),
      );
      expect(reviews.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    }
  });

  it('close together when the complaint closes', async () => {
    const { complaint, allegation, clarification } = await foundUntrue(staff);
    const closed = await staff.deptHead.does(complaint, 'CLOSE', { isChecklistComplete: true });
    expect(closed.state).toBe('closed_untrue');
    expect((await staff.supervisor.reads(allegation)).state).toBe('closed_untrue');
    expect((await staff.supervisor.reads(clarification)).isOpen).toBe(true);
  });
});
