/** Who reads the case out of the ordinary, and what keeps it from being erased. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useMay } from '../../../app/permissions.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useWatchWords } from '../../../words/case-files.ts';
import { caseKey, useCase } from '../case-queries.ts';

export function GlassPart({ caseId }: { readonly caseId: string }) {
  const t = useWatchWords();
  const may = useMay();
  const view = useCase(caseId);
  const glass = useQuery({
    queryKey: [...caseKey(caseId), 'break-glass'],
    queryFn: () => unwrap(api.GET('/api/v1/break-glass', {})),
    enabled: may('break_glass.read'),
    retry: false,
  });
  if (!may('break_glass.read')) return null;
  const found = glass.data?.items.filter(({ family }) => family === view.data?.family) ?? [];
  return (
    <section aria-labelledby="watch-glass">
      <h2 id="watch-glass">{t('glass')}</h2>
      {glass.isError && <Failed error={glass.error} />}
      {glass.data && found.length === 0 && <p>{t('noGlass')}</p>}
      <ul className="bare file-list">
        {found.map(({ id, person, until, endedAt, isOpen, reason, review }) => (
          <li key={id}>
            {person} · {t(isOpen ? 'glassOpen' : 'glassEnded')} <When at={endedAt ?? until} /> ·{' '}
            {t(review ? 'glassReviewed' : 'glassUnreviewed')}
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HoldsPart({ caseId }: { readonly caseId: string }) {
  const t = useWatchWords();
  const may = useMay();
  const key = [...caseKey(caseId), 'legal-holds'] as const;
  const holds = useQuery({
    queryKey: key,
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/legal-holds', { params: { path: { caseId } } })),
    retry: false,
  });
  return (
    <section aria-labelledby="watch-holds">
      <h2 id="watch-holds">{t('holds')}</h2>
      {holds.isError && <Failed error={holds.error} />}
      {holds.data?.items.length === 0 && <p>{t('noHolds')}</p>}
      <ul className="bare file-list">
        {holds.data?.items.map(({ id, isStanding, reason, placedBy, placedAt, releasedAt }) => (
          <li key={id}>
            <strong>{t(isStanding ? 'standing' : 'released')}</strong> · {placedBy}, <When at={placedAt} />
            {releasedAt !== null && (
              <>
                {' '}
                · <When at={releasedAt} />
              </>
            )}
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ul>
      {may('legal_hold.place') && <Place {...{ caseId }} listKey={key} />}
    </section>
  );
}

function Place({ caseId, listKey }: { readonly caseId: string; readonly listKey: readonly string[] }) {
  const t = useWatchWords();
  const id = useId();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const place = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/legal-holds', { params: { path: { caseId } }, body: { reason } }),
      ),
    onSuccess: async () => {
      setReason('');
      await queries.invalidateQueries({ queryKey: listKey });
    },
  });
  return (
    <form
      className="stacked"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (reason.trim() !== '' && !place.isPending) place.mutate();
      }}
    >
      <label htmlFor={id}>{t('holdReason')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      <WriteButton htmlType="submit" disabled={reason.trim() === ''} loading={place.isPending}>
        {t('place')}
      </WriteButton>
      {place.isError && <Failed error={place.error} />}
    </form>
  );
}
