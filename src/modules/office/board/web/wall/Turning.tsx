// The panels of the wall that take turns, each for a quarter of a minute; one that has nothing to show is passed over.
import { type ReactNode, useEffect, useState } from 'react'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { BoardDuties, BoardFigures, BoardSpread } from '../../contract.ts'
import { Chart } from '../charts/Chart.tsx'
import { Heat } from '../HeatPanel.tsx'
import { type Bar, Bars, percent } from '../parts.tsx'
import { words } from '../words.ts'

const TURN_MS = 15_000
const MOST_BARS = 8
const MOST_TILES = 40

type Props = { of: BoardFigures; heat: BoardSpread['heat']; duties: BoardDuties | undefined }
export function Turning(props: Props) {
  const panels = usePanels(props)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [])
  const first = turn % panels.length
  // Two at a time, side by side; the next turn moves on by one.
  const shown = [panels[first], panels[(first + 1) % panels.length]].filter((panel) => panel !== undefined)
  return (
    <>
      <div className="wall-panels">
        {shown.map(({ key, title, content }) => (
          <section key={key} className="wall-panel" aria-label={title}>
            <h2>{title}</h2>
            {content}
          </section>
        ))}
      </div>
      <p className="wall-dots" aria-hidden="true">
        {panels.map(({ key }, at) => (
          <span key={key} className={at === first ? 'wall-dot wall-dot-now' : 'wall-dot'} />
        ))}
      </p>
    </>
  )
}

type WallPanel = { key: string; title: string; content: ReactNode }
function usePanels({ of, heat, duties }: Props): WallPanel[] {
  const t = useWords(words)
  const late = of.open.byArea.filter(({ overdue }) => overdue.n > 0)
  const posts = (duties?.posts ?? []).filter(({ rate }) => rate !== null)
  const rates = of.onTime.byKind.filter(({ rate }) => rate !== null)
  const { points } = of.trend
  return [
    {
      key: 'overdue',
      title: `${t('figures.overdue')} · ${t('figures.now')}`,
      content:
        late.length > 0 ? (
          <WallBars of={late.map((row) => [row.areaId ?? 'none', row.name ?? t('hints.noArea'), row.overdue.n])} />
        ) : (
          <p className="wall-fine">{t('wall.best')}</p>
        ),
    },
    {
      key: 'trend',
      title: `${t('wall.month')} · ${t('parts.trend')}`,
      content: (
        <Chart
          plain
          label={t('parts.trend')}
          along={points.map(({ from }) => from)}
          series={[
            {
              label: t('figures.received'),
              look: 'accent',
              fills: true,
              points: points.map(({ received }) => received),
            },
            { label: t('figures.closed'), look: 'ink', points: points.map(({ closed }) => closed) },
            { label: t('figures.passed'), look: 'bad', points: points.map(({ passed }) => passed) },
          ]}
        />
      ),
    },
    {
      key: 'onTime',
      title: `${t('wall.month')} · ${t('parts.onTimeByKind')}`,
      content: <WallBars rates of={rates.map(({ kind, rate }) => [kind, t(`kinds.${kind}`), rate ?? 0])} />,
    },
    {
      key: 'duties',
      title: `${t('wall.month')} · ${t('parts.dutiesByPost')}`,
      content: (
        <WallBars
          rates
          of={posts.map(({ postId, title, titleEn, rate }) => [postId, inLanguage(title, titleEn), rate ?? 0])}
        />
      ),
    },
    {
      key: 'heat',
      title: `${t('wall.month')} · ${t('parts.heat')}`,
      content: <Heat of={heat} most={MOST_TILES} plain />,
    },
  ]
    .filter(({ key }) => key !== 'duties' || posts.length > 0)
    .filter(({ key }) => key !== 'heat' || heat.length > 0)
    .filter(({ key }) => key !== 'onTime' || rates.length > 0)
}

function WallBars({ of, rates = false }: { of: readonly [key: string, label: string, n: number][]; rates?: boolean }) {
  const t = useWords(words)
  const most = rates ? 100 : Math.max(...of.map(([, , n]) => n), 1)
  const bars = of.slice(0, MOST_BARS).map(([key, label, n]): Bar => {
    return { key, label, share: n / most, value: rates ? percent(n) : n }
  })
  return <Bars of={bars} label={t('wall.title')} empty={t('hints.nothing')} />
}
