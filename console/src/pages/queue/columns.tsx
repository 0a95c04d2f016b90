/** The columns a list of cases may show. The first is the number, a real link; it is always there. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DueLight } from '../../parts/light.tsx';
import { PersonName } from '../../parts/person.tsx';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useQueueWords } from '../../words/queue.ts';
import type { CaseItem } from './use-cases.ts';

export interface ListColumn {
  readonly key: string;
  readonly title: string;
  readonly show: (item: CaseItem) => ReactNode;
  /** Orders of the server, one for each way. */
  readonly sorts?: { readonly ascend: string; readonly descend: string };
}

export const NUMBER = 'number';

/** What people call the case; for the second before it has a number, the beginning of its id. */
export const nameOf = ({ number, id }: Pick<CaseItem, 'number' | 'id'>): string => number ?? id.slice(0, 8);

/** The link of a row, to which keys move the focus. */
export function CaseLink({ item }: { readonly item: CaseItem }) {
  return (
    <Link to={`/cases/${item.id}`} data-case={item.id} className="case-number">
      {nameOf(item)}
    </Link>
  );
}

/** Every column that any list may show. */
export function useStandardColumns(): readonly ListColumn[] {
  const t = useQueueWords();
  const { code } = useCodes();
  return [
    {
      key: NUMBER,
      title: t('number'),
      show: (item) => <CaseLink item={item} />,
      sorts: { ascend: 'opened', descend: '-opened' },
    },
    { key: 'procedure', title: t('procedure'), show: ({ procedure }) => code('procedure', procedure) },
    { key: 'state', title: t('state'), show: ({ procedure, state }) => code('state', procedure, state) },
    {
      key: 'due',
      title: t('deadline'),
      show: ({ light, left, leftUnit, nextDueOn }) => (
        <DueLight light={light} left={left} unit={leftUnit} dueOn={nextDueOn} />
      ),
      sorts: { ascend: 'urgency', descend: '-due' },
    },
    {
      key: 'clock',
      title: t('clock'),
      show: ({ nextClock }) => (nextClock === null ? '' : code('clock', nextClock)),
    },
    {
      key: 'subject',
      title: t('subject'),
      show: ({ subject, subjectName }) => <PersonName id={subject} name={subjectName} />,
    },
    {
      key: 'assignee',
      title: t('assignee'),
      show: ({ assignee, assigneeName }) => <PersonName id={assignee} name={assigneeName} />,
    },
    { key: 'received', title: t('received'), show: ({ openedAt }) => <When at={openedAt} to="day" /> },
    {
      key: 'updated',
      title: t('updated'),
      show: ({ updatedAt }) => <When at={updatedAt} />,
      sorts: { ascend: 'updated', descend: '-updated' },
    },
  ];
}
