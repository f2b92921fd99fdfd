// One day's log as it was written, for whoever reads and signs it.
import { useRead } from '../../../../ui/api.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { WorkLog } from '../contract/work-logs.ts'
import { logLife } from '../states.ts'
import { logApi } from './calls.ts'
import { logFields, logTones } from './fields.tsx'
import './planning.css'
import { logWords } from './words.ts'

export function LogPage() {
  const log = useRead(logApi.get, { id: useRecordId() })
  return <Loaded of={log}>{(record) => <LogView log={record} />}</Loaded>
}

const PARTS = ['happened', 'handled', 'suggestion', 'remark'] as const

function LogView({ log }: { log: WorkLog }) {
  const t = useWords(logWords)
  return (
    <>
      <PageHeader
        title={`${log.staffName} · ${log.onDay}`}
        tags={<StatusTag of={logWords} state={log.status} tones={logTones} />}
        line={log.signedByName ? `${t('fields.signedByName')} ${log.signedByName}` : undefined}
        back="/work-logs"
        actions={
          <VerbBar
            record={log}
            api={logApi}
            words={logWords}
            life={logLife}
            verbs={{
              sign: { fields: logFields, of: ['remark'], hidden: !log.can.includes('sign') },
              write: { open: ({ onDay }) => `/work-logs/write?day=${onDay}`, hidden: !log.can.includes('write') },
            }}
          />
        }
      />
      <Columns
        main={PARTS.filter((part) => log[part]).map((part) => (
          <Panel key={part} title={t(`fields.${part}`)}>
            <p className="pl-text">{log[part]}</p>
          </Panel>
        ))}
        side={
          <Panel title={t('page.history')}>
            <Timeline events={log.events} newestFirst />
          </Panel>
        }
      />
    </>
  )
}
