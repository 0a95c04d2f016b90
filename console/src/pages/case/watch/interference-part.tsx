/** Reports that somebody asked about the case or put in a word. Added to and never changed. */
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useMay } from '../../../app/permissions.ts';
import type { components } from '../../../api/schema.d.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed } from '../../../parts/states.tsx';
import { useWatchWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { useCommonWords } from '../../../words/common.ts';

type Kind = components['schemas']['ReportInterferenceRequest']['kind'];

/** What the API document lists; the words for them come from the server. */
const KINDS: readonly Kind[] = ['inquiry', 'pleading', 'pressure', 'leak_request', 'other'];

export function InterferencePart({ caseId }: { readonly caseId: string }) {
  const t = useWatchWords();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [receipt, setReceipt] = useState<string | null>(null);
  if (!may('interference.report')) return null;
  return (
    <section aria-labelledby="watch-interference">
      <h2 id="watch-interference">{t('interference')}</h2>
      <p role="status">{receipt !== null ? t('reported', { id: receipt }) : ''}</p>
      {isOpen ? (
        <Report
          caseId={caseId}
          onEnd={(id) => {
            setOpen(false);
            if (id !== null) setReceipt(id);
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('report')}
        </Button>
      )}
    </section>
  );
}

function Report({ caseId, onEnd }: { readonly caseId: string; readonly onEnd: (id: string | null) => void }) {
  const t = useWatchWords();
  const common = useCommonWords();
  const { code } = useCodes();
  const id = useId();
  const [kind, setKind] = useState<Kind>('inquiry');
  const [who, setWho] = useState('');
  const [how, setHow] = useState('');
  const [on, setOn] = useState<Dayjs | null>(null);
  const [concernsHead, setHead] = useState(false);
  const send = useMutation({
    mutationFn: (day: string) =>
      unwrap(
        api.POST('/api/v1/cases/{caseId}/interference', {
          params: { path: { caseId } },
          body: { kind, by: { description: who }, on: day, how, concernsHead },
        }),
      ),
    onSuccess: (receipt) => {
      onEnd(receipt.id);
    },
  });
  const isReady = who.trim() !== '' && how.trim() !== '' && on !== null;
  return (
    <form
      className="stacked"
      aria-label={t('report')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (isReady && !send.isPending) send.mutate(on.format('YYYY-MM-DD'));
      }}
    >
      <label htmlFor={`${id}-kind`}>{t('kind')}</label>
      <Select
        id={`${id}-kind`}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: code('interferenceKind', value) }))}
      />
      <label htmlFor={`${id}-who`}>{t('who')}</label>
      <Input
        id={`${id}-who`}
        placeholder={t('whoHint')}
        value={who}
        onChange={({ target }) => {
          setWho(target.value);
        }}
      />
      <label htmlFor={`${id}-on`}>{t('on')}</label>
      <DatePicker id={`${id}-on`} value={on} onChange={setOn} />
      <label htmlFor={`${id}-how`}>{t('happened')}</label>
      <Input.TextArea
        id={`${id}-how`}
        rows={3}
        value={how}
        onChange={({ target }) => {
          setHow(target.value);
        }}
      />
      <Checkbox
        checked={concernsHead}
        onChange={({ target }) => {
          setHead(target.checked);
        }}
      >
        {t('concernsHead')}
      </Checkbox>
      <div className="file-tools">
        <WriteButton type="primary" htmlType="submit" disabled={!isReady} loading={send.isPending}>
          {t('send')}
        </WriteButton>
        <Button
          onClick={() => {
            onEnd(null);
          }}
        >
          {common('cancel')}
        </Button>
      </div>
      {send.isError && <Failed error={send.error} />}
    </form>
  );
}
