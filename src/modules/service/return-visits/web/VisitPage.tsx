// One return visit: whom to call, what it was, what was done, and the questions, all on one screen.
import { useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { Chip } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Code } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { ReturnVisit } from '../contract.ts'
import { Answers } from './Answers.tsx'
import { Ask } from './Ask.tsx'
import { api } from './calls.ts'
import { wordIn } from './fields.tsx'
import { LastDone } from './LastDone.tsx'
import { StateMark } from './looks.tsx'
import './return-visits.css'
import { Matter, Story, WhoToCall } from './parts.tsx'
import { words } from './words.ts'

export function VisitPage() {
  const visit = useRead(api.get, { id: useRecordId() })
  return <Loaded of={visit}>{(record) => <VisitView key={record.id} visit={record} />}</Loaded>
}

function VisitView({ visit }: { visit: ReturnVisit }) {
  return (
    <>
      <PageHeader
        title={visit.subject}
        tags={<Tags visit={visit} />}
        line={<Origin visit={visit} />}
        back="/return-visits"
      />
      <LastDone />
      <div className="rv-call">
        <div className="rv-call-matter">
          <WhoToCall visit={visit} />
          <Matter visit={visit} />
        </div>
        <div className="rv-call-ask">
          {visit.can.includes('make') ? <Ask visit={visit} /> : <Answers visit={visit} />}
        </div>
      </div>
      <Story visit={visit} />
    </>
  )
}

function Tags({ visit }: { visit: ReturnVisit }) {
  const t = useWords(words)
  return (
    <>
      <StateMark state={visit.status} />
      {visit.status === 'due' ? <DueChip due={visit.dueAt} nearMinutes={240} /> : null}
      <Chip>{wordIn('kinds', visit.kind)}</Chip>
      {visit.round > 1 ? <Chip tone="warn">{t('page.again', { n: visit.round })}</Chip> : null}
    </>
  )
}

function Origin({ visit }: { visit: ReturnVisit }) {
  const t = useWords(words)
  const { requestId, workOrderId } = visit
  return (
    <>
      <Code>{visit.no}</Code> · {visit.estateName}
      {requestId ? (
        <>
          {' · '}
          <To href={`/requests/${requestId}`} className="rv-inline">
            {t('page.openRequest')}
          </To>
        </>
      ) : null}
      {workOrderId ? (
        <>
          {' · '}
          <To href={`/work-orders/${workOrderId}`} className="rv-inline">
            {t('page.openSheet')}
          </To>
        </>
      ) : null}
    </>
  )
}
