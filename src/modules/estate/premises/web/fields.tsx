// How each field of a place is seen and filled in.
import { InputNumber } from 'antd'
import { apiOf } from '../../../../ui/api.ts'
import { choice, day, flag, search, textArea, textLine, wholeNumber } from '../../../../ui/controls.tsx'
import { anyOf, type ControlProps, controlOf, fieldsOf, filterBy } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { Code, Day, Maybe } from '../../../../ui/values.tsx'
import { lookUp } from '../../../../ui/words.ts'
import { areas } from '../../../organisation/areas/contract.ts'
import { places } from '../contract/places.ts'
import { DETAILS, FACILITIES, PLACE_KINDS, type Place, PUBLIC_AREAS, USES } from '../contract/shapes.ts'
import { nextStatuses, STATUSES, type Status } from '../states.ts'
import { words } from './words.ts'

export const api = apiOf(places)
const areaApi = apiOf(areas)

export const tones = {
  unsold: 'neutral',
  sold: 'waiting',
  delivered: 'active',
  renovating: 'warn',
  occupied: 'good',
  vacant: 'done',
} as const satisfies Record<Status, Tone>
export const UnitTag = ({ status }: { status: Status | null | undefined }) => (
  <StatusTag of={words} state={status} tones={tones} />
)
export const wordIn = (branch: string, value: string | null | undefined) =>
  value ? (lookUp('places', `${branch}.${value}`) ?? value) : undefined

/** What sort of place it is, unless its name says so already. */
export function SortOf({ name, detail, kind }: { name: string; detail: string | null; kind: string }) {
  const sort = wordIn('detailKinds', detail) ?? wordIn('kinds', kind) ?? ''
  return name.includes(sort) ? null : <span className="quiet">{sort}</span>
}

/** Square metres, two decimals. */
const metres = () => controlOf(Metres, {})
function Metres({ value, onChange, ...rest }: ControlProps<number>) {
  return (
    <InputNumber
      {...rest}
      value={value ?? null}
      min={0}
      precision={2}
      inputMode="decimal"
      suffix="㎡"
      style={{ width: '100%' }}
      onChange={(next) => onChange?.(next)}
    />
  )
}

export const areaPick = (estateId: string | undefined, hint?: string) =>
  search(areaApi.list, ({ id, name, holders }) => ({ value: id, label: name, hint: holders[0]?.staffName }), {
    inputOf: (typed) => ({ search: typed || undefined, estateId }),
    ...(hint ? { hint } : {}),
  })

const detailOptions = optionsOf(words, 'detailKinds', DETAILS)

export const fields = fieldsOf<Place>()(words, {
  code: { column: { width: 120, phone: 'hide' }, show: (code) => <Code>{code}</Code> },
  pathName: { column: { grow: true, phone: 'title' } },
  kind: {
    column: { width: 96 },
    show: (kind) => wordIn('kinds', kind),
    filter: anyOf(optionsOf(words, 'kinds', PLACE_KINDS)),
    control: choice(optionsOf(words, 'kinds', PLACE_KINDS), { clearable: false }),
  },
  detail: {
    column: { width: 120 },
    show: (detail) => <Maybe>{wordIn('detailKinds', detail)}</Maybe>,
    filter: anyOf(detailOptions),
    control: choice(detailOptions),
  },
  no: { control: textLine({ max: 20 }), help: 'create.noHint' },
  name: { control: textLine({ max: 60 }), help: 'create.nameHint' },
  directions: {
    column: { grow: true },
    control: textArea({ max: 300, rows: 2 }),
    help: 'create.directionsHint',
    wide: true,
  },
  areaName: { column: { width: 110 } },
  areaId: { filter: filterBy(areaPick(undefined)), control: areaPick(undefined) },
  unitStatus: {
    column: { width: 96, phone: 'aside' },
    show: (_, row) => <UnitTag status={row.unit?.status} />,
    filter: anyOf(optionsOf(words, 'states', STATUSES)),
    control: choice(optionsOf(words, 'states', STATUSES), { clearable: false }),
  },
  status: {
    show: (status) => wordIn('states', status),
    filter: anyOf(optionsOf(words, 'states', ['in_use', 'archived'])),
    control: choice(optionsOf(words, 'states', STATUSES), { clearable: false }),
  },
  use: {
    column: { width: 80 },
    show: (_, row) => <Maybe>{wordIn('uses', row.unit?.use)}</Maybe>,
    control: choice(optionsOf(words, 'uses', USES), { clearable: false }),
  },
  floorNo: { show: (_, row) => <Maybe>{row.unit?.floorNo}</Maybe>, control: wholeNumber({ min: -9, max: 200 }) },
  grossFloorArea: {
    column: { width: 120, align: 'right' },
    show: (_, row) => <Maybe>{row.unit?.grossFloorArea?.toFixed(2)}</Maybe>,
    control: metres(),
  },
  innerArea: { show: (_, row) => <Maybe>{row.unit?.innerArea?.toFixed(2)}</Maybe>, control: metres() },
  deliveredOn: { column: { width: 120 }, show: (_, row) => <Day on={row.unit?.deliveredOn} />, control: day() },
})

/** What a kind of place asks for beyond its name. */
export const detailsFor = (kind: string) =>
  optionsOf(words, 'detailKinds', kind === 'public_area' ? PUBLIC_AREAS : kind === 'facility' ? FACILITIES : [])

/** The forms of the verbs, in which only the next statuses and the areas of this estate can be chosen. */
export const verbFields = (place: Place) =>
  fieldsOf<{ status: Status; on: string; reason: string; areaId: string; detail: string; deliveredOn: string }>()(
    words,
    {
      status: {
        control: choice(optionsOf(words, 'states', place.unit ? nextStatuses(place.unit.status) : []), {
          clearable: false,
        }),
      },
      on: { control: day(), help: 'status.onHint' },
      deliveredOn: { control: day() },
      reason: { control: textArea({ max: 200, rows: 2 }), required: true },
      areaId: { control: areaPick(place.estateId), help: 'area.line' },
      detail: { control: choice(detailsFor(place.kind)) },
    },
  )

export const planFieldsFor = (estateId: string) =>
  fieldsOf<Record<string, unknown>>()(words, {
    no: { control: textLine({ max: 20 }) },
    name: { control: textLine({ max: 60 }), help: 'create.nameHint' },
    areaId: { control: areaPick(estateId) },
    entrances: { control: wholeNumber({ min: 0, max: 26 }), help: 'generate.entrancesHint' },
    floorFrom: { control: wholeNumber({ min: -9, max: 200 }) },
    floorTo: { control: wholeNumber({ min: -9, max: 200 }) },
    skipFloors: { control: textLine({ max: 60 }), help: 'generate.skipHint' },
    unitsPerFloor: { control: wholeNumber({ min: 0, max: 99 }) },
    countOn: { control: flag() },
    roomDigits: { control: wholeNumber({ min: 1, max: 3 }) },
    floorDigits: { control: wholeNumber({ min: 1, max: 2 }) },
    grossFloorArea: { control: metres() },
    use: { control: choice(optionsOf(words, 'uses', USES), { clearable: false }) },
    status: { control: choice(optionsOf(words, 'states', STATUSES), { clearable: false }) },
  })
