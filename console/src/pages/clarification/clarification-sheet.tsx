/**
 * The sheet of one clarification, section by section. What is asked and what is locked is said by the procedure: ways come
 * from the form of its step, rules from the words of its guards.
 */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useCaseNames } from '../../parts/case-names.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { PersonName } from '../../parts/person.tsx';
import { Loading } from '../../parts/states.tsx';
import { useClarificationWords } from '../../words/clarification.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import type { CaseView } from '../case/case-queries.ts';
import { SheetEntries } from '../case/sheet-entries.tsx';
import { SheetSteps } from '../case/sheet-steps.tsx';
import { ToldData, whatIsSaid } from '../case/told-data.tsx';

interface SheetProps {
  readonly view: CaseView;
  readonly onAct: (event: string) => void;
}

/** What each section tells of what the case remembers. */
const OF_POINTS = ['point', 'finding', 'changedTo'];
const OF_GROUND = ['ground', 'damage'];
const OF_SCOPE = ['circle', 'recipients', 'deliveredTo'];

const lines = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

export function ClarificationSheet({ view, onAct }: SheetProps) {
  const t = useClarificationWords();
  const { id: caseId, procedure, details, subject } = view;
  const names = useCaseNames(caseId);
  const told = (fields: readonly string[]) => {
    const data = whatIsSaid(Object.fromEntries(fields.map((name) => [name, details[name]])));
    return Object.keys(data).length === 0 ? (
      <p className="quiet">{t('nothingYet')}</p>
    ) : (
      <div className="told">
        <ToldData data={data} event="" {...{ procedure, names }} />
      </div>
    );
  };
  const entries = (...events: string[]) => (
    <SheetEntries {...{ caseId, procedure, events }} none={t('nothingYet')} />
  );
  return (
    <div>
      <SheetSteps {...{ caseId, procedure, onAct }} title={t('steps')} />
      <Section at={1} title={t('points')}>
        <p className="quiet">{t('pointsNote')}</p>
        <p>
          <PersonName id={subject} name={subject === null ? null : (names.get(subject) ?? null)} />
        </p>
        {told(OF_POINTS)}
      </Section>
      <Section at={2} title={t('ground')}>
        {told(OF_GROUND)}
      </Section>
      <Section at={3} title={t('opinion')}>
        {entries('CONSULT_SUBJECT')}
      </Section>
      <Section at={4} title={t('ways')}>
        <Ways view={view} />
      </Section>
      <Section at={5} title={t('scope')}>
        {told(OF_SCOPE)}
      </Section>
      <Section at={6} title={t('risk')}>
        {entries('WITHHOLD', 'ASSESS_NOT_NEEDED', 'RETURN_FOR_MORE')}
      </Section>
      <Section at={7} title={t('approvals')}>
        {entries('ASSESS_NEEDED', 'PASS_CHECK', 'APPROVE')}
      </Section>
      <Section at={8} title={t('log')}>
        {entries('CARRY_OUT', 'COMPLETE')}
      </Section>
      <Section at={9} title={t('visit')}>
        {entries('FOLLOW_UP', 'SUPERSEDE')}
      </Section>
      <Section at={10} title={t('letters')}>
        <Link to={`/cases/${caseId}/letters`}>{t('previewLetters')}</Link>
      </Section>
    </div>
  );
}

function Section({
  at,
  title,
  children,
}: {
  readonly at: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={`section-${at}`}>
      <h2 id={`section-${at}`}>
        {at}. {title}
      </h2>
      {children}
    </section>
  );
}

/** Steps in which ways are chosen, carried out, and held to be enough. */
const ABOUT_WAYS = ['CONSULT_SUBJECT', 'CARRY_OUT', 'COMPLETE'];

function Ways({ view }: { readonly view: CaseView }) {
  const t = useClarificationWords();
  const common = useCommonWords();
  const { code, say } = useCodes();
  const { procedure, details } = view;
  const found = useQuery({
    queryKey: ['procedures', procedure],
    queryFn: () => unwrap(api.GET('/api/v1/procedures/{name}', { params: { path: { name: procedure } } })),
    staleTime: Infinity,
  });
  const [chosen, done] = [lines(details.forms), lines(details.done)];
  const guards = found.data?.transitions
    .filter(({ event }) => ABOUT_WAYS.includes(event))
    .flatMap((transition) => transition.guards);
  const rules = [...new Map(guards?.map((guard) => [guard.guard, guard])).values()];
  const mark = (is: boolean) => (is ? common('yes') : common('no'));
  if (found.isPending) return <Loading rows={2} />;
  return (
    <>
      <DataTable
        caption={t('ways')}
        hasHiddenCaption
        rows={waysIn(found.data?.schemas.CARRY_OUT)}
        keyOf={(way) => way}
        columns={[
          { key: 'way', title: t('way'), show: (way) => code('value', way, 'form', procedure) },
          { key: 'chosen', title: t('chosen'), show: (way) => mark(chosen.includes(way)) },
          { key: 'done', title: t('done'), show: (way) => mark(done.includes(way)) },
        ]}
      />
      {rules.length > 0 && (
        <details>
          <summary>{t('rules')}</summary>
          <ul>
            {rules.map(({ guard, words }) => (
              <li key={guard}>{say(words)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The ways a step's form offers. */
function waysIn(schema: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const properties = schema?.properties as Readonly<Record<string, { readonly enum?: string[] }>> | undefined;
  return properties?.form?.enum ?? [];
}
