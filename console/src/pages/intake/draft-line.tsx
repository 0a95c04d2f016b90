/** How the draft stands, in one quiet line; and what to do when another window has saved it. */
import { Alert, Button } from 'antd';
import type { Draft } from '../../drafts/use-draft.ts';
import { written } from '../../parts/when.tsx';
import { useLocale } from '../../words/area.ts';
import { useIntakeWords } from '../../words/intake.ts';
import { TAGS } from '../../words/locale.ts';

type State = Pick<Draft<object>, 'state' | 'savedAt'>;

export function DraftLine({ state, savedAt }: State) {
  const t = useIntakeWords();
  const locale = useLocale();
  const at = savedAt === null ? '' : written(savedAt, 'minute', TAGS[locale]).slice(-5);
  const said = {
    loading: t('draftLoading'),
    clean: '',
    unsaved: t('draftUnsaved'),
    saving: t('draftSaving'),
    saved: t('draftSaved', { at }),
    failed: t('draftFailed'),
    changed_elsewhere: t('draftChanged'),
  }[state];
  return (
    <span role="status" className={state === 'failed' ? 'field-wrong' : 'quiet'}>
      {said}
    </span>
  );
}

interface DraftChangedProps {
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

export function DraftChanged({ onMine, onTheirs }: DraftChangedProps) {
  const t = useIntakeWords();
  return (
    <Alert
      type="warning"
      showIcon
      title={t('draftChanged')}
      action={
        <span className="row">
          <Button onClick={onMine}>{t('draftMine')}</Button>
          <Button onClick={onTheirs}>{t('draftTheirs')}</Button>
        </span>
      }
    />
  );
}
