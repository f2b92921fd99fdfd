// Which buildings ask most: a tile each, the darker the more.
import { Waiting } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BoardSpread } from '../contract.ts'
import { words } from './words.ts'

const MOST_TILES = 60
/** Nothing while it is still counted. */
export function HeatPanel({ of: heat }: { of: BoardSpread['heat'] | undefined }) {
  const t = useWords(words)
  return (
    <Panel title={t('parts.heat')}>
      {heat === undefined ? <Waiting rows={3} /> : null}
      {heat?.length ? <Heat of={heat} most={MOST_TILES} /> : null}
      {heat?.length === 0 ? <p className="quiet">{t('hints.nothing')}</p> : null}
    </Panel>
  )
}

export function Heat({ of, most, plain = false }: { of: BoardSpread['heat']; most: number; plain?: boolean }) {
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
