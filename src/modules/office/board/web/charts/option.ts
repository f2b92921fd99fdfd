// How a chart of the board looks: one accent, the colours of the page it stands on.
import type { ChartProps, Series } from './Chart.tsx'

export type Colours = Record<'accent' | 'ink' | 'bad' | 'quiet' | 'line' | 'surface' | 'font', string>
/** Read where the chart stands: the wall display is dark whatever the desk is. */
export function coloursOf(place: HTMLElement): Colours {
  const style = getComputedStyle(place)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    accent: of('--accent'),
    ink: of('--ink-3'),
    bad: of('--bad'),
    quiet: of('--ink-2'),
    line: of('--line'),
    surface: of('--surface'),
    // A canvas knows no inheritance.
    font: style.fontFamily,
  }
}

export function optionOf({ along, series, unit, plain }: Omit<ChartProps, 'label'>, colours: Colours) {
  const size = plain ? 16 : 12
  const text = { color: colours.quiet, fontSize: size, fontFamily: colours.font }
  const single = series.length === 1
  return {
    animation: false,
    grid: { left: 8, right: 12, top: single ? 12 : 36, bottom: 4, containLabel: true },
    textStyle: { fontFamily: colours.font },
    legend: single
      ? undefined
      : { top: 0, left: 0, itemWidth: 18, itemHeight: 8, icon: 'roundRect', textStyle: text, itemGap: 18 },
    tooltip: plain
      ? undefined
      : {
          trigger: 'axis',
          backgroundColor: colours.surface,
          borderColor: colours.line,
          textStyle: text,
          valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value}${unit ?? ''}` : '—'),
        },
    xAxis: {
      type: 'category',
      data: along.map(short),
      boundaryGap: along.length < 2,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      ...(unit ? { min: 0, max: 100, interval: 25 } : {}),
      axisLabel: { ...text, formatter: `{value}${unit ?? ''}` },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: series.map((one) => lineOf(one, colours, along.length)),
  }
}

/** 11-23 is enough under a line of days. */
const short = (day: string) => day.slice(5)

function lineOf({ label, look, points, fills }: Series, colours: Colours, many: number) {
  return {
    type: 'line',
    name: label,
    data: points.map(({ n }) => n),
    connectNulls: true,
    symbol: 'circle',
    symbolSize: many > 40 ? 4 : 6,
    showSymbol: many <= 62,
    lineStyle: { width: 2, color: colours[look], type: look === 'ink' ? [5, 4] : 'solid' },
    itemStyle: { color: colours[look] },
    ...(fills ? { areaStyle: { color: colours[look], opacity: 0.1 } } : {}),
  }
}
