// One long work: its progress while it runs, its file when it is done.
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { WorkRun } from '../../../platform/work-runs/contract.ts'
import { useRead } from '../../../ui/api.ts'
import { FieldList } from '../../../ui/FieldList.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { PageHeader, Panel } from '../../../ui/Panel.tsx'
import { useRecordId } from '../../../ui/pages.ts'
import { RunProgress } from '../../../ui/RunProgress.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { To } from '../../../ui/To.tsx'
import { attachmentUrl } from '../../../ui/uploads.ts'
import { VerbBar } from '../../../ui/VerbBar.tsx'
import { useWords } from '../../../ui/words.ts'
import { api, fields, kindName, problemOf, tones } from './fields.tsx'
import { words } from './words.ts'

const LOOK_EVERY_MS = 3000
const VERBS = { cancel: { danger: true, confirm: true }, retry: {} }
const ALWAYS = ['startedByName', 'createdAt', 'endedAt'] as const

export function WorkRunPage() {
  const id = useRecordId()
  const run = useRead(api.get, { id }, { every: LOOK_EVERY_MS })
  return <Loaded of={run}>{(found) => <Shown run={found} />}</Loaded>
}

function Shown({ run }: { run: WorkRun }) {
  const t = useWords(words)
  const open = run.state === 'waiting' || run.state === 'running'
  return (
    <>
      <PageHeader
        title={run.title}
        back="/work-runs"
        tags={<StatusTag of={words} state={run.state} tones={tones} />}
        line={kindName(run.kind)}
        actions={run.can.length > 0 ? <VerbBar record={run} api={api} words={words} verbs={VERBS} /> : null}
      />
      <Panel>
        <div className="kit-apart">
          <RunProgress run={{ status: run.state, done: run.done, total: run.total, problem: problemOf(run) ?? null }} />
          {open ? <p className="quiet">{t('tell')}</p> : null}
          <Outcome of={run} />
          <FieldList
            fields={fields}
            of={typeof run.result.rows === 'number' ? [...ALWAYS, 'rows'] : ALWAYS}
            record={{ ...run, progress: '', rows: 0 }}
          />
        </div>
      </Panel>
    </>
  )
}

/** What came of it: a file, or the page of the import. */
function Outcome({ of: { state, result } }: { of: WorkRun }) {
  const t = useWords(words)
  if (state !== 'done') return null
  const { attachmentId, importId } = result
  return (
    <div className="row-flex">
      {typeof attachmentId === 'string' ? (
        <Button type="primary" icon={<DownloadOutlined />} href={attachmentUrl(attachmentId)} download>
          {t('download')}
        </Button>
      ) : null}
      {typeof importId === 'string' ? <To href={`/imports/${importId}`}>{t('toImport')}</To> : null}
    </div>
  )
}
