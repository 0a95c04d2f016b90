/** One entry with all it tells: what was done, what followed, what is not shown here, its hashes, and the entries beside it. */
import { Button, Drawer } from 'antd';
import { Link } from 'react-router';
import type { components } from '../../api/schema.d.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { When } from '../../parts/when.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useCodes } from '../../words/codes.ts';
import { useJournalWords } from '../../words/journal.ts';
import { CaseChanges } from './case-changes.tsx';
import { useEntryWords } from './entry-words.ts';
import { EFFECTS, Told } from './told.tsx';

export type JournalItem = components['schemas']['JournalItem'];

const PARTS = { data: 'data', text: 'text', facts: 'facts', identity: 'identity_part' } as const;

interface PanelProps {
  readonly entry: JournalItem | null;
  readonly previous: JournalItem | undefined;
  readonly next: JournalItem | undefined;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function EntryPanel({ entry, previous, next, onOpen, onClose }: PanelProps) {
  const t = useJournalWords();
  const common = useCommonWords();
  const step = (to: JournalItem | undefined, words: 'previousEntry' | 'nextEntry') => (
    <Button
      disabled={!to}
      onClick={() => {
        if (to) onOpen(to.id);
      }}
    >
      {t(words)}
    </Button>
  );
  return (
    <Drawer
      open={entry !== null}
      onClose={onClose}
      size={640}
      title={entry && t('entry', { index: entry.index })}
      closable={{ 'aria-label': common('close') }}
      extra={
        <>
          {step(previous, 'previousEntry')} {step(next, 'nextEntry')}
        </>
      }
    >
      {entry && <Entry key={entry.id} entry={entry} />}
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: JournalItem }) {
  const t = useJournalWords();
  const { code, list, pair } = useCodes();
  const wordsOf = useEntryWords();
  const { outcome, withheld } = entry;
  return (
    <>
      <dl className="entry">
        <dt>{t('type')}</dt>
        <dd>
          {wordsOf(entry.type)} <code className="quiet">{entry.type}</code>
        </dd>
        <dt>{t('outcome')}</dt>
        <dd>{outcome in OUTCOME_WORDS ? t(outcome as keyof typeof OUTCOME_WORDS) : outcome}</dd>
        <dt>{t('time')}</dt>
        <dd>
          <When at={entry.time} to="seconds" />
        </dd>
        <dt>{t('recorded')}</dt>
        <dd>
          <When at={entry.recorded} to="seconds" />
        </dd>
        <dt>{t('actor')}</dt>
        <dd>
          {entry.actor.name ?? entry.actor.id}{' '}
          <Link to={`/journal?actor=${encodeURIComponent(entry.actor.id)}`}>{t('onlyActor')}</Link>
        </dd>
        {entry.case !== null && (
          <>
            <dt>{t('case')}</dt>
            <dd>
              <code>{entry.case}</code> <Link to={`/journal?case=${entry.case}`}>{t('onlyCase')}</Link>{' '}
              <Link to={`/cases/${entry.case}`}>{t('openCase')}</Link>
            </dd>
          </>
        )}
        {entry.procedure !== null && (
          <>
            <dt>{t('procedure')}</dt>
            <dd>
              {code('procedure', entry.procedure.replace(/@.*$/, ''))}{' '}
              <code className="quiet">{entry.procedure}</code>
            </dd>
          </>
        )}
        {entry.seq !== null && (
          <>
            <dt>{t('version')}</dt>
            <dd>{entry.seq}</dd>
          </>
        )}
        {entry.at !== null && (
          <>
            <dt>{t('judgedAt')}</dt>
            <dd>{entry.at}</dd>
          </>
        )}
        <dt>{t('id')}</dt>
        <dd>
          <CopyText text={entry.id} />
        </dd>
        <dt>{t('fullHash')}</dt>
        <dd>
          <CopyText text={entry.leafHash} />
        </dd>
        {entry.prev !== null && (
          <>
            <dt>{t('prevHash')}</dt>
            <dd>
              <CopyText text={entry.prev} />
            </dd>
          </>
        )}
      </dl>
      <h3>{t('content')}</h3>
      {entry.data === undefined ? (
        <p className="quiet">{t('noContent')}</p>
      ) : (
        <Told value={entry.data} type={entry.type} procedure={entry.procedure} />
      )}
      {entry.effects !== undefined && (
        <>
          <h3>{t('effects')}</h3>
          <Told value={entry.effects} type={EFFECTS} procedure={entry.procedure} />
        </>
      )}
      {withheld.length > 0 && (
        <p className="quiet">
          {pair(
            t('withheld'),
            list(withheld.map((part) => (part in PARTS ? t(PARTS[part as keyof typeof PARTS]) : part))),
          )}
        </p>
      )}
      {entry.case !== null && entry.seq !== null && (
        <CaseChanges caseId={entry.case} at={entry.time} procedure={procedureIn(entry)} />
      )}
    </>
  );
}

const procedureIn = ({ procedure }: JournalItem): string => procedure?.replace(/@.*$/, '') ?? '';

const OUTCOME_WORDS = { accepted: true, refused: true, done: true } as const;
