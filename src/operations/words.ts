/**
 * Every code with its words, gathered from where each is kept: the machines, the domain, the templates of papers and the
 * profiles. Made once for a program that runs; what a body changes takes a restart, and has another version then.
 */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { WordsDocument } from '../contract/words.ts';
import { PROBLEMS } from '../contract/problems.ts';
import { CASE_PART_WORDS } from '../domain/case-parts.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { GRANT_KINDS, DIRECTORY_RULES } from '../domain/directory.ts';
import { DUTIES } from '../domain/duty.ts';
import { EVIDENCE_KINDS } from '../domain/evidence-kinds.ts';
import { LISTED_FIELDS, type FormList } from '../domain/form-fields.ts';
import { IDENTITY_PURPOSES } from '../domain/identity-purposes.ts';
import { INTERFERENCE_KINDS } from '../domain/interference.ts';
import { MESSAGE_KINDS } from '../domain/message-kinds.ts';
import { PERMISSIONS } from '../domain/permission.ts';
import type { Profile } from '../domain/profile.ts';
import { PURPOSES } from '../domain/purpose.ts';
import { ROLES, type Words } from '../domain/vocabulary.ts';
import { EFFECT_WORDS, LINK_WORDS, OBLIGATION_WORDS } from '../domain/words/effects.ts';
import { ENTRY_OUTCOME_WORDS, ENTRY_WORDS } from '../domain/words/entries.ts';
import { EVENT_WORDS } from '../domain/words/events.ts';
import { ENTRY_FIELD_WORDS } from '../domain/words/fields-of-entries.ts';
import { FIELD_WORDS } from '../domain/words/fields.ts';
import { DAY_WORDS, LIST_WORDS, UNIT_WORDS } from '../domain/words/limits.ts';
import { NOTICE_WORDS } from '../domain/words/notices.ts';
import { RECIPIENT_WORDS } from '../domain/words/recipients.ts';
import { REFUSAL_WORDS, REGION_WORDS } from '../domain/words/refusals.ts';
import { VALUE_FIELDS, VALUE_GROUPS } from '../domain/words/value-groups.ts';
import { GENERIC_WORDS } from '../machines/generic-guards.ts';
import type { Procedure } from '../machines/procedure.ts';
import { currentProcedures } from '../machines/registry.ts';
import { PERSON_RULES } from './case-act.ts';
import { profileChoices } from './event-forms.ts';
import type { Runtime } from './runtime.ts';

type Flat = Readonly<Record<string, Words>>;

/** The document, made when somebody asks for it first. */
export function createWords(runtime: Pick<Runtime, 'papers' | 'profiles'>): () => WordsDocument {
  let made: WordsDocument | undefined;
  return () => (made ??= wordsOf(runtime));
}

function wordsOf({ papers, profiles }: Pick<Runtime, 'papers' | 'profiles'>): WordsDocument {
  const procedures = currentProcedures();
  const by = (of: (procedure: Procedure) => Flat): Record<string, Flat> =>
    Object.fromEntries(procedures.map((procedure) => [procedure.name, of(procedure)]));
  const lists = listsOf([...profiles.values()].map(({ profile }) => profile));
  const kinds: WordsDocument['kinds'] = {
    procedure: mapped(procedures, (each) => [each.name, each.label]),
    state: by(({ states }) => mapped(Object.entries(states), ([state, { label }]) => [state, label])),
    region: by(regionsOf),
    regionName: REGION_WORDS,
    event: by(eventsOf),
    field: mapped(fieldEntries(), ([name, words]) => [name, words]),
    fieldHelp: Object.fromEntries(
      fieldEntries().flatMap(([name, { help }]) => (help ? [[name, help] as const] : [])),
    ),
    value: valuesOf(lists),
    role: ROLES,
    recipient: RECIPIENT_WORDS,
    duty: DUTIES,
    clock: CLOCK_WORDS,
    unit: UNIT_WORDS,
    dayKind: DAY_WORDS,
    notice: NOTICE_WORDS,
    paper: papersOf(papers.templates),
    link: LINK_WORDS,
    part: CASE_PART_WORDS,
    effect: EFFECT_WORDS,
    obligation: OBLIGATION_WORDS,
    guard: guardsOf(procedures),
    refusal: REFUSAL_WORDS,
    problem: mapped(Object.entries(PROBLEMS), ([name, { title }]) => [name, title]),
    entry: ENTRY_WORDS,
    entryField: ENTRY_FIELD_WORDS,
    entryOutcome: ENTRY_OUTCOME_WORDS,
    purpose: PURPOSES,
    identityPurpose: IDENTITY_PURPOSES,
    messageKind: MESSAGE_KINDS,
    interferenceKind: mapped(Object.entries(INTERFERENCE_KINDS), ([kind, words]) => [kind, words]),
    evidenceKind: mapped(Object.entries(EVIDENCE_KINDS), ([kind, { words }]) => [kind, words]),
    grantKind: GRANT_KINDS,
    permission: mapped(Object.entries(PERMISSIONS), ([name, { sentence }]) => [name, sentence]),
    list: LIST_WORDS,
    item: Object.fromEntries(
      Object.entries(lists).flatMap(([list, items]) =>
        Object.entries(items).map(([code, words]) => [`${list}.${code}`, words] as const),
      ),
    ),
  };
  const version = hash('sha256', canonicalize(kinds) ?? '', 'base64url' as 'base64').slice(0, 22);
  return { version, kinds };
}

