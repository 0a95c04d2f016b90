/** What another plan would do: the days that differ, and the limits that would move. */
import type { components } from '../../api/schema.d.ts';
import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';

export function CalendarEffect({ impact }: { readonly impact: components['schemas']['CalendarImpact'] }) {
  const t = useRuleWords();
  const { say, code } = useCodes();
  const { difference, moves, items } = impact;
  const count = moves.reduce((sum, move) => sum + move.count, 0);
  const movedBy = (days: number) => t(days < 0 ? 'earlier' : 'later', { count: Math.abs(days) });
  return (
    <section aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {difference.length === 0 ? (
        <p>{t('noDifference')}</p>
      ) : (
        <DataTable
          caption={t('difference')}
          rows={difference}
          keyOf={({ on }) => on}
          columns={[
            { key: 'on', title: t('day'), show: ({ on }) => on },
            { key: 'before', title: t('before'), show: ({ before }) => t(before) },
            { key: 'after', title: t('after'), show: ({ after }) => t(after) },
          ]}
        />
      )}
      <p role="status">
        <strong>{count === 0 ? t('nothingMoves') : t('wouldMove', { count, cases: impact.cases })}</strong>{' '}
        {impact.overAtOnce > 0 && t('overAtOnce', { count: impact.overAtOnce })}
      </p>
      {!impact.isComplete && <p role="note">{t('incomplete', { count: impact.examined })}</p>}
      <p className="quiet">{t('pastStays')}</p>
      {moves.length > 0 && (
        <DataTable
          caption={t('preview')}
          hasHiddenCaption
          rows={moves}
          keyOf={({ clock, days }) => `${clock} ${days}`}
          columns={[
            { key: 'clock', title: t('clock'), show: ({ label }) => say(label) },
            { key: 'days', title: t('movedBy'), show: ({ days }) => movedBy(days) },
            { key: 'count', title: t('count'), show: (move) => move.count, isNumber: true },
          ]}
        />
      )}
      {items === null ? (
        <p className="quiet">{t('numbersOnly')}</p>
      ) : (
        items.length > 0 && (
          <DataTable
            caption={t('case')}
            rows={items}
            keyOf={(item) => `${item.case} ${item.clock} ${item.instance}`}
            columns={[
              {
                key: 'case',
                title: t('case'),
                show: (item) => <Link to={`/cases/${item.case}`}>{item.case}</Link>,
              },
              { key: 'clock', title: t('clock'), show: (item) => code('clock', item.clock) },
              { key: 'from', title: t('from'), show: (item) => item.from },
              { key: 'to', title: t('to'), show: (item) => item.to },
            ]}
          />
        )
      )}
    </section>
  );
}
