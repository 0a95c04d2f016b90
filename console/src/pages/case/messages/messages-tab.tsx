/** What the reporter and the body write to each other: oldest first, with a field for an answer. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { useMay } from '../../../app/permissions.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed, Loading, Nothing } from '../../../parts/states.tsx';
import { When } from '../../../parts/when.tsx';
import { useMessageWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { caseKey } from '../case-queries.ts';
import '../files.css';

const keyOf = (caseId: string) => [...caseKey(caseId), 'messages'] as const;

export function MessagesTab({ caseId }: { readonly caseId: string }) {
  const t = useMessageWords();
  const may = useMay();
  const { code } = useCodes();
  const mailbox = useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/messages', { params: { path: { caseId } } })),
    retry: false,
  });
  if (mailbox.isPending) return <Loading />;
  if (isProblem(mailbox.error, 'event-not-allowed')) return <p>{t('noMailbox')}</p>;
  if (isProblem(mailbox.error, 'not-permitted')) return <Nothing kind="no_permission" />;
  if (mailbox.isError) return <Failed error={mailbox.error} retry={() => void mailbox.refetch()} />;
  const { items, isReceiptKept } = mailbox.data;
  return (
    <>
      <p className="quiet">{t(isReceiptKept ? 'kept' : 'notKept')}</p>
      {items.length === 0 && <p>{t('none')}</p>}
      <ol className="mailbox" aria-label={t('title')}>
        {items.map((message) => (
          <li key={message.number} className={message.from === 'body' ? 'ours' : 'theirs'}>
            <strong>{t(message.from === 'body' ? 'fromBody' : 'fromReporter')}</strong>{' '}
            <span className="quiet">
              <When at={message.sentAt ?? message.on} />
              {message.kind !== 'message' && <> · {code('messageKind', message.kind)}</>}
              {message.wantsAnswer && <> · {t('wantsAnswer')}</>}
              {message.evidence !== null && <> · {t('withFile')}</>}
            </span>
            <p className="said">{message.text ?? t('erased')}</p>
          </li>
        ))}
      </ol>
      {may('message.send') && <Answer caseId={caseId} />}
    </>
  );
}

function Answer({ caseId }: { readonly caseId: string }) {
  const t = useMessageWords();
  const id = useId();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [wantsAnswer, setWants] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/messages', {
          params: { path: { caseId } },
          body: { text, wantsAnswer },
        }),
      ),
    onSuccess: async () => {
      setText('');
      setWants(false);
      await queries.invalidateQueries({ queryKey: keyOf(caseId) });
    },
  });
  return (
    <form
      className="stacked"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (text.trim() !== '' && !send.isPending) send.mutate();
      }}
    >
      <label htmlFor={id}>
        <strong>{t('write')}</strong>
      </label>
      <p id={`${id}-hint`} className="quiet">
        {t('careful')}
      </p>
      <Input.TextArea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={4}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <Checkbox
        checked={wantsAnswer}
        onChange={({ target }) => {
          setWants(target.checked);
        }}
      >
        {t('ask')}
      </Checkbox>
      <WriteButton type="primary" htmlType="submit" loading={send.isPending}>
        {t('send')}
      </WriteButton>
      <span role="status">{send.isSuccess && text === '' ? t('sent') : ''}</span>
      {send.isError && <Failed error={send.error} />}
    </form>
  );
}
