/** A fact that a case remembers, in words: codes as words, persons and units by name, other cases as links with their numbers. */
import { useCaseNames } from '../../parts/case-names.ts';
import { PersonName } from '../../parts/person.tsx';
import { mayBeUnit, UnitName } from '../../parts/unit-name.tsx';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { CaseReference } from './case-reference.tsx';

/** How deep a record is opened out; what lies deeper is for the history. */
const DEEPEST = 4;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const CASE_ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/** Nothing that would be told: a fact without a value has no line. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

interface FactProps {
  readonly name: string;
  readonly value: unknown;
  readonly caseId: string;
  readonly procedure: string;
  /** The list or the record it is part of. */
  readonly list?: string;
  readonly depth: number;
}

export function CaseFact(fact: FactProps) {
  const { field } = useCodes();
  const { name, procedure, list } = fact;
  return (
    <div>
      <dt>{field(name, { procedure, list })}</dt>
      <dd>
        <FactValue {...fact} />
      </dd>
    </div>
  );
}

/** What is said of a field, without its name. */
export function FactValue({ name, value, caseId, procedure, list, depth }: FactProps) {
  const common = useCommonWords();
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return INSTANT.test(value) ? (
      <When at={value} />
    ) : CASE_ID.test(value) ? (
      <CaseReference id={value} from={caseId} />
    ) : (
      <Text {...{ value, caseId, procedure, name, list }} />
    );
  if (isEmpty(value)) return common('none');
  if (depth >= DEEPEST) return '…';
  const within = { caseId, procedure, depth: depth + 1 };
  if (Array.isArray(value))
    return (
      <ul className="values">
        {(value as readonly unknown[]).map((each, index) => (
          <li key={index}>
            <FactValue name={name} value={each} {...(list !== undefined && { list })} {...within} />
          </li>
        ))}
      </ul>
    );
  return (
    <dl className="case-facts">
      {Object.entries(value as Readonly<Record<string, unknown>>)
        .filter(([, each]) => !isEmpty(each))
        .map(([inner, each]) => (
          <CaseFact key={inner} name={inner} value={each} list={name} {...within} />
        ))}
    </dl>
  );
}

/** A person, a code or a unit, whichever it is known as; else what somebody wrote, as they wrote it. */
function Text({
  value,
  caseId,
  procedure,
  name,
  list,
}: Pick<FactProps, 'caseId' | 'procedure' | 'name'> & {
  readonly value: string;
  readonly list: string | undefined;
}) {
  const { fact } = useCodes();
  const names = useCaseNames(caseId);
  if (names.has(value)) return <PersonName id={value} name={names.get(value) ?? null} />;
  const words = fact(value, { procedure, field: name, list });
  return words ?? (mayBeUnit(value) ? <UnitName id={value} /> : value);
}
