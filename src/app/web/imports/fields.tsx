// The fields of an import, each said once.
import type { Import } from '../../../platform/imports/contract.ts'
import { fieldsOf } from '../../../ui/fields.tsx'
import { StatusTag, type Tone } from '../../../ui/StatusTag.tsx'
import { When } from '../../../ui/values.tsx'
import { useKindName } from './kinds.ts'
import { words } from './words.ts'

export const tones = {
  draft: 'waiting',
  ready: 'waiting',
  checking: 'active',
  checked: 'active',
  running: 'active',
  stopped: 'warn',
  done: 'done',
} satisfies Record<Import['state'], Tone>

const figure = (value: number | null) => (value === null ? '—' : value.toLocaleString())

const KindName = ({ kind }: { kind: string }) => useKindName()(kind)

export const fields = fieldsOf<Import>()(words, {
  fileName: { column: { grow: true, phone: 'title' } },
  kind: { show: (kind) => <KindName kind={kind} />, column: { width: 120 } },
  state: {
    show: (state) => <StatusTag of={words} state={state} tones={tones} />,
    column: { width: 96, phone: 'aside' },
  },
  total: { show: figure, column: { width: 88, align: 'right' } },
  taken: { show: figure, column: { width: 88, align: 'right' } },
  same: { show: figure, column: { width: 88, align: 'right', phone: 'hide' } },
  rejected: { show: figure, column: { width: 88, align: 'right' } },
  createdByName: { column: { width: 104, phone: 'hide' } },
  createdAt: { show: (at) => <When at={at} />, column: { width: 120 } },
})
