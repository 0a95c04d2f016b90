/** What a person holds and held: posts, acting posts, substitutions; giving one, withdrawing one with a reason. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { TextField } from './fields.tsx';
import { GiveRole } from './give-role.tsx';
import { useRoles, useUnits } from './roles.ts';

type Grant = components['schemas']['Grant'];

interface GrantsProps {
  readonly person: string;
  readonly mayChange: boolean;
}

export function GrantsPart({ person, mayChange }: GrantsProps) {
  const t = useAdminWords();
  const { code, pair } = useCodes();
  const { wordsOf } = useRoles();
  const { nameOf } = useUnits();
  const [withdrawn, setWithdrawn] = useState<Grant | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['grants', person],
    queryFn: () => unwrap(api.GET('/api/v1/grants', { params: { query: { person, limit: 200 } } })),
  });
  const stateOf = ({ isInForce, withdrawnAt, until }: Grant) =>
    isInForce
      ? t('inForce')
      : withdrawnAt !== null || (until !== null && Date.parse(until) <= Date.now())
        ? t('ended')
        : t('notYet');
  return (
    <section aria-label={t('grants')}>
      <h2>{t('grants')}</h2>
      <p className="quiet">{t('grantsIntro')}</p>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <Nothing kind="none_yet" />}
      {data && data.items.length > 0 && (
        <DataTable
          caption={t('grants')}
          hasHiddenCaption
          rows={data.items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'role', title: t('role'), show: ({ role }) => wordsOf(role) },
            {
              key: 'unit',
              title: t('unit'),
              show: ({ unit }) => (unit === null ? t('wholeBody') : nameOf(unit)),
            },
            {
              key: 'kind',
              title: t('kind'),
              show: ({ kind, inPlaceOf }) => (
                <>
                  {code('grantKind', kind)}
                  {inPlaceOf !== null && <div className="quiet">{pair(t('inPlaceOf'), inPlaceOf)}</div>}
                </>
              ),
            },
            {
              key: 'from',
              title: t('from'),
              show: ({ from, createdAt }) => <When at={from ?? createdAt} to="day" />,
            },
            {
              key: 'until',
              title: t('until'),
              show: ({ until, withdrawnAt }) =>
                withdrawnAt !== null ? (
                  <When at={withdrawnAt} to="day" />
                ) : until === null ? (
                  '—'
                ) : (
                  <When at={until} to="day" />
                ),
            },
            { key: 'basis', title: t('basis'), show: ({ basis }) => basis ?? '—' },
            { key: 'state', title: t('state'), show: stateOf },
            ...(mayChange
              ? [
                  {
                    key: 'act',
                    title: t('withdraw'),
                    show: (grant: Grant) =>
                      grant.withdrawnAt === null && stateOf(grant) !== t('ended') ? (
                        <Button
                          size="small"
                          aria-label={t('withdrawTitle', { role: wordsOf(grant.role) })}
                          onClick={() => {
                            setWithdrawn(grant);
                          }}
                        >
                          {t('withdraw')}
                        </Button>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      )}
      {withdrawn && (
        <Withdraw
          key={withdrawn.id}
          grant={withdrawn}
          onDone={() => {
            setWithdrawn(null);
          }}
        />
      )}
      {mayChange && <GiveRole person={person} />}
    </section>
  );
}

function Withdraw({ grant, onDone }: { readonly grant: Grant; readonly onDone: () => void }) {
  const t = useAdminWords();
  const common = useCommonWords();
  const { wordsOf } = useRoles();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isTold, tell] = useState(false);
  const withdraw = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/grants/{grantId}/withdraw', {
          params: { path: { grantId: grant.id } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['grants'] });
      void queries.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
  });
  const title = t('withdrawTitle', { role: wordsOf(grant.role) });
  return (
    <section className="weighty" aria-label={title}>
      <h3>{title}</h3>
      <p>{t('withdrawText')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell(true);
          if (reason.trim() !== '' && !withdraw.isPending) withdraw.mutate();
        }}
      >
        <TextField
          label={t('reasonShort')}
          value={reason}
          onChange={setReason}
          wrong={isTold && reason.trim() === '' ? common('reasonNeeded') : null}
        />
        {withdraw.error && <Failed error={withdraw.error} />}
        <p className="form-foot">
          <WriteButton danger type="primary" htmlType="submit" loading={withdraw.isPending}>
            {t('withdraw')}
          </WriteButton>
          <Button onClick={onDone}>{common('cancel')}</Button>
        </p>
      </form>
    </section>
  );
}
