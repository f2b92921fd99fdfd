// A worker's own page: what is on the plate, what may be taken, what was finished; made for one thumb.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useOutgoing } from '../../../../../ui/outbox/Outgoing.tsx'
import { isWaiting } from '../../../../../ui/outbox/queue.ts'
import { useSending } from '../../../../../ui/outbox/sending.tsx'
import { PageHeader } from '../../../../../ui/Panel.tsx'
import { useGo } from '../../../../../ui/pages.ts'
import { StandIn } from '../../../../../ui/StandIn.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { To } from '../../../../../ui/To.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { oneIn, useUrlState } from '../../../../../ui/url-state.ts'
import { Code } from '../../../../../ui/values.tsx'
import { kit, say, useKit, useWords } from '../../../../../ui/words.ts'
import { UrgencyMark } from '../../../requests/web/looks.tsx'
import type { WorkOrderRow } from '../../contract/work-orders.ts'
import { api } from '../calls.ts'
import { Appointment, DueMark, placeOf, StateMark } from '../looks.tsx'
import '../work-orders.css'
import { words } from '../words.ts'
import { asIfSent } from './as-if-sent.ts'

type Sheet = WorkOrderRow & { can: string[] }
const TABS = ['mine', 'takeable', 'done'] as const
type Tab = (typeof TABS)[number]

export function MyWorkPage() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  const tab = TABS.find((one) => one === oneIn(query, 'tab')) ?? 'mine'
  const mine = useRead(api.list, { mine: true, live: true, sort: 'due', limit: 100 })
  const takeable = useRead(api.list, { takeable: true, sort: 'due', limit: 100 })
  const done = useRead(
    api.list,
    { mine: true, status: ['completed', 'refused'], limit: 20 },
    { enabled: tab === 'done' },
  )
  const counts: Record<Tab, number | undefined> = {
    mine: mine.data?.items.length,
    takeable: takeable.data?.items.length,
    done: undefined,
  }
  const shown = { mine, takeable, done }[tab]
  return (
    <div className="wo-mine">
      <PageHeader title={t('mine.title')} />
      <nav className="wo-tabs" aria-label={t('mine.title')}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === tab ? 'wo-tab wo-tab-now' : 'wo-tab'}
            aria-current={one === tab ? 'true' : undefined}
            onClick={() => change({ tab: one === 'mine' ? undefined : one }, { replace: true })}
          >
            {t(`mine.tabs.${one}`)}
            {counts[one] ? <span className="wo-tab-count">{counts[one]}</span> : null}
          </button>
        ))}
      </nav>
      <Loaded of={shown}>{({ items }) => (items.length === 0 ? <NoJobs tab={tab} /> : <Jobs items={items} />)}</Loaded>
    </div>
  )
}

function NoJobs({ tab }: { tab: Tab }) {
  const t = useWords(words)
  if (tab === 'mine') return <EmptyState title={t('mine.none')} hint={t('mine.noneHint')} />
  if (tab === 'takeable') return <EmptyState title={t('mine.nothingToTake')} hint={t('mine.nothingHint')} />
  return <EmptyState title={t('mine.noneDone')} />
}

/** What waits for an answer stands first. */
const first = (sheet: Sheet) => (sheet.status === 'assigned' ? 0 : sheet.status === 'on_hold' ? 2 : 1)
const Jobs = ({ items }: { items: readonly Sheet[] }): ReactNode => (
  <ul className="wo-jobs">
    {items
      .toSorted((a, b) => first(a) - first(b))
      .map((sheet) => (
        <JobCard key={sheet.id} sheet={sheet} />
      ))}
  </ul>
)

function JobCard({ sheet: known }: { sheet: Sheet }) {
  const t = useKit()
  const outgoing = useOutgoing(known.id)
  const sheet = asIfSent(known, outgoing)
  return (
    <li className="wo-job">
      <div className="wo-job-head">
        <StateMark state={sheet.status} />
        <UrgencyMark urgency={sheet.urgency} />
        <StandIn id={sheet.workerId} name={sheet.workerName} />
        {outgoing.length > 0 ? (
          <Chip tone={outgoing.every(isWaiting) ? 'waiting' : 'bad'}>
            {t(outgoing.every(isWaiting) ? 'outbox.waiting' : 'outbox.refused')}
          </Chip>
        ) : null}
        <span className="wo-job-due">
          <DueMark row={sheet} />
        </span>
      </div>
      <To href={`/my-work/${sheet.id}`} className="wo-job-link">
        {placeOf(sheet)}
      </To>
      <span>{sheet.subject}</span>
      <span className="quiet wo-job-more">
        <Code>{sheet.no}</Code> <Appointment from={sheet.appointmentFrom} to={sheet.appointmentTo} />
      </span>
      {sheet.can.includes('take') ? <Answer sheet={sheet} /> : null}
    </li>
  )
}

/** Yes or no without opening the sheet. */
export function Answer({ sheet }: { sheet: Pick<Sheet, 'id' | 'can'> }) {
  const t = useWords(words)
  const go = useGo()
  const taking = useSending(api.take, {
    onDone: ({ id }) => {
      tell.done(say(words, 'mine.sent.take'))
      go(`/my-work/${id}`)
    },
    onKept: () => tell.note(say(kit, 'outbox.kept')),
  })
  return (
    <div className="wo-job-answer">
      <Button type="primary" size="large" loading={taking.running} onClick={() => void taking.run({ id: sheet.id })}>
        {t('verbs.take')}
      </Button>
      {sheet.can.includes('decline') ? (
        <Button size="large" onClick={() => go(`/my-work/${sheet.id}/decline`)}>
          {t('verbs.decline')}
        </Button>
      ) : null}
    </div>
  )
}
