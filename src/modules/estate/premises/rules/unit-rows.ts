// A row of somebody's roll of units, read into a unit and the way to it, or into the reason why it cannot be.
import type { MappedRow, Reason, Value } from '../../../../platform/imports/importer.ts'
import { USES } from '../contract/shapes.ts'
import { STATUSES, type Status } from '../states.ts'
import { codeOf, floorLabel, nameOf, type Step } from './codes.ts'
import { partsIn } from './spelling.ts'

export type UnitKey =
  | 'building'
  | 'entrance'
  | 'floor'
  | 'unitNo'
  | 'grossFloorArea'
  | 'innerArea'
  | 'use'
  | 'status'
  | 'deliveredOn'
  | 'area'
export type UnitRow = {
  code: string
  way: Step[]
  floorNo: number | null
  grossFloorArea: string | null
  innerArea: string | null
  use: (typeof USES)[number]
  status: Status | null
  deliveredOn: string | null
  area: string | null
}

const textOf = (value: Value) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Building, entrance and number stand in columns of their own, or all in that of the number: 3-2-1201. */
export function unitRowOf({ values }: MappedRow<UnitKey>): { row: UnitRow } | { reason: Reason } {
  const numbers = [values.building, values.entrance, values.unitNo].flatMap((value) => partsIn(textOf(value) ?? ''))
  const [building, ...rest] = numbers
  const unitNo = rest.pop()
  if (!building || !unitNo || numbers.length > 4) {
    return unclear('place.number_unclear', 'unitNo', values)
  }
  const [entrance] = rest
  const floorNo = floorOf(values.floor, unitNo)
  const way = wayOf(building, entrance, floorNo, unitNo)
  const measured = { grossFloorArea: metresOf(values.grossFloorArea), innerArea: metresOf(values.innerArea) }
  const use = wordOf(USE_WORDS, values.use)
  const status = wordOf(STATUS_WORDS, values.status)
  const wrong = Object.entries({ ...measured, use, status }).find(([, value]) => value === undefined)
  if (wrong) return unclear('place.cell_unclear', wrong[0], values)
  const row = {
    code: codeOf(way),
    way,
    floorNo,
    ...measuredOf(measured),
    use: use || 'home',
    status: status || null,
    deliveredOn: textOf(values.deliveredOn) || null,
    area: textOf(values.area) || null,
  } satisfies UnitRow
  return { row }
}

/** What was checked not to be undefined. */
const measuredOf = (read: { grossFloorArea: string | null | undefined; innerArea: string | null | undefined }) => ({
  grossFloorArea: read.grossFloorArea ?? null,
  innerArea: read.innerArea ?? null,
})

const unclear = (code: string, field: string, values: Readonly<Record<string, Value>>) => ({
  reason: { code, field, params: { given: String(values[field] ?? '') } },
})

function wayOf(building: string, entrance: string | undefined, floorNo: number | null, unitNo: string): Step[] {
  const step = (kind: Step['kind'], no: string): Step => ({ kind, no, name: nameOf(kind, no) })
  return [
    step('building', building),
    ...(entrance ? [step('entrance', entrance)] : []),
    ...(floorNo ? [step('floor', floorLabel(floorNo))] : []),
    step('unit', unitNo),
  ]
}

/** The number of a unit begins with its floor, when nobody says otherwise: 1201 is on 12. */
function floorOf(given: Value, unitNo: string): number | null {
  const said = partsIn(textOf(given) ?? '')[0]
  const written = said ?? (/^\d{3,4}$/.test(unitNo) ? unitNo.slice(0, -2) : undefined)
  const match = /^(B|-)?(\d{1,3})F?$/.exec(written ?? '')
  const floor = Number(match?.[2] ?? 0)
  return floor === 0 ? null : match?.[1] ? -floor : floor
}

/** Null for an empty cell, undefined for one that is no area. */
function metresOf(value: Value): string | null | undefined {
  const written = textOf(value)
    ?.normalize('NFKC')
    .replace(/(?:㎡|m2|m²|平方米|平米|平)$/iu, '')
    .replaceAll(',', '')
    .trim()
  if (!written) return null
  return /^\d{1,7}(?:\.\d{1,6})?$/.test(written) && Number(written) > 0 ? Number(written).toFixed(2) : undefined
}

const STATUS_WORDS: Record<string, Status> = {
  ...Object.fromEntries(STATUSES.map((status) => [status, status])),
  未售: 'unsold',
  未销售: 'unsold',
  已售: 'sold',
  未交房: 'sold',
  已交房: 'delivered',
  已交付: 'delivered',
  未入住: 'delivered',
  未装修: 'delivered',
  装修中: 'renovating',
  装修: 'renovating',
  已入住: 'occupied',
  入住: 'occupied',
  已装修: 'occupied',
  自住: 'occupied',
  出租: 'occupied',
  已出租: 'occupied',
  空置: 'vacant',
  长期空置: 'vacant',
}
const USE_WORDS: Record<string, (typeof USES)[number]> = {
  ...Object.fromEntries(USES.map((use) => [use, use])),
  住宅: 'home',
  公寓: 'home',
  商铺: 'shop',
  商业: 'shop',
  底商: 'shop',
  办公: 'office',
  写字楼: 'office',
  车位: 'parking',
  车库: 'parking',
  储藏: 'storage',
  储藏室: 'storage',
  地下室: 'storage',
  其他: 'other',
}
function wordOf<T>(known: Record<string, T>, value: Value): T | null | undefined {
  const written = textOf(value)?.normalize('NFKC').trim().toLowerCase()
  return written ? known[written] : null
}
