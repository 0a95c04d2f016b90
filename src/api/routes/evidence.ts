/** Evidence over HTTP: files come and go as they are, and are never served as anything that a browser would open. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { EvidenceList, EvidenceReadingList, EvidenceView } from '../../contract/evidence.ts';
import type { IncomingFile } from '../../operations/add-evidence.ts';
import type { ApiServices } from '../api-services.ts';
import { rangeIn } from '../byte-range.ts';
import { PurposeHeader } from '../purpose.ts';
import { route, type Route } from '../route.ts';

const tag = 'evidence';
/** Any text: one that is no id names nothing, and gets the same 404 as what is hidden (T34). */
const Id = z.string().max(200);

const digestOf = (sha256: string) => `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;

export const evidenceRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'addEvidence',
    tag,
    summary: { zh: '提交证据材料', en: 'Add a file to a case as evidence' },
    description:
      'The file as it is, its name in `Content-Disposition`, its hash, if wanted, in `Content-Digest`; or a form with one ' +
      'file. Its kind is told by its content, out of a closed list. The answer and the journal hold its SHA-256.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/evidence',
    permission: 'evidence.add',
    params: z.strictObject({ caseId: Id }),
    isForm: 'file',
    body: z.unknown().transform((body) => body as IncomingFile),
    success: {
      status: 201,
      schema: EvidenceView,
      description: 'What is kept of it',
      headers: { Location: 'Address of the file', 'Repr-Digest': 'SHA-256 of the file (RFC 9530)' },
    },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'storage-away'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => {
      const view = await operations.addEvidence(principal, params.caseId, body);
      const Location = `/api/v1/cases/${view.case}/evidence/${view.id}`;
      return { body: view, headers: { Location, 'Repr-Digest': digestOf(view.sha256) } };
    },
  }),
  route({
    operationId: 'listCaseEvidence',
    tag,
    summary: { zh: '案件的证据材料', en: 'The evidence of a case, oldest first' },
    description: 'A party, and a connected system, sees the files they sent themselves.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/evidence',
    permission: 'evidence.read',
    params: z.strictObject({ caseId: Id }),
    success: {
      status: 200,
      schema: EvidenceList,
      description: 'What is kept of the files, with their hashes',
    },
    problems: ['not-found', 'not-permitted'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: {
        items: await operations.listCaseEvidence(principal, params.caseId),
        limits: operations.evidenceLimits(),
      },
    }),
  }),
  route({
    operationId: 'listEvidenceReadings',
    tag,
    summary: { zh: '证据材料的查阅记录', en: 'Who opened the evidence of a case, and when' },
    description:
      'For staff who work on the case; the latest 500, the newest first. All of them are in the journal.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/evidence-readings',
    permission: 'evidence.read',
    params: z.strictObject({ caseId: Id }),
    success: { status: 200, schema: EvidenceReadingList, description: 'Downloads and looks' },
    problems: ['not-found', 'not-permitted'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.listEvidenceReadings(principal, params.caseId),
    }),
  }),
  route({
    operationId: 'readEvidence',
    tag,
    summary: { zh: '下载证据材料', en: 'Download a file' },
    description:
      'The bytes as they arrived, or with `copy=cleaned` the copy without metadata. Each download is in the journal before ' +
      'its first byte goes out. One range of bytes may be asked for (206).',
    method: 'get',
    path: '/api/v1/cases/{caseId}/evidence/{evidenceId}',
    permission: 'evidence.read',
    params: z.strictObject({ caseId: Id, evidenceId: Id }),
    query: z.strictObject({
      copy: z
        .enum(['original', 'cleaned'])
        .default('original')
        .meta({ description: 'The file as it arrived, or the copy without metadata' }),
    }),
    headers: z.object({
      'x-purpose': PurposeHeader,
      range: z
        .string()
        .max(200)
        .optional()
        .meta({ description: 'One range of bytes', examples: ['bytes=0-1023'] }),
    }),
    success: {
      status: 200,
      contentType: 'application/octet-stream',
      schema: z.any().meta({ description: 'The bytes of the file' }),
      description: 'The file, to be saved',
      headers: {
        'Content-Disposition': 'A name to save it under, made of its id',
        'Repr-Digest': 'SHA-256 of the whole file (RFC 9530)',
        'Accept-Ranges': 'That one range may be asked for',
      },
    },
    problems: ['not-found', 'not-permitted', 'range-not-satisfiable', 'file-damaged', 'storage-away'],
    handle: async ({ params, query, headers, principal }, { operations }: ApiServices) => {
      const served = await operations.readEvidence(principal, {
        ...params,
        copy: query.copy,
        purpose: headers['x-purpose'],
        partOf: (size) => rangeIn(headers.range, size),
      });
      const { range, size } = served;
      return {
        status: range ? 206 : 200,
        body: Readable.from(served.content, { objectMode: false }),
        headers: {
          'Content-Length': String(range ? range.end - range.start : size),
          ...(range && { 'Content-Range': `bytes ${range.start}-${range.end - 1}/${size}` }),
          'Accept-Ranges': 'bytes',
          'Content-Disposition': `attachment; filename="${served.fileName}"`,
          'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
          'Cross-Origin-Resource-Policy': 'same-origin',
          'Repr-Digest': digestOf(served.sha256),
        },
      };
    },
  }),
];
