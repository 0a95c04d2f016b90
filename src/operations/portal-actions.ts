/**
 * What the portal offers a reporter beside messages: the events that the procedure lets them send now and whose data are
 * words alone, since a page without a script asks for nothing else. Read from the actions of the case, written by its step.
 */
import type { ActionView } from '../contract/cases.ts';
import type { PortalReport } from '../contract/portal.ts';
import { Problem } from '../contract/problems.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId, Words } from '../domain/vocabulary.ts';
import { ANY_EVENT } from '../machines/shared-rows.ts';
import type { Asker } from './acting.ts';
import { applyCaseEvent } from './apply-case-event.ts';
import { listActions } from './list-actions.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

type Action = PortalReport['actions'][number];
type Field = Action['fields'][number];

/** Fields the portal has words for; an event with any other is not offered. */
const FIELD_WORDS: Readonly<Record<string, Words>> = {
  '/reporter/name': { zh: '姓名', en: 'Name' },
  '/reporter/unit': { zh: '单位', en: 'Unit' },
  '/reporter/contact': { zh: '联系方式', en: 'How to reach you' },
  '/text': { zh: '内容', en: 'Text' },
  '/reason': { zh: '理由', en: 'Reason' },
  '/objection': { zh: '异议', en: 'Objection' },
  '/explanation': { zh: '说明', en: 'Explanation' },
};

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly maxLength?: number;
  readonly enum?: unknown;
  readonly pattern?: unknown;
  readonly format?: unknown;
}

/** The fields of an event's data, where all that it needs are words; null otherwise. */
export function textFieldsOf(schema: JsonSchema, at = ''): Field[] | null {
  const fields: Field[] = [];
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const isRequired = schema.required?.includes(name) === true;
    if (at === '' && name in ANY_EVENT && !isRequired) continue;
    const pointer = `${at}/${name}`;
    const isText =
      part.type === 'string' &&
      part.enum === undefined &&
      part.pattern === undefined &&
      part.format === undefined;
    const label = FIELD_WORDS[pointer];
    const inner =
      part.type === 'object'
        ? textFieldsOf(part, pointer)
        : isText && label
          ? [{ pointer, label: { ...label }, isRequired, maxLength: part.maxLength ?? 4_000 }]
          : null;
    if (inner) fields.push(...inner);
    else if (isRequired) return null;
  }
  return fields.length > 0 ? fields : null;
}

const offered = ({ event, labels, isAllowed, schema }: ActionView): Action[] => {
  const fields = isAllowed ? textFieldsOf(schema) : null;
  const label = labels[0];
  return fields && label ? [{ event, label: { zh: label.zh, en: label.en }, fields }] : [];
};

/** What the reporter may do now. */
export async function reporterActions(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<Action[]> {
  const { items } = await listActions(runtime, asker, caseId);
  return items.flatMap(offered);
}

const MOST_TRIES = 5;

/** Takes an action that is offered. Throws `Problem`: event-not-allowed (also for one that is not offered), validation-failed, request-in-progress. */
export async function takeAction(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { event, fields }: { readonly event: string; readonly fields: Readonly<Record<string, string>> },
): Promise<void> {
  const action = (await reporterActions(runtime, asker, caseId)).find((each) => each.event === event);
  if (!action)
    throw new Problem('event-not-allowed', {
      zh: '目前不能办理此事项',
      en: 'This cannot be done now',
    });
  const data = nested(action.fields, fields);
  for (let tries = 0; ; tries++) {
    const { version } = await visibleCase(runtime, asker, caseId);
    try {
      await applyCaseEvent(runtime, { asker, caseId, readVersion: version, type: event, data });
      return;
    } catch (error) {
      // Somebody else moved the case meanwhile; the reporter need not know.
      if (!(error instanceof Problem && error.problem === 'case-changed')) throw error;
      if (tries >= MOST_TRIES) throw new Problem('request-in-progress');
    }
  }
}

/** Known fields only, put where they stand; what was left empty is absent. */
function nested(fields: readonly Field[], given: Readonly<Record<string, string>>): EventData {
  const data: Record<string, unknown> = {};
  for (const { pointer } of fields) {
    const value = Object.hasOwn(given, pointer) ? given[pointer]?.trim() : undefined;
    const path = pointer.split('/').slice(1);
    let at = data;
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    if (value !== undefined && value !== '') at[path.at(-1) ?? ''] = value;
  }
  return data;
}
