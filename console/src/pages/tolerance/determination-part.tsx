/** What was proposed and decided: the profile that was proposed, the conclusion for each act and person, votes and dissent. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import type { CaseView } from '../case/case-queries.ts';
import { SheetEntries, useSheetEvents } from '../case/sheet-entries.tsx';
import type { Assessments } from './assessments.ts';
import { Profile } from './profile.tsx';

interface Appraisal {
  readonly act: string;
  readonly person: string;
  readonly factors: readonly { readonly factor: string; readonly rating: string }[];
}
interface Determination {
  readonly act: string;
  readonly person: string;
  readonly outcome: string;
  readonly minorMeasure?: string;
}

interface Member {
  readonly person: string;
  readonly dissent?: string;
}

interface PartProps {
  readonly view: CaseView;
  readonly asked: Pick<Assessments, 'factors' | 'ratings'> | undefined;
  readonly nameOf: (person: string) => string;
}

export function DeterminationPart({ view, asked, nameOf }: PartProps) {
  const t = useToleranceWords();
  const { code } = useCodes();
  const { id: caseId, procedure, details } = view;
  const appraisals = (details.appraisals ?? []) as readonly Appraisal[];
  const determinations = (details.determinations ?? []) as readonly Determination[];
  const minority = (details.minority ?? []) as readonly string[];
  const events = useSheetEvents(caseId);
  const decision = events.data?.items.findLast(({ type }) => type.endsWith('.DECIDE'));
  const viewOf = (person: string) =>
    ((decision?.data.members ?? []) as readonly Member[]).find((one) => one.person === person)?.dissent;
  return (
    <>
      {asked && appraisals.length > 0 && (
        <section aria-labelledby="proposed">
          <h2 id="proposed">{t('proposed')}</h2>
          <div className="profiles">
            {appraisals.map(({ act, person, factors }) => (
              <Profile
                key={`${act} ${person}`}
                asked={asked}
                title={`${t('profile')}: ${act} · ${nameOf(person)}`}
                ratings={new Map(factors.map(({ factor, rating }) => [factor, rating]))}
              />
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="determination">
        <h2 id="determination">{t('determination')}</h2>
        {determinations.length === 0 ? (
          <p className="quiet">{t('noDetermination')}</p>
        ) : (
          <DataTable
            caption={t('determination')}
            hasHiddenCaption
            rows={determinations}
            keyOf={({ act, person }) => `${act} ${person}`}
            columns={[
              { key: 'act', title: t('act'), show: ({ act }) => act },
              { key: 'person', title: t('person'), show: ({ person }) => nameOf(person) },
              {
                key: 'outcome',
                title: t('outcome'),
                show: ({ outcome, minorMeasure }) =>
                  [
                    code('value', outcome, 'outcome', procedure),
                    ...(minorMeasure === undefined
                      ? []
                      : [code('value', minorMeasure, 'minorMeasure', procedure)]),
                  ].join(' · '),
              },
            ]}
          />
        )}
        {determinations.length > 0 && (
          <>
            <h3>{t('dissent')}</h3>
            {minority.length === 0 && <p>{t('noDissent')}</p>}
            <ul>
              {minority.map((person) => (
                <li key={person}>
                  {nameOf(person)}: <span className="said">{viewOf(person) ?? t('noReason')}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Rules procedure={procedure} />
      </section>
      <section aria-labelledby="minutes">
        <h2 id="minutes">{t('minutes')}</h2>
        <SheetEntries
          {...{ caseId, procedure }}
          events={['DECIDE', 'RETURN_FOR_MORE']}
          none={t('nothingYet')}
        />
        <h3>{t('opinions')}</h3>
        <SheetEntries {...{ caseId, procedure }} events={['CONSULT']} none={t('nothingYet')} />
      </section>
    </>
  );
}

/** What the procedure itself holds the decision to, in its own words. */
function Rules({ procedure }: { readonly procedure: string }) {
  const t = useToleranceWords();
  const { say } = useCodes();
  const found = useQuery({
    queryKey: ['procedures', procedure],
    queryFn: () => unwrap(api.GET('/api/v1/procedures/{name}', { params: { path: { name: procedure } } })),
    staleTime: Infinity,
  });
  const guards = found.data?.transitions
    .filter(({ event }) => event === 'DECIDE')
    .flatMap((transition) => transition.guards);
  if (!guards) return null;
  return (
    <details className="no-print">
      <summary>{t('rules')}</summary>
      <ul>
        {guards.map(({ guard, words }) => (
          <li key={guard}>{say(words)}</li>
        ))}
      </ul>
    </details>
  );
}
