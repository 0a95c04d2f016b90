/** Tolerance reviews: the list, or the sheet of one with its gate, six factors, assessors, profile and conclusion. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { isProblem, ProblemError } from '../../api/problem.ts';
import { NotFoundPage } from '../../frame/not-found-page.tsx';
import { Page } from '../../frame/page.tsx';
import { PresenceLine, usePresence } from '../../live/presence-line.tsx';
import { useLiveCase } from '../../live/use-live.ts';
import { useCaseNames } from '../../parts/case-names.ts';
import { DueLight } from '../../parts/light.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import { ActionDrawer } from '../case/action-drawer.tsx';
import { useActions, useCase, useCaseClocks, type CaseView } from '../case/case-queries.ts';
import '../case/files.css';
import { useSheetEvents } from '../case/sheet-entries.tsx';
import { SheetList } from '../case/sheet-list.tsx';
import { SheetSteps } from '../case/sheet-steps.tsx';
import { ToleranceList } from '../ledgers/tolerance-list.tsx';
import { proposalFrom, useAssessments } from './assessments.ts';
import { AssessorsPart } from './assessors-part.tsx';
import { DeterminationPart } from './determination-part.tsx';
import { OwnSheet } from './own-sheet.tsx';
import { SideBySide } from './side-by-side.tsx';
import './tolerance.css';

/** The step that takes what was assessed into the procedure. */
const PROPOSE = 'PROPOSE';

export default function TolerancePage() {
  const { caseId } = useParams();
  return caseId === undefined ? <ToleranceList note={<Sheets />} /> : <Review key={caseId} caseId={caseId} />;
}

function Sheets() {
  const t = useToleranceWords();
  return <SheetList procedure="tolerance_review" under="/tolerance" title={t('sheets')} none={t('none')} />;
}

function Review({ caseId }: { readonly caseId: string }) {
  const view = useCase(caseId);
  if (view.isPending) return <Loading />;
  if (view.isError)
    return view.error instanceof ProblemError && view.error.isGone ? (
      <NotFoundPage />
    ) : (
      <Failed error={view.error} retry={() => void view.refetch()} />
    );
  return <ReviewSheet view={view.data} />;
}

interface Acting {
  readonly event: string;
  readonly initial?: Readonly<Record<string, unknown>>;
}

function ReviewSheet({ view }: { readonly view: CaseView }) {
  const t = useToleranceWords();
  const { code } = useCodes();
  const { id: caseId, procedure, number, state } = view;
  const [acting, setActing] = useState<Acting | null>(null);
  const others = usePresence(caseId, acting === null ? 'viewing' : 'editing');
  useLiveCase(caseId);
  const names = useCaseNames(caseId);
  const nameOf = (person: string) => names.get(person) ?? person;
  const actions = useActions(caseId);
  const assessments = useAssessments(caseId);
  const asked = assessments.data;
  const latest = asked?.rounds[0];
  const own = latest?.isShown === false ? latest.assessors.find(({ isMe }) => isMe) : undefined;
  const mayPropose =
    actions.data?.items.some(({ event, isAllowed }) => event === PROPOSE && isAllowed) === true;
  const act = (event: string) => {
    setActing({ event });
  };
  return (
    <Page
      title={`${t('sheet')} ${number ?? ''} · ${code('state', procedure, state)}`}
      crumbs={[{ to: '/tolerance', words: t('sheet') }]}
      actions={
        <>
          <Button
            onClick={() => {
              print();
            }}
          >
            {t('print')}
          </Button>
          <Link to={`/cases/${caseId}`}>{t('wholeCase')}</Link>
        </>
      }
    >
      <PresenceLine others={others} />
      <div className="bench two">
        <Sheets />
        <div>
          <About view={view} nameOf={nameOf} />
          <SheetSteps {...{ caseId, procedure }} title={t('steps')} onAct={act} />
          {assessments.isError && !isProblem(assessments.error, 'not-permitted') && (
            <Failed error={assessments.error} retry={() => void assessments.refetch()} />
          )}
          {asked && <AssessorsPart key={latest?.round ?? 0} {...{ caseId, asked }} />}
          {asked?.mayAssess === true && (
            <OwnSheet
              key={`own ${String(latest?.round ?? 0)}`}
              {...{ caseId, asked, nameOf }}
              kept={own?.sheets ?? []}
            />
          )}
          {asked && !asked.mayAssess && latest?.isShown !== true && <p className="quiet">{t('notMine')}</p>}
          {asked?.rounds
            .filter(({ isShown }) => isShown)
            .map(({ round, assessors }) => (
              <SideBySide
                key={round}
                {...{ asked, assessors, nameOf }}
                onPropose={
                  mayPropose
                    ? (sheets) => {
                        setActing({ event: PROPOSE, initial: proposalFrom(sheets) });
                      }
                    : null
                }
              />
            ))}
          <DeterminationPart {...{ view, asked, nameOf }} />
        </div>
      </div>
      <ActionDrawer
        caseId={caseId}
        event={acting?.event ?? null}
        {...(acting?.initial && { initial: acting.initial })}
        onClose={() => {
          setActing(null);
        }}
      />
    </Page>
  );
}

interface Act {
  readonly act: string;
  readonly description?: string;
}

function About({ view, nameOf }: { readonly view: CaseView; readonly nameOf: (person: string) => string }) {
  const t = useToleranceWords();
  const { code, list } = useCodes();
  const clocks = useCaseClocks(view.id);
  const { details } = view;
  const events = useSheetEvents(view.id);
  const acts = (details.acts ?? []) as readonly Act[];
  const persons = (details.persons ?? []) as readonly string[];
  // What an act was is text, and told by the entries that brought it up.
  const told = events.data?.items.flatMap(({ data }) => (data.acts ?? []) as readonly Act[]) ?? [];
  const saidOf = (act: string) => told.findLast((one) => one.act === act && one.description)?.description;
  const began = [
    ...(details.hasApplied === true ? [t('applied')] : []),
    ...(details.isExOfficio === true ? [t('exOfficio')] : []),
  ];
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      <dl className="case-facts">
        <div>
          <dt>{t('person')}</dt>
          <dd>{list(persons.map(nameOf))}</dd>
        </div>
        <div>
          <dt>{t('act')}</dt>
          <dd>
            {acts.map(({ act }) => (
              <p key={act} className="act">
                {act} {saidOf(act)}
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('began')}</dt>
          <dd>{began.length === 0 ? t('onlyNotified') : list(began)}</dd>
        </div>
        {clocks.data?.items
          .filter(({ isRunning }) => isRunning)
          .map(({ id, clock, dueOn, light, left, leftUnit }) => (
            <div key={id}>
              <dt>{code('clock', clock)}</dt>
              <dd>
                <DueLight {...{ dueOn, light, left }} unit={leftUnit} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
