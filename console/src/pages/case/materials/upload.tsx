/** Adds a file to a case: what is taken is said first, then how far it is, with a way to take it back. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { components } from '../../../api/schema.d.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { Failed } from '../../../parts/states.tsx';
import { useMaterialWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { useCommonWords } from '../../../words/common.ts';
import { caseKey } from '../case-queries.ts';
import { sizeInWords } from '../file-size.ts';
import { Cancelled, sendFile, type Sending } from './send-file.ts';

interface UploadProps {
  readonly caseId: string;
  readonly limits: components['schemas']['EvidenceLimits'];
}

export function Upload({ caseId, limits }: UploadProps) {
  const t = useMaterialWords();
  const common = useCommonWords();
  const { say, list } = useCodes();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useRef<Sending | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [percent, setPercent] = useState(0);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  const send = async (file: File) => {
    setName(file.name);
    setPercent(0);
    setSaid('');
    setError(null);
    const under = sendFile(caseId, file, setPercent);
    sending.current = under;
    try {
      await under.done;
      setSaid(t('sent', { name: file.name }));
      await queries.invalidateQueries({ queryKey: [...caseKey(caseId), 'evidence'] });
    } catch (failure) {
      if (failure instanceof Cancelled) setSaid(t('cancelled'));
      else setError(failure);
    } finally {
      sending.current = null;
      setName(null);
    }
  };

  const endings = limits.kinds.flatMap((kind) => kind.endings);
  return (
    <section aria-label={t('upload')} className="upload">
      <p id="upload-limits" className="quiet">
        {t('limits', {
          size: sizeInWords(limits.mostBytes),
          files: limits.mostFilesOfCase,
          total: sizeInWords(limits.mostBytesOfCase),
        })}{' '}
        {t('kinds', { kinds: list(limits.kinds.map(({ label }) => say(label))) })}
      </p>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('choose')}
        accept={endings.map((ending) => `.${ending}`).join(',')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void send(file);
        }}
      />
      <WriteButton
        aria-describedby="upload-limits"
        disabled={name !== null}
        onClick={() => chooser.current?.click()}
      >
        {t('upload')}
      </WriteButton>{' '}
      {name !== null && (
        <>
          <Button onClick={() => sending.current?.cancel()}>{common('cancel')}</Button>
          <Progress percent={percent} size="small" aria-label={t('sending', { name, percent })} />
        </>
      )}
      <span role="status">{said}</span>
      {error !== null && <Failed error={error} />}
    </section>
  );
}
