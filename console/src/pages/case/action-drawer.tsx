/**
 * A step of a case: the form the server described, kept as a draft while it is typed, with what it will do under it. Sent
 * once however often it is pressed; a case that moved meanwhile keeps what was typed.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, newKey, unwrap } from '../../api/client.ts';
import { ProblemError, type ContentError } from '../../api/problem.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useOfflineReason } from '../../live/offline.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { ConflictPanel } from '../../parts/conflict-panel.tsx';
import { focusIfLost } from '../../parts/kept-focus.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { SchemaForm } from '../../schema-form/schema-form.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { caseKey, useActions, useCase, type Action, type CaseView } from './case-queries.ts';
import { EffectsLine } from './effects-line.tsx';
import { isOnlyHere, UnsavedQuestion } from './unsaved-question.tsx';
import './case.css';

type Data = Readonly<Record<string, unknown>>;

export interface ActionDrawerProps {
  readonly caseId: string;
  /** Null: closed. */
  readonly event: string | null;
  /** What the form begins with, where a page worked it out; a draft wins. */
  readonly initial?: Data;
  readonly onClose: () => void;
  readonly onDone?: (view: CaseView) => void;
  /** Where there is a next case in the view somebody came from. */
  readonly onDoneNext?: () => void;
}

export function ActionDrawer({ event, ...props }: ActionDrawerProps) {
  const view = useCase(props.caseId);
  const actions = useActions(props.caseId);
  const { code } = useCodes();
  /** Whether something of what was typed is only in the form. */
  const [isAtRisk, setAtRisk] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const action = actions.data?.items.find((each) => each.event === event);
  const title = event === null || !view.data ? '' : code('event', view.data.procedure, event);
  return (
    <Drawer
      open={event !== null}
      title={title}
      size={620}
      onClose={() => {
        if (isAtRisk) setAsked(true);
        else props.onClose();
      }}
      destroyOnHidden
      afterOpenChange={(isOpen) => {
        // The button it was opened by may be gone with the step that was taken.
        if (!isOpen)
          requestAnimationFrame(() => {
            focusIfLost('next-steps');
          });
      }}
      className="action-drawer"
    >
      {event !== null && (!view.data || !actions.data) && <Loading />}
      {view.data && action && (
        <ActionForm
          key={action.event}
          {...props}
          view={view.data}
          action={action}
          isAsked={isAsked}
          onRisk={setAtRisk}
          onStay={() => {
            setAsked(false);
          }}
        />
      )}
      {view.data && actions.data && !action && event !== null && <Gone />}
    </Drawer>
  );
}

/** The step is not to be had any more: the case moved on while the drawer was open. */
function Gone() {
  const t = useCaseWords();
  return <p role="alert">{t('noSteps')}</p>;
}

interface FormProps extends Omit<ActionDrawerProps, 'event'> {
  readonly view: CaseView;
  readonly action: Action;
  readonly onRisk: (isAtRisk: boolean) => void;
  /** Whether somebody wants to close it although something is at risk. */
  readonly isAsked: boolean;
  readonly onStay: () => void;
}

