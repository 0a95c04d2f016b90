/** A person: the name where one is known, and the reference by which the body knows them. */
import { useCommonWords } from '../words/common.ts';

interface PersonProps {
  readonly id: string | null;
  readonly name?: string | null;
}

export function PersonName({ id, name }: PersonProps) {
  const t = useCommonWords();
  if (id === null) return <span className="quiet">{t('none')}</span>;
  if (name == null) return <span title={t('unknownPerson')}>{id}</span>;
  return (
    <span lang="zh-CN" title={id}>
      {name}
    </span>
  );
}
