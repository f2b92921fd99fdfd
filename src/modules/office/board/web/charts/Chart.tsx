// A chart with its numbers behind it as a table; the picture itself is hidden from readers of the screen.
import { useEffect, useRef, useState } from 'react'
import { useGo } from '../../../../../ui/pages.ts'
import { useDark } from '../../../../../ui/phone.ts'
import { To } from '../../../../../ui/To.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { words } from '../words.ts'
import type { Drawing } from './drawing.ts'
import { coloursOf, optionOf } from './option.ts'

export type Point = { n: number | null; opens?: string | undefined }
export type Series = { label: string; look: 'accent' | 'ink' | 'bad'; points: readonly Point[]; fills?: boolean }
export type ChartProps = {
  label: string
  /** What stands along the bottom, one for each point. */
  along: readonly string[]
  series: readonly Series[]
  unit?: '%'
  /** On the wall nobody clicks and nobody reads tables. */
  plain?: boolean
}

export function Chart({ label, along, series, unit, plain = false }: ChartProps) {
  const t = useWords(words)
  const go = useGo()
  const place = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing>()
  // Drawn anew when the colours of the page change.
  useDark()
  useEffect(() => {
    let made: Drawing | undefined
    let gone = false
    void import('./drawing.ts').then(({ drawIn }) => {
      if (gone || !place.current) return
      made = drawIn(place.current)
      setDrawing(made)
    })
    return () => {
      gone = true
      made?.end()
      setDrawing(undefined)
    }
  }, [])
  useEffect(() => {
    if (!place.current || !drawing) return
    drawing.show(optionOf({ along, series, unit, plain }, coloursOf(place.current)))
    drawing.onPick(plain ? undefined : (point, line) => openAt(series, line, point, go))
  })
  return (
    <figure className="bd-chart">
      <div ref={place} className="bd-chart-place" role="img" aria-label={label} />
      {plain ? null : (
        <details className="bd-table">
          <summary>{t('hints.table')}</summary>
          <Numbers label={label} along={along} series={series} unit={unit} />
        </details>
      )}
    </figure>
  )
}

function openAt(series: readonly Series[], line: number, point: number, go: (href: string) => void) {
  const opens = series[line]?.points[point]?.opens
  if (opens) go(opens)
}

function Numbers({
  label,
  along,
  series,
  unit = '' as const,
}: Omit<ChartProps, 'plain' | 'unit'> & { unit?: '%' | '' | undefined }) {
  const t = useWords(words)
  return (
    <div className="bd-table-scroll">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('hints.day')}</th>
            {series.map((one) => (
              <th key={one.label} scope="col">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {along.map((name, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map((one) => (
                <td key={one.label}>
                  <Cell of={one.points[at]} unit={unit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ of, unit }: { of: Point | undefined; unit: string }) {
  if (!of || of.n === null) return '—'
  const said = `${of.n}${unit}`
  return of.opens && of.n > 0 ? <To href={of.opens}>{said}</To> : said
}
