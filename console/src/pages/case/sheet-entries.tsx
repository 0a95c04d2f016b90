/** Entries of a case by the events they are of, as a sheet tells them: approvals, carry-out, a decision with its votes. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useCaseNames } from '../../parts/case-names.ts';
import { PersonName } from '../../parts/person.tsx';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { caseKey } from './case-queries.ts';
import { ToldData } from './told-data.tsx';
import './case-reading.css';

type CaseEvent = components['schemas']['CaseEvent'];

/** What happened, oldest first; one sheet has a few dozen entries at most. */
export const useSheetEvents = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'sheet-events'],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/cases/{caseId}/events', { params: { path: { caseId }, query: { limit: 200 } } }),
      ),
  });

const eventOf = ({ type }: CaseEvent): string => type.slice(type.indexOf('.') + 1);

interface EntriesProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly events: readonly string[];
  readonly none: string;
}

export function SheetEntries({ caseId, procedure, events, none }: EntriesProps) {
  const { say } = useCodes();
  const names = useCaseNames(caseId);
  const all = useSheetEvents(caseId);
  const found = all.data?.items.filter((entry) => events.includes(eventOf(entry))) ?? [];
  if (found.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ol className="bare sheet-entries">
      {found.map((entry) => (
        <li key={entry.id} className="told">
          <strong>{entry.label ? say(entry.label) : eventOf(entry)}</strong> · <When at={entry.time} /> ·{' '}
          <PersonName id={entry.person ?? entry.actor} name={entry.name} />
          <ToldData data={entry.data} event={eventOf(entry)} {...{ procedure, names }} />
        </li>
      ))}
    </ol>
  );
}