function ActionForm({
  caseId,
  view,
  action,
  initial = {},
  onRisk,
  isAsked,
  onStay,
  onClose,
  onDone,
  onDoneNext,
}: FormProps) {
  const t = useCaseWords();
  const common = useCommonWords();
  const { code } = useCodes();
  const { message } = App.useApp();
  const offline = useOfflineReason();
  const queries = useQueryClient();
  const { event, level } = action;
  const draft = useDraft<Data>(`case.${caseId}.${event}`);
  const [data, setData] = useState<Data>(initial);
  const [isChecking, setChecking] = useState(false);
  const [isSure, setSure] = useState(false);
  // What one person means to do once goes under one key, however often it is sent.
  const key = useRef(newKey());
  const [readVersion, setReadVersion] = useState(view.version);
  const after = useRef<'stay' | 'next'>('stay');
  const top = useRef<HTMLDivElement>(null);

  const stored = draft.value;
  const [isRestored, setRestored] = useState(false);
  if (stored && !isRestored) {
    setRestored(true);
    // What was typed before the draft came is newer than it.
    setData({ ...initial, ...stored, ...(draft.state !== 'clean' && data) });
  }

  /** As it was typed last, also by what leaving a field adds at the moment it is sent. */
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  }, [data]);
  const change = (next: Data) => {
    latest.current = next;
    setData(next);
    draft.save(next);
    key.current = newKey();
    if (send.isError) send.reset();
  };
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/events', {
          params: {
            path: { caseId },
            header: { 'If-Match': `"${readVersion}"`, 'Idempotency-Key': `"${key.current}"` },
          },
          body: { type: event, data: { ...latest.current } },
        }),
      ),
    onSuccess: async (moved) => {
      await draft.clear();
      void message.success(t('done', { what: code('event', view.procedure, event) }));
      // The next step is taken on what this one left, however late the rest is read anew.
      queries.setQueryData([...caseKey(caseId), 'view'], moved);
      // Closed first: the step may be none of those that are read anew.
      onClose();
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onDone?.(moved);
      if (after.current === 'next') onDoneNext?.();
    },
    onError: () => {
      setChecking(false);
    },
  });

  const problem = send.error instanceof ProblemError ? send.error : null;
  const errors: readonly ContentError[] = (problem?.problem.errors ?? []).map((error) => ({
    ...error,
    pointer: error.pointer.replace(/^\/data/, ''),
  }));
  const submit = (then: 'stay' | 'next') => {
    after.current = then;
    if (send.isPending || isAsked || offline !== null) return;
    if (isChecking && level === 3 && !isSure) {
      top.current?.focus();
      return;
    }
    // The weighty ones are looked at once more before they go.
    if (level > 1 && !isChecking) setChecking(true);
    else send.mutate();
  };
  useKeys({
    'ctrl+enter': {
      label: t('submit'),
      run: () => {
        if (send.isPending || isAsked || offline !== null) return;
        // Lists close and texts settle when they are left; that they are barred afterwards tells them nothing.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        submit('stay');
      },
    },
  });
  const isUnsaved = isOnlyHere(draft.state) && !send.isPending && !send.isSuccess;
  useEffect(() => {
    onRisk(isUnsaved);
    return () => {
      onRisk(false);
    };
  }, [onRisk, isUnsaved]);
  const leave = useCallback(() => {
    onStay();
    onClose();
  }, [onStay, onClose]);
  const failure = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isChecking) top.current?.focus();
  }, [isChecking]);
  // What was focused is disabled while it is sent, and loses the focus by that.
  useEffect(() => {
    if (send.isError) failure.current?.focus();
  }, [send.isError]);

  return (
    <form
      noValidate
      aria-label={code('event', view.procedure, event)}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit('stay');
      }}
    >
      {problem?.isConflict === true && (
        <ConflictPanel
          {...{ caseId, readVersion }}
          onReapply={(version) => {
            setReadVersion(version);
            key.current = newKey();
            send.reset();
            void queries.invalidateQueries({ queryKey: caseKey(caseId) });
          }}
          onDiscard={() => {
            void draft.clear();
            onClose();
          }}
        />
      )}
      {send.isError && problem?.isConflict !== true && errors.length === 0 && (
        <div ref={failure} tabIndex={-1}>
          <Failed error={send.error} />
        </div>
      )}
      {isChecking && (
        <div ref={top} tabIndex={-1} className="check" role="group" aria-label={t('check')}>
          <p>
            <strong>{t(level === 3 ? 'grave' : 'weighty')}</strong>
          </p>
          <p className="quiet">{t('neverErased')}</p>
          {level === 3 && (
            <Checkbox
              checked={isSure}
              onChange={(changed) => {
                setSure(changed.target.checked);
              }}
            >
              {t('confirmGrave')}
            </Checkbox>
          )}
        </div>
      )}
      <fieldset ref={fields} disabled={isChecking || send.isPending} className="bare">
        <SchemaForm
          schema={action.schema}
          value={data}
          onChange={change}
          errors={errors}
          procedure={view.procedure}
          {...{ caseId, event }}
        />
      </fieldset>
      <EffectsLine {...{ caseId, event, data }} procedure={view.procedure} version={readVersion} />
      <UnsavedQuestion isOpen={isAsked} draft={draft} onStay={onStay} onLeave={leave} />
      <div className="drawer-foot">
        {isChecking && (
          <Button
            onClick={() => {
              setChecking(false);
              requestAnimationFrame(() => {
                fields.current?.querySelector<HTMLElement>('input, textarea')?.focus();
              });
            }}
          >
            {t('backToForm')}
          </Button>
        )}
        <WriteButton
          type="primary"
          htmlType="submit"
          danger={level > 1}
          loading={send.isPending}
          disabled={isChecking && level === 3 && !isSure}
        >
          {level > 1 && !isChecking ? t('check') : t('submit')}
        </WriteButton>
        {onDoneNext && level === 1 && (
          <WriteButton
            onClick={() => {
              submit('next');
            }}
          >
            {t('submitNext')}
          </WriteButton>
        )}
        <Button
          onClick={() => {
            void draft.clear();
            setData(initial);
          }}
        >
          {t('clearDraft')}
        </Button>
        <span role="status" className="quiet">
          {offline} {draft.state === 'saving' && t('draftSaving')}
          {draft.state === 'failed' && t('draftFailed')}
          {draft.state === 'saved' && draft.savedAt !== null && (
            <>
              {t('draftSaved', { at: '' })} <When at={draft.savedAt} />
            </>
          )}
          {draft.state === 'clean' && <span className="visually-hidden">{common('none')}</span>}
        </span>
      </div>
    </form>
  );
}
