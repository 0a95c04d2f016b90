// @vitest-environment happy-dom
/** The form of a step: every schema of every event can be drawn, errors stand at their fields, and what was typed stays. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContentError } from '../../console/src/api/problem.ts';
import { SessionFrame, type Session } from '../../console/src/app/session.tsx';
import { fieldAt, withField, type Data, type FormSchema } from '../../console/src/schema-form/form-schema.ts';
import { instantOf, localOf } from '../../console/src/schema-form/instants.ts';
import { SchemaForm } from '../../console/src/schema-form/schema-form.tsx';
import { wordsOf } from '../../console/src/words/words-of.ts';
import { setLocale } from '../../console/src/words/locale.ts';
import { filledForm } from '../../src/domain/form-schema.ts';
import { currentProcedure, currentProcedures } from '../../src/machines/registry.ts';
import { profileChoices, schemaOf } from '../../src/operations/event-forms.ts';
import { PROFILE } from '../machines/play.ts';

const formOf = (procedure: string, event: string): FormSchema =>
  filledForm(schemaOf(currentProcedure(procedure)!, event), profileChoices(PROFILE));

let sent: Data = {};
function Held({
  schema,
  start,
  errors,
}: {
  schema: FormSchema;
  start: Data;
  errors: readonly ContentError[];
}) {
  const [value, setValue] = useState<Data>(start);
  sent = value;
  return <SchemaForm {...{ value, errors }} schema={{ ...schema }} onChange={setValue} />;
}
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } });
const SESSION = { roles: ['handler'] } as unknown as Session;
const draw = (schema: FormSchema, { start = {}, errors = [] as readonly ContentError[] } = {}) => {
  const held = (now: readonly ContentError[]) => (
    <QueryClientProvider client={queries}>
      <SessionFrame session={SESSION}>
        <Held {...{ schema, start }} errors={now} />
      </SessionFrame>
    </QueryClientProvider>
  );
  const { rerender, container } = render(held(errors));
  return {
    container,
    refuse: (now: readonly ContentError[]) => {
      rerender(held(now));
    },
  };
};

beforeEach(() => {
  setLocale('en');
});
afterEach(cleanup);

/** Fields that were drawn already: events share many, and one alike is drawn alike. */
const drawn = new Set<string>();
const freshFields = (schema: FormSchema): FormSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([, { 'x-order': _order, ...field }]) => {
      const seen = JSON.stringify(field);
      return !drawn.has(seen) && drawn.add(seen);
    }),
  ),
});

/** One row in each list, so that what is in them is drawn too. */
const oneOfEach = (schema: FormSchema): Data =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      field.items?.type === 'object' ? [[name, [oneOfEach(field.items)]]] : [],
    ),
  );

describe('the form of every event', () => {
  it.each(currentProcedures().map(({ name, events }) => [name, Object.keys(events)] as const))(
    'of %s is drawn, each field with its label and none unknown',
    (procedure, events) => {
      for (const event of events) {
        const schema = freshFields(formOf(procedure, event));
        const titles = Object.values(schema.properties ?? {}).map((field) => field['x-title']!.en);
        if (titles.length === 0) continue;
        const { container } = draw(schema, { start: oneOfEach(schema) });
        expect([event, screen.queryAllByText('This page cannot draw this field')]).toEqual([event, []]);
        const typed = container.querySelectorAll<HTMLInputElement>(
          'input:not([type=radio], [type=checkbox]), textarea:not([aria-hidden])',
        );
        for (const { id, labels } of typed) expect([event, id, labels?.length]).toEqual([event, id, 1]);
        const named = [...container.querySelectorAll('label, legend')].map((each) => each.textContent);
        expect([event, titles.filter((title) => !named.some((text) => text.startsWith(title)))]).toEqual([
          event,
          [],
        ]);
        cleanup();
      }
    },
    60_000,
  );
});

