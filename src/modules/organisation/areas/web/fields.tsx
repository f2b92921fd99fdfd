// How areas and those who hold them show and are typed.
import type { z } from 'zod'
import { ARCHIVING, type Archiving } from '../../../../platform/archiving.ts'
import { choice, day, textLine } from '../../../../ui/controls.tsx'
import { anyOf, fieldsOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { Chip, StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Code, Day } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { estateChoice } from '../../estates/web/choosing.tsx'
import { AREA_ROLES, type Area, type AreaHolder, type AreaRole } from '../contract.ts'
import { words } from './words.ts'

export const tones = { in_use: 'good', archived: 'neutral' } as const satisfies Record<Archiving, Tone>
export type Holder = z.output<typeof AreaHolder>

export const areaFields = fieldsOf<Area & { reason: string }>()(words, {
  name: { column: { width: 180, sort: true, phone: 'title' }, control: textLine({ max: 40 }) },
  code: {
    column: { width: 90, sort: true },
    show: (code) => <Code>{code}</Code>,
    control: textLine({ max: 8 }),
    help: 'hints.code',
  },
  estateId: { control: estateChoice() },
  estateName: { column: { width: 180 } },
  holders: { column: { grow: true }, show: (holders) => <Holders of={holders} /> },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', ARCHIVING)),
  },
  reason: { control: textLine({ max: 200 }) },
})

function Holders({ of }: { of: readonly Holder[] }) {
  const t = useWords(words)
  if (of.length === 0) return <Chip tone="warn">{t('hints.nobody')}</Chip>
  return of.map(({ id, staffName, role }, at) => (
    <span key={id}>
      <span className="nowrap">
        {staffName} <span className="quiet">{t(`roles.${role}`)}</span>
        {at < of.length - 1 ? '、' : ''}
      </span>
      <wbr />
    </span>
  ))
}

export const holderFields = fieldsOf<Holder>()(words, {
  staffName: {
    column: { grow: true, phone: 'title' },
    show: (name, row) => <To href={`/staff/${row.staffId}`}>{name}</To>,
  },
  role: {
    column: { width: 110 },
    show: (role) => <RoleWord role={role} />,
    control: choice(optionsOf(words, 'roles', AREA_ROLES), { clearable: false }),
  },
  fromOn: { column: { width: 110 }, show: (on) => <Day on={on} />, control: day(), help: 'hints.from' },
  toOn: { column: { width: 110 }, show: (on) => <Day on={on} />, control: day(), help: 'hints.to' },
})
export function RoleWord({ role }: { role: AreaRole }) {
  const t = useWords(words)
  return t(`roles.${role}`)
}
