// Taking in a sheet, in four steps: the file, its columns, a dry run that changes nothing, the result with what was left out.
import { InboxOutlined } from '@ant-design/icons'
import { Button, Select, Steps, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { Problem } from './Loaded.tsx'
import { RunProgress } from './RunProgress.tsx'
import { Chip } from './StatusTag.tsx'
import { useKit } from './words.ts'

export type ImportTarget = { key: string; label: string; required?: boolean }
export type ImportColumn = {
  /** Its place in the sheet, from 0: names may be empty or stand twice. */
  at: number
  name: string
  samples: readonly string[]
}
/** Which column of the sheet fills which field. */
export type ImportMapping = Readonly<Record<string, number>>
export type ImportReport = {
  total: number | null
  taken: number
  /** Taken by an earlier run, or standing twice in the sheet. */
  already: number
  rejected: number
  /** The rows left out, each with its reason. */
  rejectedUrl?: string | undefined
}
export type ImportStep = 'upload' | 'mapping' | 'dryRun' | 'result'
export type ImportWizardProps = {
  step: ImportStep
  problem?: Error | undefined
  children: ReactNode
}
const STEPS: readonly ImportStep[] = ['upload', 'mapping', 'dryRun', 'result']

/** The frame: where one is, what went wrong, and the piece of the step. */
export function ImportWizard({ step, problem, children }: ImportWizardProps) {
  const t = useKit()
  return (
    <div className="kit-import">
      <Steps
        size="small"
        responsive={false}
        titlePlacement="vertical"
        current={STEPS.indexOf(step)}
        items={STEPS.map((one) => ({ key: one, title: t(`imports.${one}`) }))}
      />
      <Problem of={problem} />
      {children}
    </div>
  )
}

export type FileStepProps = { onFile(file: File): void; busy?: boolean; accept?: string }
export function FileStep({ onFile, busy = false, accept = '.xlsx,.csv,.txt' }: FileStepProps) {
  const t = useKit()
  return (
    <Upload.Dragger
      accept={accept}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        onFile(file)
        return false
      }}
    >
      <p className="kit-empty-icon">
        <InboxOutlined />
      </p>
      <p>{t(busy ? 'imports.reading' : 'imports.drop')}</p>
      <p className="quiet">{t('imports.dropHint')}</p>
    </Upload.Dragger>
  )
}

const NOWHERE = ''
export type MappingStepProps = {
  targets: readonly ImportTarget[]
  columns: readonly ImportColumn[]
  guess: ImportMapping
  /** Fields recognised by a name much like theirs. */
  unsure: readonly string[]
  onDryRun(mapping: ImportMapping): void
  busy?: boolean
  /** Settings of the whole file that are still missing. */
  waiting?: boolean
}
export function MappingStep({ targets, columns, guess, unsure, onDryRun, busy = false, waiting }: MappingStepProps) {
  const t = useKit()
  const [mapping, setMapping] = useState<ImportMapping>(guess)
  const missing = targets.filter(({ key, required }) => required && mapping[key] === undefined)
  const put = (column: number, key: string) => {
    const others = Object.entries(mapping).filter(([field, from]) => from !== column && field !== key)
    setMapping(Object.fromEntries(key === NOWHERE ? others : [...others, [key, column]]))
  }
  return (
    <>
      <table className="kit-plain-table kit-stack">
        <thead>
          <tr>
            <th scope="col">{t('imports.column')}</th>
            <th scope="col">{t('imports.sample')}</th>
            <th scope="col">{t('imports.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const field = targets.find(({ key }) => mapping[key] === column.at)?.key ?? NOWHERE
            const doubtful = field !== NOWHERE && unsure.includes(field) && guess[field] === column.at
            return (
              <ColumnRow key={column.at} of={column} targets={targets} field={field} doubtful={doubtful} onPut={put} />
            )
          })}
        </tbody>
      </table>
      <div className="row-flex">
        <Button
          type="primary"
          loading={busy}
          disabled={missing.length > 0 || waiting === true}
          onClick={() => onDryRun(mapping)}
        >
          {t('imports.tryIt')}
        </Button>
        {missing.length > 0 ? (
          <span className="quiet">
            {t('imports.required', { fields: missing.map(({ label }) => label).join('、') })}
          </span>
        ) : null}
      </div>
    </>
  )
}

type ColumnRowProps = {
  of: ImportColumn
  targets: readonly ImportTarget[]
  field: string
  doubtful: boolean
  onPut(column: number, key: string): void
}
function ColumnRow({ of: { at, name, samples }, targets, field, doubtful, onPut }: ColumnRowProps) {
  const t = useKit()
  const shown = name || t('imports.unnamed', { n: at + 1 })
  const known = targets.map(({ key, label, required }) => ({ value: key, label: required ? `${label} *` : label }))
  return (
    <tr>
      <th scope="row">{name ? shown : <span className="quiet">{shown}</span>}</th>
      <td className="quiet kit-mapping-samples">
        {samples.slice(0, 2).map((sample) => (
          <span key={sample}>{sample}</span>
        ))}
      </td>
      <td>
        <span className="row-flex">
          <Select
            aria-label={`${t('imports.field')}: ${shown}`}
            className="kit-mapping-field"
            value={field}
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: NOWHERE, label: t('imports.skip') }, ...known]}
            onChange={(key) => onPut(at, key)}
          />
          {doubtful ? <Chip tone="warn">{t('imports.doubtful')}</Chip> : null}
        </span>
      </td>
    </tr>
  )
}

/** While it runs. */
export const RunStep = RunProgress

export type ReportStepProps = { of: ImportReport; dry: boolean; actions: ReactNode; children?: ReactNode }
/** Every row is accounted for: what was taken, was there already, or was left out. */
export function ReportStep({ of, dry, actions, children }: ReportStepProps) {
  const t = useKit()
  const figures = [
    [t('imports.total'), of.total],
    [t(dry ? 'imports.wouldTake' : 'imports.taken'), of.taken],
    [t('imports.already'), of.already],
    [t('imports.rejected'), of.rejected],
  ] as const
  return (
    <div className="kit-report">
      <dl className="kit-figures">
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figure === null ? '—' : figure.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <div className="row-flex">{actions}</div>
      {children}
      {of.rejected > 0 && of.rejectedUrl ? (
        <p>
          <a href={of.rejectedUrl} download>
            {t('imports.rejectedFile')}
          </a>
          <span className="quiet"> · {t('imports.rejectedHint')}</span>
        </p>
      ) : null}
    </div>
  )
}
