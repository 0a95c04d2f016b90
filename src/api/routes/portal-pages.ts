/**
 * The reporter's portal as pages: made on the server, without script and without cookie. The session's token travels in a
 * hidden field of forms that are posted; no address ever holds a code or a token. What is wrong is said on the page.
 */
import { z } from 'zod';
import { MOST_OF_MESSAGE, PortalReportRequest } from '../../contract/portal.ts';
import { contentErrors } from '../../contract/content-errors.ts';
import { Problem, type Locale } from '../../contract/problems.ts';
import { MESSAGE_CODES } from '../../domain/message-kinds.ts';
import type { ApiServices } from '../api-services.ts';
import type { PageForm, PageFormBody } from '../page-form.ts';
import { html } from '../portal/html.ts';
import { faultBox, faultsOf, pageReply, type Fault } from '../portal/layout.ts';
import { donePage, receiptPage, reportPage, REPORT_LABELS, startPage } from '../portal/report-pages.ts';
import { codePage, statusPage } from '../portal/status-pages.ts';
import { STYLE } from '../portal/style.ts';
import { WORDS } from '../portal/words.ts';
import { route, type Reply, type Route } from '../route.ts';

const tag = 'portal';
const query = z.strictObject({
  lang: z.enum(['zh', 'en']).optional().meta({ description: 'Language of the page' }),
});
/** The form is read by the handler, so that what is wrong with it can be said on a page. */
const body = z
  .record(z.string(), z.unknown())
  .meta({ id: 'PortalForm', description: 'Fields of the form on the page' })
  .transform((form) => form as unknown as PageFormBody);
const contentType = 'text/html; charset=utf-8';

interface Asked {
  readonly query: { readonly lang?: Locale | undefined };
  readonly locale: Locale;
}
const localeIn = ({ query: { lang }, locale }: Asked): Locale => lang ?? locale;

interface Posted extends PageForm {
  readonly locale: Locale;
  readonly services: ApiServices;
}

/** Reads the form and answers with a page, also where it cannot be read and where the database is away. */
const onPage =
  (handle: (posted: Posted) => Promise<Reply<string>>) =>
  async (asked: Asked & { readonly body: PageFormBody }, services: ApiServices): Promise<Reply<string>> => {
    const locale = localeIn(asked);
    let form: PageForm | null = null;
    try {
      form = await asked.body.read();
      return await handle({ ...form, locale, services });
    } catch (error) {
      const problem = error instanceof Problem ? error : services.problemFor?.(error);
      if (!problem) throw error;
      return pageReply({
        ...replyTo(problem),
        locale,
        title: WORDS.problem[locale],
        body: html`${faultBox(locale, faultsOf(problem, locale))}`,
      });
    } finally {
      form?.file?.discard();
    }
  };

const replyTo = ({ status, extensions: { retryAfter } }: Problem) => ({
  status,
  ...(retryAfter !== undefined && { retryAfter }),
});

const page = (description: string, status: 200 | 201 = 200) =>
  ({ status, contentType, schema: z.string(), description }) as const;

const given = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value;

/** What was typed, as the request over JSON has it. */
function reportIn(fields: PageForm['fields']) {
  const { content = '', name, unit, contact } = fields;
  const isNamed = [name, unit, contact].some((each) => given(each) !== undefined);
  return PortalReportRequest.safeParse({
    content,
    about: given(fields.about),
    happenedOn: given(fields.happenedOn),
    ...(isNamed && {
      identity: { name: given(name) ?? '', unit: given(unit), contact: given(contact) ?? '' },
    }),
  });
}

