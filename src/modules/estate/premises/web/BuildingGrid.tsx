// One building as it stands: floors down the side, units across, each coloured and worded by its status.
import { useState } from 'react'
import { useRead } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { STATUSES, type Status } from '../states.ts'
import { api, tones, wordIn } from './fields.tsx'
import { floorRows, type GridUnit, stacksOf } from './grid-layout.ts'
import './places.css'
import { words } from './words.ts'

export function BuildingGrid({ id }: { id: string }) {
  const t = useWords(words)
  const grid = useRead(api.grid, { id })
  const [only, setOnly] = useState<Status>()
  return (
    <Panel
      title={t('grid.title')}
      extra={grid.data?.units.length ? <Legend units={grid.data.units} only={only} choose={setOnly} /> : null}
    >
      <Loaded of={grid}>
        {({ entrances, units }) =>
          units.length === 0 ? (
            <EmptyState title={t('grid.empty')} hint={t('grid.emptyHint')} />
          ) : (
            <div className="places-stacks">
              {stacksOf(entrances, units).map((stack) => (
                <Stack key={stack.id ?? ''} {...stack} only={only} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Panel>
  )
}

type LegendProps = { units: readonly GridUnit[]; only: Status | undefined; choose(status: Status | undefined): void }
function Legend({ units, only, choose }: LegendProps) {
  const t = useWords(words)
  const counts = STATUSES.map((status) => ({ status, n: units.filter((unit) => unit.status === status).length }))
  return (
    <fieldset className="places-legend" aria-label={t('grid.legend')}>
      {counts
        .filter(({ n }) => n > 0)
        .map(({ status, n }) => (
          <button
            key={status}
            type="button"
            title={t('grid.legend')}
            aria-pressed={only === status}
            onClick={() => choose(only === status ? undefined : status)}
          >
            <i className={`places-swatch places-${tones[status]}`} /> {wordIn('states', status)} {n}
          </button>
        ))}
    </fieldset>
  )
}

type StackProps = { id: string | null; name: string | null; units: GridUnit[]; only: Status | undefined }
function Stack({ id, name, units, only }: StackProps) {
  const t = useWords(words)
  const rows = floorRows(units)
  const most = Math.max(...rows.map((row) => row.units.length))
  const title = name ?? t('grid.noEntrance')
  return (
    <section className="places-stack" aria-label={title} style={{ '--units': most }}>
      <h3>{id ? <To href={`/places/${id}`}>{title}</To> : title}</h3>
      <table>
        <tbody>
          {rows.map(({ floorNo, units: row }) => (
            <tr key={floorNo ?? 'none'}>
              <th scope="row">{floorWords(t, floorNo)}</th>
              {row.map((unit) => (
                <td key={unit.id}>
                  <Cell unit={unit} dim={only !== undefined && unit.status !== only} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const floorWords = (t: ReturnType<typeof useWords<typeof words.zh>>, floorNo: number | null) => {
  if (floorNo === null) return t('grid.noFloor')
  return floorNo < 0 ? t('grid.basement', { floor: -floorNo }) : t('grid.floor', { floor: floorNo })
}

function Cell({ unit, dim }: { unit: GridUnit; dim: boolean }) {
  const status = wordIn('states', unit.status) ?? ''
  return (
    <To href={`/places/${unit.id}`} className={`places-cell places-${tones[unit.status]} ${dim ? 'places-dim' : ''}`}>
      <strong>{unit.no}</strong>
      <span>{status}</span>
    </To>
  )
}
