/** What cannot be taken back is meant by whoever types its name again. A section of the page, not a pop-up. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCommonWords } from '../../words/common.ts';
import { TextField } from './fields.tsx';

interface RetypeProps {
  readonly title: string;
  readonly text: string;
  /** What has to be typed. */
  readonly name: string;
  readonly button: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

export function Retype({
  title,
  text,
  name,
  button,
  isPending,
  error,
  onConfirm,
  onCancel,
  children,
}: RetypeProps) {
  const t = useAdminWords();
  const common = useCommonWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <section className="weighty" aria-label={title}>
      <h3>{title}</h3>
      <p>{text}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isSame = typed.trim() === name;
          setWrong(isSame ? null : t('retypeWrong'));
          if (isSame && !isPending) onConfirm();
        }}
      >
        {children}
        <TextField label={t('retype', { name })} value={typed} onChange={setTyped} wrong={wrong} />
        {error != null && <Failed error={error} />}
        <p className="form-foot">
          <WriteButton danger type="primary" htmlType="submit" loading={isPending}>
            {button}
          </WriteButton>
          {onCancel && <Button onClick={onCancel}>{common('cancel')}</Button>}
        </p>
      </form>
    </section>
  );
}
