/** What a chart shows, without a word about how: bars over categories, beside or on top of each other. */
import type { EChartsCoreOption } from 'echarts/core';

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Shown as a mark across the bar, for what was allowed. */
  readonly isTarget?: boolean;
}

export interface Chart {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Bars lie where their names are long. */
  readonly isLying?: boolean;
  readonly isStacked?: boolean;
}

/** Six at most; with a pattern each, so that none of them is needed for its colour. */
export const PALETTE = ['#1d4f91', '#b3261e', '#8a5200', '#1e6b34', '#6b3fa0', '#595959'] as const;

/** Height of a name of a series that has a line of its own. */
const LISTED_NAME = 20;

/** Four names and more need not fit beside each other: they stand below each other, and never lie over the bars. */
const isListed = (series: readonly Series[]): boolean => series.length > 3;

/** Pixels that a chart needs to be read. */
export const heightOf = ({ categories, series, isLying, isStacked }: Chart): number => {
  const bars = isStacked ? 1 : series.filter(({ isTarget }) => !isTarget).length;
  const names = isListed(series) ? LISTED_NAME * series.length : 0;
  return names + (isLying ? 64 + categories.length * Math.max(26, 18 * bars + 8) : 240);
};

/** The chart as ECharts takes it. */
export function optionOf({
  categories,
  series,
  isLying = false,
  isStacked = false,
}: Chart): EChartsCoreOption {
  const names = { type: 'category', data: [...categories], axisTick: { show: false }, inverse: isLying };
  const labels = isLying
    ? { width: 150, overflow: 'truncate', color: '#1f1f1f' }
    : { color: '#1f1f1f', interval: 0, fontSize: 11, rotate: categories.length > 7 ? 35 : 0 };
  const values = { type: 'value', minInterval: 1, axisLabel: { color: '#595959' } };
  return {
    animation: false,
    color: [...PALETTE],
    aria: { enabled: true, decal: { show: series.length > 1 } },
    legend: {
      show: series.length > 1,
      top: 0,
      bottom: 'auto',
      ...(isListed(series) && { orient: 'vertical', left: 0, itemGap: 6 }),
    },
    grid: {
      left: 8,
      right: 32,
      top: isListed(series) ? LISTED_NAME * series.length + 16 : series.length > 1 ? 36 : 16,
      bottom: 8,
      containLabel: true,
    },
    ...(isLying
      ? { xAxis: values, yAxis: { ...names, axisLabel: labels } }
      : { yAxis: values, xAxis: { ...names, axisLabel: labels } }),
    series: series.map(({ name, values: data, isTarget }) =>
      isTarget
        ? {
            type: 'scatter',
            name,
            data: [...data],
            symbol: 'rect',
            symbolSize: isLying ? [3, 22] : [22, 3],
            itemStyle: { color: PALETTE[1] },
            z: 5,
          }
        : {
            type: 'bar',
            name,
            data: [...data],
            barMaxWidth: 28,
            ...(isStacked && { stack: 'all' }),
            label: { show: !isStacked, position: isLying ? 'right' : 'top', color: '#1f1f1f' },
          },
    ),
  };
}
