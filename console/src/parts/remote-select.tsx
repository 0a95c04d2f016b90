/** A field that is filled by looking something up: what is typed is searched on the server, and one or several are chosen. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type AriaAttributes } from 'react';
import { isProblem } from '../api/problem.ts';
import { usePickerWords } from '../words/pickers.ts';
import { useClear } from './use-clear.tsx';
import { useQuiet } from './use-quiet.ts';

/** One reference, several where the field takes them, or none yet. */
export type Picked = string | readonly string[] | null;

/** What every picker takes: the same names, so that a form can draw any of them alike. */
export interface PickerProps extends Pick<
  AriaAttributes,
  'aria-describedby' | 'aria-invalid' | 'aria-label' | 'aria-labelledby' | 'aria-required'
> {
  readonly id?: string;
  readonly value: Picked;
  readonly onChange: (value: Picked) => void;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onBlur?: () => void;
}

export interface Choice {
  readonly value: string;
  /** As it stands in the field once it is chosen. */
  readonly label: string;
  /** What else tells it from others in the list. */
  readonly more?: string;
}

interface RemoteSelectProps extends PickerProps {
  readonly search: (q: string) => Promise<readonly Choice[]>;
  readonly searchKey: readonly unknown[];
  /** Letters before anything is asked. */
  readonly fewest: number;
  readonly placeholder: string;
  readonly nothing: string;
  /** Names of what is chosen already, where the page knows them. */
  readonly known?: Readonly<Record<string, string>>;
  /** Told of what was chosen, with its name. */
  readonly onPick?: (choice: Choice) => void;
  /** What else can be done with what was typed: the last entry of the list, so that the arrow keys reach it too. */
  readonly last?: { readonly label: string; readonly run: (q: string) => void };
}

/** Milliseconds of quiet before what was typed is searched: a search for a person is put on record. */
const QUIET_MS = 400;

/** Names of what was chosen in this session of the page, so that they are shown again without a search. */
const remembered = new Map<string, string>();
/** Stands in the list for `last`; no reference looks like it. */
const LAST = ' ';

export function RemoteSelect({
  search,
  searchKey,
  fewest,
  placeholder,
  nothing,
  known = {},
  onPick,
  last,
  value,
  onChange,
  multiple = false,
  ...field
}: RemoteSelectProps) {
  const t = usePickerWords();
  const clear = useClear();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const q = useQuiet(typed.trim(), QUIET_MS);
  const isAsked = isOpen && Array.from(q).length >= fewest;
  /** What the list shows is about what is typed, so that Enter picks nobody who was found for fewer letters. */
  const isSettled = typed.trim() === q;
  const { data, isFetching, error } = useQuery({
    queryKey: ['lookup', ...searchKey, q],
    queryFn: () => search(q),
    enabled: isAsked,
    staleTime: 60_000,
    retry: false,
  });
  const found = isAsked && isSettled ? (data ?? []) : [];
  const chosen = value === null ? [] : typeof value === 'string' ? [value] : value;
  const labelOf = (one: string) => known[one] ?? remembered.get(one) ?? one;
  const options = [
    ...found,
    ...chosen
      .filter((one) => found.every((choice) => choice.value !== one))
      .map((one): Choice => ({ value: one, label: labelOf(one) })),
    ...(last && isAsked && isSettled && !isFetching ? [{ value: LAST, label: last.label }] : []),
  ];
  const said = !isAsked
    ? t('moreLetters')
    : isFetching || !isSettled
      ? t('searching')
      : isProblem(error, 'too-many-requests')
        ? t('tooMany')
        : error
          ? t('failed')
          : nothing;
  const isEmpty = isOpen && options.length === 0;
  return (
    <>
      <span role="status" className="visually-hidden">
        {isEmpty && said}
      </span>
      <Select<string | string[], Choice>
        {...field}
        className="wide"
        {...(multiple && { mode: 'multiple' as const })}
        value={multiple ? [...chosen] : (chosen[0] ?? null)}
        allowClear={clear}
        showSearch={{
          filterOption: false,
          onSearch: setTyped,
          searchValue: typed,
        }}
        open={isOpen}
        onOpenChange={setOpen}
        placeholder={placeholder}
        options={options}
        optionRender={({ data: { value: one, label, more } }) => (
          <span {...(one !== LAST && { lang: 'zh-CN' })}>
            {label}
            {more !== undefined && more !== '' && <span className="quiet"> {more}</span>}
          </span>
        )}
        // A list holds choices and nothing else; antd names this one as the one the keys are at.
        notFoundContent={
          <span role="option" id={`${field.id ?? ''}_list_-1`} aria-selected="false" aria-disabled="true">
            {said}
          </span>
        }
        popupRender={(list) => (
          <>
            {/* The list says this itself only where nothing at all stands in it. */}
            {found.length === 0 && options.length > 0 && isOpen && (
              <p role="status" className="quiet list-status">
                {said}
              </p>
            )}
            {list}
          </>
        )}
        onSelect={(one) => {
          if (one === LAST) {
            setOpen(false);
            last?.run(q);
            return;
          }
          const choice = options.find((each) => each.value === one);
          if (!choice) return;
          remembered.set(choice.value, choice.label);
          onPick?.(choice);
        }}
        onChange={(next) => {
          setTyped('');
          if (next === LAST || (Array.isArray(next) && next.includes(LAST))) return;
          onChange(multiple ? (Array.isArray(next) ? next : []) : typeof next === 'string' ? next : null);
        }}
      />
    </>
  );
}
