/** The workbench of clarifications: the list with what was left unclarified, or the sheet of one beside its source. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../app/permissions.ts';
import { ProblemError } from '../../api/problem.ts';
import { NotFoundPage } from '../../frame/not-found-page.tsx';
import { Page } from '../../frame/page.tsx';
import { PresenceLine, usePresence } from '../../live/presence-line.tsx';
import { useLiveCase } from '../../live/use-live.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { useClarificationWords } from '../../words/clarification.ts';
import { useCodes } from '../../words/codes.ts';
import { ActionDrawer } from '../case/action-drawer.tsx';
import { useCase } from '../case/case-queries.ts';
import { SheetList } from '../case/sheet-list.tsx';
import { ClarificationList } from '../ledgers/clarification-list.tsx';
import { ClarificationSheet } from './clarification-sheet.tsx';
import { Coverage } from './coverage.tsx';
import { SourceCase } from './source-case.tsx';

export default function ClarificationPage() {
  const { caseId } = useParams();
  return caseId === undefined ? <Overview /> : <Bench key={caseId} caseId={caseId} />;
}

function Sheets() {
  const t = useClarificationWords();
  return <SheetList procedure="clarification" under="/clarifications" title={t('sheets')} none={t('none')} />;
}

function Overview() {
  const may = useMay();
  return (
    <ClarificationList
      note={
        <>
          <Sheets />
          {may('statistics.read') && <Coverage />}
        </>
      }
    />
  );
}

function Bench({ caseId }: { readonly caseId: string }) {
  const t = useClarificationWords();
  const { code } = useCodes();
  const view = useCase(caseId);
  const [event, setEvent] = useState<string | null>(null);
  const others = usePresence(caseId, event === null ? 'viewing' : 'editing');
  useLiveCase(caseId);
  if (view.isPending) return <Loading />;
  if (view.isError)
    return view.error instanceof ProblemError && view.error.isGone ? (
      <NotFoundPage />
    ) : (
      <Failed error={view.error} retry={() => void view.refetch()} />
    );
  const { number, procedure, state } = view.data;
  return (
    <Page
      title={`${t('one')} ${number ?? ''} · ${code('state', procedure, state)}`}
      crumbs={[{ to: '/clarifications', words: t('bench') }]}
      actions={<Link to={`/cases/${caseId}`}>{t('wholeCase')}</Link>}
    >
      <PresenceLine others={others} />
      <div className="bench">
        <Sheets />
        <ClarificationSheet view={view.data} onAct={setEvent} />
        <SourceCase view={view.data} />
      </div>
      <ActionDrawer
        {...{ caseId, event }}
        onClose={() => {
          setEvent(null);
        }}
      />
    </Page>
  );
}
