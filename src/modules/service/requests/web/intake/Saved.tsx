// What has just been saved: numbers and due times large enough to read out, while the next call can already be typed.
import { CheckCircleFilled, CloseOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNow } from '../../../../../ui/clock.ts'
import { useZone } from '../../../../../ui/me.tsx'
import { short, wallOf } from '../../../../../ui/moments.ts'
import { To } from '../../../../../ui/To.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { State } from '../../states.ts'
import { words } from '../words.ts'

export type SavedLine = {
  id: string
  no: string
  subject: string
  status: State
  dueAt: string | null
  /** How often this customer has asked, when that is all that was recorded. */
  nudges?: number
  /** Nobody has it yet, so nobody could be told. */
  unhandled?: boolean
}

export function Saved({ lines, onHide }: { lines: readonly SavedLine[]; onHide(): void }) {
  const t = useWords(words)
  if (lines.length === 0) return null
  return (
    <section className="rq-saved" role="status" aria-live="polite">
      <ul>
        {lines.map((line) => (
          <Line key={line.id} of={line} />
        ))}
      </ul>
      <div className="rq-saved-foot">
        <span>{t('intake.next')}</span>
        <Button type="text" size="small" icon={<CloseOutlined />} onClick={onHide}>
          {t('intake.hide')}
        </Button>
      </div>
    </section>
  )
}

function Line({ of }: { of: SavedLine }) {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  const copy = () => {
    void navigator.clipboard?.writeText(of.no).then(() => tell.done(t('intake.copied')))
  }
  return (
    <li>
      <CheckCircleFilled className="rq-saved-mark" />
      <span className="rq-saved-what">{whatHappened(of, t)}</span>
      <To href={`/requests/${of.id}`} className="rq-saved-no">
        {of.no}
      </To>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined />}
        aria-label={`${t('intake.copy')} ${of.no}`}
        title={t('intake.copy')}
        onClick={copy}
      />
      <span className="rq-saved-due">
        {of.nudges
          ? t(of.unhandled ? 'intake.doneNudgedNobody' : 'intake.doneNudgedTimes', { count: of.nudges })
          : of.dueAt
            ? t('intake.answerBy', { at: clockOf(of.dueAt, now, zone) })
            : null}
      </span>
      <span className="rq-saved-subject">{of.subject}</span>
    </li>
  )
}

/** The time of day is what is read out; the day only where it is another. */
const clockOf = (at: string, now: Date, zone: string | undefined) =>
  wallOf(at, zone).day === wallOf(now, zone).day ? wallOf(at, zone).clock : short(at, now, zone)

function whatHappened({ nudges, status }: SavedLine, t: ReturnType<typeof useWords<typeof words.zh>>) {
  if (nudges) return t('intake.doneNudged')
  return t(status === 'closed' ? 'intake.doneSettled' : 'intake.done')
}