async function postReport({ fields, locale, services }: Posted): Promise<Reply<string>> {
  const { secrets, sendReport } = services.operations.portal;
  const once = secrets.readFormToken(fields.form ?? '');
  const again = (faults: readonly Fault[], status: number, retryAfter?: number) =>
    reportPage({
      locale,
      form: once === null ? secrets.newFormToken() : (fields.form ?? ''),
      typed: fields,
      faults,
      status,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  if (once === null) return again([{ field: null, words: WORDS.again[locale] }], 422);
  const report = reportIn(fields);
  if (!report.success) {
    const problem = new Problem('validation-failed', undefined, { errors: contentErrors(report.error) });
    const isHalfNamed = report.error.issues.some(({ path }) => path[0] === 'identity');
    const half: Fault[] = isHalfNamed ? [{ field: 'name', words: WORDS.both[locale] }] : [];
    return again([...half, ...faultsOf(problem, locale, REPORT_LABELS)], 422);
  }
  try {
    const { receipt, token } = await sendReport(report.data, once);
    return receiptPage({ locale, receipt, token, box: secrets.boxed(receipt, token), status: 201 });
  } catch (error) {
    if (!(error instanceof Problem) || error.problem === 'already-sent') throw error;
    return again(faultsOf(error, locale, REPORT_LABELS), error.status, error.extensions.retryAfter);
  }
}

async function postReceipt({ fields, locale, services }: Posted): Promise<Reply<string>> {
  const { secrets, confirmReceipt } = services.operations.portal;
  const { token = '', box = '', receipt: typed = '' } = fields;
  const receipt = secrets.unboxed(box, token);
  try {
    if (await confirmReceipt(token, typed)) return donePage(locale);
  } catch (error) {
    return withCodePage(error, locale);
  }
  if (receipt === null) return codePage({ locale });
  const faults = [{ field: 'receipt', words: WORDS.mistyped[locale] }];
  return receiptPage({ locale, receipt, token, box, faults, status: 422 });
}

/** Whoever has to show the code again is asked for it, with the reason. */
function withCodePage(error: unknown, locale: Locale): Reply<string> {
  if (!(error instanceof Problem)) throw error;
  return codePage({ locale, faults: faultsOf(error, locale), ...replyTo(error) });
}

async function postStatus({ fields, locale, services }: Posted): Promise<Reply<string>> {
  const { portal } = services.operations;
  try {
    if (fields.token !== undefined) {
      const before = /^\d{1,9}$/.test(fields.before ?? '') ? Number(fields.before) : undefined;
      const report = await portal.readReport(fields.token);
      return statusPage({ locale, token: fields.token, report, ...(before !== undefined && { before }) });
    }
    return statusPage({ locale, ...(await portal.openSession(fields.receipt ?? '')) });
  } catch (error) {
    return withCodePage(error, locale);
  }
}

const Message = z.object({
  text: z.string().trim().min(1).max(MOST_OF_MESSAGE),
  kind: z.enum(MESSAGE_CODES).default('message'),
});

/** Writes the message or takes the action that the form is for. */
async function send({ fields, file, services }: Posted, token: string): Promise<'sent' | 'acted'> {
  const { portal } = services.operations;
  if (fields.event !== undefined) {
    await portal.act({ token }, { event: fields.event, fields });
    return 'acted';
  }
  const message = Message.safeParse(fields);
  if (!message.success)
    throw new Problem('validation-failed', undefined, { errors: contentErrors(message.error) });
  await portal.write({ token }, { ...message.data, ...(file && { file }) });
  return 'sent';
}

async function postMessage(posted: Posted): Promise<Reply<string>> {
  const { fields, locale, services } = posted;
  const { token = '' } = fields;
  const { portal } = services.operations;
  try {
    const notice = await send(posted, token);
    return statusPage({ locale, token, report: await portal.readReport(token), notice, status: 201 });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.problem === 'unauthenticated') return withCodePage(error, locale);
    try {
      const report = await portal.readReport(token);
      const labels = { '/text': { field: 'text', word: 'write' } } as const;
      const faults = faultsOf(error, locale, labels);
      return statusPage({ locale, token, report, typed: fields, faults, ...replyTo(error) });
    } catch (lapsed) {
      return withCodePage(lapsed, locale);
    }
  }
}

const read = (of: {
  readonly operationId: string;
  readonly path: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly show: (locale: Locale, services: ApiServices) => Reply<string>;
}): Route<ApiServices> =>
  route({
    operationId: of.operationId,
    tag,
    summary: of.summary,
    method: 'get',
    path: of.path,
    permission: 'public',
    query,
    success: page('The page'),
    problems: [],
    handle: (asked, services: ApiServices) => of.show(localeIn(asked), services),
  });

const post = (of: {
  readonly operationId: string;
  readonly path: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly status?: 201;
  readonly handle: (posted: Posted) => Promise<Reply<string>>;
}): Route<ApiServices> =>
  route({
    operationId: of.operationId,
    tag,
    summary: of.summary,
    description: 'Posted by the page, as a form. Refusals are pages too, with the status of the problem.',
    method: 'post',
    path: of.path,
    permission: 'public',
    query,
    body,
    isForm: 'page',
    success: page('The next page', of.status ?? 200),
    problems: [],
    handle: onPage(of.handle),
  });

export const portalPageRoutes: readonly Route<ApiServices>[] = [
  read({
    operationId: 'showPortal',
    path: '/portal',
    summary: { zh: '举报平台首页', en: 'Start of the portal' },
    show: startPage,
  }),
  read({
    operationId: 'showReportForm',
    path: '/portal/report',
    summary: { zh: '举报表单', en: 'The form of a report' },
    show: (locale, { operations }) => reportPage({ locale, form: operations.portal.secrets.newFormToken() }),
  }),
  post({
    operationId: 'postReportForm',
    path: '/portal/report',
    summary: { zh: '提交举报表单', en: 'Send the form' },
    status: 201,
    handle: postReport,
  }),
  post({
    operationId: 'postReceiptForm',
    path: '/portal/receipt',
    summary: { zh: '输回查询码', en: 'Type the receipt back' },
    handle: postReceipt,
  }),
  read({
    operationId: 'showCodeForm',
    path: '/portal/status',
    summary: { zh: '查询办理进度', en: 'Ask for the code' },
    show: (locale) => codePage({ locale }),
  }),
  post({
    operationId: 'postCodeForm',
    path: '/portal/status',
    summary: { zh: '凭查询码查询', en: 'Show the code and see the report' },
    handle: postStatus,
  }),
  post({
    operationId: 'postMessageForm',
    path: '/portal/message',
    summary: { zh: '举报人留言', en: 'Write, add a file, or act' },
    status: 201,
    handle: postMessage,
  }),
  route({
    operationId: 'readPortalStyle',
    tag,
    summary: { zh: '举报平台样式', en: 'How the pages of the portal look' },
    method: 'get',
    path: '/portal/style.css',
    permission: 'public',
    success: { status: 200, contentType: 'text/css; charset=utf-8', schema: z.string(), description: 'CSS' },
    problems: [],
    handle: () => ({ body: STYLE }),
  }),
];
