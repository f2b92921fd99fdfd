// How it went, day by day or week by week: what came in, what was closed, what missed its limit, and the share finished in time.
import { Panel } from '../../../../ui/Panel.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BoardFigures } from '../contract.ts'
import { Chart, type Series } from './charts/Chart.tsx'
import { words } from './words.ts'

export function TrendPanels({ of: { trend }, plain = false }: { of: BoardFigures; plain?: boolean }) {
  const t = useWords(words)
  const along = trend.points.map(({ from }) => from)
  const counts: Series[] = [
    { label: t('figures.received'), look: 'accent', fills: true, points: trend.points.map(({ received }) => received) },
    { label: t('figures.closed'), look: 'ink', points: trend.points.map(({ closed }) => closed) },
    { label: t('figures.passed'), look: 'bad', points: trend.points.map(({ passed }) => passed) },
  ]
  const rates: Series[] = [
    {
      ...{ label: t('figures.onTimeRate'), look: 'accent', fills: true },
      points: trend.points.map(({ rate, onTime }) => ({ n: rate, opens: onTime.opens })),
    },
  ]
  return (
    <>
      <div className="bd-wide">
        <Panel title={t('parts.trend')}>
          <Chart label={t('parts.trend')} along={along} series={counts} plain={plain} />
        </Panel>
      </div>
      {plain ? null : (
        <Panel title={t('parts.rate')}>
          <Chart label={t('parts.rate')} along={along} series={rates} unit="%" />
        </Panel>
      )}
    </>
  )
}
