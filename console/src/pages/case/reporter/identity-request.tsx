/** One request to see who reported: where it stands, the decision of a second person, and the one opening it allows. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useMay } from '../../../app/permissions.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useReporterWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { useCommonWords } from '../../../words/common.ts';
import { caseKey } from '../case-queries.ts';

type Request = components['schemas']['IdentityRequest'];
export type OpenedIdentity = components['schemas']['OpenedIdentity'];

interface RequestProps {
  readonly caseId: string;
  readonly request: Request;
  readonly onOpened: (identity: OpenedIdentity) => void;
}

export function IdentityRequestItem({ caseId, request, onOpened }: RequestProps) {
  const t = useReporterWords();
  const { code } = useCodes();
  const may = useMay();
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/identity-requests/{requestId}/identity', {
          params: { path: { caseId, requestId: request.id } },
        }),
      ),
    // Only held by the page that shows it: nothing of it stays behind here.
    gcTime: 0,
    onSuccess: (identity) => {
      onOpened(identity);
      open.reset();
      void queries.invalidateQueries({ queryKey: [...caseKey(caseId), 'identity-requests'] });
    },
  });
  return (
    <li>
      <h3>
        {code('identityPurpose', request.purpose)} · {t(request.status)}
      </h3>
      {request.reason !== null && <p>{request.reason}</p>}
      <p className="quiet">
        {t('by')} {request.requestedByName ?? request.requestedBy}, <When at={request.requestedAt} />
        {request.decidedBy !== null && request.decidedAt !== null && (
          <>
            {' '}
            · {t('approvedBy')} {request.decidedByName ?? request.decidedBy}, <When at={request.decidedAt} />
          </>
        )}
        {request.openUntil !== null && request.status === 'approved' && (
          <>
            {' '}
            · {t('until')} <When at={request.openUntil} />
          </>
        )}
        {request.openedBy !== null && request.openedAt !== null && (
          <>
            {' '}
            · {t('openedBy')} {request.openedByName ?? request.openedBy},{' '}
            <When at={request.openedAt} to="seconds" />
          </>
        )}
      </p>
      {request.decisionReason !== null && <p>{request.decisionReason}</p>}
      {request.status === 'requested' && may('identity.approve') && (
        <Decide {...{ caseId }} requestId={request.id} />
      )}
      {request.status === 'approved' && may('identity.open') && (
        <p>
          <WriteButton
            danger
            loading={open.isPending}
            onClick={() => {
              open.mutate();
            }}
          >
            {t('open')}
          </WriteButton>{' '}
          <span className="quiet">{t('openOnce')}</span>
        </p>
      )}
      {open.isError && <Failed error={open.error} />}
    </li>
  );
}

function Decide({ caseId, requestId }: { readonly caseId: string; readonly requestId: string }) {
  const t = useReporterWords();
  const common = useCommonWords();
  const id = useId();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/identity-requests/{requestId}/decision', {
          params: { path: { caseId, requestId } },
          body: { approve, reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...caseKey(caseId), 'identity-requests'] }),
  });
  const settle = (approve: boolean) => {
    if (reason.trim() === '') setAsked(true);
    else decide.mutate(approve);
  };
  const isMissing = isAsked && reason.trim() === '';
  return (
    <div className="stacked" role="group" aria-label={t('decide')}>
      <label htmlFor={id}>{t('decisionReason')}</label>
      <Input.TextArea
        id={id}
        rows={2}
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
        <WriteButton
          type="primary"
          danger
          loading={decide.isPending}
          onClick={() => {
            settle(true);
          }}
        >
          {t('approve')}
        </WriteButton>
        <WriteButton
          onClick={() => {
            settle(false);
          }}
        >
          {t('refuse')}
        </WriteButton>
      </div>
      {decide.isError && <Failed error={decide.error} />}
    </div>
  );
}
