/** The case moved while somebody typed (412): who moved it, when and how, their own text kept, and a choice. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { api, unwrap } from '../api/client.ts';
import { useLocale } from '../words/area.ts';
import { useCodes } from '../words/codes.ts';
import { useConflictWords } from '../words/conflict.ts';
import { TAGS } from '../words/locale.ts';
import { Failed, Loading } from './states.tsx';
import { When, written } from './when.tsx';

interface ConflictPanelProps {
  readonly caseId: string;
  /** The version that was on the screen. */
  readonly readVersion: number;
  /** What was typed, where it does not stand below anyway. */
  readonly kept?: ReactNode;
  /** Goes on from the version the case has now, with what was typed. */
  readonly onReapply: (version: number) => void;
  readonly onDiscard: () => void;
}

/** Events asked for; a case that moved further than that is opened anew. */
const MOST = 20;

export function ConflictPanel({ caseId, readVersion, kept, onReapply, onDiscard }: ConflictPanelProps) {
  const t = useConflictWords();
  const { say } = useCodes();
  const tag = TAGS[useLocale()];
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, []);
  const events = useQuery({
    queryKey: ['case', caseId, 'since', readVersion],
    gcTime: 0,
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/cases/{caseId}/events', {
          params: { path: { caseId }, query: { order: 'desc', limit: MOST } },
        }),
      ),
  });
  const since = events.data?.items.filter(({ version }) => (version ?? 0) > readVersion) ?? [];
  const latest = since[0];
  return (
    <section className="conflict" aria-label={t('title')} tabIndex={-1} ref={panel}>
      <p role="alert">
        <strong>
          {latest
            ? t('updated', { who: latest.name ?? latest.actor, at: written(latest.time, 'minute', tag) })
            : t('title')}
        </strong>{' '}
        {t('kept')}
      </p>
      {events.isPending && <Loading rows={2} />}
      {events.isError && <Failed error={events.error} retry={() => void events.refetch()} />}
      {since.length > 0 && (
        <>
          <p>{t('since')}</p>
          <ul>
            {since.map(({ id, label, type, time, name, actor }) => (
              <li key={id}>
                <When at={time} /> <span lang="zh-CN">{name ?? actor}</span> {label ? say(label) : type}
              </li>
            ))}
          </ul>
        </>
      )}
      {kept !== undefined && <blockquote className="kept">{kept}</blockquote>}
      <div className="drawer-foot">
        <Button
          type="primary"
          disabled={latest?.version == null}
          onClick={() => {
            onReapply(latest?.version ?? readVersion);
          }}
        >
          {t('reapply')}
        </Button>
        <Button onClick={onDiscard}>{t('discard')}</Button>
      </div>
    </section>
  );
}
