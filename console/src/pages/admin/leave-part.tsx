/** Somebody leaves the body: everything of theirs ends at once, and what has to be handed over is told in numbers. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { TextField } from './fields.tsx';
import { Retype } from './retype.tsx';

export function LeavePart({ person }: { readonly person: components['schemas']['Person'] }) {
  const t = useAdminWords();
  const { code } = useCodes();
  const queries = useQueryClient();
  const [isMeant, setMeant] = useState(false);
  const [on, setOn] = useState('');
  const leave = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/people/{personId}/leave', {
          params: { path: { personId: person.id } },
          body: on === '' ? {} : { on },
        }),
      ),
    onSuccess: () => {
      setMeant(false);
      for (const queryKey of [['people'], ['grants']]) void queries.invalidateQueries({ queryKey });
      // Of an account that is gone no sessions can be asked for.
      void queries.invalidateQueries({ queryKey: ['accounts', person.id], exact: true });
    },
  });
  return (
    <section aria-label={t('leave')}>
      <h2>{t('leave')}</h2>
      {leave.data && (
        <div role="status">
          <p>
            <strong>{t('departed')}</strong> {t('departedEnded', { ...leave.data.ended })}
          </p>
          {leave.data.openCases.length === 0 ? (
            <p>{t('nothingToHandOver')}</p>
          ) : (
            <>
              <DataTable
                caption={t('toHandOver')}
                rows={leave.data.openCases}
                keyOf={({ procedure }) => procedure}
                columns={[
                  {
                    key: 'procedure',
                    title: t('procedure'),
                    show: ({ procedure }) => code('procedure', procedure),
                  },
                  { key: 'count', title: t('count'), show: ({ count }) => count, isNumber: true },
                ]}
              />
              <p className="quiet">{t('handOverWho')}</p>
            </>
          )}
        </div>
      )}
      {!leave.data && !isMeant && person.leftAt === null && (
        <WriteButton
          danger
          onClick={() => {
            setMeant(true);
          }}
        >
          {t('leave')}
        </WriteButton>
      )}
      {isMeant && (
        <Retype
          title={t('leave')}
          text={t('leaveText')}
          name={person.name ?? person.id}
          button={t('leaveDo')}
          isPending={leave.isPending}
          error={leave.error}
          onConfirm={() => {
            leave.mutate();
          }}
          onCancel={() => {
            setMeant(false);
          }}
        >
          <TextField label={t('leaveOn')} type="date" value={on} onChange={setOn} />
        </Retype>
      )}
    </section>
  );
}
