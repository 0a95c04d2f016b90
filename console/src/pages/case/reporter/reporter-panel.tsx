/**
 * Who reported: sealed. It is asked for with a reason, a second person decides, and an approval opens it once; what was
 * opened is held by this panel alone and is gone when it is hidden or left.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import type { components } from '../../../api/schema.d.ts';
import { useMay } from '../../../app/permissions.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed, Loading, Nothing } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useReporterWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { useCommonWords } from '../../../words/common.ts';
import { caseKey } from '../case-queries.ts';
import '../files.css';
import { IdentityRequestItem, type OpenedIdentity } from './identity-request.tsx';

type Purpose = components['schemas']['IdentityRequestBody']['purpose'];

/** What the API document lists; the words for them come from the server. */
const PURPOSES: readonly Purpose[] = [
  'feedback',
  'verification',
  'supplement',
  'protection',
  'reward',
  'tracing',
  'court_order',
];

export function ReporterPanel({ caseId }: { readonly caseId: string }) {
  const t = useReporterWords();
  const may = useMay();
  const [shown, setShown] = useState<OpenedIdentity | null>(null);
  const requests = useQuery({
    queryKey: [...caseKey(caseId), 'identity-requests'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/cases/{caseId}/identity-requests', { params: { path: { caseId } } })),
    gcTime: 0,
    retry: false,
  });
  if (requests.isPending) return <Loading />;
  if (isProblem(requests.error, 'not-permitted')) return <Nothing kind="no_permission" />;
  if (requests.isError) return <Failed error={requests.error} retry={() => void requests.refetch()} />;
  const { items } = requests.data;
  return (
    <>
      {shown ? (
        <Shown
          identity={shown}
          onHide={() => {
            setShown(null);
          }}
        />
      ) : (
        <section aria-label={t('title')}>
          <p>
            <strong>{t('title')}: </strong>
            {t('masked')}
          </p>
          <p className="quiet">{t('how')}</p>
        </section>
      )}
      {may('identity.request') && <Ask caseId={caseId} />}
      <h2>{t('requests')}</h2>
      {items.length === 0 && <p>{t('noRequests')}</p>}
      <ul className="bare file-list">
        {items.map((request) => (
          <IdentityRequestItem key={request.id} {...{ caseId, request }} onOpened={setShown} />
        ))}
      </ul>
    </>
  );
}

function Shown({ identity, onHide }: { readonly identity: OpenedIdentity; readonly onHide: () => void }) {
  const t = useReporterWords();
  const { code } = useCodes();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <section className="check" aria-label={t('shownNow')} tabIndex={-1} ref={box}>
      <p>
        <strong>{t('shownNow')}</strong> <Button onClick={onHide}>{t('hide')}</Button>
      </p>
      {identity.identities.map(({ entry, recordedOn, isErased, values }) => (
        <dl key={entry} className="case-facts">
          <div>
            <dt>{t('recordedOn')}</dt>
            <dd>
              <When at={recordedOn} to="day" />
            </dd>
          </div>
          {isErased && (
            <div>
              <dt>{t('status')}</dt>
              <dd>{t('erased')}</dd>
            </div>
          )}
          {Object.entries(values).map(([pointer, value]) => (
            <div key={pointer}>
              <dt>{code('field', pointer.split('/').at(-1) ?? '')}</dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}

function Ask({ caseId }: { readonly caseId: string }) {
  const t = useReporterWords();
  const common = useCommonWords();
  const { code } = useCodes();
  const id = useId();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>('feedback');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const ask = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/identity-requests', {
          params: { path: { caseId } },
          body: { purpose, reason },
        }),
      ),
    onSuccess: async () => {
      setOpen(false);
      setReason('');
      setAsked(false);
      await queries.invalidateQueries({ queryKey: [...caseKey(caseId), 'identity-requests'] });
    },
  });
  if (!isOpen)
    return (
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('ask')}
      </Button>
    );
  const isMissing = isAsked && reason.trim() === '';
  return (
    <form
      className="stacked"
      aria-label={t('ask')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setAsked(true);
        if (reason.trim() !== '' && !ask.isPending) ask.mutate();
      }}
    >
      <label htmlFor={`${id}-purpose`}>{t('purpose')}</label>
      <Select
        id={`${id}-purpose`}
        value={purpose}
        onChange={setPurpose}
        options={PURPOSES.map((value) => ({ value, label: code('identityPurpose', value) }))}
      />
      <label htmlFor={id}>{t('reason')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        value={reason}
        aria-invalid={isMissing}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      {isMissing && (
        <p className="field-wrong" role="alert">
          {common('reasonNeeded')}
        </p>
      )}
      <div className="file-tools">
        <WriteButton type="primary" htmlType="submit" loading={ask.isPending}>
          {t('send')}
        </WriteButton>
        <Button
          onClick={() => {
            setOpen(false);
          }}
        >
          {common('cancel')}
        </Button>
      </div>
      {ask.isError && <Failed error={ask.error} />}
    </form>
  );
}
