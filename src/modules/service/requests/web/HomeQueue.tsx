// On the start page: the numbers, what I handle myself, and what is due next.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { Loaded, Waiting } from '../../../../ui/Loaded.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { StandIn, useStandsInFor } from '../../../../ui/StandIn.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import type { RequestRow } from '../contract/shapes.ts'
import { Counts } from './Counts.tsx'
import { KindMark, placeOf, RequestLink, StateMark, UrgencyMark } from './looks.tsx'
import './requests.css'
import { words } from './words.ts'

const api = apiOf(requests)
const MOST = 8

export function HomeQueue() {
  const t = useWords(words)
  const { estateId } = useEstate()
  const here = estateId ? { estateId } : {}
  const mine = useRead(api.list, { ...here, open: true, mine: true, sort: 'due', limit: MOST }, { keep: true })
  const due = useRead(api.list, { ...here, open: true, sort: 'due', limit: MOST }, { keep: true })
  const isMine = new Set((mine.data?.items ?? []).map(({ id }) => id))
  return (
    <>
      <Counts />
      {isMine.size > 0 ? (
        <Panel title={t('list.mine')} extra={<To href="/requests?open=true&mine=true">{t('list.all')}</To>}>
          <Queue rows={mine.data?.items ?? []} />
        </Panel>
      ) : null}
      <Panel title={t('list.dueNext')} extra={<To href="/requests?open=true&sort=due">{t('list.all')}</To>}>
        <Loaded of={due} waiting={<Waiting rows={4} />}>
          {({ items }) => {
            const others = items.filter(({ id }) => !isMine.has(id))
            return others.length > 0 ? (
              <Queue rows={others} />
            ) : (
              <p className="quiet rq-nothing">{t('list.nothingDue')}</p>
            )
          }}
        </Loaded>
      </Panel>
    </>
  )
}

const Handler = ({ handlerId, handlerName }: RequestRow) => {
  const isStoodIn = useStandsInFor(handlerId)
  if (isStoodIn) return <StandIn id={handlerId} name={handlerName} />
  return handlerName ? <span>{handlerName}</span> : null
}

const Queue = ({ rows }: { rows: readonly RequestRow[] }) => (
  <ul className="rq-beside">
    {rows.map((row) => (
      <li key={row.id} className="rq-queue">
        <span className="rq-queue-due">{row.dueAt ? <DueChip due={row.dueAt} /> : null}</span>
        <span className="rq-queue-what">
          <RequestLink {...row} />
          <span className="rq-beside-line quiet">
            <KindMark kind={row.kind} />
            <UrgencyMark urgency={row.urgency} pressing />
            <StateMark state={row.status} />
            <span>{placeOf(row)}</span>
            <Handler {...row} />
          </span>
        </span>
      </li>
    ))}
  </ul>
)
