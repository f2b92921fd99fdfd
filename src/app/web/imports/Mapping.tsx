// The second step of an import: which column means what, and what holds for the whole file.
import { Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import type { Import, ImportKind } from '../../../platform/imports/contract.ts'
import { useWrite } from '../../../ui/api.ts'
import { ImportWizard, MappingStep } from '../../../ui/ImportWizard.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { useEstate } from '../../../ui/me.tsx'
import { languageNow, useWords } from '../../../ui/words.ts'
import { api, useKinds } from './kinds.ts'
import { words } from './words.ts'

type Options = Record<string, unknown>

export function Mapping({ record, onDone }: { record: Import; onDone?: () => void }) {
  const kinds = useKinds()
  return (
    <Loaded of={kinds}>
      {({ items }) => {
        const kind = items.find((one) => one.kind === record.kind)
        return kind ? <Step key={record.id} record={record} kind={kind} onDone={onDone} /> : null
      }}
    </Loaded>
  )
}

type StepProps = { record: Import; kind: ImportKind; onDone: (() => void) | undefined }
function Step({ record, kind, onDone }: StepProps) {
  const t = useWords(words)
  const { estateId } = useEstate()
  const language = languageNow()
  const [options, setOptions] = useState<Options>(() => ({ ...firstOptions(kind, estateId), ...record.options }))
  const map = useWrite(api.map, { quiet: true })
  const check = useWrite(api.check, { quiet: true })
  const tryIt = async (mapping: Readonly<Record<string, number>>) => {
    const mapped = await map.run({ id: record.id, mapping: { ...mapping }, options })
    if (!mapped) return
    await check.run({ id: record.id })
    onDone?.()
  }
  const lacking = kind.options.filter(({ key, required }) => required && isEmpty(options[key]))
  return (
    <ImportWizard step="mapping" problem={map.problem ?? check.problem}>
      {record.remembered ? <p className="quiet">{t('remembered')}</p> : null}
      <FileOptions of={kind.options} options={options} onChange={setOptions} />
      {lacking.length > 0 ? (
        <p className="quiet">
          {t('optionMissing', { fields: lacking.map(({ label }) => label[language]).join('、') })}
        </p>
      ) : null}
      <MappingStep
        targets={kind.fields.map(({ key, label, required }) => ({ key, required, label: label[language] }))}
        columns={columnsOf(record)}
        guess={record.mapping}
        unsure={record.unsure}
        waiting={lacking.length > 0}
        busy={map.running || check.running}
        onDryRun={(mapping) => void tryIt(mapping)}
      />
    </ImportWizard>
  )
}

const firstOptions = ({ options }: ImportKind, estateId: string | undefined): Options =>
  Object.fromEntries(options.flatMap(({ key, kind }) => (kind === 'estate' && estateId ? [[key, estateId]] : [])))

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const LONGEST_SAMPLE = 40
function columnsOf({ headers, sample }: Import) {
  return headers.map((name, at) => {
    const found = sample.map((row) => String(row[at] ?? '').trim()).filter((text) => text !== '')
    const samples = [
      ...new Set(found.map((text) => (text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text))),
    ]
    return { at, name, samples }
  })
}

type Option = ImportKind['options'][number]
type FileOptionsProps = { of: readonly Option[]; options: Options; onChange(options: Options): void }
function FileOptions({ of, options, onChange }: FileOptionsProps) {
  const t = useWords(words)
  if (of.length === 0) return null
  return (
    <Form layout="vertical" className="kit-import-options" aria-label={t('ofFile')}>
      {of.map((option) => (
        <Form.Item
          key={option.key}
          label={option.label[languageNow()]}
          htmlFor={`option-${option.key}`}
          required={option.required}
        >
          <OptionControl
            of={option}
            value={options[option.key]}
            onChange={(value) => onChange({ ...options, [option.key]: value })}
          />
        </Form.Item>
      ))}
    </Form>
  )
}

function OptionControl({ of, value, onChange }: { of: Option; value: unknown; onChange(value: unknown): void }) {
  const { estates } = useEstate()
  const id = `option-${of.key}`
  const text = typeof value === 'string' ? value : undefined
  if (of.kind === 'flag') return <Switch id={id} checked={value === true} onChange={onChange} />
  if (of.kind === 'line') {
    return <Input id={id} value={text ?? ''} maxLength={200} onChange={({ target }) => onChange(target.value)} />
  }
  const choices =
    of.kind === 'estate'
      ? estates.map((estate) => ({ value: estate.id, label: estate.name }))
      : of.choices.map((choice) => ({ value: choice.value, label: choice.label[languageNow()] }))
  return <Select id={id} value={text} options={choices} allowClear={!of.required} onChange={onChange} />
}
