/**
 * One YAML file, with the lines of its keys, so that a fault can be pointed at. Knows nothing of what the file is for.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

type Path = readonly (string | number)[];

export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** Faults of the syntax itself, as sentences; `value` is undefined when there are any. */
  readonly faults: readonly string[];
  /** A sentence about a key: file, line, key, reason. The line is that of the deepest key on the way that exists. */
  readonly fault: (path: Path, reason: string) => string;
  readonly has: (path: Path) => boolean;
}

/** Reads a text as YAML 1.2. Never throws: what is wrong is in `faults`. */
export function readYaml(name: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const sentence = (offset: number, rest: string) => `${name}, line ${lines.linePos(offset).line}: ${rest}.`;
  const faults = document.errors.map((error) =>
    sentence(error.pos[0], `is not valid YAML: ${withoutStop(error.message)}`),
  );
  let value: unknown;
  if (faults.length === 0)
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch {
      faults.push(sentence(0, 'is not usable YAML: its aliases refer to too much or to nothing'));
    }
  return {
    name,
    value,
    faults,
    fault: (path, reason) => sentence(locate(document, path).offset, `${inWords(path)} ${reason}`),
    has: (path) => locate(document, path).isWhole,
  };
}

function locate(document: Document.Parsed, path: Path): { offset: number; isWhole: boolean } {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(part));
      if (pair === undefined) return { offset, isWhole: false };
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && node.items[Number(part)] !== undefined) {
      node = node.items[Number(part)];
      offset = (node as { range?: [number, number, number] }).range?.[0] ?? offset;
    } else return { offset, isWhole: false };
  }
  return { offset, isWhole: true };
}

const inWords = (path: Path): string =>
  path.length === 0
    ? 'the file'
    : path
        .map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`))
        .join('');

const withoutStop = (text: string) => text.replace(/\.$/, '');
