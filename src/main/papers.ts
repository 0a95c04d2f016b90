/**
 * Reads the templates of papers and their letterhead from the built-in folder and, where there is one, from `papers/` of
 * the body's own, which may have words of codes too. Everything wrong is told at once, by file, line and key, and the start is refused.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LetterheadData,
  parseTemplates,
  setProblems,
  WordsData,
  type Letterhead,
  type PaperSet,
  type PaperTemplate,
  type PaperWords,
} from '../domain/paper-template.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { parsed, type Parsed } from '../domain/profile.ts';
import { RECIPIENT_WORDS } from '../domain/words/recipients.ts';
import { VALUE_GROUPS } from '../domain/words/value-groups.ts';
import { ProfileError } from './profiles.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export interface LoadedPapers extends PaperSet {
  readonly fontFile: string;
}

const LETTERHEAD = 'letterhead.yaml';
const WORDS = 'words.yaml';
const BUILT_IN_FONT = 'noto-serif-sc-regular.ttf.br';
/** Names under which a body's own folder may bring a font it has a licence for. */
const OWN_FONTS = ['body.ttf', 'body.otf'];

/** Words of codes as the program has them; a body may put its own in their place. */
const BUILT_IN_WORDS: PaperWords = { ...VALUE_GROUPS, recipient: RECIPIENT_WORDS, clock: CLOCK_WORDS };

/** Throws a ProfileError that names every fault. */
export function loadPapers(folders: {
  readonly builtinDir: string;
  readonly extraDir?: string | undefined;
}): LoadedPapers {
  const faults: string[] = [];
  const extra = folders.extraDir !== undefined && existsSync(folders.extraDir) ? folders.extraDir : undefined;
  const base = readFolder(folders.builtinDir, faults);
  const own = extra === undefined ? undefined : readFolder(extra, faults, base.templates);
  const letterhead = base.letterhead && withOwn(base.letterhead, own?.letterhead);
  if (!letterhead) throw new ProfileError([...faults, `${folders.builtinDir}: ${LETTERHEAD} is missing.`]);
  const papers: LoadedPapers = {
    templates: new Map([...base.templates, ...(own?.templates ?? [])]),
    letterhead,
    words: mergedWords(BUILT_IN_WORDS, own?.words),
    fontFile: fontIn(folders.builtinDir, extra),
  };
  faults.push(
    ...setProblems(papers).map(({ path, reason }) => `${LETTERHEAD}: ${[...path, reason].join(' ')}.`),
  );
  if (faults.length > 0) throw new ProfileError([...new Set(faults)]);
  return papers;
}

interface Folder {
  readonly templates: ReadonlyMap<string, PaperTemplate>;
  readonly letterhead: Letterhead | undefined;
  readonly words: PaperWords;
}

/** The files of one folder. A template that takes the place of another has to be fit for the same readers. */
function readFolder(
  dir: string,
  faults: string[],
  replaced: ReadonlyMap<string, PaperTemplate> = new Map(),
): Folder {
  const templates = new Map<string, PaperTemplate>();
  const whose = new Map<string, string>();
  let letterhead: Letterhead | undefined;
  let words: PaperWords = {};
  for (const name of readdirSync(dir).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = readYaml(join(dir, name), readFileSync(join(dir, name), 'utf8'));
    faults.push(...file.faults);
    if (file.faults.length > 0) continue;
    if (name === LETTERHEAD) letterhead = usable(file, parsed(LetterheadData, file.value), faults);
    else if (name === WORDS) words = usable(file, parsed(WordsData, file.value), faults) ?? {};
    else
      for (const [key, template] of usable(file, parseTemplates(file.value), faults) ?? []) {
        const code = key.slice(key.indexOf('/') + 1);
        const path = ['papers', code];
        const first = whose.get(key);
        const before = replaced.get(key);
        if (first !== undefined) faults.push(file.fault(path, `is in ${first} already`));
        if (before && before.audience !== template.audience)
          faults.push(file.fault([...path, 'audience'], `has to stay ${before.audience}, as it is built in`));
        templates.set(key, template);
        whose.set(key, file.name);
      }
  }
  return { templates, letterhead, words };
}

function usable<T>(file: YamlFile, result: Parsed<T>, faults: string[]): T | undefined {
  if (result.ok) return result.value;
  faults.push(...result.problems.map(({ path, reason }) => file.fault(path, reason)));
  return undefined;
}

const withOwn = (base: Letterhead, own: Letterhead | undefined): Letterhead =>
  own ? { ...own, classes: { ...base.classes, ...own.classes } } : base;

function mergedWords(base: PaperWords, own: PaperWords = {}): PaperWords {
  const groups = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  return Object.fromEntries(groups.map((group) => [group, { ...base[group], ...own[group] }]));
}

const fontIn = (builtinDir: string, extra: string | undefined): string =>
  OWN_FONTS.map((name) => join(extra ?? builtinDir, 'fonts', name)).find(existsSync) ??
  join(builtinDir, 'fonts', BUILT_IN_FONT);
