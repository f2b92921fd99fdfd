// Today (今日职守): the first thing on everybody's first page.
import { useRead } from '../../../../../ui/api.ts'
import { Loaded, Waiting } from '../../../../../ui/Loaded.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { api } from '../calls.ts'
import '../duties.css'
import { words } from '../words.ts'
import { groupsOf } from './groups.ts'
import { CheckList, MonthLine, ToAcknowledge } from './Strips.tsx'
import { TodayList } from './TodayList.tsx'
import { Ways } from './Ways.tsx'

/** The clock moves what is due to what is overdue, and no event tells of it. */
export const LOOK_EVERY_MS = 60_000
const CHECKS = 3

export function HomeToday() {
  const t = useWords(words)
  const today = useRead(api.today, {}, { every: LOOK_EVERY_MS })
  return (
    <Loaded of={today} waiting={<Waiting rows={5} />}>
      {({ day, workingDay, duties, toAcknowledge, checks }) => {
        const { overdue, due, done } = groupsOf(duties)
        const counts = { overdue: overdue.length, due: due.length, done: done.length }
        return (
          <>
            <ToAcknowledge of={toAcknowledge} />
            <Panel
              title={t('page.today')}
              extra={
                <span className="quiet">
                  {workingDay ? '' : `${t('hints.dayOff')} · `}
                  {t('hints.counts', counts)}
                </span>
              }
              flush
            >
              {checks.length > 0 ? (
                <div className="duty-said">
                  <CheckList of={checks} most={CHECKS} />
                </div>
              ) : null}
              <TodayList
                day={day}
                duties={duties}
                none={t('hints.noDutiesHint')}
                actionsOf={(duty) => <ActionOf duty={duty} />}
              />
              {duties.length > 0 ? <MonthLine duties={duties} /> : null}
            </Panel>
          </>
        )
      }}
    </Loaded>
  )
}

type Props = Parameters<typeof Ways>[0]
function ActionOf({ duty }: Pick<Props, 'duty'>) {
  if (duty.state === 'kept' || duty.state === 'not_yet') return null
  return <Ways duty={duty} leading={duty.state === 'overdue'} />
}
