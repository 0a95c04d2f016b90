/**
 * The reporter's side of a report: the code or a session in, the own report's public status and mailbox out. A code that
 * is wrong, malformed or of an erased report, and a session that lapsed, get one answer after the same work.
 */
import { listMessages } from '../../db/queries/portal-messages.ts';
import { findByReceipt, findBySession, markKept, type ReceiptHolder } from '../../db/queries/portal.ts';
import { PORTAL_LIMITS } from '../contract/limits.ts';
import type { PortalReport, PortalReportRequest } from '../contract/portal.ts';
import { Problem } from '../contract/problems.ts';
import { IDENTITY_PURPOSES } from '../domain/identity-purposes.ts';
import { dateOf, localDayOf } from '../domain/local-day.ts';
import type { MessageKind } from '../domain/message-kinds.ts';
import { PORTAL_STATUS, portalStatusOf, type PortalStatus } from '../domain/portal-status.ts';
import { addEvidence, type IncomingFile } from './add-evidence.ts';
import { isAsked, putMessage, textOfMessage } from './mailbox.ts';
import { listDisclosures } from './open-identity.ts';
import { reporterActions, takeAction } from './portal-actions.ts';
import { openSession, recordRefusal, reporterAsker, sendReport, type SentReport } from './portal-report.ts';
import { createPortalSecrets, hashToken, laneOf, type PortalSecrets } from './portal-secrets.ts';
import { createPortalThrottle, type PortalLimits } from './portal-throttle.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

/** A session's token, or the code itself. */
export type PortalPass = { readonly token: string } | { readonly receipt: string };

export interface ReporterMessage {
  readonly text: string;
  readonly kind: MessageKind;
  readonly file?: IncomingFile;
}

export interface ReporterAction {
  readonly event: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Portal {
  readonly secrets: Pick<PortalSecrets, 'newFormToken' | 'readFormToken' | 'boxed' | 'unboxed'>;
  /** Throws `Problem`: already-sent, too-many-requests, validation-failed. */
  readonly sendReport: (report: PortalReportRequest, once: string | null) => Promise<SentReport>;
  /** Throws `Problem`: unauthenticated, too-many-requests. */
  readonly openSession: (
    receipt: string,
  ) => Promise<{ readonly token: string; readonly report: PortalReport }>;
  /** Throws `unauthenticated`. */
  readonly readReport: (token: string) => Promise<PortalReport>;
  /** Whether a code is the one of a session; then it counts as kept. Throws as `openSession` does. */
  readonly confirmReceipt: (token: string, receipt: string) => Promise<boolean>;
  /** Throws `Problem`: unauthenticated, too-many-requests, texts-erased, and whatever a file is refused for. */
  readonly write: (
    pass: PortalPass,
    message: ReporterMessage,
  ) => Promise<{ readonly number: number; readonly status: PortalReport['status'] }>;
  /** Throws `Problem`: unauthenticated, too-many-requests, event-not-allowed, validation-failed. */
  readonly act: (pass: PortalPass, action: ReporterAction) => Promise<PortalReport['status']>;
}

export const wrongReceipt = (): Problem =>
  new Problem('unauthenticated', {
    zh: '查询码不正确，或者查询已经超时。请核对后重试',
    en: 'That code is not right, or your visit has lapsed. Check the code and try again',
  });

export function createPortal(runtime: Runtime, limits: PortalLimits = PORTAL_LIMITS): Portal {
  const { knex, tenant } = runtime;
  const secrets = createPortalSecrets(runtime);
  const throttle = createPortalThrottle(limits, () => recordRefusal(runtime, 'codes_guessed'));

  const byReceipt = async (receipt: string): Promise<ReceiptHolder> => {
    const ticket = await throttle.tryCode(laneOf(receipt));
    const holder = await findByReceipt(knex, tenant, secrets.receiptMac(receipt));
    if (!holder) {
      await ticket.failed();
      throw wrongReceipt();
    }
    await ticket.passed();
    await markKept(knex, tenant, holder.receiptId);
    return holder;
  };
  const bySession = async (token: string): Promise<ReceiptHolder> => {
    const holder = await findBySession(knex, tenant, hashToken(token));
    if (!holder) throw wrongReceipt();
    return holder;
  };
  const holderOf = (pass: PortalPass): Promise<ReceiptHolder> =>
    'token' in pass ? bySession(pass.token) : byReceipt(pass.receipt);

  return {
    secrets,
    sendReport: (report, once) => sendReport(runtime, { secrets, throttle }, { report, once }),
    openSession: async (receipt) => {
      const holder = await byReceipt(receipt);
      return { token: await openSession(runtime, holder.receiptId), report: await reportOf(runtime, holder) };
    },
    readReport: async (token) => reportOf(runtime, await bySession(token)),
    confirmReceipt: async (token, receipt) => {
      const own = await bySession(token);
      try {
        return (await byReceipt(receipt)).receiptId === own.receiptId;
      } catch (error) {
        if (error instanceof Problem && error.problem === 'unauthenticated') return false;
        throw error;
      }
    },
    write: async (pass, { text, kind, file }) => {
      const holder = await holderOf(pass);
      await throttle.message(holder.receiptId);
      const asker = reporterAsker(holder.person);
      const row = await visibleCase(runtime, asker, holder.caseId);
      const added = file && (await addEvidence(runtime, asker, row.id, file));
      const number = await putMessage(runtime, row, {
        by: holder.person,
        isOfReporter: true,
        kind,
        text,
        ...(added && { evidence: added.id }),
      });
      return { number, status: (await reportOf(runtime, holder)).status };
    },
    act: async (pass, action) => {
      const holder = await holderOf(pass);
      await throttle.message(holder.receiptId);
      await takeAction(runtime, reporterAsker(holder.person), holder.caseId, action);
      return (await reportOf(runtime, holder)).status;
    },
  };
}

/** The words of a status. */
export function statusView(code: PortalStatus): PortalReport['status'] {
  const { label, sentence } = PORTAL_STATUS[code];
  return { code, label: { ...label }, sentence: { ...sentence } };
}

async function reportOf(runtime: Runtime, { person, caseId }: ReceiptHolder): Promise<PortalReport> {
  const asker = reporterAsker(person);
  const row = await visibleCase(runtime, asker, caseId);
  const { timeZone } = (await runtime.pinned(row.profile_hash)).profile.rules;
  const messages = await listMessages(runtime.knex, runtime.tenant, caseId);
  const context = row.context as { readonly identity?: unknown; readonly isFeedbackGiven?: unknown };
  const disclosures = await listDisclosures(runtime, caseId);
  return {
    status: statusView(
      portalStatusOf({
        state: row.state,
        isNameConfirmed: context.identity === 'confirmed_real_name',
        isFeedbackGiven: context.isFeedbackGiven === true,
        isAsked: isAsked(messages),
      }),
    ),
    receivedOn: dateOf(localDayOf(row.opened_at, timeZone)),
    messages: messages.map((message) => ({
      number: message.number,
      from: message.sender === null ? 'reporter' : 'body',
      kind: message.kind,
      on: message.on,
      text: textOfMessage(runtime, caseId, message) ?? '',
      wantsAnswer: message.wantsAnswer,
      hasFile: message.evidence !== null,
    })),
    disclosures: disclosures.map(({ on, purpose }) => ({
      on,
      purpose,
      label: { ...IDENTITY_PURPOSES[purpose] },
    })),
    actions: await reporterActions(runtime, asker, caseId),
  };
}
