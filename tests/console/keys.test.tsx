// @vitest-environment happy-dom
/** When a key is ours: not while somebody composes, not over a dialog, not once they switched shortcuts off. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand, useCommandList, useCommands } from '../../console/src/keys/commands.ts';
import { runShortcut, switchShortcuts, useKeys, useShortcutList } from '../../console/src/keys/use-keys.ts';

let taken: string[] = [];
const take = (what: string) => ({
  label: what,
  run: () => {
    taken.push(what);
  },
});

function Keys() {
  useKeys({
    j: take('next'),
    'ctrl+enter': take('submit'),
    'ctrl+k': { ...take('palette'), isYielding: true },
  });
  const listed = useShortcutList();
  return (
    <main>
      <input aria-label="field" />
      <div role="dialog">
        <button type="button">in a dialog</button>
      </div>
      <output>{listed.map(([key]) => key).join(' ')}</output>
    </main>
  );
}

function Commands({ steps }: { readonly steps: readonly string[] }) {
  useCommands(steps.map((step) => ({ id: step, ...take(step) })));
  return null;
}
function Listed() {
  return (
    <output>
      {useCommandList()
        .map(({ id }) => id)
        .join(' ')}
    </output>
  );
}

const press = (target: Element, init: KeyboardEventInit) => {
  taken = [];
  fireEvent.keyDown(target, init);
  return taken;
};
const PALETTE = { key: 'k', ctrlKey: true };
const SUBMIT = { key: 'Enter', ctrlKey: true };

beforeEach(() => {
  taken = [];
});
afterEach(() => {
  switchShortcuts(true);
  cleanup();
});

describe('a key', () => {
  it('with Ctrl or ⌘ works in a field, where a letter is typed', () => {
    render(<Keys />);
    const field = screen.getByLabelText('field');
    expect(press(field, { key: 'j' })).toEqual([]);
    expect(press(document.body, { key: 'j' })).toEqual(['next']);
    expect(press(field, PALETTE)).toEqual(['palette']);
    expect(press(field, { key: 'k', metaKey: true })).toEqual(['palette']);
  });

  it('is left to an input method that composes', () => {
    render(<Keys />);
    const field = screen.getByLabelText('field');
    expect(press(field, { ...PALETTE, isComposing: true })).toEqual([]);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else says it
    expect(press(field, { ...PALETTE, keyCode: 229 })).toEqual([]);
  });

  it('that submits works in a dialog; one that leads away does not', () => {
    render(<Keys />);
    const inDialog = screen.getByText('in a dialog');
    expect(press(inDialog, SUBMIT)).toEqual(['submit']);
    expect(press(inDialog, PALETTE)).toEqual([]);
  });

  it('rests once shortcuts are switched off, but for what submits', () => {
    render(<Keys />);
    switchShortcuts(false);
    expect(press(document.body, { key: 'j' })).toEqual([]);
    expect(press(document.body, PALETTE)).toEqual([]);
    expect(press(document.body, SUBMIT)).toEqual(['submit']);
  });

  it('is listed while its page is there, and does from the list what it does', () => {
    const { unmount } = render(<Keys />);
    expect(screen.getByText('j ctrl+enter ctrl+k')).toBeTruthy();
    runShortcut('j');
    expect(taken).toEqual(['next']);
    unmount();
    runShortcut('j');
    expect(taken).toEqual(['next']);
  });
});

it('a command is offered while it may be done, and not run afterwards', () => {
  const shown = (steps: readonly string[]) => (
    <>
      <Commands steps={steps} />
      <Listed />
    </>
  );
  const { rerender } = render(shown(['ACCEPT', 'NOTE']));
  expect(screen.getByText('ACCEPT NOTE')).toBeTruthy();
  runCommand('ACCEPT');
  rerender(shown(['NOTE']));
  expect(screen.getByText('NOTE')).toBeTruthy();
  runCommand('ACCEPT');
  expect(taken).toEqual(['ACCEPT']);
});
