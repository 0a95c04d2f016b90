/**
 * One card: a title, a sentence that says what there is to see, the figures as a chart or as a table, as a file, and the
 * cases behind them. A card that fails says so itself; the others do not notice.
 */
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DataTable } from '../../parts/data-table.tsx';
import { Failed, Loading, Nothing } from '../../parts/states.tsx';
import { useDashboardWords } from '../../words/dashboards.ts';
import type { Chart } from './chart.ts';
import { saveCsv, type Cell } from './csv.ts';

const ChartCanvas = lazy(() => import('./chart-canvas.tsx'));

export interface FigureRow {
  readonly cells: readonly Cell[];
  /** The cases behind the row. */
  readonly to?: string;
}

export interface Figure {
  /** One sentence. */
  readonly reading: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly chart?: Chart;
  /** In place of a chart. */
  readonly drawn?: ReactNode;
  /** The cases behind the whole card. */
  readonly to?: string;
  readonly toWords?: string;
}

interface CardProps<T> {
  readonly title: string;
  readonly query: UseQueryResult<T>;
  readonly figureOf: (data: T) => Figure;
  readonly isWide?: boolean;
}

export function FigureCard<T>({ title, query, figureOf, isWide = false }: CardProps<T>) {
  const heading = useId();
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  return (
    <section aria-labelledby={heading} className={isWide ? 'card wide' : 'card'}>
      <h2 id={heading}>{title}</h2>
      {isPending && <Loading rows={5} />}
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <div {...(isPlaceholderData && { className: 'dimmed', 'aria-busy': true })}>
          <Shown title={title} figure={figureOf(data)} />
        </div>
      )}
    </section>
  );
}

function Shown({ title, figure }: { readonly title: string; readonly figure: Figure }) {
  const t = useDashboardWords();
  const { reading, columns, rows, chart, drawn, to, toWords } = figure;
  const hasPicture = chart !== undefined || drawn !== undefined;
  const [isTable, setTable] = useState(!hasPicture);
  return (
    <>
      <p>{reading}</p>
      {rows.length === 0 ? (
        <Nothing kind="none_yet" />
      ) : isTable || !hasPicture ? (
        <FigureTable title={title} columns={columns} rows={rows} />
      ) : (
        (drawn ?? (
          <Suspense fallback={<Loading rows={5} />}>
            {chart && <ChartCanvas chart={chart} label={`${title}. ${reading}`} />}
          </Suspense>
        ))
      )}
      <p className="card-foot">
        {hasPicture && rows.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              setTable(!isTable);
            }}
          >
            {isTable ? t('asChart') : t('asTable')}
          </Button>
        )}
        {rows.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              saveCsv(title, [columns, ...rows.map(({ cells }) => cells)]);
            }}
          >
            {t('csv')}
          </Button>
        )}
        {to !== undefined && <Link to={to}>{toWords ?? t('seeCases')}</Link>}
      </p>
    </>
  );
}

function FigureTable({
  title,
  columns,
  rows,
}: { readonly title: string } & Pick<Figure, 'columns' | 'rows'>) {
  const t = useDashboardWords();
  const hasLinks = rows.some(({ to }) => to !== undefined);
  return (
    <DataTable
      caption={title}
      hasHiddenCaption
      rows={rows.map((row, at) => ({ ...row, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        ...columns.map((name, at) => ({
          key: String(at),
          title: name,
          isNumber: rows.some(({ cells }) => typeof cells[at] === 'number'),
          show: ({ cells }: FigureRow) => cells[at] ?? '–',
        })),
        ...(hasLinks
          ? [
              {
                key: 'link',
                title: t('seeCases'),
                show: ({ to, cells }: FigureRow) =>
                  to === undefined ? (
                    '–'
                  ) : (
                    <Link
                      to={to}
                      aria-label={`${t('seeCases')}: ${String(cells[0])} ${String(cells[1] ?? '')}`}
                    >
                      {t('seeCases')}
                    </Link>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
