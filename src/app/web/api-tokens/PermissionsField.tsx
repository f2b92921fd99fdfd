// Which of one's own permissions a program gets, room by room.
import { Button, Select } from 'antd'
import { nounWord, partsOf, verbWord } from '../../../modules/organisation/posts/web/permissions.ts'
import { type ControlProps, controlOf } from '../../../ui/fields.tsx'
import { useMe } from '../../../ui/me.tsx'
import { useWords } from '../../../ui/words.ts'
import { words } from './words.ts'

export const permissionsField = controlOf(PermissionsField, {})
function PermissionsField({ value, onChange, ...rest }: ControlProps<readonly string[]>) {
  const t = useWords(words)
  const held = [...useMe().permissions]
  const chosen = [...(value ?? [])]
  const reading = held.filter((permission) => partsOf(permission).verb === 'read')
  return (
    <div className="kit-apart">
      <Select
        {...rest}
        mode="multiple"
        value={chosen}
        options={optionsIn(held)}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        onChange={(next: string[]) => onChange?.(next)}
      />
      <Button
        size="small"
        style={{ justifySelf: 'start' }}
        onClick={() => onChange?.([...new Set([...chosen, ...reading])])}
      >
        {t('hints.everyRead')}
      </Button>
    </div>
  )
}

function optionsIn(held: readonly string[]) {
  const rooms = Map.groupBy(held.map(partsOf), ({ noun }) => noun)
  return [...rooms].map(([noun, parts]) => ({
    label: nounWord(noun),
    options: parts.map(({ permission, verb }) => ({
      value: permission,
      label: `${nounWord(noun)} · ${verbWord(noun, verb)}`,
    })),
  }))
}
