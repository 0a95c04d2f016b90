/** The form of one complaint: its parts in the middle, their index on the left, duplicates and deadlines on the right. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useBlocker, useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useMay } from '../../app/permissions.ts';
import type { Draft } from '../../drafts/use-draft.ts';
import { Page } from '../../frame/page.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { written } from '../../parts/when.tsx';
import { useLocale } from '../../words/area.ts';
import { useCodes } from '../../words/codes.ts';
import { useIntakeWords } from '../../words/intake.ts';
import { TAGS } from '../../words/locale.ts';
import { DeadlinesPanel } from './deadlines-panel.tsx';
import { DraftChanged, DraftLine } from './draft-line.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { idOf } from './field.tsx';
import { isUntouched, type IntakeForm, type IntakePart } from './intake-form.ts';
import { PARTS, partOf, type Fields, type PartProps } from './parts.ts';
import { PointsPart } from './points-part.tsx';
import { RegisteredView } from './registered.tsx';
import { ReporterPart } from './reporter-part.tsx';
import { SectionIndex } from './section-index.tsx';
import { SourcePart } from './source-part.tsx';
import { SubjectsPart } from './subjects-part.tsx';
import { useRegistration, type KeptIntake } from './use-registration.ts';

export type { KeptIntake } from './use-registration.ts';

interface IntakeSheetProps {
  readonly draft: Draft<KeptIntake>;
  /** Tells the time of the body. */
  readonly clock: () => Date;
  readonly initial: KeptIntake;
  readonly onAnew: (last?: Pick<IntakeForm, 'channel' | 'receivedAt'>) => void;
  readonly onTakeOther: () => void;
}

/** Nothing of what was typed is only here. */
const isSafe = (state: Draft<KeptIntake>['state']): boolean =>
  state === 'clean' || state === 'saved' || state === 'loading';

