// On the page of a request: its dispatch sheets, and the way to issue one.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { formatYuan } from '../../../../platform/money.ts'
import { useRead } from '../../../../ui/api.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { To } from '../../../../ui/To.tsx'
import { Code, Money } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { WorkOrderRow } from '../contract/work-orders.ts'
import { api } from './calls.ts'
import { DueMark, StateMark, tradeName } from './looks.tsx'
import './work-orders.css'
import { words } from './words.ts'

export function RequestSheets({ recordId }: { recordId: string }) {
  const t = useWords(words)
  const go = useGo()
  const list = useRead(api.list, { requestId: recordId, limit: 50 })
  const issue = (
    <Button icon={<PlusOutlined />} onClick={() => go(`/work-orders/new?request=${recordId}`)}>
      {t('request.issue')}
    </Button>
  )
  return (
    <Panel title={t('request.title')} extra={useMay('work-orders.create') ? issue : null} flush>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet wo-none">{t('request.none')}</p>
          ) : (
            <ul className="wo-of-request">
              {items.map((sheet) => (
                <li key={sheet.id}>
                  <To href={`/work-orders/${sheet.id}`}>
                    <Code>{sheet.no}</Code> {sheet.subject}
                  </To>
                  <span className="wo-marks">
                    <StateMark state={sheet.status} />
                    <span className="quiet">
                      {[tradeName(sheet.trade), sheet.workerName].filter(Boolean).join(' · ')}
                    </span>
                    <DueMark row={sheet} />
                    <Amount sheet={sheet} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}

/** Of a sheet whose price was refused only coming out is charged. */
function Amount({ sheet }: { sheet: Pick<WorkOrderRow, 'amountFen' | 'calloutFen'> }) {
  const t = useWords(words)
  if (sheet.amountFen === 0) return null
  if (sheet.calloutFen === null) return <Money fen={sheet.amountFen} />
  return <span>{t('page.callout', { amount: `¥${formatYuan(sheet.calloutFen)}` })}</span>
}