describe('a form', () => {
  it('shows an error of the server at its field and in the summary, and keeps what was typed', () => {
    const { refuse, container } = draw(formOf('complaint', 'DECLINE'));
    fireEvent.change(screen.getByLabelText(/^Explanation/), { target: { value: 'Belongs to the court.' } });
    refuse([{ pointer: '/reason', message: 'This is required' }]);
    const summary = screen.getByRole('alert');
    expect(summary).toBe(document.activeElement);
    const link = within(summary).getByRole('link', { name: 'This is required' });
    const field = container.querySelector(`[id="${link.getAttribute('href')!.slice(1)}"]`)!;
    const group = field.closest('fieldset')!;
    expect(group.textContent).toContain('Why it is not accepted');
    expect(group.textContent).toContain('This is required');
    expect(sent).toEqual({ explanation: 'Belongs to the court.' });
  });

  it('finds the fields of a list for an error within it', () => {
    const { container } = draw(formOf('complaint', 'ADD_ALLEGATION'), {
      start: { allegations: [{ point: 'w1' }, { point: 'w?' }] },
      errors: [{ pointer: '/allegations/1/point', message: 'Has the wrong form' }],
    });
    const wrong = container.querySelectorAll('[aria-invalid="true"]');
    expect([...wrong].map((each) => (each as HTMLInputElement).value)).toEqual(['w?']);
    expect(fieldAt(formOf('complaint', 'ADD_ALLEGATION'), '/allegations/1/point')?.path).toEqual([
      'allegations',
      1,
      'point',
    ]);
  });

  it('adds to a list and takes from it, with what each begins with', () => {
    draw(formOf('complaint', 'HAND_OVER'));
    fireEvent.click(screen.getByRole('button', { name: 'Allegations: add another' }));
    fireEvent.click(screen.getByRole('button', { name: 'Allegations: add another' }));
    const points = screen.getAllByLabelText(/^Code of the allegation/);
    fireEvent.change(points[0]!, { target: { value: 'w1' } });
    fireEvent.change(points[1]!, { target: { value: 'w2' } });
    expect(sent.allegations).toEqual([
      { point: 'w1', isOfDuty: false },
      { point: 'w2', isOfDuty: false },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Allegations 1' }));
    expect(sent.allegations).toEqual([{ point: 'w2', isOfDuty: false }]);
  });

  it('says that something is missing only where somebody has been', () => {
    draw(formOf('complaint', 'NOTE'));
    expect(screen.queryByText('Enter: Note')).toBeNull();
    fireEvent.blur(screen.getByLabelText(/^Note/));
    expect(screen.getByText('Enter: Note')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^Note/), { target: { value: 'x'.repeat(10_001) } });
    expect(screen.getByText('At most 10000 characters')).toBeTruthy();
    expect((sent.text as string).length).toBe(10_001);
  });

  it('folds away what is rarely needed, and opens it for an error', () => {
    const { refuse, container } = draw(formOf('complaint', 'NOTE'));
    const more = container.querySelector('details')!;
    expect([more.open, more.textContent.includes('Own reference')]).toEqual([false, true]);
    refuse([{ pointer: '/reference', message: 'At most 200 characters' }]);
    expect(more.open).toBe(true);
  });

  it('asks yes or no, and keeps an answer that is not known apart from no', () => {
    draw(formOf('complaint', 'RECORD_WITHDRAWAL'));
    const threatened = within(screen.getByRole('group', { name: /^Threatened/ }));
    fireEvent.click(threatened.getByLabelText('not known'));
    expect(sent).toEqual({ threat: 'unknown' });
    fireEvent.click(threatened.getByLabelText('no'));
    expect(sent).toEqual({ threat: false });
  });

  it('takes along and locks what comes with any other choice', () => {
    draw(formOf('clarification', 'CONSULT_SUBJECT'));
    const written = screen.getByLabelText<HTMLInputElement>('in writing');
    fireEvent.click(screen.getByLabelText('in a meeting'));
    expect([written.checked, written.disabled, sent.forms]).toEqual([true, true, ['written', 'meeting']]);
    fireEvent.click(screen.getByLabelText('in a meeting'));
    expect([written.checked, written.disabled]).toEqual([true, false]);
  });

  it('speaks Chinese too', () => {
    setLocale('zh');
    draw(formOf('complaint', 'DECLINE'));
    expect(screen.getByRole('group', { name: /^不予受理情形/ })).toBeTruthy();
    expect(screen.getByLabelText('属于其他机关、单位职责范围')).toBeTruthy();
  });
});

describe('values', () => {
  it('that are left empty are left out, but for a list that has to be there', () => {
    const schema: FormSchema = {
      properties: { a: { type: 'string' }, b: { type: 'array' } },
      required: ['b'],
    };
    expect(withField(schema, { a: 'x', b: ['y'] }, 'a', '')).toEqual({ b: ['y'] });
    expect(withField(schema, { a: 'x', b: ['y'] }, 'b', [])).toEqual({ a: 'x', b: [] });
  });

  it('of a time are told in the zone of the body', () => {
    expect(instantOf('2026-11-25T10:30', 'Asia/Shanghai')).toBe('2026-11-25T10:30:00+08:00');
    expect(localOf('2026-11-25T02:30:00.000Z', 'Asia/Shanghai')).toBe('2026-11-25T10:30');
    expect(instantOf('2026-07-01T10:30', 'Europe/Berlin')).toBe('2026-07-01T10:30:00+02:00');
    expect(instantOf('2026-11', 'Asia/Shanghai')).toBeNull();
  });

  it('are called by the nearest name', () => {
    const both = (zh: string) => ({ zh, en: zh });
    const kinds = {
      field: { reason: both('a'), 'DECLINE.reason': both('b') },
      value: { other: both('c'), 'appeal.ground.other': both('d') },
      state: { complaint: { registered: both('e') } },
      notice: { overdue: both('f') },
    };
    const said = (kind: string, ...parts: string[]) => wordsOf(kinds, kind, parts)?.zh;
    expect(said('field', 'reason')).toBe('a');
    expect(said('field', 'reason', 'complaint', 'DECLINE')).toBe('b');
    expect(said('value', 'other', 'ground', 'appeal')).toBe('d');
    expect(said('value', 'other', 'ground')).toBe('c');
    expect(said('state', 'complaint', 'registered')).toBe('e');
    expect(said('notice', 'overdue:rect.item')).toBe('f');
    expect(said('paper', 'unheard_of')).toBeUndefined();
  });
});
