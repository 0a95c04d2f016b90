/** Versions of a procedure: how many open cases run on each, what differs, and moving running cases to a newer one. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useMay } from '../../app/permissions.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { ChoiceField } from './fields.tsx';
import { MigrationsPart } from './migrations-part.tsx';
import { OpenCases } from './profiles-section.tsx';
import { VersionDifference } from './version-difference.tsx';

export default function ProceduresSection() {
  const t = useRuleWords();
  const { say } = useCodes();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['procedures'],
    queryFn: () => unwrap(api.GET('/api/v1/procedures')),
    staleTime: Infinity,
  });
  const procedures = data?.items ?? [];
  const chosen = procedures.find(({ name }) => name === params.get('procedure')) ?? procedures[0];
  return (
    <>
      <p className="quiet">{t('proceduresIntro')}</p>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {chosen && (
        <>
          <div className="admin-form">
            <ChoiceField
              label={t('choose')}
              value={chosen.name}
              onChange={(procedure) => {
                setParams({ procedure });
              }}
              options={procedures.map(({ name, label }) => ({ value: name, label: say(label) }))}
            />
          </div>
          <h2>{say(chosen.label)}</h2>
          {may('system.read') && <Versions name={chosen.name} />}
          {chosen.versions.length > 1 ? (
            <VersionDifference key={chosen.name} name={chosen.name} versions={chosen.versions} />
          ) : (
            <p className="quiet">{t('onlyOne')}</p>
          )}
          {may('migration.read') && (
            <MigrationsPart
              name={chosen.name}
              version={chosen.version}
              hasOlder={chosen.versions.length > 1}
            />
          )}
        </>
      )}
    </>
  );
}

function Versions({ name }: { readonly name: string }) {
  const t = useRuleWords();
  const common = useCommonWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['procedures', name, 'versions'],
    queryFn: () => unwrap(api.GET('/api/v1/procedures/{name}/versions', { params: { path: { name } } })),
  });
  return (
    <>
      {isPending && <Loading rows={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <DataTable
          caption={t('version')}
          hasHiddenCaption
          rows={data.items}
          keyOf={({ version }) => String(version)}
          columns={[
            { key: 'version', title: t('version'), show: ({ version }) => `v${version}` },
            {
              key: 'current',
              title: t('current'),
              show: ({ isCurrent }) => (isCurrent ? common('yes') : '—'),
            },
            {
              key: 'open',
              title: t('openCases'),
              show: ({ openCases }) => <OpenCases open={openCases} />,
              isNumber: true,
            },
            {
              key: 'definition',
              title: t('definition'),
              show: ({ definition }) => <code>{definition}</code>,
            },
            {
              key: 'diagram',
              title: t('diagram'),
              show: ({ version }) => (
                <a
                  href={`/api/v1/procedures/${name}/diagram.svg?version=${version}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('openDiagram')}
                </a>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
