/** What two versions of a procedure do not have in common: computed from what each declares, part by part. */
import type { ProcedureDifference } from '../../contract/system.ts';
import type { ProcedureView } from '../../contract/procedures.ts';
import type { Words } from '../../domain/vocabulary.ts';

type Item = ProcedureDifference['items'][number];
type Part = Readonly<Record<string, unknown>>;

/** The difference from one version to another, states first. */
export function differenceOf(from: ProcedureView, to: ProcedureView): ProcedureDifference {
  return {
    name: to.name,
    from: from.version,
    to: to.version,
    items: [
      ...compared('state', statesOf(from), statesOf(to)),
      ...compared('region', regionsOf(from), regionsOf(to)),
      ...compared('transition', rowsOf(from), rowsOf(to)),
      ...compared('guard', guardsOf(from), guardsOf(to)),
      ...compared('event', eventsOf(from), eventsOf(to)),
    ],
  };
}

const statesOf = ({ states }: ProcedureView) =>
  new Map<string, Part>(states.map((each) => [each.state, each]));

const regionsOf = ({ regions }: ProcedureView) =>
  new Map<string, Part>(
    Object.entries(regions).flatMap(([region, { states }]) =>
      states.map((each) => [`${region}.${each.state}`, each] as const),
    ),
  );

/** A row of the table may stand for several choices in the data: each is one transition. Guards have a part of their own. */
const rowsOf = ({ transitions }: ProcedureView) =>
  new Map<string, Part>(
    transitions.map(({ guards, ...row }) => [
      [row.row, row.event, ...(Object.keys(row.when).length > 0 ? [JSON.stringify(row.when)] : [])].join(' '),
      { ...row, guards: guards.map(({ guard }) => guard) },
    ]),
  );

const guardsOf = ({ transitions }: ProcedureView) =>
  new Map<string, Part>(
    transitions.flatMap(({ guards }) =>
      guards.map(({ guard, words, basis }) => [guard, { guard, label: words, basis }] as const),
    ),
  );

const eventsOf = ({ schemas }: ProcedureView) =>
  new Map<string, Part>(Object.entries(schemas).map(([event, schema]) => [event, { schema }]));

function compared(
  part: Item['part'],
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
): Item[] {
  const items: Item[] = [];
  for (const code of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(code);
    const fresh = after.get(code);
    const label = ((fresh ?? old)?.label as Words | undefined) ?? null;
    if (!old || !fresh) {
      items.push({ part, code, label, change: old ? 'removed' : 'added', fields: [] });
      continue;
    }
    const fields = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
      .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
      .map((field) => ({ field, before: plain(old[field]), after: plain(fresh[field]) }));
    if (fields.length > 0) items.push({ part, code, label, change: 'changed', fields });
  }
  return items;
}

const plain = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
