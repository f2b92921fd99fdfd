// Places as everyone outside this room may know them: buildings, entrances, floors, units, public areas and facilities.
import { z } from 'zod'
import { ARCHIVING } from '../../../platform/archiving.ts'
import {
  ById,
  Count,
  Day,
  Id,
  Instant,
  listOf,
  maybeText,
  page,
  pageOf,
  queryNumber,
  read,
  resource,
  text,
  write,
} from '../../../platform/contract.ts'
import { STATUSES } from './states.ts'

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

const Kind = z.enum(PLACE_KINDS)
const Detail = z.enum(DETAILS)
const Status = z.enum(STATUSES)
/** Square metres with at most two decimals. */
const SquareMetres = z.number().min(0.01).max(9_999_999).multipleOf(0.01)
/** One part of a code: 3, A, 1201, 东门. */
const CodePart = z
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
  state: z.enum(ARCHIVING),
  archivedAt: Instant.nullable(),
  unit: Unit.nullable(),
  can: z.array(z.enum(VERBS)),
})
export type Place = z.output<typeof Place>

const Step = z.object({ id: Id, kind: Kind, name: z.string() })
export const PlaceWithWay = Place.extend({
  estateName: z.string(),
  /** From the building down, without itself. */
  way: z.array(Step),
  /** What is part of it, units left out. */
  parts: z.array(Step.extend({ detail: Detail.nullable(), directions: z.string().nullable() })),
  units: Count,
})
export type PlaceWithWay = z.output<typeof PlaceWithWay>

const unitFields = {
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
  status: Status.nullable(),
})
export type Found = z.output<typeof Found>

const ByStatus = z.object({
  unsold: Count,
  sold: Count,
  delivered: Count,
  renovating: Count,
  occupied: Count,
  vacant: Count,
})
const inPlace = ['place.not_found', 'place.not_allowed_now'] as const
const drafted = [
  'estate.not_found',
  'estate.not_allowed_now',
  'place.area_not_found',
  'place.code_taken',
  'place.wrong_detail',
] as const

export const places = resource('places', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      estateId: Id.optional(),
      parentId: Id.optional(),
      buildingId: Id.optional(),
      areaId: Id.optional(),
      kind: listOf(Kind),
      detail: listOf(Detail),
      status: listOf(Status),
      state: listOf(z.enum(ARCHIVING)),
      ...page,
    }),
    output: pageOf(Place),
    summary: 'Places within reach in the order of their codes; archived ones only when asked for',
  }),
  get: read({ input: ById, output: PlaceWithWay, refuses: ['place.not_found'] }),
  tree: read({
    input: z.object({ estateId: Id }),
    output: z.object({
      buildings: z.array(
        z.object({
          id: Id,
          no: z.string(),
          name: z.string(),
          code: z.string(),
          areaId: Id.nullable(),
          areaName: z.string().nullable(),
          entrances: Count,
          units: Count,
          byStatus: ByStatus,
        }),
      ),
      others: z.array(
        Step.extend({
          parentId: Id.nullable(),
          buildingId: Id.nullable(),
          detail: Detail.nullable(),
          code: z.string(),
          directions: z.string().nullable(),
        }),
      ),
    }),
    refuses: ['estate.not_found'],
    summary: 'The buildings of an estate with their units counted, and everything else down to entrances',
  }),
  grid: read({
    input: ById,
    output: z.object({
      id: Id,
      estateId: Id,
      name: z.string(),
      pathName: z.string(),
      entrances: z.array(z.object({ id: Id, no: z.string(), name: z.string() })),
      floors: z.array(z.object({ id: Id, entranceId: Id.nullable(), name: z.string(), floorNo: z.int().nullable() })),
      units: z.array(
        z.object({
          id: Id,
          entranceId: Id.nullable(),
          floorNo: z.int().nullable(),
          no: z.string(),
          code: z.string(),
          status: Status,
          use: z.enum(USES),
          grossFloorArea: z.number().nullable(),
        }),
      ),
    }),
    refuses: ['place.not_found', 'place.not_a_building'],
    summary: 'Every unit of one building by entrance and floor',
  }),
  search: read({
    input: z.object({
      q: z.string().trim().max(80),
      estateId: Id.optional(),
      kind: listOf(Kind),
      limit: queryNumber(1, 50).default(20),
    }),
    output: z.object({ items: z.array(Found) }),
    summary: 'Finds a place by its code in any spelling, or by its name: 3-2-1201, 3栋2单元1201, 3号楼电梯',
  }),
  create: write({
    input: PlaceDraft,
    output: Place,
    refuses: [...drafted, 'place.parent_not_found', 'place.wrong_parent', 'place.no_missing'],
  }),
  generate: write({
    input: BuildingPlan,
    output: z.object({ id: Id, entrances: Count, floors: Count, units: Count }),
    refuses: [...drafted, 'place.too_many_units', 'place.units_collide'],
    summary: 'A whole building at once: entrances by floors by units',
  }),
  change: write({
    input: z.object({
      id: Id,
      no: CodePart.optional(),
      name: text(60).optional(),
      detail: Detail.nullable().optional(),
      directions: maybeText(300).optional(),
      deliveredOn: Day.nullable().optional(),
      ...unitFields,
    }),
    output: Place,
    refuses: [...inPlace, 'place.code_taken', 'place.wrong_detail', 'place.not_a_unit'],
    summary: 'A new number or name goes into the codes of everything that is part of the place',
  }),
  setStatus: write({
    input: z.object({ id: Id, status: Status, on: Day.optional() }),
    output: Place,
    refuses: [...inPlace, 'place.not_a_unit', 'unit.not_allowed_now'],
  }),
  correctStatus: write({
    input: z.object({ id: Id, status: Status, deliveredOn: Day.nullable().optional(), reason: text(200) }),
    output: Place,
    refuses: [...inPlace, 'place.not_a_unit'],
    summary: 'Put right a status that was recorded wrongly, from any to any, with the reason',
  }),
  setArea: write({
    input: z.object({ id: Id, areaId: Id.nullable() }),
    output: Place,
    refuses: [...inPlace, 'place.area_not_found'],
    summary:
      'The area of responsibility, also of every part that has none of its own; null: that of the place it is part of',
  }),
  archive: write({
    input: z.object({ id: Id, reason: text(200) }),
    output: Place,
    refuses: [...inPlace, 'place.has_parts', 'place.still_occupied'],
  }),
  restore: write({ input: ById, output: Place, refuses: [...inPlace, 'place.code_taken', 'place.parent_archived'] }),
})
