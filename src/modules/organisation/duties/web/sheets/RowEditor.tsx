// One duty of a draft: a line with its verbs, and beneath it the fields when opened.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { ask } from '../../../../../ui/ask.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { CADENCES } from '../../../posts/contract.ts'
import { cadenceOptions, cadenceWord, capabilityOptions } from '../capability.ts'
import { sheetWords } from '../words.ts'
import type { Row } from './editing.ts'
import { ProofEditor } from './ProofEditor.tsx'

type RowProps = {
  row: Row
  at: number
  last: number
  isOpen: boolean
  onToggle(): void
  onChange(row: Row): void
  onMove(by: 1 | -1): void
  onRemove(): void
}
export function RowEditor(props: RowProps) {
  const { row, isOpen, onToggle, onChange } = props
  const t = useWords(sheetWords)
  return (
    <li className={isOpen ? 'duty-row duty-row-open' : 'duty-row'}>
      <div className="duty-row-line">
        <button type="button" className="duty-row-toggle" aria-expanded={isOpen} onClick={onToggle}>
          <span className="duty-code">{row.code}</span>
          <span className={row.text ? 'duty-row-text' : 'duty-row-text quiet'}>{row.text || t('edit.untitled')}</span>
          <Chip>{cadenceWord(row.cadence)}</Chip>
          {isOpen ? <UpOutlined /> : <DownOutlined />}
        </button>
        <RowVerbs {...props} />
      </div>
      {isOpen ? <Fields row={row} onChange={onChange} /> : null}
    </li>
  )
}

function RowVerbs({ row, at, last, onMove, onRemove }: RowProps) {
  const t = useWords(sheetWords)
  const remove = async () => {
    const question = { title: t('edit.removeSure', { code: row.code }), text: row.text, yes: t('edit.remove') }
    if (row.text === '' || (await ask(question))) onRemove()
  }
  return (
    <span className="duty-row-verbs">
      <Button
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label={`${t('edit.up')} ${row.code}`}
        disabled={at === 0}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label={`${t('edit.down')} ${row.code}`}
        disabled={at === last}
        onClick={() => onMove(1)}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${t('edit.remove')} ${row.code}`}
        onClick={() => void remove()}
      />
    </span>
  )
}

const MOST_CAPABILITIES = 4
type FieldsProps = { row: Row; onChange(row: Row): void }
function Fields({ row, onChange }: FieldsProps) {
  const t = useWords(sheetWords)
  const put = (part: Partial<Row>) => onChange({ ...row, ...part })
  const area = (key: 'text' | 'textEn' | 'measure' | 'measureEn', max: number) => (
    <Field label={t(`fields.${key}`)}>
      <Input.TextArea
        value={row[key]}
        maxLength={max}
        autoSize={{ minRows: 1, maxRows: 8 }}
        onChange={(event) => put({ [key]: event.target.value })}
      />
    </Field>
  )
  return (
    <div className="duty-row-fields">
      <Field label={t('fields.code')}>
        <Input value={row.code} maxLength={12} onChange={(event) => put({ code: event.target.value })} />
      </Field>
      <Named label={t('fields.cadence')}>
        <Select
          aria-label={t('fields.cadence')}
          value={row.cadence}
          options={[...cadenceOptions()]}
          onChange={(next: string) => put({ cadence: CADENCES.find((one) => one === next) ?? row.cadence })}
        />
      </Named>
      <Named label={t('fields.capability')} wide>
        <Select
          mode="multiple"
          aria-label={t('fields.capability')}
          value={row.capability}
          maxCount={MOST_CAPABILITIES}
          options={capabilityOptions().map(({ value, label }) => ({ value, label }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next: string[]) => put({ capability: next })}
        />
      </Named>
      {area('text', 600)}
      {area('textEn', 900)}
      {area('measure', 300)}
      {area('measureEn', 400)}
      <ProofEditor row={row} onChange={onChange} />
    </div>
  )
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the child is one antd input
  <label className="duty-field">
    <span>{label}</span>
    {children}
  </label>
)
/** For controls that carry their own name: a label around a select would open it twice. */
export const Named = ({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) => (
  <div className={wide ? 'duty-field duty-field-wide' : 'duty-field'}>
    <span aria-hidden="true">{label}</span>
    {children}
  </div>
)
