/** The rights table: operation by role, and for each procedure event by role, in words. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';
import { ChoiceField } from './fields.tsx';
import { useRoles } from './roles.ts';

export default function RightsSection() {
  const t = useRuleWords();
  const { say, code } = useCodes();
  const { roles, wordsOf } = useRoles();
  const [params, setParams] = useSearchParams();
  const role = params.get('role') ?? '';
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['permissions'],
    queryFn: () => unwrap(api.GET('/api/v1/permissions')),
    staleTime: Infinity,
  });
  const procedures = [...new Set(data?.events.map(({ procedure }) => procedure))];
  const procedure = params.get('procedure') ?? procedures[0] ?? '';
  const set = (next: Record<string, string>) => {
    const kept = Object.entries({ ...Object.fromEntries(params), ...next }).filter(
      ([, value]) => value !== '',
    );
    setParams(Object.fromEntries(kept), { replace: true });
  };
  const concerns = (held: readonly string[]) => role === '' || held.includes(role);
  const operations = data?.operations.filter((each) => concerns(each.roles)) ?? [];
  const events =
    data?.events.filter(
      (each) => each.procedure === procedure && concerns([...each.roles, ...each.recordedBy]),
    ) ?? [];
  const inWords = (held: readonly string[]) =>
    held.length >= roles.length && roles.length > 0 ? t('anyRole') : held.map(wordsOf).join(' · ');
  return (
    <>
      <p className="quiet">{t('rightsIntro')}</p>
      <div className="admin-form">
        <ChoiceField
          label={t('roles')}
          value={role}
          isOptional
          onChange={(next) => {
            set({ role: next });
          }}
          options={roles.map((each) => ({ value: each.role, label: say(each.label) }))}
        />
      </div>
      {isPending && <Loading rows={8} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <DataTable
          caption={t('operation')}
          rows={operations}
          keyOf={({ permission }) => permission}
          columns={[
            { key: 'sentence', title: t('operation'), show: ({ sentence }) => say(sentence) },
            { key: 'roles', title: t('roles'), show: (each) => inWords(each.roles) },
            { key: 'decided', title: t('decided'), show: ({ decidedBy }) => t(`decided_${decidedBy}`) },
            { key: 'code', title: t('code'), show: ({ permission }) => <code>{permission}</code> },
          ]}
        />
      )}
      {data && (
        <>
          <h2>{t('events')}</h2>
          <div className="admin-form">
            <ChoiceField
              label={t('procedure')}
              value={procedure}
              onChange={(next) => {
                set({ procedure: next });
              }}
              options={procedures.map((name) => ({ value: name, label: code('procedure', name) }))}
            />
          </div>
          {events.length === 0 ? (
            <Nothing kind="no_match" />
          ) : (
            <DataTable
              caption={t('events')}
              hasHiddenCaption
              rows={events}
              keyOf={({ row, event }) => `${row} ${event}`}
              columns={[
                {
                  key: 'event',
                  title: t('event'),
                  show: (each) => code('event', each.procedure, each.event),
                },
                { key: 'row', title: t('code'), show: ({ row }) => <code>{row}</code> },
                { key: 'roles', title: t('roles'), show: (each) => inWords(each.roles) },
                {
                  key: 'recorded',
                  title: t('recordedBy'),
                  show: ({ recordedBy }) => (recordedBy.length === 0 ? '—' : inWords(recordedBy)),
                },
                {
                  key: 'people',
                  title: t('people'),
                  show: ({ people, isCollective }) => (isCollective ? t('collective') : people),
                },
              ]}
            />
          )}
        </>
      )}
    </>
  );
}
