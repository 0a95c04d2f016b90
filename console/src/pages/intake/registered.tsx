/** After a complaint was registered: its number, the slip, what is left to do, and the next one. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useSession } from '../../app/session.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useIntakeWords } from '../../words/intake.ts';
import { uploadFile } from './doors.ts';
import { instantOf, type IntakeForm } from './intake-form.ts';
import type { Registered } from './register.ts';

interface RegisteredViewProps {
  readonly registered: Registered;
  readonly form: IntakeForm;
  readonly channel: string;
  readonly files: readonly File[];
  /** What was changed after the first try is not part of what was registered. */
  readonly isAsSentBefore: boolean;
  readonly isRetrying: boolean;
  readonly onRetry: () => void;
  readonly onAnother: () => void;
}

/** The number is given a moment after the case is open. */
const ASK_AGAIN_MS = 700;

export function RegisteredView({
  registered: { caseId, keptPoints, stopped },
  form,
  channel,
  files,
  isAsSentBefore,
  isRetrying,
  onRetry,
  onAnother,
}: RegisteredViewProps) {
  const t = useIntakeWords();
  const { code } = useCodes();
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { data: opened } = useQuery({
    queryKey: ['case', caseId, 'number'],
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId } } })),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      (data?.number ?? null) === null && dataUpdateCount < 20 ? ASK_AGAIN_MS : false,
  });
  const received = instantOf(form.receivedAt);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="big">
        {t('registered')}
      </h2>
      {stopped && (
        <div className="failed" role="alert">
          <p>
            {t('stopped')} <strong>{code('event', 'complaint', stopped.event)}</strong>
          </p>
          <Failed error={stopped.error} />
          <WriteButton loading={isRetrying} onClick={onRetry}>
            {t('tryAgain')}
          </WriteButton>
        </div>
      )}
      {isAsSentBefore && <Alert type="warning" showIcon title={t('asSentBefore')} />}
      {keptPoints && <p>{t('keptPoints')}</p>}
      <section className="slip" aria-label={t('slip')}>
        <h3>{t('slip')}</h3>
        <dl>
          <dt>{t('number')}</dt>
          <dd className="slip-number">
            <span role="status">{opened?.number ?? t('numberComing')}</span>
          </dd>
          <dt>{t('channel')}</dt>
          <dd>{channel}</dd>
          <dt>{t('receivedAt')}</dt>
          <dd>{received !== null && <When at={received} />}</dd>
          <dt>{t('registeredAt')}</dt>
          <dd>{opened && <When at={opened.openedAt} />}</dd>
          {form.reference !== '' && (
            <>
              <dt>{t('reference')}</dt>
              <dd>{form.reference}</dd>
            </>
          )}
          <dt>{t('registrar')}</dt>
          <dd>{session.name ?? session.person}</dd>
        </dl>
      </section>
      {files.length > 0 && <Uploads caseId={caseId} files={files} />}
      <div className="row no-print">
        <Link to={`/cases/${caseId}`}>{t('openCase')}</Link>
        <Button type="primary" onClick={onAnother}>
          {t('another')}
        </Button>
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {t('print')}
        </Button>
      </div>
    </>
  );
}

function Uploads({ caseId, files }: { readonly caseId: string; readonly files: readonly File[] }) {
  const t = useIntakeWords();
  return (
    <section className="no-print">
      <h3>{t('files')}</h3>
      <ul className="plain-list">
        {files.map((file) => (
          <Upload key={file.name} caseId={caseId} file={file} />
        ))}
      </ul>
    </section>
  );
}

function Upload({ caseId, file }: { readonly caseId: string; readonly file: File }) {
  const t = useIntakeWords();
  const begun = useRef(false);
  const upload = useMutation({ mutationFn: () => uploadFile(caseId, file) });
  const { mutate } = upload;
  useEffect(() => {
    // Once, also where React runs effects twice.
    if (!begun.current) mutate();
    begun.current = true;
  }, [mutate]);
  return (
    <li>
      {file.name}{' '}
      <span role="status" className="quiet">
        {upload.isPending ? t('uploading') : upload.isSuccess ? t('uploaded') : ''}
      </span>
      {upload.isError && (
        <Failed
          error={upload.error}
          retry={() => {
            mutate();
          }}
        />
      )}
    </li>
  );
}
