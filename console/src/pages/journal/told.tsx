/** What an entry tells, with the words of its fields and codes; what has none stands as it is. */
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
};

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
  const { code } = useCodes();
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
            <dt>{code('entryField', name)}</dt>
            <dd>
              <Told value={inner} field={name} {...of} />
            </dd>
          </div>
        ))}
      </dl>
    );
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
  if (typeof value !== 'string') return <>{JSON.stringify(value)}</>;
  const { type = '', procedure } = of;
  if (field === 'event' && procedure) return <>{code('event', procedure.replace(/@.*$/, ''), value)}</>;
  if ((field === 'state' || field === 'flow') && procedure)
    return <>{code('state', procedure.replace(/@.*$/, ''), value)}</>;
  const kind = type.startsWith('identity.') && field === 'purpose' ? 'identityPurpose' : KINDS[field];
  return <>{kind === undefined ? code('value', value, field) : code(kind, value)}</>;
}
