/**
 * The form of each event of each procedure: the JSON Schema of its data with the words and marks a console draws it from.
 * Made once; for one case the codes of its profile and of the case itself are filled in.
 */
import { z } from 'zod';
import type { FormList } from '../domain/form-fields.ts';
import { asksForLists, filledForm, formOf, type Choices, type FormSchema } from '../domain/form-schema.ts';
import { LIST_NAMES, type ClockKey, type Profile } from '../domain/profile.ts';
import type { Words } from '../domain/vocabulary.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import type { ClockRow } from '../engine/clock-effects.ts';
import type { BaseContext, Procedure } from '../machines/procedure.ts';

interface Made {
  readonly form: FormSchema;
  readonly asksForLists: boolean;
}

const forms = new WeakMap<Procedure, Map<string, Made>>();

/** The form of an event's data as the procedure has it, whatever the case. */
export const schemaOf = (procedure: Procedure, event: string): Record<string, unknown> => ({
  ...madeFor(procedure, event).form,
});

/** The same as one case asks it. */
export function formFor(
  procedure: Procedure,
  event: string,
  { choices, people }: { readonly choices: Choices; readonly people: number },
): Record<string, unknown> {
  const { form, asksForLists: asks } = madeFor(procedure, event);
  return { ...(asks || people > 1 ? filledForm(form, choices, people) : form) };
}

function madeFor(procedure: Procedure, event: string): Made {
  const known = forms.get(procedure) ?? new Map<string, Made>();
  forms.set(procedure, known);
  const made = known.get(event) ?? madeOf(procedure, event);
  known.set(event, made);
  return made;
}

function madeOf(procedure: Procedure, event: string): Made {
  const schema = procedure.events[event];
  if (!schema) throw new Error(`${procedure.name} has no schema for ${event}`);
  const form = formOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), procedure.name, event);
  return { form, asksForLists: asksForLists(form) };
}

/** What the lists of a case offer now: those of its profile, and the clocks, measures and signals it has itself. */
export function choicesOf(profile: Profile, clocks: readonly ClockRow[], context: BaseContext): Choices {
  const running = clocks.filter(({ isActive, dueAt }) => isActive && dueAt !== null);
  const own = context as BaseContext & {
    readonly items?: readonly { readonly code: string }[];
    readonly signals?: readonly (string | { readonly signal: string })[];
    readonly conditions?: readonly string[];
  };
  return {
    ...profileChoices(profile),
    case_clocks: worded(
      running,
      ({ key }) => key,
      ({ key }) => CLOCK_WORDS[key as ClockKey],
    ),
    ...(own.items && { case_items: asThemselves(own.items.map(({ code }) => code)) }),
    ...(own.signals && {
      case_signals: asThemselves(
        own.signals.map((signal) => (typeof signal === 'string' ? signal : signal.signal)),
      ),
    }),
    ...(own.conditions && { case_conditions: asThemselves(own.conditions) }),
  };
}

/** What the lists of a profile offer. */
export function profileChoices({ lists, sanctionTracks, appealTracks }: Profile): Choices {
  const ofLists = LIST_NAMES.map((name): [FormList, Readonly<Record<string, Words>>] => [
    name,
    listed(lists[name]),
  ]);
  return {
    ...(Object.fromEntries(ofLists) as Choices),
    sanction_tracks: listed(sanctionTracks),
    sanction_measures: listed(sanctionTracks.flatMap(({ measures }) => measures)),
    appeal_tracks: listed(appealTracks),
  };
}

const worded = <T>(
  items: readonly T[],
  codeOf: (item: T) => string,
  wordsOf: (item: T) => Words,
): Readonly<Record<string, Words>> =>
  Object.fromEntries(
    items.map((item) => {
      const { zh, en } = wordsOf(item);
      return [codeOf(item), { zh, en }];
    }),
  );
const listed = (items: readonly (Words & { readonly code: string })[]): Readonly<Record<string, Words>> =>
  worded(
    items,
    ({ code }) => code,
    (item) => item,
  );
/** Codes that people chose, which are called what they are. */
const asThemselves = (codes: readonly string[]): Readonly<Record<string, Words>> =>
  worded(
    codes,
    (code) => code,
    (code) => ({ zh: code, en: code }),
  );
