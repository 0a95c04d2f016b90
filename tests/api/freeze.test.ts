/**
 * Whether a person may be promoted, moved, rewarded or retired, as the personnel system asks: what bars, until when, and
 * how little is told of what the asker may not know of (T21, T25, T34; scenario 6.8).
 */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { FreezeView } from '../../src/contract/freeze.ts';
import { PERMISSIONS } from '../../src/domain/permission.ts';
import { GRANTABLE_ROLES, type Role } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { registered, SUBJECT, staffOf, type Staff } from '../staff.ts';

/** Works in personnel, and is named in the same report. */
const COLLEAGUE = 'p-colleague';
const NOBODY_KNOWS = 'p-nobody-knows';
const pathOf = (person: string) => `/api/v1/people/${person}/freeze`;

async function freezeOf(caller: Caller, person: string): Promise<FreezeView> {
  const { status, body } = await caller.get(pathOf(person));
  expect(status).toBe(200);
  return body as FreezeView;
}
const answers = ({ actions }: FreezeView) =>
  Object.fromEntries(actions.map(({ action, answer }) => [action, answer]));
const reasons = ({ actions }: FreezeView, of = 'promotion') =>
  actions.find(({ action }) => action === of)!.reasons;
/** All but whom it is about and when it was asked. */
const told = ({ person: _person, at: _at, ...rest }: FreezeView) => rest;

const FREE = {
  promotion: 'allowed',
  pay_step: 'allowed',
  transfer: 'allowed',
  reward: 'allowed',
  retirement: 'allowed',
  exit_abroad: 'allowed',
  resignation: 'allowed',
};
const FILED = {
  ...FREE,
  promotion: 'barred',
  transfer: 'barred',
  reward: 'barred',
  retirement: 'barred',
  exit_abroad: 'needs_consent',
  resignation: 'needs_consent',
};

