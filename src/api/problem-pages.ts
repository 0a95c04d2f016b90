/**
 * The page behind each problem `type`: its section of docs/problems.md as HTML. Knows the little Markdown that file
 * uses (paragraphs, lists, code) and escapes everything else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Walks up from this file, which lies at another depth once compiled. */
function findProblemsFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'docs', 'problems.md'))) {
    if (dirname(folder) === folder) throw new Error('docs/problems.md is missing from this installation.');
    folder = dirname(folder);
  }
  return join(folder, 'docs', 'problems.md');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inline = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

function block(text: string): string {
  const lines = text.split('\n');
  return lines.every((line) => line.startsWith('- '))
    ? `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
    : `<p>${inline(lines.join(' '))}</p>`;
}

/** Sections of the file by heading, as Markdown. */
export function problemSections(markdown: string): ReadonlyMap<string, string> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end).trim(), section.slice(end + 1).trim()];
    }),
  );
}

let pages: ReadonlyMap<string, string> | null = null;

/** The page of one problem, or undefined for a name that has none. Reads the file at the first asking. */
export function problemPage(name: string): string | undefined {
  pages ??= new Map(
    [...problemSections(readFileSync(findProblemsFile(), 'utf8'))].map(([heading, section]) => [
      heading,
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escape(heading)} · Leeway</title><main><h1>${escape(heading)}</h1>` +
        `${section
          .split(/\n{2,}/)
          .map(block)
          .join('')}</main></html>\n`,
    ]),
  );
  return pages.get(name);
}
