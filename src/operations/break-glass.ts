/**
 * Reading a family out of the ordinary: with a reason, for hours, told at once to those who watch over cases, and reviewed
 * by another person. The journal has it before anything is read. It opens no more than reading, and nothing at all to
 * whom the family concerns, who stands aside from it, reported it, or is close to a person of it.
 */
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import {
  endBreakGlass,
  findWait,
  insertBreakGlass,
  isOutOfReach,
  listBreakGlass,
  reviewBreakGlass,
  type BreakGlassRow,
} from '../../db/queries/break-glass.ts';
import { findCaseKey, type CaseKey } from '../../db/queries/case-key.ts';
import { findConflictFacts } from '../../db/queries/conflicts.ts';
import { findNow } from '../../db/queries/now.ts';
import type { BreakGlassView, ReviewRequest } from '../contract/break-glass.ts';
import { Problem } from '../contract/problems.ts';
import { MOST_A_WEEK, MOST_OPEN } from '../domain/break-glass.ts';
import { isBarred } from '../domain/conflict.ts';
import type { CaseId, Role } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import { recordAct, sealerOf } from './record-act.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { seal, sealLabel, unseal } from './sealing.ts';

const REVIEWERS: readonly Role[] = ['case_supervisor', 'superior_body'];
const isReviewer = ({ roles }: Asker) => roles.some((role) => REVIEWERS.includes(role));

/** Far more than can wait for a review in a body that reviews them. */
const MOST = 200;

export interface BreakGlass {
  readonly caseId: CaseId;
  readonly reason: string;
  readonly hours: number;
}

/** Throws `Problem`: too-many-requests; not-found, for an absent case as for one that is never opened to the asker. */
export async function breakGlass(
  runtime: Runtime,
  asker: Asker,
  { caseId, reason, hours }: BreakGlass,
): Promise<BreakGlassView> {
  const { knex, tenant } = runtime;
  const id = uuidv7();
  const isOpened = await knex.transaction(async (trx) => {
    const seconds = await findWait(trx, tenant, asker.personId);
    if (seconds > 0) throw tooOften(seconds);
    const stored = await findCaseKey(trx, tenant, caseId);
    // An absent case takes the same look-ups as one that is refused.
    const isRefused = await isNeverOpened(runtime, trx, asker, stored?.family ?? caseId);
    if (!stored || isRefused) {
      await recordAct(runtime, trx, {
        type: 'break_glass.refused',
        by: asker.personId,
        at: await findNow(trx),
        outcome: 'refused',
        data: { case: caseId },
      });
      return false;
    }
    await open(runtime, trx, asker, { id, caseId, reason, hours, stored });
    return true;
  });
  runtime.onWritten?.();
  if (!isOpened) throw noSuchCase();
  return readOne(runtime, asker, id);
}

async function isNeverOpened(
  { tenant }: Runtime,
  trx: Parameters<typeof findWait>[0],
  asker: Asker,
  family: CaseId,
): Promise<boolean> {
  const facts = await findConflictFacts(trx, tenant, { family, candidate: asker.personId }, askingOf(asker));
  const isHeadsOwn = await isOutOfReach(trx, tenant, { family, person: asker.personId });
  // A part in another matter about the same persons keeps nobody from reading.
  return isHeadsOwn || isBarred({ ...facts, elsewhere: [] });
}

async function open(
  runtime: Runtime,
  trx: Parameters<typeof findWait>[0],
  asker: Asker,
  { id, caseId, reason, hours, stored }: BreakGlass & { readonly id: string; readonly stored: CaseKey },
): Promise<void> {
  const { key, keys } = sealerOf(runtime, stored);
  const { from, until } = await insertBreakGlass(trx, runtime.tenant, {
    id,
    person: asker.personId,
    family: stored.family,
    caseId,
    sealed: seal(key.key, reason, sealLabel(id, 'reason')).toString('hex'),
    keyId: key.id,
    hours,
  });
  await recordAct(runtime, trx, {
    type: 'break_glass.opened',
    by: asker.personId,
    at: from,
    caseId,
    data: { breakGlass: id, until },
    text: { value: { '/reason': reason }, sealedBy: key },
    keys,
  });
}

const tooOften = (seconds: number) =>
  new Problem(
    'too-many-requests',
    {
      zh: `同时至多开启 ${MOST_OPEN} 件，七日内至多 ${MOST_A_WEEK} 件`,
      en: `At most ${MOST_OPEN} at a time, and ${MOST_A_WEEK} within seven days`,
    },
    { retryAfter: seconds },
  );

export interface BreakGlassPage {
  /** Only what is open or waits for its review. */
  readonly isPending: boolean;
  readonly limit: number;
}

