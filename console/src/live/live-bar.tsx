/**
 * Says that a list is no longer what it was, and waits to be asked: nothing jumps under whoever reads. It is said aloud
 * once things have calmed down, not for each change.
 */
import ReloadOutlined from '@ant-design/icons/ReloadOutlined';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useLiveWords } from '../words/live.ts';
import type { LiveCases } from './use-live.ts';

/** Milliseconds without a change before it is said aloud. */
const CALM_MS = 3_000;

export function LiveBar({ changed, refresh }: LiveCases) {
  const t = useLiveWords();
  const [said, setSaid] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(changed);
    }, CALM_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [changed]);
  return (
    <>
      <span role="status" className="visually-hidden">
        {said > 0 && t('changed', { count: said })}
      </span>
      {changed > 0 && (
        <Button type="dashed" block icon={<ReloadOutlined aria-hidden />} onClick={refresh}>
          {t('changedRefresh', { count: changed })}
        </Button>
      )}
    </>
  );
}
