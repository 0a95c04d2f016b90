/** The one write of a step: all of a group or nothing, the rest of the statement regardless, and nobody overtaken. */
import { describe, expect, it } from 'vitest';
import { isRetryable } from '../../db/errors.ts';
import { findCase } from '../../db/queries/cases.ts';
import { writeSteps, type StepGroup } from '../../db/queries/step-write.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { clockOf, countOf, entryOf, next, NOON, openCase, someCase, stepOn, TENANT } from './step-groups.ts';
import { untilBlocked } from './waiting.ts';

const duty = (family: string, person: string, name: string, caseId = family) => ({
  family_id: family,
  person_id: person,
  slot: 'separation',
  duty: name,
  case_id: caseId,
});

/** Everything a step may bring along, so that nothing of it is kept when the step is not. */
const withEverything = (of: ReturnType<typeof someCase>): StepGroup => {
  const step = stepOn(of);
  return {
    ...step,
    sealed: [{ entry_id: step.entries[0]!.id, name: 'data', disclosure: 'd', sealed: null, key_id: null }],
    clocks: [clockOf(of)],
    links: [{ child_id: of.id, parent_id: of.id, type: 'follows' }],
    duties: [duty(of.family_id, 'p-1', 'verify')],
    recusals: [
      {
        family_id: of.family_id,
        person_id: 'p-2',
        status: 'requested',
        ground: 'kinship',
        case_id: of.id,
        changed_at: NOON,
      },
    ],
    answer: {
      caller: 'p-1',
      key: of.id,
      fingerprint: 'aa',
      case_id: of.id,
      version: of.version,
      status: 200,
    },
  };
};

const WRITTEN = [
  'journal',
  'journal_queue',
  'journal_sealed',
  'clocks',
  'case_links',
  'duties',
  'recusals',
  'idempotency_keys',
];

describeOnBoth('writing steps', (open) => {
  it('writes a step with all it brings', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const before = await countOf(knex, 'journal');
    const [isWritten] = await writeSteps(knex, TENANT, [withEverything(next(opened, { state: 'accepted' }))]);
    expect(isWritten).toBe(true);
    expect(await findCase(knex, TENANT, opened.id)).toMatchObject({ version: 2, state: 'accepted' });
    const counts = await Promise.all(WRITTEN.map((table) => countOf(knex, table)));
    expect(counts).toEqual([before + 1, before + 1, 1, 1, 1, 1, 1, 1]);
  });

  it('leaves out a stale group whole and writes the others of the same statement', async () => {
    const { knex } = await open();
    const [moved, fresh] = [await openCase(knex), await openCase(knex)];
    await writeSteps(knex, TENANT, [stepOn(next(moved))]);
    const before = await Promise.all(WRITTEN.map((table) => countOf(knex, table)));
    const results = await writeSteps(knex, TENANT, [
      withEverything(next(moved, { state: 'overtaken' })),
      stepOn(next(fresh, { state: 'accepted' })),
    ]);
    expect(results).toEqual([false, true]);
    expect(await findCase(knex, TENANT, moved.id)).toMatchObject({ version: 2, state: 'received' });
    expect(await findCase(knex, TENANT, fresh.id)).toMatchObject({ version: 2, state: 'accepted' });
    const after = await Promise.all(WRITTEN.map((table) => countOf(knex, table)));
    expect(after).toEqual(before.map((count, at) => (at < 2 ? count + 1 : count)));
  });

  it('leaves out a group of several cases when one of them has moved on', async () => {
    const { knex } = await open();
    const [lead, linked] = [await openCase(knex), await openCase(knex)];
    await writeSteps(knex, TENANT, [stepOn(next(linked))]);
    const [isWritten] = await writeSteps(knex, TENANT, [
      {
        moves: [next(lead), next(linked)],
        entries: [entryOf(next(lead)), entryOf(next(linked))],
        sealed: [],
      },
    ]);
    expect(isWritten).toBe(false);
    expect(await findCase(knex, TENANT, lead.id)).toMatchObject({ version: 1 });
  });

  it('keeps nothing of any group when a person would take on a second duty of the same slot', async () => {
    const { knex } = await open();
    const [one, other] = [await openCase(knex), await openCase(knex)];
    await writeSteps(knex, TENANT, [stepOn(next(one), { duties: [duty(one.id, 'p-1', 'verify')] })]);
    const attempt = writeSteps(knex, TENANT, [
      stepOn(next(other)),
      stepOn(next(next(one)), { duties: [duty(one.id, 'p-1', 'decide')] }),
    ]);
    await expect(attempt).rejects.toSatisfy(isRetryable);
    expect(await findCase(knex, TENANT, other.id)).toMatchObject({ version: 1 });
  });

  it('lets a person do again in the family what they did before', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const step = (of: typeof opened) => stepOn(of, { duties: [duty(opened.id, 'p-1', 'verify')] });
    await writeSteps(knex, TENANT, [step(next(opened))]);
    expect(await writeSteps(knex, TENANT, [step(next(next(opened)))])).toEqual([true]);
    expect(await countOf(knex, 'duties')).toBe(1);
  });

  it('has one journal entry for each version of a case', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const attempt = writeSteps(knex, TENANT, [{ moves: [], entries: [entryOf(opened)], sealed: [] }]);
    await expect(attempt).rejects.toMatchObject({ code: '23505' });
  });

  it('has any number of entries that change no case', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const refusal = () => entryOf(opened, { seq: null, at_version: 1, outcome: 'refused' });
    const group = { moves: [], entries: [refusal(), refusal()], sealed: [] };
    expect(await writeSteps(knex, TENANT, [group, { ...group, entries: [refusal()] }])).toEqual([true, true]);
  });

  it('refuses to answer one request twice', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const answer = {
      caller: 'p-1',
      key: 'k',
      fingerprint: 'aa',
      case_id: opened.id,
      version: 2,
      status: 200,
    };
    await writeSteps(knex, TENANT, [stepOn(next(opened), { answer })]);
    const attempt = writeSteps(knex, TENANT, [stepOn(next(next(opened)), { answer })]);
    await expect(attempt).rejects.toSatisfy(isRetryable);
    expect(await findCase(knex, TENANT, opened.id)).toMatchObject({ version: 2 });
  });

  it('records an overrun once: a clock that was recorded leaves its group out', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const clock = clockOf(opened);
    await writeSteps(knex, TENANT, [stepOn(next(opened), { clocks: [clock] })]);
    const fire = (of: typeof opened) =>
      stepOn(of, {
        clocks: [{ ...clock, firedAt: NOON, alarm: 1, nextAlarmAt: null }],
        fires: [{ id: clock.id, alarm: 0 }],
      });
    expect(await writeSteps(knex, TENANT, [fire(next(next(opened)))])).toEqual([true]);
    expect(await writeSteps(knex, TENANT, [fire(next(next(next(opened))))])).toEqual([false]);
  });
});

