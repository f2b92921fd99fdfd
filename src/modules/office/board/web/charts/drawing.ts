// The parts of the chart library that the board draws with; loaded with its first chart and by no other page.
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export type Drawing = {
  show(option: EChartsCoreOption): void
  onPick(pick: ((point: number, series: number) => void) | undefined): void
  end(): void
}

/** Follows the size of its place until it ends. */
export function drawIn(place: HTMLElement): Drawing {
  const chart = init(place)
  const sizes = new ResizeObserver(() => chart.resize())
  sizes.observe(place)
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    onPick(pick) {
      chart.off('click')
      if (pick) chart.on('click', ({ dataIndex, seriesIndex }) => pick(dataIndex, seriesIndex ?? 0))
    },
    end() {
      sizes.disconnect()
      chart.dispose()
    },
  }
}
