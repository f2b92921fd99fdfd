// One request: where it stands, what comes next, and everything that is known about it.
import { useState } from 'react'
import { formatYuan } from '../../../../../platform/money.ts'
import { apiOf, useRead } from '../../../../../ui/api.ts'
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../../ui/pages.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { Slot } from '../../../../../ui/slots.tsx'
import { Timeline } from '../../../../../ui/Timeline.tsx'
import { VerbBar } from '../../../../../ui/VerbBar.tsx'
import { When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { requests } from '../../contract/requests.ts'
import type { Request } from '../../contract/shapes.ts'
import { owesFee } from '../../rules.ts'
import { isOpen, life } from '../../states.ts'
import { Insistence, KindMark, StateMark, UrgencyMark } from '../looks.tsx'
import '../requests.css'
import { words } from '../words.ts'
import { Content } from './Content.tsx'
import { Limits, pausedSince } from './Limits.tsx'
import { Answers, Pauses, Relatives } from './Parts.tsx'
import { Split } from './Split.tsx'
import { particularsOf } from './story.tsx'
import { NEXT, verbsOf } from './verbs.tsx'

const api = apiOf(requests)

export function DetailPage() {
  const id = useRecordId()
  const request = useRead(api.get, { id })
  return <Loaded of={request}>{(record) => <Whole key={record.id} request={record} />}</Loaded>
}

function Whole({ request }: { request: Request }) {
  const t = useWords(words)
  return (
    <>
      <PageHeader
        title={`${request.no} ${request.subject}`}
        back="/requests"
        tags={<Marks request={request} />}
        line={
          <>
            {t(`channels.${request.channel}`)} · <When at={request.receivedAt} /> ·{' '}
            {t('page.received', { by: request.receivedBy })}
          </>
        }
      />
      <Verbs request={request} />
      <Columns
        main={
          <>
            <Content request={request} />
            <Slot name="request.sheets" recordId={request.id} />
            <Answers request={request} />
            <Relatives request={request} />
            <Slot name="request.visits" recordId={request.id} />
          </>
        }
        side={
          <>
            <Limits request={request} />
            <Pauses request={request} />
            <Panel title={t('page.story')}>
              <Timeline
                events={request.events.map((event) => ({ ...event, recordKind: 'request', byId: null }))}
                newestFirst
                detailsOf={particularsOf}
              />
            </Panel>
          </>
        }
      />
    </>
  )
}

function Marks({ request }: { request: Request }) {
  const t = useWords(words)
  return (
    <>
      <StateMark state={request.status} />
      <KindMark kind={request.kind} />
      <UrgencyMark urgency={request.urgency} />
      {isOpen(request.status) && request.dueAt ? (
        <DueChip due={request.dueAt} pausedSince={pausedSince(request)} />
      ) : null}
      {request.level >= 2 ? <Chip tone="bad">{t(`levels.${request.level === 2 ? '2' : '3'}`)}</Chip> : null}
      {request.valid === null ? null : (
        <Chip tone={request.valid ? 'warn' : 'neutral'}>{t(`valid.${request.valid}`)}</Chip>
      )}
      {owesFee(request) ? (
        <Chip tone="warn">{t('page.payHint', { amount: `¥${formatYuan(request.amountFen)}` })}</Chip>
      ) : null}
      <Insistence of={request} />
      {request.reworkCount > 0 ? <Chip tone="warn">{t('page.reworked', { count: request.reworkCount })}</Chip> : null}
      {request.returnCount > 0 ? <Chip>{t('page.returned', { count: request.returnCount })}</Chip> : null}
    </>
  )
}

function Verbs({ request }: { request: Request }) {
  const [splitting, setSplitting] = useState(false)
  const verbs = verbsOf(request, { split: () => setSplitting(true) })
  const next = NEXT[request.status]
  return (
    <div className="rq-verbs">
      <Slot name="request.actions" recordId={request.id} />
      <VerbBar
        record={request}
        api={api}
        words={words}
        life={life}
        verbs={verbs}
        most={5}
        {...(next ? { first: next } : {})}
      />
      <Split request={request} open={splitting} onClose={() => setSplitting(false)} />
    </div>
  )
}
