/**
 * The command palette: what is typed narrows down the cases, pages, steps and keys there are, arrow keys go through them, and
 * Enter takes one. A combobox with a list (WAI-ARIA): the focus stays in the field, and the field says which entry it is at.
 */
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Button, Input, Modal } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PageRoute } from '../app/routes.tsx';
import { isComposed } from '../keys/use-keys.ts';
import { focusIfLost } from '../parts/kept-focus.ts';
import { useCommonWords } from '../words/common.ts';
import { usePaletteWords } from '../words/palette.ts';
import { inGroups, ledBy, type Entry } from './entries.ts';
import { useEntries } from './use-entries.ts';
import './palette.css';

export interface PaletteProps {
  readonly pages: readonly PageRoute[];
  /** Told once it is off the page. */
  readonly onClosed: () => void;
}

export default function Palette({ pages, onClosed }: PaletteProps) {
  const t = usePaletteWords();
  const common = useCommonWords();
  const listId = useId();
  const [isOpen, setOpen] = useState(true);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { entries, state } = useEntries(typed, pages);
  /** Where the reader was; what is run finds the focus there, as a key would have. */
  const [from] = useState(() => document.activeElement);
  const taken = useRef<Entry | null>(null);

  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === chosen),
  );
  const active = entries[at];
  const idOf = ({ id }: Entry) => `${listId}-${id}`;
  const activeId = active && idOf(active);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const close = () => {
    setOpen(false);
  };
  const take = (entry: Entry | undefined) => {
    if (!entry) return;
    taken.current = entry;
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposed(event.nativeEvent)) return;
    const led = ledBy(event.key, at, entries.length);
    if (led !== null) setChosen(entries[led]?.id ?? null);
    else if (event.key === 'Enter') take(active);
    else return;
    event.preventDefault();
  };
  const onAnyKey = (event: KeyboardEvent) => {
    if (isComposed(event.nativeEvent)) return;
    const isOwnKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (event.key !== 'Escape' && !isOwnKey) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    <Modal
      open={isOpen}
      title={common('palette')}
      footer={null}
      closable={false}
      // An input method has its own use for Esc, which antd does not know of.
      keyboard={false}
      transitionName=""
      maskTransitionName=""
      rootClassName="palette"
      onCancel={close}
      afterClose={() => {
        if (from instanceof HTMLElement) from.focus({ preventScroll: true });
        focusIfLost();
        onClosed();
        taken.current?.run();
      }}
    >
      <div onKeyDown={onAnyKey}>
        <div className="palette-field">
          <Input
            autoFocus
            role="combobox"
            aria-label={t('seek')}
            aria-expanded={entries.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(activeId !== undefined && { 'aria-activedescendant': activeId })}
            prefix={<SearchOutlined aria-hidden />}
            placeholder={t('seek')}
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(null);
            }}
            onKeyDown={onKeyDown}
          />
          <Button onClick={close}>{common('close')}</Button>
        </div>
        <p role="status" className="quiet">
          {state === 'seeking'
            ? t('seeking')
            : state === 'failed'
              ? t('failed')
              : entries.length === 0
                ? t('none')
                : t('count', { count: entries.length })}
        </p>
        <div role="listbox" id={listId} aria-label={t('found')} className="palette-list">
          {inGroups(entries).map(([group, of]) => (
            <div key={group} role="group" aria-labelledby={`${listId}-of-${group}`}>
              <div id={`${listId}-of-${group}`} role="presentation" className="palette-group">
                {t(group)}
              </div>
              {of.map((entry) => (
                <Option
                  key={entry.id}
                  id={idOf(entry)}
                  entry={entry}
                  isActive={entry === active}
                  onTake={() => {
                    take(entry);
                  }}
                />
              ))}
            </div>
          ))}
        </div>
        <p className="quiet palette-note">{t('keysNote')}</p>
      </div>
    </Modal>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isActive: boolean;
  readonly onTake: () => void;
}

function Option({ id, entry: { group, label, more }, isActive, onTake }: OptionProps) {
  const isKey = group === 'pages' || group === 'keys';
  return (
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      className="palette-option"
      onMouseDown={(event) => {
        event.preventDefault(); // the focus stays in the field
      }}
      onClick={onTake}
    >
      <span>{label}</span>
      {more !== undefined && (isKey ? <kbd>{more}</kbd> : <span className="quiet">{more}</span>)}
    </div>
  );
}
