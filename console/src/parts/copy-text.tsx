/** A text with a button that copies it; where the browser lends no clipboard (plain http), it is selected to be copied by hand. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useCommonWords } from '../words/common.ts';

export function CopyText({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useCommonWords();
  const shown = useRef<HTMLElement>(null);
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(t('copied'));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      say(t('copyByHand'));
    }
  };
  return (
    <span className="copy-text">
      <code ref={shown}>{text}</code>{' '}
      <Button size="small" onClick={() => void copy()}>
        {label ?? t('copy')}
      </Button>{' '}
      <span role="status">{said}</span>
    </span>
  );
}
