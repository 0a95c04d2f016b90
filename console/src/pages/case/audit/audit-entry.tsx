/** One entry of the journal in full, in a panel at the side. */
import { Drawer } from 'antd';
import { useCaseNames } from '../../../parts/case-names.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { When } from '../../../parts/when.tsx';
import { useAuditWords } from '../../../words/case-reading.ts';
import { useCodes } from '../../../words/codes.ts';
import { Fact, ToldData } from '../told-data.tsx';
import { ToldEffects } from '../told-effects.tsx';
import { actionOf, Outcome, type JournalItem } from './audit-action.tsx';

interface EntryProps {
  readonly caseId: string;
  /** Null: the panel is closed. */
  readonly item: JournalItem | null;
  readonly onClose: () => void;
}

export function AuditEntry({ caseId, item, onClose }: EntryProps) {
  const t = useAuditWords();
  return (
    <Drawer
      open={item !== null}
      onClose={onClose}
      size={520}
      title={item === null ? '' : t('entry', { seq: item.index })}
    >
      {item && <Whole caseId={caseId} item={item} />}
    </Drawer>
  );
}

/** The parts an entry may have, each kept and told apart. */
const PARTS = ['data', 'text', 'facts', 'effects', 'identity'] as const;
const isPart = (part: string): part is (typeof PARTS)[number] => PARTS.some((each) => each === part);

function Whole({ caseId, item }: { readonly caseId: string; readonly item: JournalItem }) {
  const t = useAuditWords();
  const { code } = useCodes();
  const names = useCaseNames(caseId);
  const [procedure = '', event = ''] = item.type.split('.');
  const partOf = (part: string) => (isPart(part) ? t(`part_${part}`) : part);
  return (
    <>
      <dl className="entry-facts">
        <Fact label={t('action')}>{actionOf(item, code)}</Fact>
        <Fact label={t('result')}>
          <Outcome outcome={item.outcome} />
        </Fact>
        <Fact label={t('time')}>
          <When at={item.time} to="seconds" />
        </Fact>
        <Fact label={t('recorded')}>
          <When at={item.recorded} to="seconds" />
        </Fact>
        <Fact label={t('actor')}>
          {item.actor.name ?? (
            <>
              <code>{item.actor.id}</code> <span className="quiet">({t('pseudonym')})</span>
            </>
          )}
        </Fact>
        {item.seq !== null && <Fact label={t('version')}>{item.seq}</Fact>}
        {item.at !== null && <Fact label={t('judgedAt')}>{item.at}</Fact>}
        <Fact label={t('id')}>
          <CopyText text={item.id} />
        </Fact>
        <Fact label={t('fullHash')}>
          <CopyText text={item.leafHash} />
        </Fact>
        {item.withheld.length > 0 && (
          <Fact label={t('withheld')}>{item.withheld.map(partOf).join('; ')}</Fact>
        )}
        {item.erased.length > 0 && <Fact label={t('erased')}>{item.erased.map(partOf).join('; ')}</Fact>}
      </dl>
      {item.data && (
        <section className="told">
          <h3>{t('data')}</h3>
          <ToldData data={item.data} {...{ procedure, event, names }} />
        </section>
      )}
      {item.effects && item.effects.length > 0 && (
        <section>
          <h3>{t('effects')}</h3>
          <ToldEffects effects={item.effects} procedure={procedure} />
        </section>
      )}
    </>
  );
}
