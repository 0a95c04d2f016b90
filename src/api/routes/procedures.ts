/** Procedures over HTTP: what there is, each in full, and each as a picture, with a case's place in it. */
import { z } from 'zod';
import { DiagramView } from '../../contract/diagrams.ts';
import { Problem } from '../../contract/problems.ts';
import { ProcedureList, ProcedureView } from '../../contract/procedures.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { currentProcedure, currentProcedures, procedureOf } from '../../machines/registry.ts';
import type { ApiServices } from '../api-services.ts';
import { CONTENT_LANGUAGE } from '../locale.ts';
import { route, type Route } from '../route.ts';
import { toDiagramView } from '../views/diagram-view.ts';
import { diagramOf } from '../views/diagram.ts';
import { toProcedureSummary, toProcedureView } from '../views/procedure-view.ts';

const params = z.strictObject({ name: z.string().max(64) });
const tag = 'procedures';

const Version = z.coerce.number().int().positive().optional().meta({
  description: 'A version of the procedure; absent, the newest',
});

function procedureNamed(name: string, version?: number): Procedure {
  const procedure = version === undefined ? currentProcedure(name) : procedureOf(name, version);
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
    query: z.strictObject({ version: Version }),
    success: { status: 200, schema: ProcedureView, description: 'The procedure' },
    problems: ['not-found', 'bad-parameter'],
    handle: ({ params: { name }, query: { version } }, { operations }: ApiServices) => {
      const procedure = procedureNamed(name, version);
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
      'With `case`, a case of that procedure: drawn in its own version, its present state highlighted.',
    method: 'get',
    path: '/api/v1/procedures/{name}/diagram.svg',
    permission: 'procedure.read',
    params,
    query: z.strictObject({
      version: Version,
      case: z.string().max(200).optional().meta({ description: 'A case whose state is highlighted' }),
    }),
    success: {
      status: 200,
      contentType: 'image/svg+xml; charset=utf-8',
      schema: z.string(),
      description: 'A picture, in the language of `Accept-Language`',
      headers: { 'Content-Language': 'Language of the words in the picture' },
    },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params: { name }, query, principal, locale }, { operations }: ApiServices) => {
      const asked = procedureNamed(name, query.version);
      const headers = { 'Content-Language': CONTENT_LANGUAGE[locale], Vary: 'Accept-Language' };
      if (query.case === undefined) return { body: diagramOf(asked, { locale }), headers };
      const view = await operations.readCase(principal, query.case);
      if (view.procedure !== name) throw new Problem('not-found');
      const procedure = procedureOf(name, view.procedureVersion) ?? asked;
      const { state: current, isSuspended } = view;
      return { body: diagramOf(procedure, { locale, current, isSuspended }), headers };
    },
  }),
  route({
    operationId: 'layOutProcedure',
    tag,
    summary: { zh: '程序图的布局', en: 'Where everything stands in the diagram of a procedure' },
    description:
      'The same picture as places and words, for programs that draw it themselves; boxes hold either language. With ' +
      '`case`, a case of that procedure in its own version: its present state, the events it accepts there, and for ' +
      'those who work on it the way it took. Events of every procedure (notes, assignment, recusal …) are not drawn.',
    method: 'get',
    path: '/api/v1/procedures/{name}/diagram',
    permission: 'procedure.read',
    params,
    query: z.strictObject({
      version: Version,
      case: z.string().max(200).optional().meta({ description: 'A case whose state is highlighted' }),
      near: z
        .enum(['true', 'false'])
        .default('false')
        .meta({ description: 'Only the present state, or the start, and one step each way' }),
    }),
    success: { status: 200, schema: DiagramView, description: 'The layout' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params: { name }, query, principal }, { operations }: ApiServices) => {
      const asked = procedureNamed(name, query.version);
      const near = query.near === 'true';
      if (query.case === undefined) return { body: toDiagramView(asked, { near, place: null }) };
      const { case: view, ...path } = await operations.readCasePath(principal, query.case);
      if (view.procedure !== name) throw new Problem('not-found');
      const procedure = procedureOf(name, view.procedureVersion) ?? asked;
      const { state, isSuspended, accepts } = view;
      return { body: toDiagramView(procedure, { near, place: { state, isSuspended, accepts, ...path } }) };
    },
  }),
];
