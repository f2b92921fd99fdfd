// One person of the team today, seen by a superior: the same duties, with what a superior may say to each.
import { useRead } from '../../../../../ui/api.ts'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../../ui/pages.ts'
import { useWords } from '../../../../../ui/words.ts'
import { type Answers, api } from '../calls.ts'
import '../duties.css'
import { groupsOf } from '../today/groups.ts'
import { LOOK_EVERY_MS } from '../today/HomeToday.tsx'
import { CheckList, MonthLine } from '../today/Strips.tsx'
import { TodayList } from '../today/TodayList.tsx'
import { words } from '../words.ts'
import { CheckBar, CheckButtons } from './Checking.tsx'
import { titlesIn } from './standing.ts'

export function PersonPage() {
  const today = useRead(api.today, { staffId: useRecordId() }, { every: LOOK_EVERY_MS })
  return <Loaded of={today}>{(answer) => <PersonToday today={answer} />}</Loaded>
}

function PersonToday({ today: { person, day, duties, checks, can } }: { today: Answers['today'] }) {
  const t = useWords(words)
  const { id: staffId, name, posts } = person
  const { overdue, due, done } = groupsOf(duties)
  const mayCheck = can.includes('check')
  return (
    <>
      <PageHeader
        title={name}
        line={`${titlesIn(posts).join('、') || '—'} · ${day}`}
        back="/duties/team"
        actions={mayCheck ? <CheckBar of={{ staffId, name }} /> : null}
      />
      <Columns
        main={
          <Panel
            title={t('page.today')}
            extra={
              <span className="quiet">
                {t('hints.counts', { overdue: overdue.length, due: due.length, done: done.length })}
              </span>
            }
            flush
          >
            <TodayList
              day={day}
              duties={duties}
              none={t('hints.noDutiesOf', { name })}
              actionsOf={({ lineId, code }) =>
                mayCheck ? <CheckButtons of={{ staffId, name, lineId, code }} /> : null
              }
            />
          </Panel>
        }
        side={
          <>
            <Panel title={t('page.month')} flush>
              <MonthLine duties={duties} staffId={staffId} />
            </Panel>
            <Panel title={t('page.checks')}>
              {checks.length > 0 ? <CheckList of={checks} /> : <p className="quiet">{t('hints.noChecksLately')}</p>}
            </Panel>
          </>
        }
      />
    </>
  )
}
