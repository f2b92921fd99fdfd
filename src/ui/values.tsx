// Small values shown one way everywhere: money, moments, days, numbers people read.
import type { ReactNode } from 'react'
import { formatYuan } from '../platform/money.ts'
import { useNow } from './clock.ts'
import { useZone } from './me.tsx'
import { absolute, relative, weekday } from './moments.ts'
import { useKit } from './words.ts'

export const NOTHING = '—'

export function Money({ fen, sign = true }: { fen: number | null | undefined; sign?: boolean }) {
  if (fen === null || fen === undefined) return <span className="quiet">{NOTHING}</span>
  return (
    <span className="nowrap">
      {sign ? '¥' : ''}
      {formatYuan(fen)}
    </span>
  )
}

export type WhenProps = { at: string | null | undefined; absolute?: boolean; both?: boolean }
/** Relative, with the exact time and zone on hover; `absolute` the other way round; `both` side by side. */
export function When({ at, absolute: exact = false, both = false }: WhenProps) {
  const t = useKit()
  const now = useNow()
  const zone = useZone()
  if (!at) return <span className="quiet">{NOTHING}</span>
  const full = absolute(at, zone)
  const near = relative(at, now, zone)
  const title = zone ? `${full} · ${t('time.zone', { zone })}` : full
  return (
    <time dateTime={at} title={exact ? `${near} · ${title}` : title} className="nowrap">
      {exact || both ? full : near}
      {both && near !== full ? <span className="quiet"> · {near}</span> : null}
    </time>
  )
}

export function Day({ on, week = false }: { on: string | null | undefined; week?: boolean }) {
  if (!on) return <span className="quiet">{NOTHING}</span>
  return (
    <time dateTime={on} className="nowrap">
      {on}
      {week ? <span className="quiet"> {weekday(on)}</span> : null}
    </time>
  )
}

/** A number people read out: never broken over lines. */
export const Code = ({ children }: { children: ReactNode }) => <span className="kit-code">{children}</span>

export const Maybe = ({ children }: { children: ReactNode }) =>
  children === null || children === undefined || children === '' ? <span className="quiet">{NOTHING}</span> : children
