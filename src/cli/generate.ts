/**
 * Writes the files that are made from the program itself: the API document and the console's client types, the database
 * schema, pictures of the procedures. `node dist/src/cli/generate.js --check` changes nothing and fails when one of them is out of date.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { openDatabase } from '../../db/connection.ts';
import { dumpSchema } from '../../db/dump-schema.ts';
import { migrate } from '../../db/migrate.ts';
import { withFoundation } from '../api/app.ts';
import { describe } from '../api/describe.ts';
import { API_ROUTES } from '../api/routes/routes.ts';
import { diagramOf } from '../api/views/diagram.ts';
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import { currentProcedures } from '../machines/registry.ts';
import { loadProfiles } from '../main/profiles.ts';
import { glossary } from './glossary.ts';
import { procedureIndex, procedurePage } from './procedure-pages.ts';
import { rolePage } from './role-page.ts';

/** The document of an installation names its own address; the committed one names the default. */
const ABOUT = { publicUrl: 'http://127.0.0.1:3000', version: '1' };

export const apiDocument = (): string =>
  `${JSON.stringify(describe(withFoundation(API_ROUTES, ABOUT), ABOUT), null, 2)}\n`;

/** The types of the console's client, from the API document. */
const clientTypes = async (document: string): Promise<string> =>
  `// Made by 'npm run generate' from docs/openapi.json.\n${astToString(await openapiTypes(document))}`;

async function schema(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'leeway-schema-'));
  const database = await openDatabase({ dataDir });
  try {
    await migrate(database.knex);
    return await dumpSchema(database.knex);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** Path from the root of the repository -> what has to stand there. */
async function generated(): Promise<Map<string, string>> {
  const pictures = currentProcedures().flatMap((procedure) =>
    (['en', 'zh'] as const).map((locale): [string, string] => [
      `docs/procedures/${procedure.name}.${locale}.svg`,
      diagramOf(procedure, { locale }),
    ]),
  );
  const profile = loadProfiles({ builtinDir: 'profiles' }).get(DEFAULT_PROFILE);
  if (!profile) throw new Error(`the profile ${DEFAULT_PROFILE} is missing`);
  const pages = currentProcedures().flatMap((procedure) =>
    (['en', 'zh'] as const).map((locale): [string, string] => [
      `docs/procedures/${procedure.name}.${locale}.md`,
      procedurePage(procedure, profile, locale),
    ]),
  );
  const document = apiDocument();
  return new Map([
    ['docs/openapi.json', document],
    ['console/src/api/schema.d.ts', await clientTypes(document)],
    ['docs/glossary.md', glossary()],
    ['docs/roles.md', rolePage(currentProcedures())],
    ['db/schema.sql', await schema()],
    ...pictures,
    ...pages,
    ['docs/procedures/README.md', procedureIndex(currentProcedures())],
  ]);
}

async function main(isCheck: boolean): Promise<number> {
  const stale = [...(await generated())].filter(
    ([path, content]) => !existsSync(join(path)) || readFileSync(path, 'utf8') !== content,
  );
  for (const [path, content] of stale) {
    console.log(`${isCheck ? 'out of date' : 'written'}: ${path}`);
    if (isCheck) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  if (isCheck && stale.length > 0) console.error("Run 'npm run generate' and commit what it writes.");
  return isCheck && stale.length > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('generate.js')) process.exitCode = await main(process.argv.includes('--check'));
