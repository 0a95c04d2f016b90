/** Moving running cases to a newer version: proposed by one person, looked at case by case, tried, approved by another. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../app/permissions.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useAdminWords } from '../../words/admin.ts';
import { MigrationCases } from './migration-cases.tsx';
import { Retype } from './retype.tsx';

type Migration = components['schemas']['Migration'];

interface MigrationsProps {
  readonly name: string;
  readonly version: number;
  readonly hasOlder: boolean;
}

export function MigrationsPart({ name, version, hasOlder }: MigrationsProps) {
  const t = useRuleWords();
  const admin = useAdminWords();
  const may = useMay();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['migrations'],
    queryFn: () => unwrap(api.GET('/api/v1/migrations', { params: { query: { limit: 200 } } })),
  });
  const propose = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/procedures/{name}/migrations', {
          params: { path: { name } },
          body: { toVersion: version },
        }),
      ),
    onSuccess: ({ id }) => {
      setOpened(id);
      void queries.invalidateQueries({ queryKey: ['migrations'] });
    },
  });
  const items = data?.items.filter(({ procedure }) => procedure === name);
  const open = items?.find(({ id }) => id === opened);
  return (
    <section aria-label={t('migrations')}>
      <h3>{t('migrations')}</h3>
      {isPending && <Loading rows={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {items?.length === 0 && <Nothing kind="none_yet" />}
      {items && items.length > 0 && (
        <DataTable
          caption={t('migrations')}
          hasHiddenCaption
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'to', title: t('toVersion'), show: ({ toVersion }) => `v${toVersion}` },
            { key: 'status', title: t('status'), show: ({ status }) => t(`status_${status}`) },
            { key: 'at', title: t('proposed'), show: ({ proposedAt }) => <When at={proposedAt} /> },
            { key: 'counts', title: t('planned'), show: ({ counts }) => t('counts', { ...counts }) },
            { key: 'outcomes', title: t('came'), show: ({ outcomes }) => t('outcomes', { ...outcomes }) },
            {
              key: 'open',
              title: t('cases'),
              show: ({ id }) => (
                <Button
                  size="small"
                  aria-expanded={id === opened}
                  onClick={() => {
                    setOpened(id === opened ? null : id);
                  }}
                >
                  {admin('open')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open && <MigrationSheet key={open.id} migration={open} />}
      {hasOlder && may('migration.propose') && (
        <>
          <p className="quiet">{t('proposeText')}</p>
          {propose.error && <Failed error={propose.error} />}
          <WriteButton
            loading={propose.isPending}
            onClick={() => {
              propose.mutate();
            }}
          >
            {t('propose', { version })}
          </WriteButton>
        </>
      )}
    </section>
  );
}

function MigrationSheet({ migration }: { readonly migration: Migration }) {
  const t = useRuleWords();
  const may = useMay();
  const queries = useQueryClient();
  const [isMeant, setMeant] = useState(false);
  const approve = useMutation({
    mutationFn: (dryRun: boolean) =>
      unwrap(
        api.POST('/api/v1/migrations/{migrationId}/approval', {
          params: { path: { migrationId: migration.id }, query: dryRun ? { dryRun: 'true' } : {} },
        }),
      ),
    onSuccess: ({ isDryRun }) => {
      if (isDryRun === true) return;
      setMeant(false);
      for (const queryKey of [['migrations'], ['procedures'], ['cases']])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const title = t('approveTitle', { version: migration.toVersion });
  const tried = approve.data?.isDryRun === true ? approve.data : null;
  return (
    <>
      <MigrationCases id={migration.id} procedure={migration.procedure} />
      {tried && (
        <p role="status">
          {t('wouldCome')}: {t('outcomes', { ...tried.outcomes })}
        </p>
      )}
      {approve.error && !isMeant && <Failed error={approve.error} />}
      {may('migration.approve') && migration.status !== 'done' && (
        <p className="form-foot">
          <WriteButton
            loading={approve.isPending && !isMeant}
            onClick={() => {
              approve.mutate(true);
            }}
          >
            {t('dryRun')}
          </WriteButton>
          <WriteButton
            danger
            onClick={() => {
              setMeant(true);
            }}
          >
            {t('approve')}
          </WriteButton>
        </p>
      )}
      {isMeant && (
        <Retype
          title={title}
          text={t('approveText')}
          name={`${migration.procedure} v${migration.toVersion}`}
          button={t('approve')}
          isPending={approve.isPending}
          error={approve.error}
          onConfirm={() => {
            approve.mutate(false);
          }}
          onCancel={() => {
            setMeant(false);
          }}
        />
      )}
    </>
  );
}
