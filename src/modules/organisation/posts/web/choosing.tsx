// Controls with which pages choose a post or a permission.
import { Select } from 'antd'
import { apiOf, useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { type ControlProps, controlOf } from '../../../../ui/fields.tsx'
import { posts } from '../contract.ts'
import { nounWord, permissionWord } from './permissions.ts'

const api = apiOf(posts)

export const postChoice = (settings: { hint?: () => string } = {}) => controlOf(PostChoice, settings)
export function PostChoice({ value, onChange, hint, ...rest }: ControlProps<string> & { hint?: () => string }) {
  const list = useRead(api.list, { kind: ['post'], limit: 200 })
  return (
    <Select
      {...rest}
      value={value ?? null}
      allowClear
      loading={list.isFetching}
      placeholder={hint?.() ?? rest['aria-label']}
      showSearch={{ optionFilterProp: 'label' }}
      options={(list.data?.items ?? []).map(({ id, title, titleEn }) => ({
        value: id,
        label: inLanguage(title, titleEn),
      }))}
      style={{ width: '100%' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}

/** Everything that can be granted, gathered by the rooms that ask for it. */
export function PermissionChoice({ value, onChange, ...rest }: ControlProps<string>) {
  const list = useRead(api.permissions, {})
  const nouns = [...new Set((list.data?.items ?? []).map(({ noun }) => noun))]
  return (
    <Select
      {...rest}
      value={value ?? null}
      loading={list.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      options={nouns.map((noun) => ({
        label: nounWord(noun),
        options: (list.data?.items ?? [])
          .filter((one) => one.noun === noun)
          .map(({ permission }) => ({ value: permission, label: permissionWord(permission) })),
      }))}
      style={{ width: '100%' }}
      onChange={(next: string) => onChange?.(next)}
    />
  )
}
