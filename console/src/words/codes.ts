/**
 * Words of codes, as the server has them: states, events, fields, values and the rest. Asked for once and kept; until they
 * are there, and where a code has none, the code stands for itself.
 */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from '../api/client.ts';
import { useLocale } from './area.ts';
import type { Locale } from './locale.ts';
import {
  BY_PROCEDURE,
  wordsOf,
  wordsOfFact,
  wordsOfField,
  type FactPlace,
  type FieldPlace,
  type Kinds,
  type Words,
} from './words-of.ts';

export const WORDS_KEY = ['words'] as const;

export interface Codes {
  /** One of two languages. */
  readonly say: (words: Words) => string;
  /** What a code is called; the code itself where nobody named it. */
  readonly code: (kind: string, ...parts: readonly string[]) => string;
  /** What a field is called where it stands; its own name where nobody named it. */
  readonly field: (name: string, place: FieldPlace) => string;
  /** A code that a case remembers; null where nobody named it. */
  readonly fact: (code: string, place: FactPlace) => string | null;
  /** Several in a row, and a name before what it names, as the language writes them. */
  readonly list: (items: readonly string[]) => string;
  readonly pair: (name: string, value: string) => string;
  /** Every code that a field may hold, in the order in which the server names them. */
  readonly codesOf: (field: string) => readonly string[];
}

function codesIn(locale: Locale, kinds: Kinds): Codes {
  return {
    say: (words) => words[locale],
    code: (kind, ...parts) =>
      wordsOf(kinds, kind, parts)?.[locale] ?? (BY_PROCEDURE.includes(kind) ? parts.at(-1) : parts[0]) ?? '',
    field: (name, place) => wordsOfField(kinds, name, place)?.[locale] ?? name,
    fact: (code, place) => wordsOfFact(kinds, code, place)?.[locale] ?? null,
    list: (items) => items.join(locale === 'zh' ? '、' : ', '),
    pair: (name, value) => `${name}${locale === 'zh' ? '：' : ': '}${value}`,
    codesOf: (field) =>
      Object.keys(kinds.value ?? {}).flatMap((name) =>
        name.startsWith(`${field}.`) ? [name.slice(field.length + 1)] : [],
      ),
  };
}

export function useCodes(): Codes {
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: WORDS_KEY,
    queryFn: () => unwrap(api.GET('/api/v1/words')),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return useMemo(() => codesIn(locale, (data?.kinds ?? {}) as Kinds), [locale, data]);
}
