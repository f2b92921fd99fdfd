// Which columns a table shows and how high its rows are.
import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { type FieldSet, labelOf } from './fields.tsx'
import { usePhone } from './phone.ts'
import type { TableLayout } from './table-layout.ts'
import { useKit } from './words.ts'

export type TableSettingsProps = {
  fields: FieldSet
  columns: readonly string[]
  visible: readonly string[]
  layout: TableLayout
  change(next: TableLayout): void
  reset(): void
}
export function TableSettings({ fields, columns, visible, layout, change, reset }: TableSettingsProps) {
  const t = useKit()
  const phone = usePhone()
  if (phone) return null
  const content = (
    <div className="kit-table-settings">
      <div className="kit-table-settings-head">{t('table.density')}</div>
      <Segmented
        size="small"
        value={layout.relaxed ? 'relaxed' : 'dense'}
        options={[
          { value: 'dense', label: t('table.dense') },
          { value: 'relaxed', label: t('table.relaxed') },
        ]}
        onChange={(density) => change({ relaxed: density === 'relaxed' })}
      />
      <div className="kit-table-settings-head">{t('table.columns')}</div>
      <Checkbox.Group
        value={[...visible]}
        options={columns.map((key) => ({ value: key, label: labelOf(fields, key) }))}
        onChange={(keys) => keys.length > 0 && change({ columns: keys.map(String) })}
      />
      <Button type="link" size="small" onClick={reset}>
        {t('table.resetColumns')}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />} aria-label={t('table.settings')} title={t('table.settings')} />
    </Popover>
  )
}