const mapped = <T>(items: readonly T[], of: (item: T) => readonly [string, Words]): Record<string, Words> =>
  Object.fromEntries(
    items.map((item) => {
      const [code, { zh, en }] = of(item);
      return [code, { zh, en }];
    }),
  );

const fieldEntries = () =>
  Object.entries(FIELD_WORDS).flatMap(([name, words]) => (words ? [[name, words] as const] : []));

const regionsOf = ({ regions }: Procedure): Flat =>
  mapped(
    Object.entries(regions).flatMap(([region, { states }]) =>
      Object.entries(states).map(([state, { label }]) => ({ name: `${region}.${state}`, label })),
    ),
    ({ name, label }) => [name, label],
  );

/** An event that stands in several rows has a name of its own; another is called what its row is. */
const eventsOf = ({ name, rows }: Procedure): Flat =>
  mapped([...new Map(rows.map((row) => [row.event, row])).values()], ({ event, label }) => [
    event,
    EVENT_WORDS[`${name}.${event}`] ?? label,
  ]);

/** The first template that is called so names it; one of another procedure only where it says something else. */
function papersOf(templates: Runtime['papers']['templates']): Flat {
  return withExceptions(
    [...templates].map(([key, { title }]) => {
      const [procedure = '', paper = ''] = key.split('/');
      return { procedure, code: paper, words: title };
    }),
  );
}

function guardsOf(procedures: readonly Procedure[]): Flat {
  const own = procedures.flatMap(({ name, guards }) =>
    Object.entries(guards).map(([code, { words }]) => ({ procedure: name, code, words })),
  );
  return {
    ...withExceptions(own),
    ...mapped(Object.entries(GENERIC_WORDS), ([guard, { words }]) => [guard, words]),
    ...mapped(Object.entries(DIRECTORY_RULES), ([rule, { words }]) => [rule, words]),
    ...Object.fromEntries(Object.entries(PERSON_RULES).filter(([rule]) => !(rule in GENERIC_WORDS))),
  };
}

function withExceptions(
  all: readonly { readonly procedure: string; readonly code: string; readonly words: Words }[],
): Record<string, Words> {
  const found: Record<string, Words> = {};
  for (const { procedure, code, words } of all) {
    const { zh, en } = words;
    const first = (found[code] ??= { zh, en });
    if (first.zh !== zh || first.en !== en) found[`${procedure}.${code}`] = { zh, en };
  }
  return found;
}

type Lists = Readonly<Partial<Record<FormList, Flat>>>;

/** The items of every loaded profile; where two call an item otherwise, the first. */
function listsOf(profiles: readonly Profile[]): Lists {
  const lists: Partial<Record<FormList, Flat>> = {};
  for (const profile of profiles)
    for (const [list, items] of Object.entries(profileChoices(profile)) as [FormList, Flat][])
      lists[list] = { ...items, ...lists[list] };
  return lists;
}

/** By field and value; and a value alone, as the first field that takes it calls it. */
function valuesOf(lists: Lists): Flat {
  const sources: readonly (readonly [string, Readonly<Partial<Record<string, Words>>>])[] = [
    ...Object.entries(VALUE_FIELDS).map(([field, group]) => [field, VALUE_GROUPS[group]] as const),
    ...Object.entries(LISTED_FIELDS).map(([field, list]) => [field, lists[list] ?? {}] as const),
  ];
  const values: Record<string, Words> = {};
  const alone: Record<string, Words> = {};
  for (const [field, items] of sources)
    for (const [code, words] of Object.entries(items))
      if (words) {
        values[`${field}.${code}`] = { zh: words.zh, en: words.en };
        alone[code] ??= { zh: words.zh, en: words.en };
      }
  return { ...alone, ...values };
}
