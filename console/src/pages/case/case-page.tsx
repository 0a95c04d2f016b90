/**
 * One case: who and where in a bar that stays, what there is to read in tabs, what may be done beside them. The page knows
 * no procedure: a new machine appears here by what the API says of it.
 */
import { lazy, Suspense, useState, type ComponentType } from 'react';
import { Link, useParams } from 'react-router';
import { ProblemError } from '../../api/problem.ts';
import { NotFoundPage } from '../../frame/not-found-page.tsx';
import { Page } from '../../frame/page.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { PresenceLine, usePresence } from '../../live/presence-line.tsx';
import { useLiveCase } from '../../live/use-live.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { useMenuWords } from '../../words/common.ts';
import { ActionDrawer } from './action-drawer.tsx';
import { CaseBar } from './case-bar.tsx';
import { useCase, type CaseView } from './case-queries.ts';
import { CASE_TABS, type LoadPart, type TabKey } from './case-tabs.ts';
import { NextSteps } from './next-steps.tsx';
import { CaseSide } from './case-side.tsx';
import { usePlaceInView } from './place-in-view.ts';
import './case.css';

export default function CasePage() {
  const { caseId = '' } = useParams();
  const view = useCase(caseId);
  if (view.isPending) return <Loading />;
  if (view.isError)
    return view.error instanceof ProblemError && view.error.isGone ? (
      <NotFoundPage />
    ) : (
      <Failed error={view.error} retry={() => void view.refetch()} />
    );
  // A case of its own has drafts and drawers of its own.
  return <OneCase key={caseId} view={view.data} />;
}

/** What every tab is given. */
export interface TabProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly onAct: (event: string) => void;
}

const PARTS = Object.fromEntries(
  Object.entries(CASE_TABS).map(([key, load]) => [key, lazy(load as LoadPart)]),
) as unknown as Record<TabKey, ComponentType<TabProps>>;

function OneCase({ view }: { readonly view: CaseView }) {
  const t = useCaseWords();
  const menu = useMenuWords();
  const { code } = useCodes();
  const { tab: asked = 'summary' } = useParams();
  const tab: TabKey = asked in PARTS ? (asked as TabKey) : 'summary';
  const Part = PARTS[tab];
  const [event, setEvent] = useState<string | null>(null);
  const { id: caseId, procedure } = view;
  const place = usePlaceInView(caseId);
  const others = usePresence(caseId, event === null ? 'viewing' : 'editing');
  useLiveCase(caseId);
  const title = view.number ?? t('noNumber');
  useKeys({
    '[': { label: t('previous'), run: place.goBack },
    ']': { label: t('next'), run: place.goOn },
    e: {
      label: t('nextSteps'),
      run: () => document.querySelector<HTMLElement>('.steps button')?.focus(),
    },
  });
  const shown = { caseId, procedure, onAct: setEvent };
  return (
    <Page
      title={`${code('procedure', procedure)} ${title}`}
      tabTitle={`${title} · ${t('case')}`}
      crumbs={[{ to: place.backTo, words: menu('queue') }]}
    >
      <CaseBar view={view} place={place} />
      <PresenceLine others={others} />
      <div className="case-columns">
        <div className="case-main">
          <nav className="case-parts" aria-label={t('tabs')}>
            {(Object.keys(PARTS) as TabKey[]).map((key) => (
              <Link
                key={key}
                to={`/cases/${caseId}/${key}`}
                replace
                {...(key === tab && { 'aria-current': 'page' as const })}
              >
                {t(key)}
              </Link>
            ))}
          </nav>
          <Suspense fallback={<Loading />}>
            <Part key={tab} {...shown} />
          </Suspense>
        </div>
        <aside className="case-side" aria-label={t('nextSteps')}>
          <NextSteps {...shown} />
          <CaseSide {...shown} view={view} />
        </aside>
      </div>
      <ActionDrawer
        caseId={caseId}
        event={event}
        onClose={() => {
          setEvent(null);
        }}
        {...(place.goesOn && { onDoneNext: place.goOn })}
      />
    </Page>
  );
}
