// Taking in a sheet, in four steps: the file, its columns, a dry run that changes nothing, the result with what was left out.
import { InboxOutlined } from '@ant-design/icons'
import { Button, Select, Steps, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { Problem } from './Loaded.tsx'
import { RunProgress, type RunProgressProps } from './RunProgress.tsx'
import { useKit } from './words.ts'

export type ImportTarget = { key: string; label: string; required?: boolean; hint?: string }
export type ImportColumn = { name: string; samples: readonly string[] }
/** Which column of the sheet fills which field. */
export type ImportMapping = Readonly<Record<string, string>>
export type ImportReport = {
  total: number
  taken: number
  /** Taken by an earlier run of the same sheet. */
  already: number
  rejected: number
  /** The rows left out, each with its reason. */
  rejectedUrl?: string | undefined
}
export type ImportStep = 'upload' | 'mapping' | 'dryRun' | 'result'
export type ImportWizardProps = {
  step: ImportStep
  targets: readonly ImportTarget[]
  /** Once the file has been read. */
  columns: readonly ImportColumn[]
  /** What the program guessed from the headings. */
  guess: ImportMapping
  onFile(file: File): void
  onDryRun(mapping: ImportMapping): void
  onImport(): void
  onAgain(): void
  run?: RunProgressProps['run'] | undefined
  onCancel?: (() => void) | undefined
  report?: ImportReport | undefined
  busy?: boolean
  problem?: Error | undefined
  accept?: string
  /** Settings that belong to the file: which estate, which sheet. */
  extra?: ReactNode
}
const STEPS: readonly ImportStep[] = ['upload', 'mapping', 'dryRun', 'result']

export function ImportWizard(props: ImportWizardProps) {
  const t = useKit()
  const { step, run, report } = props
  return (
    <div className="kit-import">
      <Steps
        size="small"
        current={STEPS.indexOf(step)}
        items={STEPS.map((one) => ({ key: one, title: t(`imports.${one}`) }))}
      />
      <Problem of={props.problem} />
      {props.extra}
      {step === 'upload' ? <FileStep {...props} /> : null}
      {step === 'mapping' ? <MappingStep key={props.columns.map(({ name }) => name).join()} {...props} /> : null}
      {run && run.status !== 'done' ? <RunProgress run={run} onCancel={props.onCancel} /> : null}
      {report ? <ReportStep {...props} report={report} /> : null}
    </div>
  )
}

function ReportStep({ step, report, busy = false, onImport, onAgain }: ImportWizardProps & { report: ImportReport }) {
  const t = useKit()
  return (
    <>
      <Report of={report} step={step} />
      {step === 'dryRun' ? (
        <Button type="primary" loading={busy} disabled={report.taken === 0} onClick={onImport}>
          {t('imports.start')}
        </Button>
      ) : (
        <Button onClick={onAgain}>{t('imports.again')}</Button>
      )}
    </>
  )
}

function FileStep({ onFile, busy = false, accept = '.xlsx,.csv' }: ImportWizardProps) {
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
      <p>{t('imports.drop')}</p>
      <p className="quiet">{t('imports.dropHint')}</p>
    </Upload.Dragger>
  )
}

const NOWHERE = ''
function MappingStep({ targets, columns, guess, onDryRun, busy = false }: ImportWizardProps) {
  const t = useKit()
  const [mapping, setMapping] = useState<ImportMapping>(guess)
  const missing = targets.filter(({ key, required }) => required && !mapping[key])
  const fieldOf = (column: string) => targets.find(({ key }) => mapping[key] === column)?.key ?? NOWHERE
  const put = (column: string, key: string) => {
    const others = Object.entries(mapping).filter(([field, from]) => from !== column && field !== key)
    setMapping(Object.fromEntries(key === NOWHERE ? others : [...others, [key, column]]))
  }
  return (
    <>
      <table className="kit-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('imports.column')}</th>
            <th scope="col">{t('imports.sample')}</th>
            <th scope="col">{t('imports.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="quiet">{samples.slice(0, 2).join('；')}</td>
              <td>
                <Select
                  aria-label={`${t('imports.field')}: ${name}`}
                  value={fieldOf(name)}
                  options={[
                    { value: NOWHERE, label: t('imports.skip') },
                    ...targets.map(({ key, label, required }) => ({
                      value: key,
                      label: required ? `${label} *` : label,
                    })),
                  ]}
                  style={{ width: 200 }}
                  onChange={(key) => put(name, key)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row-flex">
        <Button type="primary" loading={busy} disabled={missing.length > 0} onClick={() => onDryRun(mapping)}>
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

function Report({ of, step }: { of: ImportReport; step: ImportStep }) {
  const t = useKit()
  const figures = [
    [t('imports.total'), of.total],
    [t(step === 'result' ? 'imports.taken' : 'imports.wouldTake'), of.taken],
    [t('imports.already'), of.already],
    [t('imports.rejected'), of.rejected],
  ] as const
  return (
    <div className="kit-report">
      <dl className="kit-figures">
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figure.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
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
