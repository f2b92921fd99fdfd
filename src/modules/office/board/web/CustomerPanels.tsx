// What customers said: scores of return visits, and how many of those that came due were made.
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BoardFigures } from '../contract.ts'
import { Bars, Count, percent } from './parts.tsx'
import { words } from './words.ts'

export function CustomerPanels({ of: { satisfaction, coverage } }: { of: BoardFigures }) {
  const t = useWords(words)
  const most = Math.max(...satisfaction.scores.map(({ n }) => n), 1)
  const bars = satisfaction.scores.map((score) => {
    const label = t('hints.score', { score: score.score })
    return { key: label, label, share: score.n / most, value: <Count of={score} label={label} /> }
  })
  const parts = (['made', 'due', 'unreachable'] as const).map((part) => ({ part, figure: coverage[part] }))
  return (
    <div className="bd-stack">
      <Panel
        title={t('parts.satisfaction')}
        extra={
          <span className="quiet bd-share">
            {t('figures.content')} <To href={satisfaction.content.opens}>{percent(satisfaction.contentRate)}</To>
          </span>
        }
      >
        <Bars of={bars} label={t('parts.satisfaction')} empty={t('hints.nothing')} />
      </Panel>
      <Panel title={t('parts.coverage')}>
        <p className="bd-big">{percent(coverage.rate)}</p>
        <ul className="bd-inline">
          {parts.map(({ part, figure }) => (
            <li key={part}>
              <To href={figure.opens}>{t(`hints.${part}`, { count: figure.n })}</To>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
