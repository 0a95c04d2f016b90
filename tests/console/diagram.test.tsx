// @vitest-environment happy-dom
/** The diagram of a case as it is drawn: it says what its table says, and its legal events are buttons for the keyboard. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { factsOf } from '../../console/src/pages/case/diagram/diagram-facts.ts';
import type { Diagram } from '../../console/src/pages/case/diagram/diagram-queries.ts';
import { DiagramSvg } from '../../console/src/pages/case/diagram/diagram-svg.tsx';
import { DiagramTable } from '../../console/src/pages/case/diagram/diagram-table.tsx';
import type { MayAct } from '../../console/src/pages/case/diagram/may-act.ts';
import { WORDS_KEY } from '../../console/src/words/codes.ts';
import { setLocale } from '../../console/src/words/locale.ts';
import { toDiagramView } from '../../src/api/views/diagram-view.ts';
import { currentProcedures } from '../../src/machines/registry.ts';

const AT = '2026-11-20T01:30:00.000Z';

/** A clarification that stands at its first state, and came there by its opening. */
const diagramOf = (name: string, near = false): Diagram => {
  const procedure = currentProcedures().find((each) => each.name === name)!;
  const opening = procedure.rows.find(
    ({ from, to }) => (from as readonly string[]).includes('opening') && to !== undefined,
  )!;
  const state = opening.to!;
  return toDiagramView(procedure, {
    near,
    place: {
      state,
      isSuspended: false,
      accepts: procedure.rows
        .filter(({ from, isInternal }) => !isInternal && (from as readonly string[]).includes(state))
        .map(({ event }) => event),
      moves: [{ number: 1, row: opening.row, from: 'opening', to: state, at: AT }],
      isCut: false,
    },
  });
};

const onAct = vi.fn<(event: string) => void>();
const shown = (component: ReactElement) => {
  const queries = new QueryClient();
  queries.setQueryData(WORDS_KEY, { version: '', kinds: {} });
  return render(<QueryClientProvider client={queries}>{component}</QueryClientProvider>);
};
const allAllowed = (diagram: Diagram): Map<string, MayAct> =>
  new Map(factsOf(diagram).map(({ row }) => [row.event, { why: null }]));

beforeEach(() => {
  setLocale('en');
  onAct.mockReset();
});
afterEach(cleanup);

describe('the diagram of a case', () => {
  it('draws every event that its table lists, and no other, for every procedure', () => {
    for (const { name } of currentProcedures()) {
      const diagram = diagramOf(name);
      const facts = factsOf(diagram);
      const drawn = shown(<DiagramSvg {...{ diagram, onAct }} mayAct={new Map()} />);
      const labels = [...drawn.container.querySelectorAll('[data-row]')].map(
        (label) => (label as SVGElement).dataset.row,
      );
      const listed = diagram.elsewhere.map(({ row }) => row);
      expect([name, [...labels, ...listed].sort()]).toEqual([name, facts.map(({ row }) => row.row).sort()]);
      cleanup();
      const table = shown(<DiagramTable {...{ diagram, onAct }} mayAct={new Map()} />);
      const heads = [...table.container.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
      expect([name, heads.sort()]).toEqual([name, facts.map(({ row }) => row.label.en).sort()]);
      cleanup();
    }
  });

  it('says of picture and table alike which events are possible now', () => {
    const diagram = diagramOf('clarification');
    const mayAct = allAllowed(diagram);
    const legal = factsOf({ ...diagram, elsewhere: [] })
      .filter(({ isLegalNow }) => isLegalNow)
      .map(({ row }) => row.event);
    expect(legal.length).toBeGreaterThan(1);
    shown(<DiagramSvg {...{ diagram, mayAct, onAct }} />);
    const inPicture = screen.getAllByRole('button').map((button) => button.dataset.event);
    expect(inPicture.sort()).toEqual(legal.sort());
    cleanup();
    shown(<DiagramTable diagram={{ ...diagram, elsewhere: [] }} {...{ mayAct, onAct }} />);
    expect(
      screen
        .getAllByRole('button')
        .map((button) => button.dataset.event)
        .sort(),
    ).toEqual(legal);
  });

  it('is acted on by the keyboard: Enter and Space, and only where it is allowed', () => {
    const diagram = diagramOf('clarification', true);
    const facts = factsOf({ ...diagram, elsewhere: [] }).filter(({ isLegalNow }) => isLegalNow);
    const [first, second] = facts.map(({ row }) => row.event) as [string, string];
    const mayAct = new Map<string, MayAct>([
      [first, { why: null }],
      [second, { why: 'An opinion is missing.' }],
    ]);
    shown(<DiagramSvg {...{ diagram, mayAct, onAct }} />);
    const buttons = screen.getAllByRole('button');
    const of = (event: string) => buttons.find((button) => button.dataset.event === event)!;
    expect(of(first).getAttribute('tabindex')).toBe('0');
    fireEvent.keyDown(of(first), { key: 'Enter' });
    fireEvent.keyDown(of(first), { key: ' ' });
    fireEvent.keyDown(of(first), { key: 'a' });
    expect(onAct.mock.calls).toEqual([[first], [first]]);
    expect(of(second).getAttribute('aria-disabled')).toBe('true');
    expect(of(second).getAttribute('aria-label')).toContain('An opinion is missing.');
    fireEvent.keyDown(of(second), { key: 'Enter' });
    fireEvent.click(of(second));
    expect(onAct).toHaveBeenCalledTimes(2);
  });

  it('says in words where the case stands and how it got there, and tells the date on focus', () => {
    const diagram = diagramOf('clarification');
    const { container } = shown(<DiagramSvg {...{ diagram, onAct }} mayAct={new Map()} />);
    const here = container.querySelector(`[data-state="${diagram.current!}"]`)!;
    expect(here.getAttribute('aria-label')).toMatch(/Current stage.*Step 1, 2026-11-20 09:30/);
    expect(here.textContent).toContain('Current stage');
    const taken = [...container.querySelectorAll<SVGElement>('[data-row]')].filter(
      (label) => label.getAttribute('tabindex') === '0',
    );
    expect(taken).toHaveLength(1);
    const told = () => within(container).queryAllByText(/2026-11-20 09:30/);
    expect(told()).toHaveLength(0);
    fireEvent.focus(taken[0]!);
    expect(told().length).toBeGreaterThan(0);
    fireEvent.blur(taken[0]!);
    expect(told()).toHaveLength(0);
  });

  it('keeps its boxes when the language changes', () => {
    const diagram = diagramOf('complaint');
    const boxes = () =>
      [...document.querySelectorAll('svg rect.plate')].map((box) =>
        ['x', 'y', 'width', 'height'].map((name) => box.getAttribute(name)),
      );
    shown(<DiagramSvg {...{ diagram, onAct }} mayAct={allAllowed(diagram)} />);
    const english = boxes();
    cleanup();
    setLocale('zh');
    shown(<DiagramSvg {...{ diagram, onAct }} mayAct={allAllowed(diagram)} />);
    expect(boxes()).toEqual(english);
    expect(english.length).toBeGreaterThan(10);
  });
});
