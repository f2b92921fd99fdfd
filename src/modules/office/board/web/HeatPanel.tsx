// Which buildings ask most: a tile each, the darker the more.
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BoardFigures } from '../contract.ts'
import { words } from './words.ts'

const MOST_TILES = 60
export function HeatPanel({ of: { heat } }: { of: BoardFigures }) {
  const t = useWords(words)
  return (
    <Panel title={t('parts.heat')}>
      {heat.length > 0 ? <Heat of={heat} most={MOST_TILES} /> : <p className="quiet">{t('hints.nothing')}</p>}
    </Panel>
  )
}

export function Heat({ of, most, plain = false }: { of: BoardFigures['heat']; most: number; plain?: boolean }) {
  const top = Math.max(...of.map(({ n }) => n), 1)
  return (
    <ul className="bd-heat">
      {of.slice(0, most).map(({ buildingId, name, n, opens }) => (
        <li key={buildingId} style={{ '--heat': `${Math.round((n / top) * 55)}%` }}>
          {plain ? (
            <HeatWords name={name} n={n} />
          ) : (
            <To href={opens} className="bd-heat-link">
              <HeatWords name={name} n={n} />
            </To>
          )}
        </li>
      ))}
    </ul>
  )
}
const HeatWords = ({ name, n }: { name: string; n: number }) => (
  <>
    <span className="bd-heat-name">{name}</span> <strong>{n}</strong>
  </>
)
