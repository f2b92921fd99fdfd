// The verbs of places, with what each may be refused for.
import { z } from 'zod'
import { ARCHIVING } from '../../../../platform/archiving.ts'
import {
  ById,
  Count,
  Day,
  Id,
  listOf,
  maybeText,
  page,
  pageOf,
  queryNumber,
  read,
  resource,
  text,
  write,
} from '../../../../platform/contract.ts'
import {
  BuildingPlan,
  CodePart,
  Detail,
  Found,
  Kind,
  Place,
  PlaceDraft,
  PlaceWithWay,
  Status,
  Step,
  USES,
  unitFields,
} from './shapes.ts'

const ByStatus = z.object({
  unsold: Count,
  sold: Count,
  delivered: Count,
  renovating: Count,
  occupied: Count,
  vacant: Count,
})
const inPlace = ['place.not_found', 'place.not_allowed_now'] as const
const drafted = ['estate.not_found', 'estate.not_allowed_now', 'place.area_not_found', 'place.code_taken'] as const

/** What a list of places is sifted by. */
export const PlaceFilter = z.object({
  search: z.string().trim().max(60).optional(),
  estateId: Id.optional(),
  parentId: Id.optional(),
  buildingId: Id.optional(),
  areaId: Id.optional(),
  kind: listOf(Kind),
  detail: listOf(Detail),
  unitStatus: listOf(Status),
  status: listOf(z.enum(ARCHIVING)),
})

export const places = resource('places', {
  list: read({
    input: PlaceFilter.extend(page),
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
    refuses: [...drafted, 'place.wrong_detail', 'place.parent_not_found', 'place.wrong_parent', 'place.no_missing'],
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
