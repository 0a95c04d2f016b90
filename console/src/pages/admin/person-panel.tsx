/** One person of the body: name, posts, account, and the end of all of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSession } from '../../app/session.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { AccountPart } from './account-part.tsx';
import { TextField } from './fields.tsx';
import { GrantsPart } from './grants-part.tsx';
import { LeavePart } from './leave-part.tsx';

type Person = components['schemas']['Person'];

/** Somebody by reference; undefined where the directory does not know them. */
export async function personOf(id: string): Promise<Person | undefined> {
  const { items } = await unwrap(api.GET('/api/v1/people', { params: { query: { q: id, limit: 200 } } }));
  return items.find((person) => person.id === id);
}

export function PersonPanel({ id }: { readonly id: string }) {
  const t = useAdminWords();
  const session = useSession();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['people', 'one', id],
    queryFn: async () => (await personOf(id)) ?? null,
  });
  const isSelf = session.person === id;
  return (
    <>
      <p>
        <Link to="/admin/people">{t('backToList')}</Link>
      </p>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data === null && <Nothing kind="no_match" />}
      {data && (
        <>
          <h2 lang="zh-CN">{data.name ?? data.id}</h2>
          <dl className="facts">
            <dt>{t('reference')}</dt>
            <dd>
              <code>{data.id}</code>
            </dd>
            {data.leftAt !== null && (
              <>
                <dt>{t('leftOn')}</dt>
                <dd>
                  <When at={data.leftAt} />
                </dd>
              </>
            )}
          </dl>
          {isSelf && <p role="note">{t('self')}</p>}
          {data.leftAt === null && <Rename person={data} />}
          <GrantsPart person={data.id} mayChange={!isSelf && data.leftAt === null} />
          <AccountPart person={data.id} mayChange={!isSelf && data.leftAt === null} />
          {!isSelf && <LeavePart person={data} />}
        </>
      )}
    </>
  );
}

function Rename({ person }: { readonly person: Person }) {
  const t = useAdminWords();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const rename = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/v1/people/{personId}', {
          params: { path: { personId: person.id } },
          body: { name: name.trim() },
        }),
      ),
    onSuccess: () => {
      setName('');
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const isDifferent = name.trim() !== '' && name.trim() !== person.name;
  return (
    <form
      className="admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDifferent && !rename.isPending) rename.mutate();
      }}
    >
      <h3>{t('rename')}</h3>
      <TextField label={t('renameTo')} lang="zh-CN" value={name} onChange={setName} />
      {isDifferent && (
        <p>
          {t('change')}: {t('fromTo', { from: person.name ?? person.id, to: name.trim() })}
        </p>
      )}
      {rename.error && <Failed error={rename.error} />}
      <p role="status">{rename.isSuccess && t('saved')}</p>
      <WriteButton htmlType="submit" disabled={!isDifferent} loading={rename.isPending}>
        {t('rename')}
      </WriteButton>
    </form>
  );
}