export function IntakeSheet({ draft, clock, initial, onAnew, onTakeOther }: IntakeSheetProps) {
  const t = useIntakeWords();
  const { say } = useCodes();
  const locale = useLocale();
  const may = useMay();
  const now = clock();
  const [form, setForm] = useState(initial.form);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [restoredAt] = useState(draft.value === null ? null : draft.savedAt);
  const [query, setQuery] = useSearchParams();
  const sending = useRegistration(form, initial.progress, draft, clock);
  const { wrong, registered } = sending;
  const isByStep = query.get('layout') === 'step';
  const current = PARTS.find((part) => part === query.get('part')) ?? 'source';

  const procedure = useQuery({
    queryKey: ['procedures', 'complaint'],
    queryFn: () => unwrap(api.GET('/api/v1/procedures/{name}', { params: { path: { name: 'complaint' } } })),
    staleTime: Infinity,
  });
  const schema = (procedure.data?.schemas.SUBMIT?.properties ?? {}) as Fields;

  const change = (some: Partial<IntakeForm>) => {
    const next = { ...form, ...some };
    setForm(next);
    draft.save({ form: next, progress: sending.progress });
  };
  const show = (part: IntakePart, id = `intake-part-${part}`) => {
    if (isByStep) setQuery({ layout: 'step', part }, { replace: true });
    // After the part has been drawn.
    setTimeout(() => {
      const target = document.getElementById(id);
      target?.scrollIntoView({ block: 'nearest' });
      target?.focus();
    });
  };

  const isAtRisk = registered === null && !isUntouched(form) && !isSafe(draft.state);
  useEffect(() => {
    if (!isAtRisk) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isAtRisk]);
  // Within the console what is only late is saved on leaving; what could not be saved is asked about.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isAtRisk &&
      (draft.state === 'failed' || draft.state === 'changed_elsewhere') &&
      currentLocation.pathname !== nextLocation.pathname,
  );
  useKeys({
    'ctrl+enter': {
      label: t('submit'),
      run: () => {
        // Not from what stands before the form, as the help or the question whether to leave.
        if (!document.activeElement?.closest('[role="dialog"]')) void sending.submit();
      },
    },
  });

  const labels = schema.channel?.['x-labels'];
  const channelWords = labels?.[form.channel ?? ''];
  if (registered)
    return (
      <Page title={t('title')}>
        <RegisteredView
          registered={registered}
          form={form}
          channel={channelWords ? say(channelWords) : (form.channel ?? '')}
          files={files}
          isAsSentBefore={sending.isAsSentBefore}
          isRetrying={sending.isBusy}
          onRetry={() => void sending.submit()}
          onAnother={() => {
            onAnew({ channel: form.channel, receivedAt: form.receivedAt });
          }}
        />
      </Page>
    );

  const props: PartProps = { form, change, wrong, schema };
  const parts: Readonly<Record<IntakePart, ReactNode>> = {
    source: <SourcePart {...props} />,
    reporter: <ReporterPart {...props} />,
    subjects: <SubjectsPart {...props} />,
    points: <PointsPart {...props} files={files} onFiles={setFiles} />,
  };
  const at = PARTS.indexOf(current);
  const [before, after] = [PARTS[at - 1], PARTS[at + 1]];
  return (
    <Page
      title={t('title')}
      hasError={wrong.length > 0}
      actions={<DraftLine state={draft.state} savedAt={draft.savedAt} />}
    >
      <ErrorSummary
        wrong={wrong}
        attempt={sending.attempt}
        onGo={(field) => {
          show(partOf(field) ?? current, idOf(field));
        }}
      />
      {sending.failure && (
        <>
          {sending.failure.isUnsure && <Alert type="warning" showIcon title={t('unsureTitle')} />}
          <Failed error={sending.failure.error} />
        </>
      )}
      {draft.state === 'changed_elsewhere' && (
        <DraftChanged onMine={() => void draft.overwrite()} onTheirs={onTakeOther} />
      )}
      {restoredAt !== null && (
        <Alert
          type="info"
          showIcon
          title={t('draftFound', { at: written(restoredAt, 'minute', TAGS[locale]) })}
          action={
            <Button
              size="small"
              onClick={() => {
                onAnew();
              }}
            >
              {t('draftDrop')}
            </Button>
          }
        />
      )}
      <div className="intake">
        <SectionIndex
          form={form}
          now={now}
          isByStep={isByStep}
          current={current}
          onGo={show}
          onLayout={(next) => {
            setQuery(next ? { layout: 'step', part: current } : {}, { replace: true });
          }}
        />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void sending.submit();
          }}
          onBlur={() => void draft.flush()}
        >
          {procedure.isPending && <Loading rows={6} />}
          {procedure.error && <Failed error={procedure.error} retry={() => void procedure.refetch()} />}
          {procedure.data &&
            PARTS.filter((part) => !isByStep || part === current).map((part) => (
              <section key={part} aria-labelledby={`intake-part-${part}`}>
                <h2 id={`intake-part-${part}`} tabIndex={-1}>
                  {PARTS.indexOf(part) + 1} {t(part)}
                </h2>
                {parts[part]}
              </section>
            ))}
          <div className="row form-foot">
            {isByStep && before && (
              <Button
                onClick={() => {
                  show(before);
                }}
              >
                {t('back')}
              </Button>
            )}
            {isByStep && after ? (
              <Button
                type="primary"
                onClick={() => {
                  show(after);
                }}
              >
                {t('next')}
              </Button>
            ) : (
              <WriteButton
                type="primary"
                htmlType="submit"
                loading={sending.isBusy}
                aria-keyshortcuts="Control+Enter"
              >
                {t(sending.isBusy ? 'submitting' : 'submit')}
              </WriteButton>
            )}
          </div>
        </form>
        <aside className="intake-side">
          {may('complaint.compare') && <DuplicatesPanel form={form} change={change} wrong={wrong} />}
          <DeadlinesPanel form={form} now={now} />
        </aside>
      </div>
      <Modal
        open={blocker.state === 'blocked'}
        title={t('leaveTitle')}
        okText={t('leave')}
        cancelText={t('stay')}
        onOk={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
      >
        {t('leaveText')}
      </Modal>
    </Page>
  );
}
