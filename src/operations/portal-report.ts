/**
 * A report that comes in by the portal: one case for one form, whatever is sent twice or breaks on the way. The reporter
 * goes by a random reference; what gives them access later is the receipt code, of which a keyed hash is kept.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { findNow } from '../../db/queries/now.ts';
import { insertSession, keepReceipt, reserveReport } from '../../db/queries/portal.ts';
import type { PortalReportRequest } from '../contract/portal.ts';
import { Problem } from '../contract/problems.ts';
import type { EventData } from '../domain/effect.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { openCase } from './open-case.ts';
import { hashToken, newReceipt, newToken, type PortalSecrets } from './portal-secrets.ts';
import type { PortalThrottle } from './portal-throttle.ts';
import { pseudonymOf, recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';

/** Seconds for which a session of the portal lasts. */
export const SESSION_SECONDS = 900;

/** The reporter as the operations know them: by a reference that leads to nobody, with no key. */
export const reporterAsker = (person: PersonId): Asker => ({
  personId: person,
  roles: ['reporter'],
  unit: null,
  keyId: 'portal',
  bodies: null,
  via: 'portal',
});

export interface SendReport {
  readonly report: PortalReportRequest;
  /** What stands for this one sending; null where the caller names nothing. */
  readonly once: string | null;
}

export interface SentReport {
  readonly receipt: string;
  /** Of a session, as if the receipt had been shown. */
  readonly token: string;
}

/** Throws `Problem`: already-sent, too-many-requests, validation-failed. */
export async function sendReport(
  runtime: Runtime,
  { secrets, throttle }: { readonly secrets: PortalSecrets; readonly throttle: PortalThrottle },
  { report, once }: SendReport,
): Promise<SentReport> {
  const { knex, tenant } = runtime;
  if (once !== null) await throttle.form(once);
  await throttle.report();
  const place = await reserveReport(knex, tenant, {
    id: randomUUID(),
    formMac: secrets.formMac(once ?? randomBytes(32).toString('hex')),
    person: `r-${randomBytes(12).toString('hex')}`,
  });
  if (place.caseId !== null) throw await replayed(runtime);
  await pseudonymOf(knex, tenant, place.person);
  let caseId: string;
  try {
    const opened = await openCase(runtime, {
      asker: reporterAsker(place.person),
      procedure: 'complaint',
      data: dataOf(report),
      // A form that broke off between its case and its receipt finds its case again.
      idempotency: { key: place.id, fingerprint: secrets.fingerprintOf(report) },
    });
    caseId = opened.id;
  } catch (error) {
    if (error instanceof Problem && error.problem === 'idempotency-key-reused') throw await replayed(runtime);
    throw error;
  }
  const receipt = newReceipt();
  const mac = secrets.receiptMac(receipt);
  if (!(await keepReceipt(knex, tenant, { id: place.id, caseId, mac }))) throw await replayed(runtime);
  return { receipt, token: await openSession(runtime, place.id) };
}

/** A fresh session for who holds a receipt. */
export async function openSession({ knex, tenant }: Runtime, receiptId: string): Promise<string> {
  const token = newToken();
  await insertSession(knex, tenant, { tokenHash: hashToken(token), receiptId, seconds: SESSION_SECONDS });
  return token;
}

/** The event's data. Whom it is about is words, for reception to look up: no reporter knows the directory. */
function dataOf({ content, about, happenedOn, identity }: PortalReportRequest): EventData {
  const parts = [
    about === undefined ? [] : [`反映对象 / About: ${about}`],
    happenedOn === undefined ? [] : [`发生日期 / Happened on: ${happenedOn}`],
    [content],
  ];
  return {
    channel: 'web',
    content: parts.flat().join('\n\n'),
    ...(identity && { isRealName: true, reporter: identity }),
  };
}

/** Puts on record that a form was sent again, and tells its sender that nothing is lost. */
async function replayed(runtime: Runtime): Promise<Problem> {
  await recordRefusal(runtime, 'form_replayed');
  return new Problem('already-sent', {
    zh: '这份表单已经提交成功，不会重复登记。查询码只显示一次；如果您没有看到，请另开一份新表单，说明已经举报过',
    en: 'This form has been received already, and makes no second report. Its receipt code was shown once; if you never saw it, open a new form and say that you reported before',
  });
}

/** An entry on what the portal refused; about nobody, with nothing of what was sent. */
export async function recordRefusal(
  runtime: Runtime,
  reason: 'form_replayed' | 'codes_guessed',
): Promise<void> {
  await runtime.knex.transaction(async (trx) => {
    await recordAct(runtime, trx, {
      type: 'portal.refused',
      by: 'system',
      at: await findNow(trx),
      outcome: 'refused',
      data: { reason },
    });
  });
  runtime.onWritten?.();
}
