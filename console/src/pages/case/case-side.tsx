/** Beside a case: where its present stage stands, its clocks at a glance, and who has a part in it. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { DueLight } from '../../parts/light.tsx';
import { PersonName } from '../../parts/person.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { caseKey, useCaseClocks, type CaseView } from './case-queries.ts';
import type { TabProps } from './case-page.tsx';
import { NearDiagram } from './diagram/near-diagram.tsx';

export function CaseSide({ caseId, procedure, onAct }: TabProps & { readonly view: CaseView }) {
  return (
    <>
      <NearDiagram {...{ caseId, procedure, onAct }} />
      <RunningClocks caseId={caseId} />
      <People caseId={caseId} />
    </>
  );
}

function RunningClocks({ caseId }: { readonly caseId: string }) {
  const t = useCaseWords();
  const { code } = useCodes();
  const clocks = useCaseClocks(caseId);
  const running = (clocks.data?.items ?? []).filter(({ isRunning }) => isRunning);
  if (running.length === 0) return null;
  return (
    <section aria-labelledby="running-clocks">
      <h2 id="running-clocks">{t('deadlines')}</h2>
      <ul className="side-list">
        {running.map(({ id, clock, dueOn, light, left, leftUnit }) => (
          <li key={id}>
            {code('clock', clock)}
            <br />
            <DueLight {...{ dueOn, light, left }} unit={leftUnit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function People({ caseId }: { readonly caseId: string }) {
  const t = useCaseWords();
  const { code, list } = useCodes();
  const people = useQuery({
    queryKey: [...caseKey(caseId), 'people'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/people', { params: { path: { caseId } } })),
  });
  if (!people.data || people.data.items.length === 0) return null;
  return (
    <section aria-labelledby="case-people">
      <h2 id="case-people">{t('people')}</h2>
      <ul className="side-list">
        {people.data.items.map(({ id, name, parts }) => (
          <li key={id}>
            <PersonName id={id} name={name} />{' '}
            <span className="quiet">{list(parts.map((part) => code('part', part)))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
