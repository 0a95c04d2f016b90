/**
 * Reads JSON that strangers wrote. One pass over the text, no recursion, before anything that recurses: refuses depth,
 * keys that poison prototypes, keys given twice, NUL, halves of surrogate pairs and numbers JavaScript cannot hold.
 * Everything else reads exactly as `JSON.parse` does; what is not JSON is left to it to refuse.
 */
import type { Words } from '../domain/vocabulary.ts';
import { Problem } from './problems.ts';

/** Nesting that no honest body of this API comes near. */
export const DEPTH_LIMIT = 32;

const REFUSALS = {
  depth: { zh: `嵌套不得超过 ${DEPTH_LIMIT} 层`, en: `Nested deeper than ${DEPTH_LIMIT} levels` },
  forbiddenKey: { zh: '不得使用此键名', en: 'This key is not accepted' },
  twice: { zh: '同一键名出现两次', en: 'The same key is given twice' },
  nul: { zh: '文本不得含有空字符', en: 'Text must not contain NUL' },
  surrogate: { zh: '文本含有不成对的代理码', en: 'Text contains half of a surrogate pair' },
  number: { zh: '数值超出可精确表示的范围', en: 'The number is outside the range that can be held exactly' },
} as const satisfies Record<string, Words>;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Up to this many keys a list is searched faster than a set is made. */
const FEW_KEYS = 8;
/** A pointer names where, it does not carry the body back. */
const POINTER_LIMIT = 200;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** One open array or object: where we are in it, and which keys it has had. */
interface Level {
  readonly isObject: boolean;
  awaitsKey: boolean;
  at: string | number;
  readonly keys: string[];
  keySet: Set<string> | null;
}

/** JSON Pointer (RFC 6901) of a path, cut where it would become a way to echo the body. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, POINTER_LIMIT)
    .replaceAll(LONE_SURROGATES, '\ufffd'); // the cut may have halved a pair
}

function refuse(why: keyof typeof REFUSALS, levels: readonly Level[]): never {
  // Where a key is the trouble, the key before it is not where we are.
  const path = levels.filter(({ awaitsKey }, index) => !(awaitsKey && index === levels.length - 1));
  const pointer = pointerOf(path.map(({ at }) => at));
  throw new Problem('validation-failed', REFUSALS[why], { errors: [{ pointer, message: REFUSALS[why] }] });
}

const notJson = (cause?: unknown): Problem =>
  new Problem(
    'malformed-json',
    { zh: '正文不是合法的 JSON 文本', en: 'The body could not be read as JSON' },
    {},
    cause,
  );

/** Code units of the string that opens at `start`, decoded; the index of its closing quote in `end`. */
function readString(text: string, start: number, levels: readonly Level[]): { value: string; end: number } {
  let hasEscape = false;
  let hasSurrogate = false;
  let end = start + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === QUOTE) break;
    if (unit === BACKSLASH) {
      hasEscape = true;
      end++;
    } else if (unit >= 0xd800 && unit <= 0xdfff) hasSurrogate = true;
  }
  if (end >= text.length) throw notJson();
  let value = text.slice(start + 1, end);
  if (hasEscape) {
    try {
      value = JSON.parse(`"${value}"`) as string;
    } catch (error) {
      throw notJson(error);
    }
    if (value.includes('\0')) refuse('nul', levels);
  }
  if ((hasEscape || hasSurrogate) && value.search(LONE_SURROGATES) >= 0) refuse('surrogate', levels);
  return { value, end };
}

function acceptKey(level: Level, key: string, levels: readonly Level[]): void {
  level.at = key;
  level.awaitsKey = false;
  if (FORBIDDEN_KEYS.has(key)) refuse('forbiddenKey', levels);
  if (level.keySet ? level.keySet.has(key) : level.keys.includes(key)) refuse('twice', levels);
  if (level.keySet) level.keySet.add(key);
  else if (level.keys.push(key) > FEW_KEYS) level.keySet = new Set(level.keys);
}

const isNumberUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  unit === 0x2d ||
  unit === 0x2b ||
  unit === 0x2e ||
  unit === 0x65 ||
  unit === 0x45;

/** Linear in the text; its memory is bounded by the keys that are open at once. */
function scan(text: string): void {
  const levels: Level[] = [];
  let level: Level | undefined;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) {
      const { value, end } = readString(text, index, levels);
      if (level?.awaitsKey) acceptKey(level, value, levels);
      index = end;
    } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      if (levels.length === DEPTH_LIMIT) refuse('depth', levels);
      const isObject = unit === OPEN_OBJECT;
      level = { isObject, awaitsKey: isObject, at: isObject ? '' : 0, keys: [], keySet: null };
      levels.push(level);
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      levels.pop();
      level = levels.at(-1);
    } else if (unit === COMMA) {
      if (level?.isObject) level.awaitsKey = true;
      else if (level) level.at = Number(level.at) + 1;
    } else if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) {
      const start = index;
      while (index + 1 < text.length && isNumberUnit(text.charCodeAt(index + 1))) index++;
      // Fifteen digits without an exponent always fit; only longer spellings need to be computed.
      const spelling = text.slice(start, index + 1);
      if (
        (spelling.length > 15 || /[eE]/.test(spelling)) &&
        Math.abs(Number(spelling)) > Number.MAX_SAFE_INTEGER
      )
        refuse('number', levels);
    }
  }
}

/**
 * The value of a JSON text. Throws `malformed-json` for what is not JSON, `validation-failed` with a pointer for what
 * this API refuses to read. Never overflows the stack, never takes more than linear time.
 */
export function readJsonText(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error);
  }
}
