// A deadline: how long is left or over, coloured by how near it is; still while the clock is paused.
import { ClockCircleOutlined, PauseCircleOutlined } from '@ant-design/icons'
import { useNow } from './clock.ts'
import { useZone } from './me.tsx'
import { absolute, span } from './moments.ts'
import { Chip, type Tone } from './StatusTag.tsx'
import { kit, say, useKit } from './words.ts'

export type DueChipProps = {
  due: string | null | undefined
  /** When it was met, in time or late. */
  done?: string | null | undefined
  /** The clock stands still since then. */
  pausedSince?: string | null | undefined
  /** From how many minutes before the end it is near. */
  nearMinutes?: number
}
export function DueChip(props: DueChipProps) {
  const { due } = props
  const t = useKit()
  const now = useNow()
  const zone = useZone()
  if (!due) return <span className="quiet">{t('due.none')}</span>
  const { tone, words, icon } = readDue({ ...props, due }, now)
  return (
    <span title={t('due.dueAt', { at: absolute(due, zone) })}>
      <Chip tone={tone}>
        {icon === 'paused' ? <PauseCircleOutlined /> : <ClockCircleOutlined />} {words}
      </Chip>
    </span>
  )
}

type Reading = { tone: Tone; words: string; icon: 'clock' | 'paused' }
export function readDue(
  { due, done, pausedSince, nearMinutes = 30 }: DueChipProps & { due: string },
  now: Date,
): Reading {
  const end = new Date(due).getTime()
  if (done) {
    const late = new Date(done).getTime() > end
    return { tone: late ? 'warn' : 'good', words: say(kit, late ? 'due.late' : 'due.onTime'), icon: 'clock' }
  }
  if (pausedSince) return { tone: 'neutral', words: say(kit, 'due.paused'), icon: 'paused' }
  const left = end - now.getTime()
  if (left < 0) return { tone: 'bad', words: say(kit, 'due.over', { span: span(left) }), icon: 'clock' }
  const near = left <= nearMinutes * 60_000
  return { tone: near ? 'warn' : 'neutral', words: say(kit, 'due.left', { span: span(left) }), icon: 'clock' }
}
