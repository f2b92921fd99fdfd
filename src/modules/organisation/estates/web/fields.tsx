// How estates and departments show and are typed.

import { ARCHIVING, type Archiving } from '../../../../platform/archiving.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, flag, phone, textLine, wholeNumber } from '../../../../ui/controls.tsx'
import { anyOf, fieldsOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Code } from '../../../../ui/values.tsx'
import { say, useWords } from '../../../../ui/words.ts'
import { type Department, ESTATE_KINDS, type Estate } from '../contract.ts'
import { departmentChoice, estateChoice } from './choosing.tsx'
import { companyWords, departmentWords, words } from './words.ts'

const tones = { in_use: 'good', archived: 'neutral' } as const satisfies Record<Archiving, Tone>
const kinds = optionsOf(words, 'kinds', ESTATE_KINDS)

export const estateFields = fieldsOf<Estate & { reason: string }>()(words, {
  name: { column: { grow: true, sort: true, phone: 'title' }, control: textLine({ max: 60 }) },
  shortName: { column: { width: 100, phone: 'hide' }, control: textLine({ max: 20 }) },
  code: {
    column: { width: 84, sort: true },
    show: (code) => <Code>{code}</Code>,
    control: textLine({ max: 8 }),
    help: 'hints.code',
  },
  kind: {
    column: { width: 96 },
    show: (kind) => <KindWord kind={kind} />,
    control: choice(kinds, { clearable: false }),
    filter: anyOf(kinds),
  },
  city: { column: { width: 80 }, control: textLine({ max: 40 }) },
  address: { column: { grow: true, hidden: true }, control: textLine({ max: 200 }), wide: true },
  servicePhone: { column: { width: 124 }, control: phone() },
  zone: { column: { width: 130, hidden: true }, control: textLine({ max: 40 }) },
  hours: { show: (_, row) => <Hours of={row} />, column: { width: 150 } },
  serviceOpens: { control: textLine({ max: 5 }) },
  serviceCloses: { control: textLine({ max: 5 }) },
  serviceEveryDay: { control: flag() },
  grade: {
    show: (grade) => <Grade grade={grade} />,
    column: { width: 90, hidden: true },
    control: wholeNumber({ min: 1, max: 5 }),
  },
  areas: {
    column: { width: 72, align: 'right' },
    show: (areas, row) => <To href={`/estates/${row.id}`}>{areas}</To>,
  },
  staff: {
    column: { width: 64, align: 'right' },
    show: (staff, row) => <To href={`/staff?estateId=${row.id}`}>{staff}</To>,
  },
  departments: { column: { width: 80, align: 'right', hidden: true } },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', ARCHIVING)),
  },
  reason: { control: textLine({ max: 200 }), required: true },
})

function KindWord({ kind }: { kind: Estate['kind'] }) {
  const t = useWords(words)
  return t(`kinds.${kind}`)
}
function Hours({ of: { serviceOpens, serviceCloses, serviceEveryDay } }: { of: Estate }) {
  const t = useWords(words)
  const isRound = serviceOpens === '00:00' && serviceCloses === '24:00'
  const hours = isRound ? t('hints.round') : t('hints.hours', { from: serviceOpens, to: serviceCloses })
  return (
    <span className="nowrap">
      {hours} <span className="quiet">{t(serviceEveryDay ? 'hints.everyDay' : 'hints.workingDays')}</span>
    </span>
  )
}
function Grade({ grade }: { grade: number | null }) {
  const t = useWords(words)
  return grade === null ? <span className="quiet">—</span> : t('hints.grade', { grade })
}

export const companyFields = fieldsOf<{ name: string; zone: string }>()(companyWords, {
  name: { control: textLine({ max: 80 }) },
  zone: { control: textLine({ max: 40 }) },
})

export const departmentFields = fieldsOf<Department>()(departmentWords, {
  name: {
    column: { grow: true, sort: true, phone: 'title' },
    control: textLine({ max: 40 }),
    show: (name, row) => inLanguage(name, row.nameEn),
  },
  nameEn: { control: textLine({ max: 60 }) },
  estateId: { control: estateChoice({ none: () => say(departmentWords, 'page.headOffice') }), help: 'hints.estate' },
  estateName: { column: { width: 180 }, show: (name) => <EstateOrOffice name={name} /> },
  parentId: { control: departmentChoice() },
  parentName: { column: { width: 160 } },
  staff: {
    column: { width: 80, align: 'right' },
    show: (staff, row) => <To href={`/staff?departmentId=${row.id}`}>{staff}</To>,
  },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={departmentWords} state={status} tones={tones} />,
    filter: anyOf(optionsOf(departmentWords, 'states', ARCHIVING)),
  },
})
function EstateOrOffice({ name }: { name: string | null }) {
  const t = useWords(departmentWords)
  return name ?? t('page.headOffice')
}
