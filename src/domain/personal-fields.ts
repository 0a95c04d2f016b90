/**
 * Free texts that a profile marks as personal: sealed as an identity is, under a key of their own that is opened by two
 * persons, instead of under the key of the family. Named `procedure.EVENT/pointer`, with `*` for each of a list.
 */

export const PERSONAL_FIELD = /^[a-z][a-z0-9_]*\.[A-Z][A-Z0-9_]*(?:\/[A-Za-z0-9_*]+)+$/;

type Fields = Readonly<Record<string, unknown>>;

/** A pointer into a value as a pattern: the places of lists become `*`. */
const patternOf = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');

/** Moves what the profile marks personal from the texts of an event to its identity. */
export function partPersonal(
  personalFields: readonly string[] | undefined,
  event: string,
  {
    text = {},
    identity = {},
  }: { readonly text?: Fields | undefined; readonly identity?: Fields | undefined },
): { readonly text: Fields; readonly identity: Fields } {
  if (!personalFields?.some((field) => field.startsWith(`${event}/`))) return { text, identity };
  const entries = Object.entries(text);
  const isPersonal = ([pointer]: [string, unknown]) =>
    personalFields.includes(`${event}${patternOf(pointer)}`);
  return {
    text: Object.fromEntries(entries.filter((entry) => !isPersonal(entry))),
    identity: { ...identity, ...Object.fromEntries(entries.filter(isPersonal)) },
  };
}
