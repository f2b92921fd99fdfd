// One import, in whichever step it stands.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Import } from '../../../platform/imports/contract.ts'
import { workRuns } from '../../../platform/work-runs/contract.ts'
import { apiOf, useRead, useWrite } from '../../../ui/api.ts'
import { ImportWizard, ReportStep, RunStep } from '../../../ui/ImportWizard.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { PageHeader, Panel } from '../../../ui/Panel.tsx'
import { useGo, useRecordId } from '../../../ui/pages.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { attachmentUrl } from '../../../ui/uploads.ts'
import { When } from '../../../ui/values.tsx'
import { useWords, wordsOfCode } from '../../../ui/words.ts'
import { tones } from './fields.tsx'
import { api, useKindName } from './kinds.ts'
import { Mapping } from './Mapping.tsx'
import { Rejects } from './Rejects.tsx'
import { words } from './words.ts'

const runsApi = apiOf(workRuns)
/** The live channel brings progress; this is for when it is down. */
const LOOK_EVERY_MS = 3000

export function ImportPage() {
  const id = useRecordId()
  const found = useRead(api.get, { id }, { every: LOOK_EVERY_MS })
  return <Loaded of={found}>{(record) => <Shown record={record} />}</Loaded>
}

function Shown({ record }: { record: Import }) {
  const nameOf = useKindName()
  const [remapping, setRemapping] = useState(false)
  const line = (
    <>
      {nameOf(record.kind)} · {record.createdByName} · <When at={record.createdAt} />
    </>
  )
  return (
    <>
      <PageHeader
        title={record.fileName}
        back="/imports"
        line={line}
        tags={<StatusTag of={words} state={record.state} tones={tones} />}
      />
      <Panel>
        {remapping ? (
          <Mapping record={record} onDone={() => setRemapping(false)} />
        ) : (
          <Step record={record} onRemap={() => setRemapping(true)} />
        )}
      </Panel>
    </>
  )
}

type StepProps = { record: Import; onRemap(): void }
function Step({ record, onRemap }: StepProps) {
  const { state } = record
  if (state === 'draft' || state === 'ready') return <Mapping record={record} />
  if (state === 'checking' || state === 'running') return <Running record={record} />
  if (state === 'checked') return <Checked record={record} onRemap={onRemap} />
  return <Ended record={record} onRemap={onRemap} />
}

function Running({ record }: { record: Import }) {
  const t = useWords(words)
  const dry = record.state === 'checking'
  const cancel = useWrite(api.cancel)
  const followed = useRead(
    runsApi.get,
    { id: record.run?.id ?? '' },
    { enabled: record.run !== null, every: LOOK_EVERY_MS },
  )
  const run = followed.data ?? record.run
  return (
    <ImportWizard step={dry ? 'dryRun' : 'result'}>
      {run ? (
        <RunStep
          run={{ status: run.state, done: run.done, total: run.total, label: record.fileName }}
          {...(record.can.includes('cancel') ? { onCancel: () => void cancel.run({ id: record.id }) } : {})}
        />
      ) : null}
      <p className="quiet">{t(dry ? 'trying' : 'taking')}</p>
    </ImportWizard>
  )
}

function Checked({ record, onRemap }: StepProps) {
  const t = useWords(words)
  const run = useWrite(api.run)
  const may = record.can.includes('run')
  return (
    <ImportWizard step="dryRun">
      <Report record={record} dry>
        <Button
          type="primary"
          loading={run.running}
          disabled={!may || record.taken === 0}
          onClick={() => void run.run({ id: record.id })}
        >
          {t('run')}
        </Button>
        <Button disabled={!record.can.includes('map')} onClick={onRemap}>
          {t('remap')}
        </Button>
      </Report>
    </ImportWizard>
  )
}

function Ended({ record, onRemap }: StepProps) {
  const t = useWords(words)
  const go = useGo()
  const run = useWrite(api.run)
  const stopped = record.state === 'stopped'
  return (
    <ImportWizard step="result">
      {stopped ? <p className="kit-run-problem">{problemOf(record) ?? t('stopped')}</p> : null}
      <Report record={record}>
        {stopped ? (
          <>
            <Button type="primary" loading={run.running} onClick={() => void run.run({ id: record.id })}>
              {t('goOn')}
            </Button>
            <Button onClick={onRemap}>{t('remap')}</Button>
          </>
        ) : (
          <Button onClick={() => go('/imports/new')}>{t('again')}</Button>
        )}
      </Report>
    </ImportWizard>
  )
}

/** Why the latest run did not come to its end. */
const problemOf = ({ run }: Import) =>
  run?.error ? (wordsOfCode(run.error, { requestId: run.id }) ?? run.error) : undefined

function Report({ record, dry = false, children }: { record: Import; dry?: boolean; children: ReactNode }) {
  const { total, taken, same, rejected, rejectsAttachmentId } = record
  const rejectedUrl = rejectsAttachmentId ? attachmentUrl(rejectsAttachmentId) : undefined
  return (
    <ReportStep of={{ total, taken, already: same, rejected, rejectedUrl }} dry={dry} actions={children}>
      {rejected > 0 ? <Rejects record={record} /> : null}
    </ReportStep>
  )
}
