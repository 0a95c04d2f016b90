/**
 * The API described by itself: the OpenAPI document, a page to read and try it, and a page for each problem. All of it
 * from this server; nothing is fetched from elsewhere, and no script stands in a page.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { PROBLEMS, Problem, type ProblemName } from '../../contract/problems.ts';
import { describe, type About } from '../describe.ts';
import { problemPage } from '../problem-pages.ts';
import { route, type Route } from '../route.ts';
import type { Foundation } from '../services.ts';

const START_SCRIPT = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: 'openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null, tryItOutEnabled: true,
    persistAuthorization: false, presets: [SwaggerUIBundle.presets.apis],
  });
};
`;

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Leeway API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<link rel="icon" href="docs/favicon-32x32.png">
<div id="api"><noscript>This page needs JavaScript; the document itself is at <a href="openapi.json">openapi.json</a>.</noscript></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</html>
`;

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The files of the page, and nothing beside them can be asked for. */
const ASSETS = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
  'start.js': 'text/javascript; charset=utf-8',
} as const;
type Asset = keyof typeof ASSETS;

const assets = new Map<Asset, Buffer>();

function readAsset(name: Asset): Buffer {
  let content = assets.get(name);
  if (!content) {
    const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    content = name === 'start.js' ? Buffer.from(START_SCRIPT) : readFileSync(join(folder, name));
    assets.set(name, content);
  }
  return content;
}

const NAMES = Object.keys(PROBLEMS) as [ProblemName, ...ProblemName[]];

/** The routes of the documents about `others`; they describe themselves too. */
export function documentRoutes(others: readonly Route<never>[], about: About): readonly Route[] {
  let document: string | null = null;
  const own: readonly Route[] = [
    route({
      operationId: 'readApiDocument',
      summary: { zh: 'OpenAPI 3.1 文档', en: 'The OpenAPI 3.1 document' },
      tag: 'documents',
      method: 'get',
      path: '/openapi.json',
      permission: 'public',
      success: {
        status: 200,
        contentType: 'application/json; charset=utf-8',
        schema: z.string().meta({ description: 'This document' }),
        description: 'The document you are reading',
      },
      problems: [],
      handle: (_request, _services: Foundation) => {
        document ??= JSON.stringify(describe<never>([...others, ...own], about));
        return { body: document };
      },
    }),
    route({
      operationId: 'readApiPage',
      summary: { zh: '接口文档页面', en: 'A page to read the API and try it' },
      tag: 'documents',
      method: 'get',
      path: '/docs',
      permission: 'public',
      success: {
        status: 200,
        contentType: 'text/html; charset=utf-8',
        schema: z.string(),
        description: 'A page',
      },
      problems: [],
      handle: (_request, _services: Foundation) => ({
        body: PAGE,
        headers: { 'Content-Security-Policy': PAGE_POLICY },
      }),
    }),
    route({
      operationId: 'readApiPageFile',
      summary: { zh: '接口文档页面所用文件', en: 'A file of that page' },
      tag: 'documents',
      method: 'get',
      path: '/docs/{file}',
      permission: 'public',
      params: z.strictObject({
        file: z.string().max(100).meta({ description: 'Its name, as the page asks for it' }),
      }),
      success: {
        status: 200,
        contentType: 'application/octet-stream',
        schema: z.any().meta({ description: 'Style, script or icon; the header says which' }),
        description: 'The file',
      },
      problems: ['not-found'],
      handle: ({ params: { file } }, _services: Foundation) => {
        if (!Object.hasOwn(ASSETS, file)) throw new Problem('not-found');
        const name = file as Asset;
        return {
          body: readAsset(name),
          headers: { 'Content-Type': ASSETS[name], 'Cache-Control': 'public, max-age=3600' },
        };
      },
    }),
    route({
      operationId: 'readProblemPage',
      summary: { zh: '某类错误的说明', en: 'What a kind of problem means, and what to do' },
      tag: 'documents',
      method: 'get',
      path: '/problems/{name}',
      permission: 'public',
      params: z.strictObject({
        name: z
          .string()
          .max(100)
          .meta({ description: 'The `code` of the problem', examples: NAMES.slice(0, 1) }),
      }),
      success: {
        status: 200,
        contentType: 'text/html; charset=utf-8',
        schema: z.string(),
        description: 'A page',
      },
      problems: ['not-found'],
      handle: ({ params: { name } }, _services: Foundation) => {
        const page = problemPage(name);
        if (page === undefined) throw new Problem('not-found');
        return { body: page };
      },
    }),
  ];
  return own;
}
