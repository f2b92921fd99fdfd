// The shapes of places: buildings, entrances, floors, units, public areas and facilities.
import { z } from 'zod'
import { ARCHIVING } from '../../../../platform/archiving.ts'
import { Count, Day, HistoryEvent, Id, Instant, maybeText, text } from '../../../../platform/contract.ts'
import { STATUSES } from '../states.ts'

export const PLACE_KINDS = ['building', 'entrance', 'floor', 'unit', 'public_area', 'facility'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
export const PUBLIC_AREAS = [
  'lobby',
  'corridor',
  'stairwell',
  'roof',
  'garage',
  'garden',
  'road',
  'playground',
  'clubhouse',
  'toilet',
  'wall',
  'other',
] as const
export const FACILITIES = [
  'lift',
  'escalator',
  'pump_room',
  'water_tank',
  'substation',
  'generator',
  'fire_control',
  'fire_equipment',
  'monitoring',
  'gate',
  'barrier',
  'entry_door',
  'intercom',
  'air_conditioning',
  'lighting',
  'drainage',
  'gas',
  'network',
  'other',
] as const
export const DETAILS = [...PUBLIC_AREAS, ...FACILITIES.filter((detail) => detail !== 'other')] as const
export type PlaceDetail = (typeof DETAILS)[number]
export const USES = ['home', 'shop', 'office', 'parking', 'storage', 'other'] as const

export const Kind = z.enum(PLACE_KINDS)
export const Detail = z.enum(DETAILS)
export const Status = z.enum(STATUSES)
/** Square metres with at most two decimals. */
const SquareMetres = z.number().min(0.01).max(9_999_999).multipleOf(0.01)
/** One part of a code: 3, A, 1201, 东门. */
export const CodePart = z
  .string()
  .trim()
  .regex(/^[^\s\-/]{1,20}$/u, { message: 'place.bad_no' })

export const VERBS = ['change', 'setStatus', 'correctStatus', 'setArea', 'archive', 'restore'] as const

export const Unit = z.object({
  unitNo: z.string(),
  floorNo: z.int().nullable(),
  grossFloorArea: z.number().nullable(),
  innerArea: z.number().nullable(),
  use: z.enum(USES),
  status: Status,
  statusAt: Instant,
  deliveredOn: Day.nullable(),
})
export const Place = z.object({
  id: Id,
  estateId: Id,
  parentId: Id.nullable(),
  buildingId: Id.nullable(),
  kind: Kind,
  detail: Detail.nullable(),
  no: z.string(),
  name: z.string(),
  code: z.string(),
  pathName: z.string(),
  directions: z.string().nullable(),
  areaId: Id.nullable(),
  areaName: z.string().nullable(),
  /** Whether the area is its own rather than that of the place it is part of. */
  areaOwn: z.boolean(),
  status: z.enum(ARCHIVING),
  archivedAt: Instant.nullable(),
  unit: Unit.nullable(),
  can: z.array(z.enum(VERBS)),
})
export type Place = z.output<typeof Place>

export const Step = z.object({ id: Id, kind: Kind, name: z.string() })
export const PlaceWithWay = Place.extend({
  estateName: z.string(),
  /** From the building down, without itself. */
  way: z.array(Step),
  /** What is part of it, units left out. */
  parts: z.array(Step.extend({ detail: Detail.nullable(), directions: z.string().nullable() })),
  units: Count,
  events: z.array(HistoryEvent),
})
export type PlaceWithWay = z.output<typeof PlaceWithWay>

export const unitFields = {
  floorNo: z.int().min(-9).max(200).nullable().optional(),
  grossFloorArea: SquareMetres.nullable().optional(),
  innerArea: SquareMetres.nullable().optional(),
  use: z.enum(USES).optional(),
}
export const PlaceDraft = z.object({
  estateId: Id,
  parentId: Id.nullable().optional(),
  kind: Kind,
  detail: Detail.nullable().optional(),
  /** May be left out of a public area or facility, which then goes by its name. */
  no: CodePart.optional(),
  name: text(60).optional(),
  directions: maybeText(300),
  areaId: Id.nullable().optional(),
  ...unitFields,
  status: Status.optional(),
  deliveredOn: Day.nullable().optional(),
})
export type PlaceDraft = z.output<typeof PlaceDraft>

export const BuildingPlan = z
  .object({
    estateId: Id,
    no: CodePart,
    name: text(60).optional(),
    areaId: Id.nullable().optional(),
    /** 0: the floors are those of the building itself, as in an office tower. */
    entrances: z.int().min(0).max(26),
    floorFrom: z.int().min(-9).max(200).default(1),
    floorTo: z.int().min(-9).max(200),
    /** Numbers left out, such as 4, 13, 14. */
    skipFloors: z.array(z.int().min(-9).max(200)).max(50).default([]),
    unitsPerFloor: z.int().min(0).max(99),
    /** Whether the rooms go on counting in the next entrance (01-02, then 03-04). */
    countOn: z.boolean().default(false),
    /** 1201 has two figures for the room, 121 has one. */
    roomDigits: z.int().min(1).max(3).default(2),
    /** 0301 has two figures for the floor, 301 has one. */
    floorDigits: z.int().min(1).max(2).default(1),
    grossFloorArea: SquareMetres.nullable().optional(),
    use: z.enum(USES).default('home'),
    status: Status.default('unsold'),
  })
  .refine((plan) => plan.floorFrom <= plan.floorTo, { path: ['floorTo'], message: 'place.floors_reversed' })
export type BuildingPlan = z.output<typeof BuildingPlan>

export const Found = z.object({
  id: Id,
  estateId: Id,
  estateName: z.string(),
  areaId: Id.nullable(),
  kind: Kind,
  detail: Detail.nullable(),
  code: z.string(),
  name: z.string(),
  pathName: z.string(),
  directions: z.string().nullable(),
  /** Null of anything but a unit. */
  unitStatus: Status.nullable(),
})
export type Found = z.output<typeof Found>
