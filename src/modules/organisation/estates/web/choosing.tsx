// Controls with which other pages of the wing choose an estate or a department.
import { Select } from 'antd'
import { apiOf, useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { type ControlProps, controlOf } from '../../../../ui/fields.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { useWords } from '../../../../ui/words.ts'
import { departments } from '../contract.ts'
import { departmentWords } from './words.ts'

type Emptiness = {
  /** What it means to choose none; without it one must be chosen. */
  none?: () => string
}

export const estateChoice = (settings: Emptiness = {}) => controlOf(EstateChoice, settings)
/** Among the estates in which the person works. */
export function EstateChoice({ value, onChange, none, ...rest }: ControlProps<string> & Emptiness) {
  const { estates } = useEstate()
  return (
    <Select
      {...rest}
      value={value ?? null}
      allowClear={none !== undefined}
      placeholder={none?.() ?? rest['aria-label']}
      showSearch={estates.length > 8 ? { optionFilterProp: 'label' } : false}
      options={estates.map(({ id, name }) => ({ value: id, label: name }))}
      style={{ width: '100%' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}

export const departmentChoice = (settings: Emptiness = {}) => controlOf(DepartmentChoice, settings)
function DepartmentChoice({ value, onChange, none, ...rest }: ControlProps<string> & Emptiness) {
  const t = useWords(departmentWords)
  const list = useRead(apiOf(departments).list, { limit: 200 })
  const options = (list.data?.items ?? []).map(({ id, name, nameEn, estateName }) => ({
    value: id,
    label: `${inLanguage(name, nameEn)} · ${estateName ?? t('page.headOffice')}`,
  }))
  return (
    <Select
      {...rest}
      value={value ?? null}
      allowClear
      loading={list.isFetching}
      placeholder={none?.() ?? rest['aria-label']}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      style={{ width: '100%' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}
