/** Keys of persons and systems: what each is called and may do in sentences, when it was last used, until when; made, shown once, revoked. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { KeyScopes } from './key-scopes.tsx';
import { MakeKey } from './make-key.tsx';
import { Retype } from './retype.tsx';

type Key = components['schemas']['Key'];

export default function KeysSection() {
  const t = useAdminWords();
  const [params, setParams] = useSearchParams();
  const cursor = params.get('cursor');
  const [revoked, setRevoked] = useState<Key | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['keys', cursor],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/keys', { params: { query: { limit: 50, ...(cursor !== null && { cursor }) } } }),
      ),
    placeholderData: (before) => before,
  });
  const isOpen = ({ revokedAt, expiresAt }: Key) =>
    revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > Date.now());
  return (
    <>
      <p className="quiet">{t('keysIntro')}</p>
      <MakeKey />
      <h2>{t('keys')}</h2>
      <p className="quiet">{t('lastUsedHint')}</p>
      {isPending && <Loading rows={6} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <Nothing kind="none_yet" />}
      {data && data.items.length > 0 && (
        <DataTable
          caption={t('keys')}
          hasHiddenCaption
          rows={data.items}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t('keyName'),
              show: ({ name }) => name ?? <span className="quiet">{t('keyUnnamed')}</span>,
            },
            { key: 'owner', title: t('owner'), show: ({ person }) => <code>{person}</code> },
            {
              key: 'scopes',
              title: t('scopes'),
              show: ({ name, person, roles, unit }) => (
                <KeyScopes roles={roles} unit={unit} of={name ?? person} />
              ),
            },
            {
              key: 'used',
              title: t('lastUsed'),
              show: ({ lastUsedAt }) =>
                lastUsedAt === null ? (
                  <span className="quiet">{t('neverUsed')}</span>
                ) : (
                  <When at={lastUsedAt} />
                ),
            },
            {
              key: 'expires',
              title: t('expires'),
              show: ({ expiresAt }) =>
                expiresAt === null ? t('noExpiry') : <When at={expiresAt} to="day" />,
            },
            {
              key: 'created',
              title: t('created'),
              show: ({ createdAt }) => <When at={createdAt} to="day" />,
            },
            {
              key: 'state',
              title: t('state'),
              show: (key) =>
                isOpen(key) ? t('valid') : key.revokedAt !== null ? t('revoked') : t('expired'),
            },
            {
              key: 'act',
              title: t('revoke'),
              show: (key) =>
                isOpen(key) ? (
                  <Button
                    size="small"
                    aria-label={t('revokeTitle', { owner: key.person })}
                    onClick={() => {
                      setRevoked(key);
                    }}
                  >
                    {t('revoke')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      <p className="form-foot">
        {cursor !== null && (
          <Button
            onClick={() => {
              setParams({});
            }}
          >
            {t('firstPage')}
          </Button>
        )}
        {data?.nextCursor != null && (
          <Button
            onClick={() => {
              setParams({ cursor: data.nextCursor ?? '' });
            }}
          >
            {t('nextPage')}
          </Button>
        )}
      </p>
      {revoked && (
        <RevokeKey
          key={revoked.id}
          revoked={revoked}
          onDone={() => {
            setRevoked(null);
          }}
        />
      )}
    </>
  );
}

function RevokeKey({ revoked, onDone }: { readonly revoked: Key; readonly onDone: () => void }) {
  const t = useAdminWords();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/keys/{keyId}/revoke', { params: { path: { keyId: revoked.id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['keys'] });
      onDone();
    },
  });
  return (
    <Retype
      title={t('revokeTitle', { owner: revoked.person })}
      text={t('revokeText')}
      name={revoked.person}
      button={t('revoke')}
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => {
        revoke.mutate();
      }}
      onCancel={onDone}
    />
  );
}
