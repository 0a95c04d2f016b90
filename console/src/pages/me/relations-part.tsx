/** Relations of one's own to others, which keep cases away that one must not touch: seen and declared. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSession } from '../../app/session.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { useMeWords } from '../../words/me.ts';

type Kind = components['schemas']['DeclareRelationRequest']['kind'];

/** Every kind there is: one that is missing does not compile. */
const KINDS: Readonly<Record<Kind, true>> = {
  spouse: true,
  direct_blood: true,
  collateral_three_generations: true,
  in_law: true,
  stake: true,
  former_colleague: true,
};

export function RelationsPart() {
  const t = useMeWords();
  const common = useCommonWords();
  const { say } = useCodes();
  const { person: personId } = useSession();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['relations', personId],
    queryFn: () => unwrap(api.GET('/api/v1/people/{personId}/relations', { params: { path: { personId } } })),
  });
  return (
    <section aria-label={t('relations')}>
      <h2>{t('relations')}</h2>
      <p className="quiet">{t('relationsText')}</p>
      {isPending && <Loading rows={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <Nothing kind="none_yet" />}
      {data && data.items.length > 0 && (
        <DataTable
          caption={t('relations')}
          hasHiddenCaption
          rows={data.items}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'other',
              title: t('relationOther'),
              show: ({ person, other }) => <code>{person === personId ? other : person}</code>,
            },
            { key: 'kind', title: t('relationKind'), show: ({ label }) => say(label) },
            {
              key: 'bars',
              title: t('relationBars'),
              show: ({ isBar }) => (isBar ? common('yes') : common('no')),
            },
            {
              key: 'at',
              title: t('relationAt'),
              show: ({ declaredAt }) => <When at={declaredAt} to="day" />,
            },
            {
              key: 'ended',
              title: t('relationEnded'),
              show: ({ endedAt }) => (endedAt === null ? '—' : <When at={endedAt} to="day" />),
            },
          ]}
        />
      )}
      <Declare personId={personId} />
    </section>
  );
}

function Declare({ personId }: { readonly personId: string }) {
  const t = useMeWords();
  const id = useId();
  const queries = useQueryClient();
  const [other, setOther] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  const [isTold, tell] = useState(false);
  const declare = useMutation({
    mutationFn: (body: { other: string; kind: Kind }) =>
      unwrap(api.PUT('/api/v1/people/{personId}/relations', { params: { path: { personId } }, body })),
    onSuccess: () => {
      setOther(null);
      setKind(null);
      tell(false);
      void queries.invalidateQueries({ queryKey: ['relations'] });
    },
  });
  const wrong = isTold && (other === null || kind === null);
  return (
    <form
      className="admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tell(true);
        if (other !== null && kind !== null && !declare.isPending) declare.mutate({ other, kind });
      }}
    >
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-other`}>{t('relationOther')}</label>
          <PersonPicker
            id={`${id}-other`}
            value={other}
            onChange={(picked) => {
              setOther(typeof picked === 'string' ? picked : null);
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t('relationKind')}</label>
          <Select<Kind>
            id={`${id}-kind`}
            className="wide"
            value={kind}
            options={(Object.keys(KINDS) as Kind[]).map((each) => ({
              value: each,
              label: t(`kind_${each}`),
            }))}
            onChange={setKind}
          />
        </div>
      </div>
      {wrong && (
        <p role="alert" className="field-wrong">
          {t('needed')}
        </p>
      )}
      {declare.error && <Failed error={declare.error} />}
      <p role="status">{declare.isSuccess && t('declared')}</p>
      <p className="form-foot">
        <WriteButton type="primary" htmlType="submit" loading={declare.isPending}>
          {t('declare')}
        </WriteButton>
      </p>
    </form>
  );
}
