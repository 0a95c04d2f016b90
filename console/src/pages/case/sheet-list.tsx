/** Open cases of one procedure as links to their sheets, the most urgent first. */
import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { DueLight } from '../../parts/light.tsx';
import { PersonName } from '../../parts/person.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import './sheets.css';

interface SheetListProps {
  readonly procedure: string;
  /** Where the sheet of a case is: the address before its id. */
  readonly under: string;
  readonly title: string;
  readonly none: string;
}

export function SheetList({ procedure, under, title, none }: SheetListProps) {
  const t = useCaseWords();
  const { code } = useCodes();
  const cases = useQuery({
    queryKey: ['cases', 'sheets', procedure],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/cases', {
          params: { query: { procedure, open: 'true', sort: 'urgency', limit: 50 } },
        }),
      ),
  });
  return (
    <nav aria-label={title} className="sheet-list">
      <h2>{title}</h2>
      {cases.isPending && <Loading />}
      {cases.isError && <Failed error={cases.error} retry={() => void cases.refetch()} />}
      {cases.data?.items.length === 0 && <p>{none}</p>}
      <ul className="bare">
        {cases.data?.items.map(
          ({ id, number, state, subject, subjectName, nextDueOn, light, left, leftUnit }) => (
            <li key={id}>
              <NavLink to={`${under}/${id}`}>{number ?? t('noNumber')}</NavLink>{' '}
              <PersonName id={subject} name={subjectName} />
              <br />
              <span className="quiet">{code('state', procedure, state)}</span>{' '}
              <DueLight dueOn={nextDueOn} {...{ light, left }} unit={leftUnit} />
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}
