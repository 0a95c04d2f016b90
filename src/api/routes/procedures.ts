/** Procedures over HTTP: what there is, each in full, and each as a picture, with a case's place in it. */
import { z } from 'zod';
import { Problem } from '../../contract/problems.ts';
import { ProcedureList, ProcedureView } from '../../contract/procedures.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { currentProcedure, currentProcedures, procedureOf } from '../../machines/registry.ts';
import type { ApiServices } from '../api-services.ts';
import { CONTENT_LANGUAGE } from '../locale.ts';
import { route, type Route } from '../route.ts';
import { diagramOf } from '../views/diagram.ts';
import { toProcedureSummary, toProcedureView } from '../views/procedure-view.ts';

const params = z.strictObject({ name: z.string().max(64) });
const tag = 'procedures';

function procedureNamed(name: string): Procedure {
  const procedure = currentProcedure(name);
  if (!procedure) throw new Problem('not-found');
  return procedure;
}

export const procedureRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listProcedures',
    tag,
    summary: { zh: '程序列表', en: 'List the procedures' },
    method: 'get',
    path: '/api/v1/procedures',
    permission: 'procedure.read',
    success: { status: 200, schema: ProcedureList, description: 'Every procedure in its newest version' },
    problems: [],
    handle: (_request, { operations }: ApiServices) => ({
      body: {
        items: currentProcedures().map((each) => toProcedureSummary(each, operations.definitionHash(each))),
      },
    }),
  }),
  route({
    operationId: 'readProcedure',
    tag,
    summary: { zh: '程序详情', en: 'Read a procedure' },
    description: 'States, transitions with roles, guards and basis, and the JSON Schema of every event.',
    method: 'get',
    path: '/api/v1/procedures/{name}',
    permission: 'procedure.read',
    params,
    success: { status: 200, schema: ProcedureView, description: 'The procedure' },
    problems: ['not-found'],
    handle: ({ params: { name } }, { operations }: ApiServices) => {
      const procedure = procedureNamed(name);
      return {
        body: toProcedureView(procedure, operations.definitionHash(procedure), (event) =>
          operations.schemaOf(procedure, event),
        ),
      };
    },
  }),
  route({
    operationId: 'drawProcedure',
    tag,
    summary: { zh: '程序图', en: 'Draw a procedure' },
    description:
      'With `case`, a case of that procedure: drawn in its version, its present state highlighted.',
    method: 'get',
    path: '/api/v1/procedures/{name}/diagram.svg',
    permission: 'procedure.read',
    params,
    query: z.strictObject({
      case: z.string().max(200).optional().meta({ description: 'A case whose state is highlighted' }),
    }),
    success: {
      status: 200,
      contentType: 'image/svg+xml; charset=utf-8',
      schema: z.string(),
      description: 'A picture, in the language of `Accept-Language`',
      headers: { 'Content-Language': 'Language of the words in the picture' },
    },
    problems: ['not-found'],
    handle: async ({ params: { name }, query, principal, locale }, { operations }: ApiServices) => {
      const newest = procedureNamed(name);
      const headers = { 'Content-Language': CONTENT_LANGUAGE[locale], Vary: 'Accept-Language' };
      if (query.case === undefined) return { body: diagramOf(newest, { locale }), headers };
      const view = await operations.readCase(principal, query.case);
      if (view.procedure !== name) throw new Problem('not-found');
      const procedure = procedureOf(name, view.procedureVersion) ?? newest;
      const { state: current, isSuspended } = view;
      return { body: diagramOf(procedure, { locale, current, isSuspended }), headers };
    },
  }),
];
