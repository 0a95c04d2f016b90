/**
 * One thing for many cases: asked with a reason, tried first, then carried out while one looks on or does something else.
 * What is typed survives the way there and back.
 */
import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { api, newKey, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useOfflineReason } from '../../live/offline.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { ColleaguePicker } from '../../parts/colleague-picker.tsx';
import { Failed } from '../../parts/states.tsx';
import { useBatchWords } from '../../words/batches.ts';
import { useCommonWords } from '../../words/common.ts';
import { BatchProgress, ItemTable, type Batch } from './batch-progress.tsx';

export type BatchEvent = 'ASSIGN' | 'NOTE';
type BatchRequest = components['schemas']['BatchRequest'];

export interface BatchDrawerProps {
  /** What is to be done; null: closed. */
  readonly event: BatchEvent | null;
  /** The cases that were chosen; or, with `filter`, whatever the list finds. */
  readonly cases: readonly string[];
  readonly filter?: BatchRequest['filter'];
  readonly total: number;
  readonly onClose: () => void;
  /** The batch is over, or was stopped. */
  readonly onDone?: () => void;
}

export function BatchDrawer({ event, onClose, ...props }: BatchDrawerProps) {
  const t = useBatchWords();
  return (
    <Drawer
      open={event !== null}
      title={event === null ? '' : t(event)}
      size={680}
      onClose={onClose}
      destroyOnHidden
    >
      {event !== null && <BatchForm key={event} event={event} {...props} />}
    </Drawer>
  );
}

type FormProps = Omit<BatchDrawerProps, 'event' | 'onClose'> & { readonly event: BatchEvent };

function BatchForm({ event, cases, filter, total, onDone }: FormProps) {
  const t = useBatchWords();
  const offline = useOfflineReason();
  const [asked, setAsked] = useState({ assignee: null as string | null, reason: '' });
  // One thing that somebody means to do goes under one key, however often it is sent.
  const key = useRef(newKey());
  const body = (dryRun: boolean): BatchRequest => ({
    event,
    data: event === 'ASSIGN' ? { assignee: asked.assignee } : {},
    reason: asked.reason,
    dryRun,
    ...(filter ? { filter } : { cases: [...cases] }),
  });
  const tried = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/batches', { body: body(true) })),
  });
  const begun = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/batches', {
          params: { header: { 'Idempotency-Key': `"${key.current}"` } },
          body: body(false),
        }),
      ),
  });
  if (begun.data?.id != null)
    return (
      <>
        <BatchProgress id={begun.data.id} {...(onDone && { onDone })} />
        <p>
          <Link to={`/batches/${begun.data.id}`}>{t('openPage')}</Link>
        </p>
      </>
    );
  if (tried.data)
    return (
      <Tried
        batch={tried.data}
        isByFilter={filter !== undefined}
        isStarting={begun.isPending}
        error={begun.error}
        onBack={() => {
          tried.reset();
          begun.reset();
        }}
        onStart={() => {
          if (!begun.isPending) begun.mutate();
        }}
      />
    );
  return (
    <Asking
      {...{ event, total, asked, offline }}
      isTrying={tried.isPending}
      error={tried.error}
      onChange={(next) => {
        setAsked(next);
        key.current = newKey();
      }}
      onTry={() => {
        if (!tried.isPending) tried.mutate();
      }}
    />
  );
}

interface Asked {
  readonly assignee: string | null;
  readonly reason: string;
}

interface AskingProps {
  readonly event: BatchEvent;
  readonly total: number;
  readonly asked: Asked;
  readonly offline: string | null;
  readonly isTrying: boolean;
  readonly error: Error | null;
  readonly onChange: (asked: Asked) => void;
  readonly onTry: () => void;
}

function Asking({ event, total, asked, offline, isTrying, error, onChange, onTry }: AskingProps) {
  const t = useBatchWords();
  const common = useCommonWords();
  const id = useId();
  const [isTold, setTold] = useState(false);
  const isNameless = isTold && event === 'ASSIGN' && asked.assignee === null;
  const isReasonless = isTold && asked.reason.trim() === '';
  const submit = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    setTold(true);
    const lacks =
      event === 'ASSIGN' && asked.assignee === null
        ? 'assignee'
        : asked.reason.trim() === ''
          ? 'reason'
          : null;
    if (lacks === null) onTry();
    else document.getElementById(`${id}-${lacks}`)?.focus();
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t(event)}>
      <p>
        <strong>{t('total', { count: total })}</strong> {t('presentVersion')}
      </p>
      {error && <Failed error={error} />}
      {event === 'ASSIGN' && (
        <>
          <label htmlFor={`${id}-assignee`}>{t('assignee')}</label>
          <ColleaguePicker
            id={`${id}-assignee`}
            value={asked.assignee}
            role="handler"
            aria-required
            {...(isNameless && { 'aria-invalid': true, 'aria-describedby': `${id}-nameless` })}
            onChange={(picked) => {
              onChange({ ...asked, assignee: typeof picked === 'string' ? picked : null });
            }}
          />
          {isNameless && (
            <p id={`${id}-nameless`} className="field-wrong">
              {t('assigneeNeeded')}
            </p>
          )}
        </>
      )}
      <label htmlFor={`${id}-reason`}>
        {t('reason')} <span className="quiet">({common('required')})</span>
      </label>
      <Input.TextArea
        id={`${id}-reason`}
        rows={3}
        maxLength={2_000}
        showCount
        value={asked.reason}
        aria-describedby={`${id}-help`}
        {...(isReasonless && { status: 'error' as const, 'aria-invalid': true })}
        onChange={(changed) => {
          onChange({ ...asked, reason: changed.target.value });
        }}
      />
      <p id={`${id}-help`} className={isReasonless ? 'field-wrong' : 'quiet'}>
        {isReasonless ? common('reasonNeeded') : t(event === 'NOTE' ? 'reasonHelpNote' : 'reasonHelpAssign')}
      </p>
      <WriteButton type="primary" htmlType="submit" loading={isTrying}>
        {t('tryIt')}
      </WriteButton>{' '}
      <span role="status" className="quiet">
        {offline ?? (isTrying ? t('trying') : '')}
      </span>
    </form>
  );
}

interface TriedProps {
  readonly batch: Batch;
  readonly isByFilter: boolean;
  readonly isStarting: boolean;
  readonly error: Error | null;
  readonly onBack: () => void;
  readonly onStart: () => void;
}

function Tried({ batch, isByFilter, isStarting, error, onBack, onStart }: TriedProps) {
  const t = useBatchWords();
  const offline = useOfflineReason();
  const { waiting, skipped } = batch.counts;
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    top.current?.focus();
  }, []);
  return (
    <>
      <p tabIndex={-1} ref={top}>
        <strong>{t('wouldChange', { n: waiting, m: skipped })}</strong>
      </p>
      {isByFilter && <p className="quiet">{t('filterMoves')}</p>}
      {error && <Failed error={error} />}
      {batch.items && batch.items.length > 0 && (
        <>
          <h2>{t('wouldSkip')}</h2>
          <ItemTable items={batch.items} caption={t('wouldSkip')} />
        </>
      )}
      <div className="drawer-foot">
        <WriteButton type="primary" loading={isStarting} disabled={waiting === 0} onClick={onStart}>
          {t('start', { count: waiting })}
        </WriteButton>
        <Button onClick={onBack}>{t('back')}</Button>
        {offline !== null && <span className="quiet">{offline}</span>}
      </div>
    </>
  );
}
