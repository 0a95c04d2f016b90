/** The open sessions of an account; each can be ended, and all of them together. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useUnits } from './roles.ts';

interface SessionsProps {
  readonly account: components['schemas']['Account'];
  readonly mayChange: boolean;
}

export function AccountSessions({ account, mayChange }: SessionsProps) {
  const t = useAdminWords();
  const hint = useId();
  const { nameOf } = useUnits();
  const queries = useQueryClient();
  const path = { accountId: account.id };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts', account.person, 'sessions', account.id],
    queryFn: () => unwrap(api.GET('/api/v1/accounts/{accountId}/sessions', { params: { path } })),
  });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      unwrap(
        api.DELETE('/api/v1/accounts/{accountId}/sessions/{sessionId}', {
          params: { path: { ...path, sessionId } },
        }),
      ),
    onSettled: () => refresh(),
  });
  const endAll = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/accounts/{accountId}/sessions', { params: { path } })),
    onSettled: () => refresh(),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['accounts', account.person] });
  return (
    <>
      <h3>{t('sessions')}</h3>
      {isPending && <Loading rows={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {end.error && <Failed error={end.error} />}
      {endAll.error && <Failed error={endAll.error} />}
      {data?.items.length === 0 && <p className="quiet">{t('noSessions')}</p>}
      {data && data.items.length > 0 && (
        <DataTable
          caption={t('sessions')}
          hasHiddenCaption
          rows={data.items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'opened', title: t('openedAt'), show: ({ openedAt }) => <When at={openedAt} /> },
            { key: 'seen', title: t('seenAt'), show: ({ seenAt }) => <When at={seenAt} /> },
            { key: 'way', title: t('ways'), show: ({ way }) => t(`way_${way}`) },
            {
              key: 'unit',
              title: t('unit'),
              show: ({ unit }) => (unit === null ? t('wholeBody') : nameOf(unit)),
            },
            ...(mayChange
              ? [
                  {
                    key: 'end',
                    title: t('endSession'),
                    show: ({ id }: { readonly id: string }) => (
                      <WriteButton
                        size="small"
                        disabled={end.isPending}
                        onClick={() => {
                          end.mutate(id);
                        }}
                      >
                        {t('endSession')}
                      </WriteButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayChange && data && data.items.length > 0 && (
        <>
          <p className="quiet" id={hint}>
            {t('endSessionsText')}
          </p>
          <p className="form-foot">
            <WriteButton
              loading={endAll.isPending}
              aria-describedby={hint}
              onClick={() => {
                endAll.mutate();
              }}
            >
              {t('endSessions')}
            </WriteButton>
          </p>
        </>
      )}
    </>
  );
}
