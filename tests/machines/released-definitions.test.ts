/** A version that was released is frozen: what it declares has the hash it was released with. */
import { expect, it } from 'vitest';
import { procedureOf } from '../../src/machines/registry.ts';
import RELEASED from '../../src/machines/released-definitions.json' with { type: 'json' };
import { hashDefinition } from '../../src/operations/runtime.ts';

const released = Object.entries(RELEASED.released);

it.each(released)('%s declares what it was released with', (called, definition) => {
  const [name = '', version] = called.split('@');
  const procedure = procedureOf(name, Number(version));
  expect(procedure && hashDefinition(procedure)).toBe(definition);
});

it('a changed state, row or event schema has another hash', () => {
  const procedure = procedureOf('clarification', 1)!;
  const [first, ...rest] = procedure.rows;
  const { APPLY: _apply, ...events } = procedure.events;
  const changed = [
    { ...procedure, rows: rest },
    { ...procedure, rows: [{ ...first!, roles: ['handler'] as const }, ...rest] },
    { ...procedure, states: { ...procedure.states, checked: { label: { zh: '会商', en: 'checked' } } } },
    { ...procedure, events },
  ];
  const hashes = [procedure, ...changed].map(hashDefinition);
  expect(new Set(hashes).size).toBe(5);
});