describe('two writers at the same moment', () => {
  const open = opensFor('postgresql');

  it('on one version of a case: the second writes nothing and is told so', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const first = await knex.transaction();
    await writeSteps(first, TENANT, [stepOn(next(opened, { state: 'first' }))]);
    const second = writeSteps(knex, TENANT, [stepOn(next(opened, { state: 'second' }))]);
    await untilBlocked(knex);
    await first.commit();
    expect(await second).toEqual([false]);
    expect(await findCase(knex, TENANT, opened.id)).toMatchObject({ version: 2, state: 'first' });
  });

  it('on two cases of a family: one person cannot take on duties in both that exclude each other', async () => {
    const { knex } = await open();
    const lead = await openCase(knex);
    const linked = await openCase(knex, { family_id: lead.id });
    const first = await knex.transaction();
    await writeSteps(first, TENANT, [stepOn(next(lead), { duties: [duty(lead.id, 'p-1', 'verify')] })]);
    const second = writeSteps(knex, TENANT, [
      stepOn(next(linked), { duties: [duty(lead.id, 'p-1', 'decide', linked.id)] }),
    ]);
    const refused = expect(second).rejects.toSatisfy(isRetryable);
    await untilBlocked(knex);
    await first.commit();
    await refused;
    expect(await findCase(knex, TENANT, linked.id)).toMatchObject({ version: 1 });
  });

  it('who each move the same cases in another order do not stand in each other’s way for ever', async () => {
    const { knex } = await open();
    const [a, b] = [await openCase(knex), await openCase(knex)];
    const both = (...moves: readonly (typeof a)[]): StepGroup => ({
      moves,
      entries: moves.map((move) => entryOf(move)),
      sealed: [],
    });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        writeSteps(knex, TENANT, [at % 2 ? both(next(a), next(b)) : both(next(b), next(a))]),
      ),
    );
    expect(results.flat().filter(Boolean)).toHaveLength(1);
  });
});
