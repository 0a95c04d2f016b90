/** Asked before a drawer is closed over text that is neither submitted nor kept as a draft. */
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Draft } from '../../drafts/use-draft.ts';
import { useCaseWords } from '../../words/case.ts';

/** Whether something of what was typed is only here. */
export const isOnlyHere = (state: Draft<object>['state']): boolean =>
  state !== 'clean' && state !== 'saved' && state !== 'loading';

interface UnsavedQuestionProps {
  readonly isOpen: boolean;
  readonly draft: Draft<Readonly<Record<string, unknown>>>;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function UnsavedQuestion({ isOpen, draft, onStay, onLeave }: UnsavedQuestionProps) {
  const t = useCaseWords();
  const [isKeeping, setKeeping] = useState(false);
  const isKept = isOpen && isKeeping && !isOnlyHere(draft.state);
  const hasFailed = draft.state === 'failed' || draft.state === 'changed_elsewhere';
  useEffect(() => {
    if (isKept) onLeave();
  }, [isKept, onLeave]);
  const stay = () => {
    setKeeping(false);
    onStay();
  };
  return (
    <Modal
      open={isOpen}
      title={t('unsavedTitle')}
      onCancel={stay}
      footer={[
        <Button key="discard" danger onClick={() => void draft.clear().then(onLeave)}>
          {t('unsavedDiscard')}
        </Button>,
        <Button
          key="keep"
          loading={isKeeping && !hasFailed}
          onClick={() => {
            setKeeping(true);
            void draft.flush();
          }}
        >
          {t('unsavedKeep')}
        </Button>,
        <Button key="stay" type="primary" autoFocus onClick={stay}>
          {t('unsavedStay')}
        </Button>,
      ]}
    >
      <p>{t('unsavedText')}</p>
      {isKeeping && hasFailed && <p role="alert">{t('draftFailed')}</p>}
    </Modal>
  );
}
