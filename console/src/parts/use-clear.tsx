/** The small button by which a choice is taken back, named in the reader's language: `allowClear={useClear()}`. */
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import { useCommonWords } from '../words/common.ts';

export function useClear() {
  const t = useCommonWords();
  return { label: t('clearChoice'), clearIcon: <CloseCircleFilled aria-hidden /> };
}
