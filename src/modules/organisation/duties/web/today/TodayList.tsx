// The duties of one person today, in groups.
import { CheckCircleOutlined, FileUnknownOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { DutyToday } from '../../contract/duties.ts'
import { words } from '../words.ts'
import { DutyCard, DutyLine } from './DutyCard.tsx'
import { GROUPS, type Group, groupsOf } from './groups.ts'

export type TodayListProps = {
  day: string
  duties: readonly DutyToday[]
  actionsOf(duty: DutyToday): ReactNode
  /** Where there are no duties at all. */
  none: string
}

export function TodayList({ day, duties, actionsOf, none }: TodayListProps) {
  const t = useWords(words)
  if (duties.length === 0) return <EmptyState icon={<FileUnknownOutlined />} title={t('hints.noDuties')} hint={none} />
  const groups = groupsOf(duties)
  const pressing = groups.overdue.length + groups.due.length
  const withPost = new Set(duties.map(({ postId, forId }) => `${postId} ${forId}`)).size > 1
  const rowOf = (duty: DutyToday) => {
    const given = { duty, today: day, withPost, actions: actionsOf(duty) }
    const key = `${duty.lineId} ${duty.forId}`
    return isLong(duty.state) ? <DutyCard key={key} {...given} /> : <DutyLine key={key} {...given} />
  }
  return (
    <>
      {pressing === 0 ? <NothingNow done={groups.done.length} /> : null}
      {GROUPS.map((group) => (
        <GroupOf key={group} group={group} duties={groups[group]} rowOf={rowOf} />
      ))}
    </>
  )
}
const isLong = (state: DutyToday['state']) => state === 'overdue' || state === 'due' || state === 'done'

function NothingNow({ done }: { done: number }) {
  const t = useWords(words)
  return (
    <p className="duty-nothing">
      <CheckCircleOutlined />
      <span>
        <strong>{t(done > 0 ? 'hints.allDone' : 'hints.nothingDue')}</strong>
        <span className="quiet">{t('hints.nothingDueHint')}</span>
      </span>
    </p>
  )
}

const FOLDED: readonly Group[] = ['not_due', 'kept', 'not_yet']
type GroupProps = { group: Group; duties: readonly DutyToday[]; rowOf(duty: DutyToday): ReactNode }
function GroupOf({ group, duties, rowOf }: GroupProps) {
  const t = useWords(words)
  if (duties.length === 0) return null
  const heading = (
    <>
      {t(`groups.${group}`)} <span className="duty-count">{duties.length}</span>
    </>
  )
  const rows = <ul className="duty-list">{duties.map(rowOf)}</ul>
  if (!FOLDED.includes(group)) {
    return (
      <section className={`duty-group duty-group-${group}`}>
        <h3>{heading}</h3>
        {rows}
      </section>
    )
  }
  return (
    <details className="duty-group">
      <summary>
        <h3>{heading}</h3>
      </summary>
      {group === 'not_due' || group === 'kept' || group === 'not_yet' ? (
        <p className="duty-group-hint quiet">{t(`groupHints.${group}`)}</p>
      ) : null}
      {rows}
    </details>
  )
}
