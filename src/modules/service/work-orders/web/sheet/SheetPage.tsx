// One dispatch sheet: what is to be done, by whom, what it costs, and what happened.
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { fileUrl, useRead } from '../../../../../ui/api.ts'
import { FieldList } from '../../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { Masked } from '../../../../../ui/Masked.tsx'
import { Columns, PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../../ui/pages.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../../ui/Timeline.tsx'
import { To } from '../../../../../ui/To.tsx'
import { Code, Maybe } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { UrgencyMark } from '../../../requests/web/looks.tsx'
import type { WorkOrder } from '../../contract/work-orders.ts'
import { api, revealOf, storyOf } from '../calls.ts'
import { factFields } from '../fields.tsx'
import { DueMark, StateMark } from '../looks.tsx'
import '../work-orders.css'
import { words } from '../words.ts'
import { Charges, Pauses, Pictures, Signed } from './parts.tsx'
import { SheetVerbs } from './SheetVerbs.tsx'

export function SheetPage() {
  const sheet = useRead(api.get, { id: useRecordId() })
  return <Loaded of={sheet}>{(record) => <SheetView sheet={record} />}</Loaded>
}

function SheetView({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  return (
    <>
      <PageHeader
        title={sheet.subject}
        tags={<Tags sheet={sheet} />}
        line={<Line sheet={sheet} />}
        back="/work-orders"
        actions={
          <>
            <Button
              icon={<PrinterOutlined />}
              href={fileUrl(api.sheet, { id: sheet.id })}
              target="_blank"
              title={t('page.printHint')}
            >
              {t('page.print')}
            </Button>
            <SheetVerbs sheet={sheet} />
          </>
        }
      />
      <Columns
        main={
          <>
            <Panel title={t('page.facts')}>
              {sheet.body ? <p className="wo-body">{sheet.body}</p> : null}
              <Facts sheet={sheet} />
            </Panel>
            <Charges sheet={sheet} />
            <Pictures sheet={sheet} />
          </>
        }
        side={
          <>
            <Contact sheet={sheet} />
            <Signed sheet={sheet} />
            <Pauses sheet={sheet} />
            <Panel title={t('page.story')}>
              <Timeline events={storyOf(sheet.events)} newestFirst />
            </Panel>
          </>
        }
      />
    </>
  )
}

function Tags({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  return (
    <>
      <StateMark state={sheet.status} />
      <UrgencyMark urgency={sheet.urgency} />
      <DueMark row={sheet} />
      {sheet.cycle > 1 ? <Chip>{t('page.round', { n: sheet.cycle })}</Chip> : null}
      {sheet.returnCount > 0 ? <Chip tone="warn">{t('page.returned', { count: sheet.returnCount })}</Chip> : null}
      {sheet.reworkCount > 0 ? <Chip tone="warn">{t('page.reworked', { count: sheet.reworkCount })}</Chip> : null}
    </>
  )
}

function Line({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  return (
    <>
      <Code>{sheet.no}</Code> · {sheet.estateName}
      {sheet.requestId ? (
        <>
          {' · '}
          {t('fields.requestNo')}{' '}
          <To href={`/requests/${sheet.requestId}`} className="wo-inline">
            {sheet.requestNo}
          </To>
        </>
      ) : null}
    </>
  )
}

const ALWAYS = [
  'place',
  'trade',
  'workerName',
  'appointment',
  'issuedAt',
  'takenAt',
  'arrivedAt',
  'completedAt',
] as const
function Facts({ sheet }: { sheet: WorkOrder }) {
  const record = { ...sheet, place: '', appointment: '', agreed: '', counts: '' }
  const ended = [
    ...(sheet.labourMinutes === null ? [] : (['labourMinutes'] as const)),
    ...(sheet.result ? (['result'] as const) : []),
    ...(sheet.endReason ? (['endReason'] as const) : []),
    ...(sheet.calloutFen === null ? [] : (['calloutFen'] as const)),
  ]
  return <FieldList fields={factFields} of={[...ALWAYS, ...ended]} record={record} />
}

function Contact({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  return (
    <Panel title={t('fields.contactName')}>
      <div className="wo-contact">
        <Maybe>{sheet.contactName}</Maybe>
        <Masked
          value={sheet.contactPhoneMasked}
          dial
          reveal={sheet.can.includes('reveal') ? revealOf(sheet.id) : undefined}
        />
      </div>
    </Panel>
  )
}
