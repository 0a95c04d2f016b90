/**
 * What a tolerance review is about: acts, persons, and the allegations that brought them up, read from an event's
 * data, from what the case remembers and from the family. Judges nothing; the guards do.
 */
import type { PersonId } from '../domain/vocabulary.ts';
import type { FamilyMember, GuardArguments } from './procedure.ts';
import type { ToleranceContext } from './tolerance-review-events.ts';

/** Arguments of a guard, or of a row whose data the caller has typed more narrowly. */
export type Args = GuardArguments<ToleranceContext>;

type Acts = ToleranceContext['acts'];

const ACT_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A list in an event's data; empty when it is absent. */
export const list = <T>(data: Args['data'], name: string): readonly T[] =>
  (data[name] as readonly T[] | undefined) ?? [];
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
/** A value that is text, or null. */
export const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** An allegation of the family, by its id. */
export const allegationOf = (facts: Args['facts'], id: unknown): FamilyMember | undefined =>
  facts.family?.find((member) => member.procedure === 'allegation' && member.case === id);

/** What an opening event says the review is about; what it leaves out is read from the allegation it names. */
export function scopeIn({ data, facts }: Pick<Args, 'data' | 'facts'>): {
  readonly allegation: string | null;
  readonly subject: PersonId | null;
  readonly acts: Acts;
  readonly persons: readonly PersonId[];
} {
  const id = word(data.allegation);
  const summary = allegationOf(facts, id)?.summary;
  const named = list<{ act: string; allegation?: string }>(data, 'acts').map(({ act, allegation }) => ({
    act,
    allegation: allegation ?? id,
  }));
  const code = [summary?.act, summary?.point].map(word).find((one) => one !== null && ACT_CODE.test(one));
  const subject = word(data.subject) ?? word(summary?.subject);
  const persons = unique([...(subject === null ? [] : [subject]), ...list<PersonId>(data, 'persons')]);
  return {
    allegation: id,
    subject: subject ?? persons[0] ?? null,
    acts: named.length > 0 || !code ? named : [{ act: code, allegation: id }],
    persons,
  };
}

/** Allegations a review rests on, those of the data first. */
export function allegationsOf({ context, data, facts }: Args): (FamilyMember | undefined)[] {
  const ids = [
    word(data.allegation),
    ...list<{ allegation?: string }>(data, 'acts').map(({ allegation }) => allegation ?? null),
    context.allegation,
    ...context.acts.map(({ allegation }) => allegation),
  ];
  return unique(ids.filter((id) => id !== null)).map((id) => allegationOf(facts, id));
}

/** Allegations that the acts of an event brought in beside those the review hung on before; after the event is recorded. */
export function furtherAllegations({ context, data }: Args): string[] {
  const named = list<{ act: string; allegation?: string }>(data, 'acts');
  const before = context.acts.filter(({ act }) => !named.some((one) => one.act === act));
  const known = [context.allegation, ...before.map(({ allegation }) => allegation)];
  return unique(named.flatMap(({ allegation }) => allegation ?? [])).filter((id) => !known.includes(id));
}

/** Whether the family shows that somebody is, or just was, held to account over this allegation. */
export const isHeldToAccount = (allegation: FamilyMember | undefined): boolean =>
  allegation?.summary.isCaseFiled === true || allegation?.summary.isAccountabilityOpen === true;
