/** Chinese is written with the punctuation of Chinese: full-width beside a Chinese character, in every table of words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createWords } from '../src/operations/words.ts';
import { loadPapers } from '../src/main/papers.ts';
import { PROFILES } from './machines/play.ts';

const ROOT = join(import.meta.dirname, '..');
const HAN = /\p{Script=Han}/u;
/** Half-width beside a Chinese character, or beside a sign that only Chinese has. */
const HALF_WIDTH = /[\p{Script=Han}，：；（）？！、。“”《》][,:;()?!]|[,:;()?!][\p{Script=Han}“”《》]/u;

/** What is filled in counts as Chinese: it stands in a Chinese sentence. */
const isHalfWidth = (text: string): boolean =>
  HAN.test(text) && HALF_WIDTH.test(text.replaceAll(/\{\{?\w+\}?\}/g, '某'));

/** Every text in the code of a file; what stands in comments is none. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts;
}

const chineseIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) =>
        name === 'zh' && typeof inner === 'string' ? [inner] : chineseIn(inner),
      )
    : [];

describe('the punctuation of Chinese words', () => {
  it.each(['console/src/words', 'src/domain/words'])('is full-width in %s', (folder) => {
    const texts = readdirSync(join(ROOT, folder)).flatMap((name) => textsIn(join(ROOT, folder, name)));
    expect(texts.filter((text) => HAN.test(text)).length).toBeGreaterThan(100);
    expect(texts.filter(isHalfWidth)).toEqual([]);
  });

  it('is full-width in everything that GET /words tells', () => {
    const profiles = new Map(
      [...PROFILES.values()].map((profile) => [
        profile.id,
        { hash: '', profile, calendar: profile.calendar },
      ]),
    );
    const { kinds } = createWords({ papers: loadPapers({ builtinDir: join(ROOT, 'papers') }), profiles })();
    const texts = chineseIn(kinds);
    expect(texts.length).toBeGreaterThan(1_500);
    expect(texts.filter(isHalfWidth)).toEqual([]);
  });

  it('is told apart from that of codes and addresses', () => {
    for (const wrong of ['留痕,不可撤销', '哈希(SHA-256)', '{{who}}:已提交', '是否属实?', '代码(如 a)，其他'])
      expect([wrong, isHalfWidth(wrong)]).toEqual([wrong, true]);
    for (const right of [
      '留痕，不可撤销',
      '用 . _ : - 分隔',
      'calendars/ 目录',
      '见 https://例.test',
      'a, b',
    ])
      expect([right, isHalfWidth(right)]).toEqual([right, false]);
  });
});
