/** The OpenAPI document describes what is served, all of it, and lints clean. */
import Ajv2020, { type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describe as describeApi, type OpenApiDocument } from '../../src/api/describe.ts';
import { problemsOf } from '../../src/api/route-problems.ts';
import { route } from '../../src/api/route.ts';
import type { Foundation } from '../../src/api/services.ts';
import { PROBLEMS } from '../../src/contract/problems.ts';
import { lintOpenApi } from './lint-openapi.ts';
import { exampleApp } from './example-app.ts';

interface Operation {
  operationId: string;
  tags: string[];
  security: unknown[];
  parameters?: { name: string; in: string; required: boolean; schema: AnySchema }[];
  requestBody?: { content: Record<string, { schema: AnySchema }> };
  responses: Record<string, { $ref?: string; headers?: object; content?: object }>;
}

const { app, routes } = exampleApp();
const served = async (): Promise<OpenApiDocument> =>
  (
    await request(app)
      .get('/openapi.json')
      .expect('Content-Type', /^application\/json/)
  ).body;

const operations = (document: OpenApiDocument): (Operation & { path: string; method: string })[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...(operation as unknown as Operation),
      path,
      method,
    })),
  );

describe('the document', () => {
  it('has an operation for each route and no other', async () => {
    const described = operations(await served()).map(({ method, path, operationId }) => [
      method,
      path,
      operationId,
    ]);
    expect(described.sort()).toEqual(
      routes.map(({ method, path, operationId }) => [method, path, operationId]).sort(),
    );
  });

  it('says of each operation who may use it, what can go wrong, and that anything else is a problem too', async () => {
    const document = await served();
    for (const operation of operations(document)) {
      const source = routes.find(({ operationId }) => operationId === operation.operationId)!;
      expect(operation.security).toEqual(
        source.permission === 'public' ? [] : [{ bearer: [] }, { session: [] }],
      );
      expect(operation.responses.default).toEqual({ $ref: '#/components/responses/default' });
      for (const name of problemsOf(source)) {
        const reference = operation.responses[String(PROBLEMS[name].status)]?.$ref ?? '';
        const response = document.components.responses[reference.split('/').at(-1)!];
        expect(JSON.stringify(response)).toContain(`"${name}"`);
      }
      expect(document.tags).toContainEqual(expect.objectContaining({ name: operation.tags[0] }));
    }
  });

  it('refers to components that exist, and carries no loose ends of the schema generator', async () => {
    const text = JSON.stringify(await served());
    const document = JSON.parse(text);
    for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      expect(path!.split('/').reduce((node, step) => node?.[step], document)).toBeDefined();
    }
    expect(text).not.toMatch(/\$defs|__schema|"\$schema"/);
  });

  it('names headers as people write them, and requires If-Match where its absence is refused', async () => {
    const addNote = operations(await served()).find(({ operationId }) => operationId === 'addNote')!;
    expect(addNote.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    );
    expect(addNote.responses['200']?.headers).toHaveProperty('ETag');
  });

  it('describes the 304 of whatever has a tag', async () => {
    const readNote = operations(await served()).find(({ operationId }) => operationId === 'readNote')!;
    expect(Object.keys(readNote.responses)).toContain('304');
  });

  it('gives examples that its own schemas accept', async () => {
    const document = await served();
    const ajv = new Ajv2020.default({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'api', components: document.components });
    let examples = 0;
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      for (const example of (schema.examples as unknown[] | undefined) ?? []) {
        expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
        examples++;
      }
    }
    const validateProblem = ajv.getSchema('api#/components/schemas/Problem')!;
    for (const response of Object.values(document.components.responses)) {
      const content = response.content as {
        'application/problem+json': { examples?: Record<string, { value: unknown }> };
      };
      for (const { value } of Object.values(content['application/problem+json'].examples ?? {})) {
        expect(validateProblem(value), JSON.stringify(validateProblem.errors)).toBe(true);
        examples++;
      }
    }
    expect(examples).toBeGreaterThan(10);
  });

  it('refuses one name for two shapes', () => {
    const clash = (schema: z.ZodType) =>
      route({
        operationId: 'clash',
        summary: { zh: '', en: '' },
        method: 'get',
        path: '/clash',
        permission: 'public',
        success: { status: 200, schema, description: '' },
        problems: [],
        handle: (_request, _services: Foundation) => ({ body: null }),
      });
    const registry = [z.strictObject({ one: z.string() }), z.strictObject({ two: z.string() })];
    const routes = registry.map((schema) => clash(schema.meta({ id: `Clash` })));
    expect(() => describeApi(routes, { publicUrl: '', version: '0' })).toThrow(
      'Two schemas are called Clash',
    );
  });

  it(
    'does not lint clean once an operation loses its answers or a parameter its description',
    { timeout: 120_000 },
    async () => {
      const document = await served();
      delete document.paths['/health/live']!.get!.responses;
      delete (
        operations(document).find(({ operationId }) => operationId === 'readNote')!.parameters![0] as {
          description?: string;
        }
      ).description;
      expect((await lintOpenApi(document)).map((said) => said.split(':')[0])).toEqual([
        'redocly',
        'spectral',
      ]);
    },
  );

  it('lints clean with redocly and with spectral', { timeout: 120_000 }, async () => {
    expect(await lintOpenApi(await served())).toEqual([]);
  });
});

describe('the page', () => {
  it('loads everything from this server, under a policy that allows nothing else', async () => {
    const page = await request(app).get('/docs');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.text).not.toMatch(/https?:|<script>|onload=/);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(files).toContain('docs/swagger-ui-bundle.js');
    for (const file of files) {
      const reply = await request(app).get(new URL(file, 'http://a/docs').pathname);
      expect([file, reply.status]).toEqual([file, 200]);
      expect(reply.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('serves no file beside its own', async () => {
    for (const file of ['package.json', '..%2fpackage.json', '%2e%2e', 'toString', 'swagger-ui.js']) {
      expect((await request(app).get(`/docs/${file}`)).status).toBe(404);
    }
  });
});
