/** The people of the body: looked for, added, opened. Who hands cases over finds that here as well. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../app/permissions.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { TextField } from './fields.tsx';
import { HandOverPart } from './hand-over-part.tsx';
import { PersonPanel, personOf } from './person-panel.tsx';
import { useRoles, useUnits } from './roles.ts';

type Person = components['schemas']['Person'];

export default function PeopleSection() {
  const may = useMay();
  const [params] = useSearchParams();
  const person = params.get('person');
  return (
    <>
      {may('directory.read') && (person === null ? <PeopleList /> : <PersonPanel key={person} id={person} />)}
      {may('case.hand_over') && <HandOverPart />}
    </>
  );
}

function PeopleList() {
  const t = useAdminWords();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const cursor = params.get('cursor');
  const [typed, setTyped] = useState(q);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['people', q, cursor],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/people', {
          params: { query: { limit: 50, ...(q !== '' && { q }), ...(cursor !== null && { cursor }) } },
        }),
      ),
    placeholderData: (before) => before,
  });
  const go = (next: Record<string, string>) => {
    setParams(next);
  };
  return (
    <>
      <p className="quiet">{t('peopleIntro')}</p>
      <form
        role="search"
        className="search-line"
        onSubmit={(event) => {
          event.preventDefault();
          go(typed.trim() === '' ? {} : { q: typed.trim() });
        }}
      >
        <TextField
          label={t('findPerson')}
          help={t('findPersonHelp')}
          type="search"
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
        <p className="form-foot">
          <Button htmlType="submit">{t('find')}</Button>
        </p>
      </form>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {isPending && <Loading rows={8} />}
      {data?.items.length === 0 && (
        <Nothing
          kind={q === '' ? 'none_yet' : 'no_match'}
          {...(q !== '' && {
            onClear: () => {
              setTyped('');
              go({});
            },
          })}
        />
      )}
      {data && data.items.length > 0 && (
        <div className={isPlaceholderData ? 'dimmed' : undefined}>
          <PeopleTable people={data.items} />
        </div>
      )}
      <p className="form-foot">
        {cursor !== null && (
          <Button
            onClick={() => {
              go(q === '' ? {} : { q });
            }}
          >
            {t('firstPage')}
          </Button>
        )}
        {data?.nextCursor != null && (
          <Button
            onClick={() => {
              go({ ...(q !== '' && { q }), cursor: data.nextCursor ?? '' });
            }}
          >
            {t('nextPage')}
          </Button>
        )}
      </p>
      <AddPerson />
    </>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }) {
  const t = useAdminWords();
  const { wordsOf } = useRoles();
  const { nameOf } = useUnits();
  return (
    <DataTable
      caption={t('people')}
      hasHiddenCaption
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'person',
          title: t('person'),
          show: ({ id, name }) => (
            <Link to={`/admin/people?person=${encodeURIComponent(id)}`}>
              <span lang="zh-CN">{name ?? id}</span>
            </Link>
          ),
        },
        { key: 'id', title: t('reference'), show: ({ id }) => <code>{id}</code> },
        {
          key: 'roles',
          title: t('holds'),
          show: ({ roles, leftAt }) =>
            leftAt !== null ? (
              <>
                {t('left')} <When at={leftAt} to="day" />
              </>
            ) : roles.length === 0 ? (
              <span className="quiet">{t('noRole')}</span>
            ) : (
              roles.map(({ role, unit }) => (
                <div key={`${role} ${unit ?? ''}`}>
                  {wordsOf(role)}{' '}
                  <span className="quiet">{unit === null ? t('wholeBody') : nameOf(unit)}</span>
                </div>
              ))
            ),
        },
      ]}
    />
  );
}

function AddPerson() {
  const t = useAdminWords();
  const queries = useQueryClient();
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = useState({ id: '', name: '' });
  const add = useMutation({
    // Whoever is known keeps their name here: changing it is done on their own sheet, where the old one is shown.
    mutationFn: async () => {
      const personId = typed.id.trim();
      const known = await personOf(personId);
      if (known) return known;
      const body = { name: typed.name.trim() };
      return unwrap(api.PUT('/api/v1/people/{personId}', { params: { path: { personId } }, body }));
    },
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      setParams({ person: id });
    },
  });
  const isMissing = typed.id.trim() === '' || typed.name.trim() === '';
  const [isTold, tell] = useState(false);
  return (
    <section aria-label={t('addPerson')} className="admin-form">
      <h2>{t('addPerson')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell(isMissing);
          if (!isMissing && !add.isPending) add.mutate();
        }}
      >
        <div className="field-row">
          <TextField
            label={t('reference')}
            help={t('referenceHelp')}
            value={typed.id}
            maxLength={64}
            wrong={isTold && typed.id.trim() === '' ? t('notSaid') : null}
            onChange={(id) => {
              setTyped({ ...typed, id });
            }}
          />
          <TextField
            label={t('name')}
            lang="zh-CN"
            value={typed.name}
            wrong={isTold && typed.name.trim() === '' ? t('notSaid') : null}
            onChange={(name) => {
              setTyped({ ...typed, name });
            }}
          />
        </div>
        {add.error && <Failed error={add.error} />}
        <p className="form-foot">
          <WriteButton type="primary" htmlType="submit" loading={add.isPending}>
            {t('addPerson')}
          </WriteButton>
        </p>
      </form>
    </section>
  );
}
