/** Made-up data for rows: well formed for every event there is, each choice made once, and free of texts and names. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { possibleEffects } from '../../src/engine/possible-effects.ts';
import { samplesFor, wholeSamplesFor } from '../../src/engine/sample-data.ts';
import { isChosen } from '../../src/machines/define-procedure.ts';
import { eventData } from '../../src/machines/shared-rows.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import { freeText, identity } from '../../src/domain/event-data.ts';
import { PROFILE } from '../machines/play.ts';
import { doctored, row } from './doctored.ts';

const rows = currentProcedures().flatMap((procedure) =>
  procedure.rows.map((one) => [`${procedure.name} ${one.row}`, procedure, one] as const),
);

describe('sample data', () => {
  it.each(rows)(
    '%s: there are some, they fit the schema and make the choice of the row',
    (_, procedure, one) => {
      const schema = procedure.events[one.event]!;
      const whole = wholeSamplesFor(schema, one);
      expect(whole.length).toBeGreaterThan(0);
      for (const sample of whole) expect(schema.safeParse(sample).error).toBeUndefined();
      for (const sample of samplesFor(schema, one)) expect(isChosen(one, sample)).toBe(true);
    },
  );

  it('take every value of a choice, and true and false', () => {
    const schema = eventData({ way: z.enum(['talk', 'letter', 'visit']), isUrgent: z.boolean() });
    const samples = samplesFor(schema, {});
    expect(new Set(samples.map(({ way }) => way))).toEqual(new Set(['talk', 'letter', 'visit']));
    expect(new Set(samples.map(({ isUrgent }) => isUrgent))).toEqual(new Set([true, false]));
  });

  it('hold neither free text nor an identity, which no row sees', () => {
    const schema = z.strictObject({ text: freeText(), name: identity(z.string()), code: z.string() });
    for (const sample of samplesFor(schema, {})) expect(Object.keys(sample)).toEqual(['code']);
    expect(wholeSamplesFor(schema, {})[0]).toMatchObject({
      text: expect.any(String),
      name: expect.any(String),
    });
  });

  it('are none for what nothing made up can fit', () => {
    expect(samplesFor(eventData({ odd: z.string().regex(/^[0-9]{3}-never$/) }), {})).toEqual([]);
  });
});

describe('effects a row can have', () => {
  const effectsOf = (effects: NonNullable<Parameters<typeof row>[0]['effects']>) =>
    possibleEffects(doctored(), row({ row: 'X9', event: 'CHECK', from: ['received'], effects }), PROFILE);

  it('are its own where they do not depend on anything', () => {
    const effects = [{ kind: 'record' } as const];
    expect(effectsOf(effects)).toEqual({ effects, isUnknown: false });
  });

  it('are found with a case that is blank and one that is not', () => {
    const found = effectsOf(({ context }) => [
      { kind: 'notify', who: ['handler'], notice: context.assignee === null ? 'nobody' : 'somebody' },
    ]);
    expect(found.effects).toEqual([
      { kind: 'notify', who: ['handler'], notice: 'nobody' },
      { kind: 'notify', who: ['handler'], notice: 'somebody' },
    ]);
  });

  it('are unknown where no sample can be judged', () => {
    const broken = () => {
      throw new Error('no');
    };
    expect(effectsOf(broken)).toEqual({ effects: [], isUnknown: true });
  });
});