/** Own ones; for those who review, also those of others in cases they may know of. */
export async function readBreakGlass(
  runtime: Runtime,
  asker: Asker,
  { isPending, limit }: BreakGlassPage,
): Promise<{ items: BreakGlassView[] }> {
  const rows = await listOf(runtime, asker, { isPending, limit: Math.min(limit, MOST) });
  return { items: rows.map((row) => toView(runtime, row)) };
}

/** Ends it before its time: by who opened it, or by who reviews. One that is over stays as it is. Throws `not-found`. */
export async function endBreaking(runtime: Runtime, asker: Asker, id: string): Promise<void> {
  const row = await rowOf(runtime, asker, id);
  const { knex, tenant } = runtime;
  await knex.transaction(async (trx) => {
    const at = await endBreakGlass(trx, tenant, row.id);
    if (at === undefined) return;
    await recordAct(runtime, trx, {
      type: 'break_glass.ended',
      by: asker.personId,
      at,
      caseId: row.case,
      data: { breakGlass: row.id },
    });
  });
}

/** Throws `Problem`: not-found, not-permitted for one's own, event-not-allowed while it goes on or when it was reviewed. */
export async function reviewBreaking(
  runtime: Runtime,
  asker: Asker,
  id: string,
  { outcome, remark }: ReviewRequest,
): Promise<BreakGlassView> {
  const row = await rowOf(runtime, asker, id);
  if (row.person === asker.personId) throw ownOne();
  if (row.isOpen && outcome === 'justified') throw goesOn();
  const { knex, tenant } = runtime;
  await knex.transaction(async (trx) => {
    const stored = { family: row.family, keyId: row.keyId, wrapped: row.wrapped };
    const { key, keys } = sealerOf(runtime, stored);
    // A remark that could not be read again is kept in the journal alone.
    const isKept = remark !== undefined && row.wrapped !== null;
    const at = await reviewBreakGlass(trx, tenant, {
      id: row.id,
      by: asker.personId,
      outcome,
      remark: isKept ? seal(key.key, remark, sealLabel(row.id, 'remark')).toString('hex') : null,
    });
    if (at === undefined) throw reviewedAlready();
    await recordAct(runtime, trx, {
      type: 'break_glass.reviewed',
      by: asker.personId,
      at,
      caseId: row.case,
      data: { breakGlass: row.id, outcome },
      ...(remark !== undefined && { text: { value: { '/remark': remark }, sealedBy: key } }),
      keys: remark === undefined ? [] : keys,
    });
  });
  return readOne(runtime, asker, id);
}

const ownOne = () =>
  new Problem('not-permitted', {
    zh: '应由开启人以外的人员复核',
    en: 'It is reviewed by another person than the one who opened it',
  });
const goesOn = () =>
  new Problem('event-not-allowed', {
    zh: '尚在开启期间，结束后方可认定理由成立',
    en: 'It still goes on: that it was justified is found once it has ended',
  });
const reviewedAlready = () =>
  new Problem('event-not-allowed', { zh: '已经复核', en: 'It was reviewed already' });

const noSuchBreaking = () => new Problem('not-found');

const listOf = (
  { knex, tenant }: Runtime,
  asker: Asker,
  page: Parameters<typeof listBreakGlass>[3],
): Promise<BreakGlassRow[]> =>
  listBreakGlass(knex, tenant, { ...askingOf(asker), isReviewer: isReviewer(asker) }, page);

async function rowOf(runtime: Runtime, asker: Asker, id: string): Promise<BreakGlassRow> {
  if (!z.uuid().safeParse(id).success) throw noSuchBreaking();
  const [row] = await listOf(runtime, asker, { id, isPending: false, limit: 1 });
  if (!row) throw noSuchBreaking();
  return row;
}

const readOne = async (runtime: Runtime, asker: Asker, id: string): Promise<BreakGlassView> =>
  toView(runtime, await rowOf(runtime, asker, id));

function toView(runtime: Runtime, row: BreakGlassRow): BreakGlassView {
  const { id, person, family, case: of, from, until, endedAt, isOpen, isReviewOverdue } = row;
  const { reviewedBy, reviewedAt, outcome } = row;
  return {
    id,
    person,
    case: of,
    family,
    from,
    until,
    endedAt,
    isOpen,
    isReviewOverdue,
    reason: openWords(runtime, row, 'reason'),
    review:
      reviewedBy !== null && reviewedAt !== null && outcome !== null
        ? { by: reviewedBy, at: reviewedAt, outcome, remark: openWords(runtime, row, 'remark') }
        : null,
  };
}

function openWords(runtime: Runtime, row: BreakGlassRow, name: 'reason' | 'remark'): string | null {
  const sealed = row[name];
  if (sealed === null || row.wrapped === null) return null;
  const { key } = runtime.unwrapped(row.keyId, row.wrapped);
  return unseal(key, Buffer.from(sealed, 'hex'), sealLabel(row.id, name)).toString('utf8');
}
