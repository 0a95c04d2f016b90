/** The allegation a clarification comes from, as its reader may know it; nothing is changed here. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useCaseNames } from '../../parts/case-names.ts';
import { Loading } from '../../parts/states.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useClarificationWords } from '../../words/clarification.ts';
import { useCodes } from '../../words/codes.ts';
import { caseKey, useCase, type CaseView } from '../case/case-queries.ts';
import { SheetEntries } from '../case/sheet-entries.tsx';
import { ToldData, whatIsSaid } from '../case/told-data.tsx';

export function SourceCase({ view }: { readonly view: CaseView }) {
  const t = useClarificationWords();
  const family = useQuery({
    queryKey: [...caseKey(view.id), 'family'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/cases/{caseId}/family', { params: { path: { caseId: view.id } } })),
  });
  const own = family.data?.items.find(({ id }) => id === view.id);
  const parents = own?.links.map(({ parent }) => parent) ?? [];
  const known = family.data?.items.filter(({ id }) => parents.includes(id)) ?? [];
  return (
    <aside aria-label={t('source')}>
      <h2>{t('source')}</h2>
      {family.isPending && <Loading rows={3} />}
      {family.data && known.length === 0 && <p className="quiet">{t('noSource')}</p>}
      {known.map(({ id }) => (
        <Source key={id} caseId={id} />
      ))}
    </aside>
  );
}

/** What a clarification rests on, of all that an allegation says of itself. */
const FACTS = ['subject', 'point', 'disposition', 'finding', 'isOfDuty', 'isFindingApproved'];
const pick = (summary: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(FACTS.map((name) => [name, summary[name]]));
const FINDING = ['SUBMIT_VERIFICATION_REPORT', 'APPROVE_FINDINGS'];

function Source({ caseId }: { readonly caseId: string }) {
  const t = useClarificationWords();
  const caseWords = useCaseWords();
  const { code } = useCodes();
  const view = useCase(caseId);
  const names = useCaseNames(caseId);
  if (!view.data) return null;
  const { number, procedure, state, summary } = view.data;
  return (
    <article className="told">
      <p>
        <Link to={`/cases/${caseId}`}>{number ?? caseWords('noNumber')}</Link> {code('procedure', procedure)}{' '}
        · {code('state', procedure, state)}
      </p>
      <ToldData data={whatIsSaid(pick(summary))} event="" {...{ procedure, names }} />
      <h3>{t('found')}</h3>
      <SheetEntries {...{ caseId, procedure }} events={FINDING} none={t('nothingYet')} />
    </article>
  );
}
