/** Draws a chart with ECharts: its own chunk, loaded with the first chart. As SVG, so that paper and zoom stay sharp. */
import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { heightOf, optionOf, type Chart } from './chart.ts';

register([BarChart, ScatterChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

export default function ChartCanvas({ chart, label }: { readonly chart: Chart; readonly label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ECharts>(null);
  const height = heightOf(chart);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const instance = init(element, null, { renderer: 'svg' });
    drawn.current = instance;
    const watcher = new ResizeObserver(() => {
      instance.resize();
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      instance.dispose();
      drawn.current = null;
    };
  }, []);
  useEffect(() => {
    drawn.current?.setOption(optionOf(chart), true);
    drawn.current?.resize();
  }, [chart, height]);
  return (
    <div role="img" aria-label={label} className="chart">
      <div ref={place} aria-hidden="true" style={{ height }} />
    </div>
  );
}
