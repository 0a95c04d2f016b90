/** Splitting an event's data: what is kept for good, what may be erased, and what is sealed (settled questions 9). */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freeText, identity, splitEventData, withTexts } from '../../src/domain/event-data.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import { wholeSamplesFor } from '../../src/engine/sample-data.ts';

const Schema = z.strictObject({
  code: z.string(),
  count: z.int().default(1),
  reason: freeText(),
  remark: freeText().optional(),
  nothing: z.string().nullable().optional(),
  reporter: z
    .strictObject({ name: identity(z.string()).optional(), contact: identity(z.string()) })
    .optional(),
  answers: z.array(z.strictObject({ code: z.string(), view: freeText().optional() })).default([]),
  notes: z.array(freeText()).default([]),
  'odd/name~': z.strictObject({ text: freeText() }).optional(),
});
const split = (value: z.input<typeof Schema>) => splitEventData(Schema, Schema.parse(value));

describe('an event’s data', () => {
  it('keeps codes and numbers, defaults included', () => {
    expect(split({ code: 'a', reason: 'Because.' }).data).toEqual({
      code: 'a',
      count: 1,
      answers: [],
      notes: [],
    });
  });

  it('takes out free text, by where it stood', () => {
    const { data, text } = split({
      code: 'a',
      reason: 'Because.',
      answers: [{ code: 'x' }, { code: 'y', view: 'I dissent.' }],
    });
    expect(text).toEqual({ '/reason': 'Because.', '/answers/1/view': 'I dissent.' });
    expect(data.answers).toEqual([{ code: 'x' }, { code: 'y' }]);
  });

  it('leaves a gap where a list held text, so that the others keep their places', () => {
    const { data, text } = split({ code: 'a', reason: 'Because.', notes: ['one', 'two'] });
    expect(data.notes).toEqual([null, null]);
    expect(text).toMatchObject({ '/notes/0': 'one', '/notes/1': 'two' });
  });

  it('seals identities, and leaves the fact that there was one', () => {
    const {
      data,
      text,
      identity: sealed,
    } = split({
      code: 'a',
      reason: 'Because.',
      reporter: { name: 'Rosa', contact: '0731' },
    });
    expect(sealed).toEqual({ '/reporter/name': 'Rosa', '/reporter/contact': '0731' });
    expect(data.reporter).toEqual({});
    expect(JSON.stringify([data, text])).not.toContain('Rosa');
  });

  it('writes odd names as JSON Pointers do', () => {
    const { text } = split({ code: 'a', reason: 'Because.', 'odd/name~': { text: 'There.' } });
    expect(text).toMatchObject({ '/odd~1name~0/text': 'There.' });
  });

  it('keeps a null, which is an answer', () => {
    expect(split({ code: 'a', reason: 'Because.', nothing: null }).data).toMatchObject({ nothing: null });
  });
});

describe('texts put back', () => {
  it('stand where they stood', () => {
    const whole = {
      code: 'a',
      count: 2,
      reason: 'Because.',
      answers: [{ code: 'x', view: 'I dissent.' }],
      notes: [],
      'odd/name~': { text: 'There.' },
    };
    const { data, text } = split(whole);
    expect(withTexts(data, text)).toEqual(whole);
  });

  it('leave the data they were taken from alone', () => {
    const { data, text } = split({ code: 'a', reason: 'Because.' });
    withTexts(data, text);
    expect(data).not.toHaveProperty('reason');
  });

  it('that were erased leave the rest readable', () => {
    const { data } = split({ code: 'a', reason: 'Because.' });
    expect(withTexts(data, {})).toEqual(data);
  });
});

describe('free text', () => {
  it.each([
    ['is trimmed', '  word ', true],
    ['is not blank', '   ', false],
    ['is not longer than it may be', 'x'.repeat(4_001), false],
  ])('%s', (_, value, fits) => {
    expect(freeText().safeParse(value).success).toBe(fits);
  });
});

describe('every event of every procedure', () => {
  const events = currentProcedures().flatMap((procedure) =>
    Object.entries(procedure.events).map(
      ([event, schema]) => [`${procedure.name}.${event}`, schema] as const,
    ),
  );
  /** Fields by whose names people write what may be personal; codes and dates of that name are listed. */
  const PROSE =
    /^(text|remark|explanation|statement|record|report|reply|view|dissent|whatIsNew|objection|description|plan|trigger|content|contact)$/;

  it.each(events)('%s: keeps no prose among the data that are never erased', (_, schema) => {
    for (const whole of wholeSamplesFor(schema, {})) {
      const { data } = splitEventData(schema, whole);
      const names = JSON.stringify(data).matchAll(/"([A-Za-z]+)":/g);
      expect([...names].map(([, name]) => name!).filter((name) => PROSE.test(name))).toEqual([]);
    }
  });
});
