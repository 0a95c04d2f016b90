/**
 * A small procedure to break: a request is received, checked by a handler, and approved by a leader. Sound as it is;
 * tests of the engine and of the model check put one thing wrong at a time.
 */
import { startClock, stopClock, type Effect } from '../../src/domain/effect.ts';
import { defineProcedure, type ProcedureTable } from '../../src/machines/define-procedure.ts';
import type {
  BaseContext,
  EventSchemas,
  Guard,
  Procedure,
  Row,
  StateNode,
} from '../../src/machines/procedure.ts';
import { eventData } from '../../src/machines/shared-rows.ts';

const words = (en: string) => ({ zh: `（${en}）`, en });

export const STATES: Readonly<Record<string, StateNode>> = {
  received: { label: words('received'), clocks: ['report.verify'] },
  checked: { label: words('checked'), owed: ['approver_incharge'] },
  granted: { label: words('granted'), isClosed: true },
};

export const EVENTS: EventSchemas = {
  ASK: eventData({}),
  CHECK: eventData({}),
  GRANT: eventData({}),
};

const GUARDS: Readonly<Record<string, Guard<BaseContext>>> = {
  is_assigned: {
    words: words('nobody is assigned'),
    basis: ['D'],
    holds: ({ context }) => context.assignee !== null,
  },
};

export const row = (more: Partial<Row> & Pick<Row, 'row' | 'event' | 'from'>): Row => ({
  roles: ['handler'],
  basis: ['D'],
  label: words(more.event),
  ...more,
});

export const ROWS: readonly Row[] = [
  row({
    row: 'X1',
    event: 'ASK',
    from: 'opening',
    to: 'received',
    roles: ['reporter'],
    effects: [startClock('report.verify')],
  }),
  row({
    row: 'X2',
    event: 'CHECK',
    from: 'received',
    to: 'checked',
    duty: 'handled',
    people: 2,
    effects: [stopClock('report.verify')],
  }),
  row({
    row: 'X3',
    event: 'GRANT',
    from: 'checked',
    to: 'granted',
    roles: ['approver_incharge'],
    duty: 'approved',
    guards: ['is_assigned'],
  }),
];

interface Changes {
  readonly states?: Readonly<Record<string, StateNode>>;
  readonly events?: EventSchemas;
  readonly rows?: readonly Row[];
  readonly guards?: Readonly<Record<string, Guard<BaseContext>>>;
  readonly openings?: readonly string[];
}

/** The procedure with parts replaced. */
export function doctored(changes: Changes = {}): Procedure {
  const table: ProcedureTable<BaseContext, string, string, EventSchemas> = {
    name: 'request',
    version: 1,
    label: words('Request'),
    context: {},
    states: changes.states ?? STATES,
    events: changes.events ?? EVENTS,
    openings: changes.openings ?? ['ASK'],
    guards: changes.guards ?? GUARDS,
    rows: changes.rows ?? ROWS,
    summary: () => ({}),
  };
  return defineProcedure(table);
}

/** The rows with one of them changed. */
export const withRow = (name: string, changes: Partial<Row>): Row[] =>
  ROWS.map((one) => (one.row === name ? { ...one, ...changes } : one));

/** An effect that nobody can carry out. */
export const UNHEARD_OF = { kind: 'send_pigeon' } as unknown as Effect;
