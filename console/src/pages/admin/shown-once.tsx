/** A secret that was just made: shown here and nowhere again, until whoever made it says that it is kept. */
import { Button } from 'antd';
import { CopyText } from '../../parts/copy-text.tsx';
import { useAdminWords } from '../../words/admin.ts';

interface ShownOnceProps {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly onKept: () => void;
}

export function ShownOnce({ title, text, secret, onKept }: ShownOnceProps) {
  const t = useAdminWords();
  return (
    <section className="shown-once" role="status" aria-label={title}>
      <h3>
        {title} <span className="quiet">{t('onceOnly')}</span>
      </h3>
      <p>{text}</p>
      <p>
        <CopyText text={secret} />
      </p>
      <Button onClick={onKept}>{t('kept')}</Button>
    </section>
  );
}
