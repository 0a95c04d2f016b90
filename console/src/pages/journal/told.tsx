/** What an entry tells, with the words of its fields and codes; what has none stands as it is. */
import { When } from '../../parts/when.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useCodes } from '../../words/codes.ts';

/** Fields whose codes have words of their own kind; those of others are values of the field. */
const KINDS: Readonly<Record<string, string>> = {
  clock: 'clock',
  procedure: 'procedure',
  paper: 'paper',
  role: 'role',
  roles: 'role',
  guard: 'guard',
  purpose: 'purpose',
  notice: 'notice',
  link: 'link',
  who: 'recipient',
  to: 'recipient',
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** In place of the type of an entry: what followed from it. */
export const EFFECTS = 'effects';

interface ToldProps {
  readonly value: unknown;
  /** The field it stands in. */
  readonly field?: string;
  /** What kind of entry tells it, and the procedure it is of: the same code may mean other things elsewhere. */
  readonly type?: string;
  readonly procedure?: string | null;
}

export function Told({ value, field = '', ...of }: ToldProps) {
  const t = useCommonWords();
  const { code, field: nameOf } = useCodes();
  if (value === null || value === undefined) return <>–</>;
  if (Array.isArray(value))
    return (
      <ul className="told">
        {value.map((each: unknown, at) => (
          <li key={at}>
            <Told value={each} field={field} {...of} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === 'object')
    return (
      <dl className="told">
        {Object.entries(value as Record<string, unknown>).map(([name, inner]) => (
          <div key={name}>
            <dt>{nameOf(name, placeIn(of))}</dt>
            <dd>
              <Told value={inner} field={name} {...of} />
            </dd>
          </div>
        ))}
      </dl>
    );
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
  if (typeof value !== 'string') return <>{JSON.stringify(value)}</>;
  if (INSTANT.test(value)) return <When at={value} to="seconds" />;
  const { type = '', procedure } = of;
  if (field === 'event' && procedure) return <>{code('event', procedure.replace(/@.*$/, ''), value)}</>;
  if ((field === 'state' || field === 'flow') && procedure)
    return <>{code('state', procedure.replace(/@.*$/, ''), value)}</>;
  const kind = kindOf(field, type);
  return <>{kind === undefined ? code('value', value, field) : code(kind, value)}</>;
}

function kindOf(field: string, type: string): string | undefined {
  if (type === EFFECTS && field === 'kind') return 'effect';
  return type.startsWith('identity.') && field === 'purpose' ? 'identityPurpose' : KINDS[field];
}

/** Where a field stands: an event of a case has the words of its form. */
function placeIn({ type = '', procedure }: Pick<ToldProps, 'type' | 'procedure'>) {
  const event = type.slice(type.indexOf('.') + 1);
  return procedure && event === event.toUpperCase()
    ? { procedure: procedure.replace(/@.*$/, ''), event }
    : {};
}
