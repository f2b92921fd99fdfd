// How the marks of a sheet look wherever it is shown: state, trade, place, the deadline that counts now.
import { DueChip } from '../../../../ui/DueChip.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { absolute } from '../../../../ui/moments.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { lookUp, useWords } from '../../../../ui/words.ts'
import { settingWords } from '../../requests/web/words.ts'
import type { WorkOrderRow } from '../contract/work-orders.ts'
import { isEnded, type State } from '../states.ts'
import { words } from './words.ts'

const TONES = {
  open: 'waiting',
  assigned: 'waiting',
  taken: 'active',
  on_site: 'active',
  quoting: 'warn',
  on_hold: 'neutral',
  completed: 'good',
  refused: 'done',
  cancelled: 'done',
} satisfies Record<State, Tone>

export const StateMark = ({ state }: { state: State }) => <StatusTag of={words} state={state} tones={TONES} />

/** The trades are worded with the settings of requests, where categories lead to them. */
export const tradeName = (trade: string) => lookUp(settingWords.noun, `trades.${trade}`) ?? trade

export const placeOf = (row: Pick<WorkOrderRow, 'placeName' | 'placeText'>) =>
  [row.placeName, row.placeText].filter(Boolean).join(' · ')

type Due = Pick<WorkOrderRow, 'status' | 'takeDueAt' | 'arriveDueAt' | 'finishDueAt' | 'completedAt'>
/** Whoever has not answered is late for answering, whoever is not there for arriving, then for finishing. */
export function dueOf(row: Due): string | null {
  if (row.status === 'assigned' && row.takeDueAt) return row.takeDueAt
  const arriving = row.status === 'open' || row.status === 'assigned' || row.status === 'taken'
  return (arriving ? row.arriveDueAt : null) ?? row.finishDueAt
}

export function DueMark({ row }: { row: Due & { issuedAt: string } }) {
  if (row.status === 'cancelled' || row.status === 'refused') return null
  if (isEnded(row.status)) return row.finishDueAt ? <DueChip due={row.finishDueAt} done={row.completedAt} /> : null
  const due = dueOf(row)
  if (!due) return null
  return <DueChip due={due} pausedSince={row.status === 'on_hold' ? row.issuedAt : null} />
}

export function Appointment({ from, to }: { from: string | null; to: string | null }) {
  const zone = useZone()
  const t = useWords(words)
  if (!from) return null
  return <span>{t('mine.appointment', { at: spanText(from, to, zone) })}</span>
}

/** 2026-11-23 14:00–16:00 */
export function spanText(from: string, to: string | null, zone: string | undefined) {
  const begins = absolute(from, zone)
  if (!to) return begins
  const ends = absolute(to, zone)
  return ends.slice(0, 10) === begins.slice(0, 10) ? `${begins}–${ends.slice(11)}` : `${begins} – ${ends}`
}
