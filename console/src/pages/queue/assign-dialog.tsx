/** Asks to whom a case is to be given. */
import { Modal } from 'antd';
import { useId, useState } from 'react';
import { ColleaguePicker } from '../../parts/colleague-picker.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useQueueWords } from '../../words/queue.ts';
import { nameOf } from './columns.tsx';
import type { CaseItem } from './use-cases.ts';

interface AssignDialogProps {
  readonly item: CaseItem;
  readonly onGive: (assignee: string) => void;
  readonly onClose: () => void;
}

export default function AssignDialog({ item, onGive, onClose }: AssignDialogProps) {
  const t = useQueueWords();
  const common = useCommonWords();
  const id = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  return (
    <Modal
      open
      title={t('assignTitle', { what: nameOf(item) })}
      okText={common('goOn')}
      cancelText={common('cancel')}
      onCancel={onClose}
      onOk={() => {
        if (picked === null) setMissing(true);
        else {
          onGive(picked);
          onClose();
        }
      }}
    >
      <label htmlFor={id}>{t('assignTo')}</label>
      <ColleaguePicker
        id={id}
        value={picked}
        aria-invalid={isMissing && picked === null}
        aria-describedby={`${id}-help`}
        onChange={(value) => {
          setPicked(typeof value === 'string' ? value : null);
        }}
      />
      {isMissing && picked === null && (
        <p className="field-wrong" role="alert">
          {t('pickSomebody')}
        </p>
      )}
      <p className="quiet" id={`${id}-help`}>
        {t('assignHelp')}
      </p>
    </Modal>
  );
}
