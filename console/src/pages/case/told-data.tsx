/** What an event or an entry tells, field by field, in words: codes by their words, persons and units by name, days as days. */
import type { ReactNode } from 'react';
import { PersonName } from '../../parts/person.tsx';
import { mayBeUnit, UnitName } from '../../parts/unit-name.tsx';
import { When } from '../../parts/when.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useCodes } from '../../words/codes.ts';

interface ToldProps {
  readonly data: Readonly<Record<string, unknown>>;
  readonly procedure: string;
  readonly event: string;
  readonly names: ReadonlyMap<string, string | null>;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** Words somebody wrote, as they wrote them; a code or a number is none. */
const isWritten = (value: unknown): value is string =>
  typeof value === 'string' && !INSTANT.test(value) && /[\s\u2e80-\uffff]/.test(value);

/** What there is to tell: what was never said, and lists with nothing in them, are left out. */
export const whatIsSaid = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** Where the fields stand: an event is written in capitals, and any other entry is of no procedure. */
const placeIn = (procedure: string, event: string) =>
  event === event.toUpperCase() ? { procedure, event } : {};

/** What was written first and in full, then the rest as a list of facts. */
export function ToldData({ data, procedure, event, names }: ToldProps) {
  const { field: nameOf } = useCodes();
  const fields = Object.entries(data);
  const written = fields.filter(([, value]) => isWritten(value)) as [string, string][];
  const others = fields.filter(([, value]) => !isWritten(value));
  const label = (field: string) => nameOf(field, placeIn(procedure, event));
  return (
    <>
      {written.map(([field, text]) => (
        <div key={field}>
          <span className="quiet">{label(field)}</span>
          <p className="said">{text}</p>
        </div>
      ))}
      {others.length > 0 && (
        <dl>
          {others.map(([field, value]) => (
            <Fact key={field} label={label(field)}>
              <Value {...{ value, field, procedure, event, names }} />
            </Fact>
          ))}
        </dl>
      )}
    </>
  );
}

/** A term and what is said of it. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

type ValueProps = Omit<ToldProps, 'data'> & { readonly value: unknown; readonly field: string };

function Value({ value, field, ...where }: ValueProps): ReactNode {
  const t = useCommonWords();
  const { code, field: nameOf } = useCodes();
  const { procedure, event, names } = where;
  if (value === null) return t('none');
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (names.has(value)) return <PersonName id={value} name={names.get(value) ?? null} />;
    if (INSTANT.test(value)) return <When at={value} />;
    const words = code('value', value, field, procedure, event);
    return words === value && mayBeUnit(value) ? <UnitName id={value} /> : words;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t('none');
    const items: readonly unknown[] = value;
    if (items.every((item) => typeof item !== 'object'))
      return items.map((item, at) => (
        <span key={String(item)}>
          {at > 0 && ', '}
          <Value value={item} field={field} {...where} />
        </span>
      ));
    return (
      <ol>
        {items.map((item, at) => (
          <li key={at}>
            <Value value={item} field={field} {...where} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value !== 'object') return null;
  return (
    <dl>
      {Object.entries(value as Readonly<Record<string, unknown>>).map(([name, inner]) => (
        <Fact key={name} label={nameOf(name, placeIn(procedure, event))}>
          <Value value={inner} field={name} {...where} />
        </Fact>
      ))}
    </dl>
  );
}
