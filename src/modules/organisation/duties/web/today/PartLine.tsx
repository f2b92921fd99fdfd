// One way in which a duty is counted: how far it is, and what is next.
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { usePhone } from '../../../../../ui/phone.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { To } from '../../../../../ui/To.tsx'
import { Day } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { DutyToday } from '../../contract/duties.ts'
import { words } from '../words.ts'
import { RecordDue } from './RecordLink.tsx'

type Part = DutyToday['parts'][number]
type PartProps = { part: Part; name: string | undefined; today: string }

export const PartLine = ({ part, name, today }: PartProps) => (
  <div className="duty-part">
    <div className="duty-part-line">
      {name ? <span className="duty-part-name">{name}</span> : null}
      {part.kind === 'cadence' ? <Times part={part} today={today} /> : <Counts part={part} />}
    </div>
    {part.records.length > 0 ? <Records part={part} /> : null}
  </div>
)

function Times({ part: { have, need, dueOn, state }, today }: Omit<PartProps, 'name'>) {
  const t = useWords(words)
  return (
    <>
      <span
        className="duty-progress"
        style={{ '--share': need === 0 ? 0 : Math.min(1, have / need) }}
        aria-hidden="true"
      />
      <span>{t('hints.times', { have, need })}</span>
      {dueOn && state === 'due' ? (
        <span className="quiet">{dueOn === today ? t('hints.untilToday') : <Until day={dueOn} />}</span>
      ) : null}
    </>
  )
}
function Until({ day }: { day: string }) {
  const t = useWords(words)
  const [before, after] = t('hints.until', { day: '|' }).split('|')
  return (
    <>
      {before}
      <Day on={day} week />
      {after}
    </>
  )
}

function Counts({ part: { open, overdue, have, nextDueAt } }: { part: Part }) {
  const t = useWords(words)
  return (
    <>
      {overdue > 0 ? <Chip tone="bad">{t('hints.overdue', { count: overdue })}</Chip> : null}
      {open > 0 ? <span>{t('hints.open', { count: open })}</span> : null}
      {have > 0 ? <span className="quiet">{t('hints.doneToday', { count: have })}</span> : null}
      {nextDueAt && overdue === 0 ? (
        <span className="quiet">
          {t('hints.next')} <DueChip due={nextDueAt} nearMinutes={240} />
        </span>
      ) : null}
    </>
  )
}

/** On a phone each takes a finger's height. */
const SHOWN = { desk: 3, phone: 1 }
function Records({ part: { records, open, way } }: { part: Part }) {
  const t = useWords(words)
  const first = records.slice(0, usePhone() ? SHOWN.phone : SHOWN.desk)
  const more = open - first.length
  return (
    <div className="duty-records">
      {first.map((record) => (
        <RecordDue key={record.recordId} of={record} />
      ))}
      {more > 0 && way ? <To href={way.page}>{t('hints.more', { count: more })}</To> : null}
      {more > 0 && !way ? <span className="quiet">{t('hints.more', { count: more })}</span> : null}
    </div>
  )
}
