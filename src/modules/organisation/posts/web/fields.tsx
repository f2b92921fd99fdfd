// How posts and grants show and are typed.
import { REACHES } from '../../../../platform/access.ts'
import { ARCHIVING, type Archiving } from '../../../../platform/archiving.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, textLine } from '../../../../ui/controls.tsx'
import { anyOf, fieldsOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { Chip, StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { DEPARTMENT_KINDS, POST_KINDS, type PostKind, type PostRow } from '../contract.ts'
import { PermissionChoice, postChoice } from './choosing.tsx'
import { words } from './words.ts'

export const tones = { in_use: 'good', archived: 'neutral' } as const satisfies Record<Archiving, Tone>
const lines = optionsOf(words, 'departmentKinds', DEPARTMENT_KINDS)

type Typed = { reason: string; permission: string; reach: (typeof REACHES)[number] }
export const postFields = fieldsOf<PostRow & Typed>()(words, {
  title: {
    column: { grow: true, sort: true, phone: 'title' },
    show: (title, row) => (
      <>
        {inLanguage(title, row.titleEn)} <KindChip kind={row.kind} />
      </>
    ),
    control: textLine({ max: 40 }),
  },
  kind: { filter: anyOf(optionsOf(words, 'kinds', POST_KINDS)) },
  titleEn: { column: { width: 190, hidden: true }, control: textLine({ max: 60 }) },
  departmentKind: {
    column: { width: 140 },
    show: (line) => <LineWord line={line} />,
    control: choice(lines, { clearable: false }),
    filter: anyOf(lines),
  },
  reportsToId: { control: postChoice() },
  reportsToTitle: {
    column: { width: 240 },
    show: (title, row) => {
      if (title) return inLanguage(title, row.reportsToTitleEn)
      return row.kind === 'family' ? '—' : <NoSuperior />
    },
  },
  grants: { column: { width: 80, align: 'right', phone: 'hide' } },
  holders: {
    column: { width: 80, align: 'right' },
    show: (holders, row) => (row.kind === 'family' ? '—' : <To href={`/staff?postId=${row.id}`}>{holders}</To>),
  },
  system: { column: { width: 100, phone: 'hide' }, show: (system) => <Origin system={system} /> },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', ARCHIVING)),
  },
  reason: { control: textLine({ max: 200 }) },
  permission: { control: PermissionChoice },
  reach: { control: choice(optionsOf(words, 'reaches', REACHES), { clearable: false }) },
})

/** Most are posts, so only a family is marked. */
export function KindChip({ kind }: { kind: PostKind }) {
  const t = useWords(words)
  return kind === 'family' ? <Chip tone="active">{t('kinds.family')}</Chip> : null
}
function LineWord({ line }: { line: PostRow['departmentKind'] }) {
  const t = useWords(words)
  return t(`departmentKinds.${line}`)
}
function Origin({ system }: { system: boolean }) {
  const t = useWords(words)
  return <Chip tone={system ? 'neutral' : 'active'}>{t(system ? 'hints.standard' : 'hints.ownPost')}</Chip>
}
function NoSuperior() {
  const t = useWords(words)
  return <span className="quiet">{t('hints.noSuperior')}</span>
}
