/** An eye, and the names of those who have a case open; a pen where somebody of them fills in a form. */
import EditOutlined from '@ant-design/icons/EditOutlined';
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import { useLiveWords } from '../words/live.ts';
import type { Present } from './presence-line.tsx';

/** Names beside the eye; the rest are counted. */
const NAMED = 2;

export function PresenceEye({ others = [] }: { readonly others?: readonly Present[] | undefined }) {
  const t = useLiveWords();
  if (others.length === 0) return null;
  const Sign = others.some(({ doing }) => doing === 'editing') ? EditOutlined : EyeOutlined;
  const told = others.map(({ id, name, doing }) => `${name ?? id}${t(doing)}`).join(t('and'));
  return (
    <span className="presence-eye" title={told}>
      <Sign aria-hidden="true" />
      <span className="visually-hidden">{told}</span>
      <span aria-hidden="true" lang="zh-CN">
        {others
          .slice(0, NAMED)
          .map(({ id, name }) => name ?? id)
          .join('、')}
        {others.length > NAMED && ` +${others.length - NAMED}`}
      </span>
    </span>
  );
}
