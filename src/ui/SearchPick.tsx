// One record picked by typing: asks the server as the person types, keyboard all the way.
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Endpoint } from '../platform/contract.ts'
import { type AnswerOf, type InputOf, useRead, type Verb } from './api.ts'
import type { ControlProps } from './fields.tsx'
import { useSettled } from './settled.ts'
import { useKit, wordsOf } from './words.ts'

export type PickItem = { value: string; label: string; hint?: ReactNode }
/** The rows of an answer, be it a list or a page of one. */
export type RowOf<E extends Endpoint> =
  AnswerOf<E> extends { items: readonly (infer R)[] } ? R : AnswerOf<E> extends readonly (infer R)[] ? R : never

export type SearchPickSetup<E extends Endpoint = Endpoint> = {
  read: Verb<E>
  itemOf(row: RowOf<E>): PickItem
  /** The input made from what was typed; `{ search }` by default. */
  inputOf?(typed: string): InputOf<E>
  hint?: string
  /** What stands there before anything was typed: the label of the value already chosen. */
  shown?: string
  /** Also looks when nothing has been typed yet. */
  eager?: boolean
}
export type SearchPickProps<E extends Endpoint> = SearchPickSetup<E> &
  ControlProps<string> & { onPick?(row: RowOf<E> | undefined): void }

export function SearchPick<E extends Endpoint>(props: SearchPickProps<E>) {
  const { read, itemOf, inputOf, hint, shown, eager = true, value, onChange, onPick, ...rest } = props
  const t = useKit()
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(false)
  const [picked, setPicked] = useState<PickItem>()
  const { rows, waiting, words } = useRows({ read, inputOf, eager }, typed, opened)
  const items = rows.map(itemOf)
  const label = [...items, ...(picked ? [picked] : [])].find((item) => item.value === value)?.label ?? shown
  return (
    <Select<{ value: string; label: ReactNode }>
      {...rest}
      labelInValue
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={value ? { value, label: label ?? '…' } : null}
      placeholder={hint ?? rest['aria-label'] ?? t('form.typeToFind')}
      loading={waiting}
      options={items}
      optionRender={({ data }) => <PickRow item={data} />}
      notFoundContent={words}
      onOpenChange={setOpened}
      style={{ width: '100%' }}
      onChange={(next) => {
        const at = items.findIndex((item) => item.value === next?.value)
        setPicked(items[at])
        setTyped('')
        onChange?.(next?.value ?? null)
        onPick?.(rows[at])
      }}
    />
  )
}

type Asking<E extends Endpoint> = Pick<SearchPickSetup<E>, 'read' | 'inputOf'> & { eager: boolean }
function useRows<E extends Endpoint>({ read, inputOf, eager }: Asking<E>, typed: string, opened: boolean) {
  const t = useKit()
  const asked = useSettled(typed.trim())
  // Without inputOf the read is one that takes `search`.
  const input = inputOf ? inputOf(asked) : ({ search: asked || undefined } as InputOf<E>) // reason: see above
  const found = useRead(read, input, { enabled: opened && (eager || asked !== ''), keep: true })
  return {
    rows: rowsOf<E>(found.data),
    waiting: found.isFetching,
    words: found.error ? wordsOf(found.error) : found.isFetching ? '…' : t('form.notFound'),
  }
}

const PickRow = ({ item }: { item: { label?: ReactNode; hint?: ReactNode } }) => (
  <span className="kit-pick-row">
    <span>{item.label}</span>
    {item.hint ? <span className="quiet">{item.hint}</span> : null}
  </span>
)

function rowsOf<E extends Endpoint>(answer: unknown): readonly RowOf<E>[] {
  const rows = Array.isArray(answer) ? answer : isPage(answer) ? answer.items : []
  return rows as readonly RowOf<E>[] // reason: RowOf reads the same two forms from the type of the answer
}
const isPage = (answer: unknown): answer is { items: unknown[] } =>
  typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items)
