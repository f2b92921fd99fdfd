// Pieces of the board: a figure that opens its cases, a list of bars, a table behind a chart.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { Figure } from '../contract.ts'
import { words } from './words.ts'

export const percent = (rate: number | null) => (rate === null ? '—' : `${rate}%`)

/** A number that leads to what it counted. */
export const Count = ({ of: { n, opens }, label, bad }: { of: Figure; label: string; bad?: boolean }) => (
  <To href={opens} className={bad && n > 0 ? 'bd-count bd-bad' : 'bd-count'} title={label}>
    {n}
    <span className="sr-only"> {label}</span>
  </To>
)

export type Tile = { key: string; label: string; value: ReactNode; opens?: string; note?: ReactNode; bad?: boolean }
export const Tiles = ({ of }: { of: readonly Tile[] }) => (
  <dl className="bd-tiles">
    {of.map(({ key, label, value, opens, note, bad }) => (
      <div key={key} className="bd-tile">
        <dt>{label}</dt>
        <dd className={bad ? 'bd-tile-value bd-bad' : 'bd-tile-value'}>
          {opens ? (
            <To href={opens} className="bd-tile-link">
              {value}
            </To>
          ) : (
            value
          )}
        </dd>
        {note ? <dd className="bd-tile-note">{note}</dd> : null}
      </div>
    ))}
  </dl>
)

export type Bar = { key: string; label: string; share: number; value: ReactNode; note?: ReactNode; onPick?: () => void }
const FIRST = 8
/** Longest first as given; what does not fit is behind a button. */
export function Bars({ of, label, empty }: { of: readonly Bar[]; label: string; empty: string }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  if (of.length === 0) return <p className="quiet">{empty}</p>
  const shown = open ? of : of.slice(0, FIRST)
  return (
    <>
      <ul className="bd-bars" aria-label={label}>
        {shown.map((bar) => (
          <li key={bar.key} className="bd-bar">
            {bar.onPick ? (
              <button type="button" className="bd-bar-label bd-bar-pick" onClick={bar.onPick}>
                {bar.label}
              </button>
            ) : (
              <span className="bd-bar-label">{bar.label}</span>
            )}
            <span className="bd-bar-track" aria-hidden="true">
              <span
                className="bd-bar-fill"
                style={{ width: `${Math.max(bar.share * 100, bar.share > 0 ? 1.5 : 0)}%` }}
              />
            </span>
            <span className="bd-bar-value">{bar.value}</span>
            <span className="bd-bar-note">{bar.note}</span>
          </li>
        ))}
      </ul>
      {of.length > FIRST ? (
        <Button size="small" type="link" className="bd-more" onClick={() => setOpen(!open)}>
          {t(open ? 'hints.fewer' : 'hints.all', { count: of.length })}
        </Button>
      ) : null}
    </>
  )
}
