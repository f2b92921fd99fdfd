// How people show and are typed.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, choices, day, phone, textLine } from '../../../../ui/controls.tsx'
import { anyOf, type ControlProps, fieldsOf, filterBy } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { SearchPick } from '../../../../ui/SearchPick.tsx'
import { Chip, StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Code, Day } from '../../../../ui/values.tsx'
import { say, useWords } from '../../../../ui/words.ts'
import { departmentChoice, estateChoice } from '../../estates/web/choosing.tsx'
import { postChoice } from '../../posts/web/choosing.tsx'
import { GENDERS, type Person, type StaffDraft, type StaffRow, staff, TRADES, type Trade } from '../contract.ts'
import { STATES, type State } from '../states.ts'
import { words } from './words.ts'

export const tones = { working: 'good', left: 'neutral' } as const satisfies Record<State, Tone>
const trades = optionsOf(words, 'trades', TRADES)
const everywhere = () => say(words, 'hints.everyEstate')

type Typed = Pick<StaffDraft, 'locale'> & {
  postId: string
  estateId: string | null
  fromOn: string
  toOn: string
  reason: string
}
export const staffFields = fieldsOf<StaffRow & Pick<Person, 'gender' | 'superiorId' | 'superiors' | 'areas'> & Typed>()(
  words,
  {
    name: { column: { width: 110, sort: true, phone: 'title' }, control: textLine({ max: 40 }) },
    no: {
      column: { width: 84, sort: true },
      show: (no) => <Code>{no}</Code>,
      control: textLine({ max: 20 }),
      help: 'hints.no',
    },
    phone: { column: { width: 130 }, show: (number) => <Phone number={number} />, control: phone() },
    gender: {
      show: (gender) => <GenderWord gender={gender} />,
      control: choice(optionsOf(words, 'genders', GENDERS)),
    },
    departmentId: { control: departmentChoice(), filter: filterBy(departmentChoice()) },
    departmentName: { column: { width: 130 } },
    superiorId: { control: PersonControl, help: 'hints.superior' },
    superiors: { show: (superiors) => <People of={superiors} /> },
    posts: { column: { grow: true }, show: (posts) => <Posts of={posts} /> },
    areas: {
      show: (areas) =>
        areas.map(({ areaId, areaName }) => (
          <To key={areaId} href={`/areas/${areaId}`}>
            {areaName}{' '}
          </To>
        )),
    },
    trades: {
      column: { width: 170 },
      show: (of) => <Trades of={of} />,
      control: choices(trades),
      filter: anyOf(trades),
    },
    onDuty: { column: { width: 80 }, show: (onDuty, row) => (row.leftOn ? '—' : <Duty on={onDuty} />) },
    login: {
      column: { width: 110, hidden: true },
      show: (login) => <Login login={login} />,
      control: textLine({ max: 32 }),
      help: 'hints.login',
    },
    locale: { control: choice(optionsOf(words, 'locales', ['zh-CN', 'en']), { clearable: false }) },
    joinedOn: { column: { width: 110, sort: true, hidden: true }, show: (on) => <Day on={on} />, control: day() },
    leftOn: { column: { width: 110, hidden: true }, show: (on) => <Day on={on} />, control: day() },
    status: {
      column: { width: 80, phone: 'aside' },
      show: (status) => <StatusTag of={words} state={status} tones={tones} />,
      filter: anyOf(optionsOf(words, 'states', STATES)),
    },
    postId: { control: postChoice(), filter: filterBy(postChoice()) },
    estateId: {
      control: estateChoice({ none: everywhere }),
      help: 'hints.estate',
      filter: filterBy(estateChoice({ none: () => say(words, 'fields.estateId') })),
    },
    fromOn: { control: day(), help: 'hints.from' },
    toOn: { control: day(), help: 'hints.to' },
    reason: { control: textLine({ max: 200 }) },
  },
)

/** The same without the lines that only help when somebody is new. */
export const changeFields = {
  ...staffFields,
  of: { ...staffFields.of, no: unhelped(staffFields.of.no), login: unhelped(staffFields.of.login) },
}
function unhelped<F extends { help?: string }>({ help: _help, ...field }: F) {
  return field
}

export const heldFields = fieldsOf<StaffRow['posts'][number]>()(words, {
  title: { column: { grow: true, phone: 'title' }, show: (title, row) => inLanguage(title, row.titleEn) },
  estateName: { column: { width: 170 }, show: (name) => name ?? <Everywhere /> },
  fromOn: { column: { width: 110 }, show: (on) => <Day on={on} /> },
  toOn: { column: { width: 110 }, show: (on) => <Day on={on} /> },
})

function Everywhere() {
  const t = useWords(words)
  return t('hints.everyEstate')
}
function GenderWord({ gender }: { gender: Person['gender'] }) {
  const t = useWords(words)
  return gender ? t(`genders.${gender}`) : <span className="quiet">—</span>
}
const Phone = ({ number }: { number: string | null }) =>
  number ? (
    <a href={`tel:${number}`} className="nowrap">
      {number}
    </a>
  ) : (
    <span className="quiet">—</span>
  )
function Login({ login }: { login: string | null }) {
  const t = useWords(words)
  return login ? <Code>{login}</Code> : <span className="quiet">{t('hints.noLogin')}</span>
}
export function Duty({ on }: { on: boolean }) {
  const t = useWords(words)
  return <Chip tone={on ? 'active' : 'neutral'}>{t(on ? 'hints.onDuty' : 'hints.offDuty')}</Chip>
}
function Trades({ of }: { of: readonly Trade[] }) {
  const t = useWords(words)
  return of.length > 0 ? of.map((trade) => t(`trades.${trade}`)).join('、') : <span className="quiet">—</span>
}
function Posts({ of }: { of: StaffRow['posts'] }) {
  const t = useWords(words)
  if (of.length === 0) return <Chip tone="warn">{t('hints.noPosts')}</Chip>
  return of.map(({ id, title, titleEn, estateName }, at) => (
    <span key={id}>
      {at > 0 ? ';' : ''}
      {inLanguage(title, titleEn)} <span className="quiet">{estateName ?? t('hints.everyEstate')}</span>
    </span>
  ))
}
function People({ of }: { of: Person['superiors'] }) {
  const t = useWords(words)
  if (of.length === 0) return <span className="quiet">{t('hints.topMost')}</span>
  return of.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 ? '、' : ''}
      <To href={`/staff/${id}`}>{name}</To>
    </span>
  ))
}

const api = apiOf(staff)
function PersonControl({ value, ...rest }: ControlProps<string>) {
  const person = useRead(api.get, { id: value ?? '' }, { enabled: Boolean(value) })
  return (
    <SearchPick
      {...rest}
      value={value ?? null}
      read={api.pick}
      shown={person.data?.name ?? ''}
      itemOf={({ id, name, posts }) => ({
        value: id,
        label: name,
        hint: posts.map(({ title, titleEn }) => inLanguage(title, titleEn)).join('、'),
      })}
    />
  )
}