describeApi('the freeze on personnel moves', (start) => {
  let api: Api;
  let staff: Staff;
  let personnel: Caller;
  let colleague: Caller;
  let board: readonly Caller[];
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    personnel = await api.as('p-personnel', ['org_personnel']);
    colleague = await api.as(COLLEAGUE, ['org_personnel']);
    board = await Promise.all(['p-bea', 'p-bert', 'p-bodo'].map((name) => api.as(name, ['collegial_body'])));
  });
  const votes = () => board.map(({ person }) => ({ person, vote: 'for' }));

  /** An allegation against a person that was found true, in a report that names the colleague as well. */
  async function foundTrue(subject: string): Promise<CaseView> {
    const accepted = await staff.reception.does(await registered(staff, { subject }), 'ACCEPT');
    const complaint = await staff.reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [
        { point: 'point-1', subject },
        { point: 'point-2', subject: COLLEAGUE },
      ],
    });
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/family`);
    const cases = await Promise.all(
      (body.items as { id: string; procedure: string }[])
        .filter(({ procedure }) => procedure === 'allegation')
        .map((item) => staff.supervisor.reads(item.id)),
    );
    const allegation = cases.find((each) => each.subject === subject)!;
    const disposition = 'preliminary_verification';
    const proposed = await staff.deptHead.does(allegation, 'PROPOSE_DISPOSITION', {
      disposition,
      isRecusalClear: true,
      isStudiedCollectively: true,
    });
    const verified = await staff.leader.does(proposed, 'APPROVE_DISPOSITION', { disposition });
    const withMaterial = await staff.handler.does(verified, 'RECORD_MATERIAL', { kind: 'document' });
    const reported = await staff.handler.does(withMaterial, 'SUBMIT_VERIFICATION_REPORT', {
      participants: [staff.secondHandler.person],
      finding: 'true',
      evidence: ['e1'],
    });
    return staff.organHead.does(reported, 'APPROVE_FINDINGS');
  }
  const filed = async (subject: string) => staff.organHead.does(await foundTrue(subject), 'FILE_CASE');
  async function reviewed(subject: string, proposedMeasure = 'demerit'): Promise<CaseView> {
    const heard = await staff.handler.does(await filed(subject), 'NOTIFY_AND_HEAR', {
      participants: [staff.secondHandler.person],
      proposedDecision: 'sanction',
      proposedMeasure,
      isDefenceChecked: true,
    });
    return staff.reviewer.does(heard, 'REVIEW_CASE', { reason: 'The facts are clear.' });
  }
  const decides = (on: CaseView, decision: string, data: Record<string, unknown> = {}) =>
    board[0]!.does(on, 'DECIDE', { decision, isToleranceConsidered: true, members: votes(), ...data });

  it('bars nothing before a case is filed, however much is under way', async () => {
    await foundTrue('p-found');
    expect(told(await freezeOf(personnel, 'p-found'))).toEqual(told(await freezeOf(personnel, NOBODY_KNOWS)));
  });

  it('T25: begins with the filing, says which case bars, and ends with its dismissal', async () => {
    const allegation = await reviewed('p-dismissed');
    const frozen = await freezeOf(personnel, 'p-dismissed');
    expect(answers(frozen)).toEqual(FILED);
    expect(reasons(frozen, 'retirement')).toMatchObject([
      { code: 'case_filed', until: null, case: allegation.id, procedure: 'allegation' },
    ]);
    expect(frozen.earliestPromotion).toMatchObject({ on: null, explanation: [{ code: 'no_date_yet' }] });
    await decides(allegation, 'dismiss');
    expect(told(await freezeOf(personnel, 'p-dismissed'))).toEqual(
      told(await freezeOf(personnel, NOBODY_KNOWS)),
    );
  });

  it('gives way to the period of the sanction that was decided', async () => {
    await decides(await reviewed('p-sanctioned'), 'sanction', { measure: 'demerit', track: 'civil_servant' });
    const frozen = await freezeOf(personnel, 'p-sanctioned');
    expect(answers(frozen)).toEqual({ ...FREE, promotion: 'barred', pay_step: 'barred' });
    const [period, ...others] = reasons(frozen);
    expect([period, others]).toMatchObject([
      { code: 'period_runs', procedure: 'return_to_service', track: 'civil_servant', measures: ['demerit'] },
      [],
    ]);
    const dayAfter = new Date(Date.parse(period!.until!) + 86_400_000).toISOString().slice(0, 10);
    expect(frozen.earliestPromotion.on).toBe(dayAfter);
  });

  it('leaves what bars a suspected crime to the organ that has it', async () => {
    const allegation = await filed('p-passed-on');
    await staff.organHead.does(allegation, 'TRANSFER_CRIMINAL', { body: 'procuratorate' });
    const frozen = await freezeOf(personnel, 'p-passed-on');
    expect([answers(frozen).promotion, answers(frozen).pay_step]).toEqual(['needs_consent', 'allowed']);
    expect(reasons(frozen)).toMatchObject([{ code: 'passed_on_as_crime', case: allegation.id }]);
  });

  it('T34: a case the asker may not know of bars all the same, and nothing of it is told', async () => {
    const allegation = await filed('p-hidden');
    const seen = await freezeOf(personnel, 'p-hidden');
    const veiled = await freezeOf(colleague, 'p-hidden');
    expect(answers(veiled)).toEqual(answers(seen));
    for (const { action, reasons: each } of veiled.actions)
      expect([action, each]).toEqual([
        action,
        answers(seen)[action] === 'allowed'
          ? []
          : [
              {
                code: 'other_matter',
                text: expect.any(Object),
                until: null,
                otherConvention: null,
                case: null,
                procedure: null,
                track: null,
                measures: [],
                basis: expect.any(Array),
              },
            ],
      ]);
    for (const said of [allegation.id, 'allegation', 'case_filed', '立案'])
      expect(JSON.stringify(veiled)).not.toContain(said);
    expect(JSON.stringify(seen)).toContain(allegation.id);
  });

  it('T34: somebody unknown and somebody with cases not to be known of are alike, in words and in work', async () => {
    await foundTrue('p-under-verification');
    const sent: string[] = [];
    // Whose key it is is asked again once a second, and that it is used is noted once an hour, whoever is looked up.
    api.knex.on('query', ({ sql }: { sql: string }) => {
      if (!/^(?:select k\.id as "keyId"|update api_keys set last_used_at)/.test(sql)) sent.push(sql);
    });
    const [statements, views] = [[] as string[][], [] as FreezeView[]];
    for (const person of ['p-under-verification', NOBODY_KNOWS]) {
      sent.length = 0;
      views.push(await freezeOf(colleague, person));
      statements.push([...sent]);
    }
    api.knex.removeAllListeners('query');
    expect(told(views[0]!)).toEqual(told(views[1]!));
    expect(statements[0]).toEqual(statements[1]);
    expect(statements[0]!.filter((sql) => sql.includes('always left join lateral')).length).toBe(1);
    expect(answers(views[1]!)).toEqual(FREE);
  });

  it('T15: tells oneself, by whatever key, only of the cases one may know of', async () => {
    const investigated = await filed('p-oneself');
    const oneself = await api.as('p-oneself', ['org_personnel']);
    const codes = async () =>
      reasons(await freezeOf(oneself, 'p-oneself')).map(({ code, case: id }) => [code, id]);
    expect(await codes()).toEqual([['other_matter', null]]);
    await staff.handler.does(investigated, 'NOTIFY_AND_HEAR', {
      participants: [staff.secondHandler.person],
      proposedDecision: 'sanction',
      proposedMeasure: 'warning',
      isDefenceChecked: true,
    });
    expect(await codes()).toEqual([['case_filed', investigated.id]]);
  });

  it('is told to those who decide on people and to connected systems, and to nobody else', async () => {
    const asked = await Promise.all(
      GRANTABLE_ROLES.map(async (role): Promise<[Role, number]> => {
        const caller = await api.as(`p-as-${role}`, [role]);
        return [role, (await caller.get(pathOf(SUBJECT))).status];
      }),
    );
    const mayAsk: readonly Role[] = PERMISSIONS['freeze.read'].roles;
    expect(asked).toEqual(GRANTABLE_ROLES.map((role) => [role, mayAsk.includes(role) ? 200 : 403]));
    expect(mayAsk).toEqual(expect.arrayContaining(['org_personnel', 'api_client']));
    expect(
      mayAsk.filter((role) => ['reporter', 'subject', 'subject_unit', 'auditor'].includes(role)),
    ).toEqual([]);
  });

  it.each(['-', 'p%20q', '%E5%BC%A0', 'p'.repeat(65), `p'or'1'='1`])(
    'refuses what is no reference to a person: %s',
    async (person) => {
      const reply = await personnel.get(pathOf(person));
      expect([reply.status, reply.body.code]).toEqual([400, 'bad-parameter']);
    },
  );

  it('writes down that it was asked and nothing else, and says who and when', async () => {
    const before = await countRows(api.knex);
    const { person, at } = await freezeOf(staff.system, NOBODY_KNOWS);
    expect([person, Math.abs(Date.parse(at) - Date.now()) < 60_000]).toEqual([NOBODY_KNOWS, true]);
    expect(await countRows(api.knex)).toEqual({
      ...before,
      journal: before.journal! + 1,
      journal_queue: before.journal_queue! + 1,
      journal_sealed: before.journal_sealed! + 1,
    });
  });
});

describeApi('two periods on two tracks (6.8)', (start) => {
  let api: Api;
  let staff: Staff;
  let personnel: Caller;
  const WHOM = 'p-kong';
  const arrive = async (at: string) => {
    const reply = await staff.superior.put('/api/v1/sandbox/clock', { now: `${at}T02:00:00.000Z` });
    expect(reply.status).toBe(200);
  };
  const registers = (data: Record<string, unknown>) =>
    personnel.opens('return_to_service', {
      event: 'REGISTER_SANCTION',
      subject: WHOM,
      decidedBy: 'county_supervision',
      act: 'subsidy',
      ...data,
    });
  const automatic = { manner: 'automatic', isRepentanceNoted: true };
  let party: CaseView;
  let demerit: CaseView;
  beforeAll(async () => {
    api = await start({ sandbox: true });
    await api.operations.beginSandboxClock('2024-03-15T02:00:00.000Z');
    staff = await staffOf(api);
    personnel = await api.as('p-personnel', ['org_personnel']);
    party = await registers({ track: 'party_discipline', measure: 'warning', effectiveOn: '2024-01-31' });
    demerit = await registers({ track: 'governmental', measure: 'demerit', effectiveOn: '2024-03-15' });
  });

  it('T21: both bar, each to its own end by its own convention; the day after the later one is the earliest', async () => {
    const frozen = await freezeOf(personnel, WHOM);
    expect(reasons(frozen)).toMatchObject([
      { case: demerit.id, track: 'governmental', until: '2025-03-15', otherConvention: '2025-03-14' },
      { case: party.id, track: 'party_discipline', until: '2025-01-30', otherConvention: '2025-01-31' },
    ]);
    expect(reasons(frozen, 'pay_step')).toMatchObject([{ case: demerit.id }]);
    expect(frozen.earliestPromotion).toMatchObject({ on: '2025-03-16', otherConvention: '2025-03-15' });
    expect(frozen.earliestPromotion.explanation.map(({ code }) => code)).toEqual([
      'day_after_the_last_end',
      'latest_of_several_periods',
      'other_convention_is_a_note',
    ]);
  });

  it('T21: when the first is over and lifted, the unit that asks to promote is told no, and until when', async () => {
    await arrive('2025-02-10');
    party = await personnel.does(await personnel.reads(party), 'CONFIRM_LIFT', automatic);
    const frozen = await freezeOf(staff.system, WHOM);
    expect(reasons(frozen)).toMatchObject([{ code: 'period_runs', case: demerit.id, until: '2025-03-15' }]);
    expect(frozen.earliestPromotion.on).toBe('2025-03-16');

    const review = await personnel.tries(party, 'OPEN_USE_REVIEW', { meetsConditionsOfPost: true });
    expect([review.status, review.body.guard]).toEqual([409, 'other_periods_are_over']);
    expect(review.body.detail).toContain('2025-03-15');
    const { body } = await personnel.get(`/api/v1/cases/${party.id}/actions`);
    const action = (body.items as { event: string; refusal: { guard: string; why: object } }[]).find(
      ({ event }) => event === 'OPEN_USE_REVIEW',
    );
    expect(action?.refusal.guard).toBe('other_periods_are_over');
    expect(JSON.stringify(action?.refusal.why)).toContain('(until 2025-03-15)');
  });

  it('T21: the end alone does not free; the noted lifting does, and the day stays that of the later end', async () => {
    await arrive('2025-03-17');
    const waiting = await freezeOf(personnel, WHOM);
    expect(reasons(waiting)).toMatchObject([{ code: 'lifting_not_noted', case: demerit.id, until: null }]);
    expect(waiting.earliestPromotion.on).toBeNull();
    await personnel.does(await personnel.reads(demerit), 'CONFIRM_LIFT', automatic);
    const lifted = await freezeOf(personnel, WHOM);
    expect(answers(lifted)).toEqual(FREE);
    expect(lifted.earliestPromotion.on).toBe('2025-03-16');
  });

  it('T21: on the staff of an institution it waits for the written lifting', async () => {
    const of = (data: Record<string, unknown>) =>
      registers({ track: 'institution_staff', measure: 'demerit', effectiveOn: '2024-03-15', ...data });
    const running = await of({ subject: 'p-teacher', effectiveOn: '2025-03-03' });
    const early = await freezeOf(personnel, 'p-teacher');
    expect(early.earliestPromotion.explanation.map(({ code }) => code)).toContain('written_lifting_needed');
    expect(reasons(early)).toMatchObject([{ case: running.id, until: '2026-03-03' }]);
    const over = await of({ subject: 'p-nurse' });
    expect(reasons(await freezeOf(personnel, 'p-nurse'))).toMatchObject([
      { code: 'written_lifting_missing', case: over.id, until: null },
    ]);
  });
});
