// The buildings of an estate with their units counted, and one building as a grid.
import { sql } from 'kysely'
import type { User } from '../../../../platform/access.ts'
import type { Tx } from '../../../../platform/database.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import { STATUSES, type Status } from '../states.ts'
import { READ } from './places.ts'

const REACH = { estate: 'place.estateId', area: 'place.areaId' } as const

export async function listBuildings(tx: Tx, user: User, estateId: string) {
  const buildings = await tx
    .selectFrom('place')
    .leftJoin('areaCard', (join) =>
      join.onRef('areaCard.companyId', '=', 'place.companyId').onRef('areaCard.id', '=', 'place.areaId'),
    )
    .select(['place.id', 'place.no', 'place.name', 'place.code', 'place.areaId', 'areaCard.name as areaName'])
    .where('place.estateId', '=', estateId)
    .where('place.kind', '=', 'building')
    .where('place.archivedAt', 'is', null)
    .where((eb) => withinReach(eb, user, READ, REACH))
    .orderBy('place.sort')
    .execute()
  const counts = await countByStatus(tx, estateId)
  return buildings.map((building) => {
    const of = counts.filter(({ buildingId }) => buildingId === building.id)
    const count = (status: Status) => of.find((row) => row.status === status)?.n ?? 0
    return {
      ...building,
      entrances: of.find(({ kind }) => kind === 'entrance')?.n ?? 0,
      units: STATUSES.reduce((sum, status) => sum + count(status), 0),
      byStatus: {
        unsold: count('unsold'),
        sold: count('sold'),
        delivered: count('delivered'),
        renovating: count('renovating'),
        occupied: count('occupied'),
        vacant: count('vacant'),
      },
    }
  })
}

const countByStatus = (tx: Tx, estateId: string) =>
  tx
    .selectFrom('place')
    .leftJoin('unit', (join) => join.onRef('unit.companyId', '=', 'place.companyId').onRef('unit.id', '=', 'place.id'))
    .select(['place.buildingId', 'place.kind', 'unit.status', (eb) => eb.fn.countAll<number>().as('n')])
    .where('place.estateId', '=', estateId)
    .where('place.kind', 'in', ['unit', 'entrance'])
    .where('place.archivedAt', 'is', null)
    .groupBy(['place.buildingId', 'place.kind', 'unit.status'])
    .execute()

/** Entrances, public areas and facilities of an estate. */
export const listOthers = (tx: Tx, user: User, estateId: string) =>
  tx
    .selectFrom('place')
    .select([
      'place.id',
      'place.parentId',
      'place.buildingId',
      'place.kind',
      'place.detail',
      'place.name',
      'place.code',
      'place.directions',
    ])
    .where('place.estateId', '=', estateId)
    .where('place.kind', 'in', ['entrance', 'public_area', 'facility'])
    .where('place.archivedAt', 'is', null)
    .where((eb) => withinReach(eb, user, READ, REACH))
    .orderBy('place.sort')
    .execute()

export const listPartsOfBuilding = (tx: Tx, buildingId: string, kind: 'entrance' | 'floor') =>
  tx
    .selectFrom('place')
    .select(['id', 'parentId', 'no', 'name'])
    .where('buildingId', '=', buildingId)
    .where('kind', '=', kind)
    .where('archivedAt', 'is', null)
    .orderBy('sort')
    .execute()

export const listUnitsOfBuilding = (tx: Tx, buildingId: string) =>
  tx
    .selectFrom('place')
    .innerJoin('unit', (join) => join.onRef('unit.companyId', '=', 'place.companyId').onRef('unit.id', '=', 'place.id'))
    .leftJoin('place as above', (join) =>
      join.onRef('above.companyId', '=', 'place.companyId').onRef('above.id', '=', 'place.parentId'),
    )
    .select([
      'place.id',
      'place.no',
      'place.code',
      'unit.floorNo',
      'unit.status',
      'unit.use',
      sql<number | null>`unit.gross_floor_area::float8`.as('grossFloorArea'),
      sql<string | null>`case above.kind when 'entrance' then above.id when 'floor' then above.parent_id end`.as(
        'stackId',
      ),
    ])
    .where('place.buildingId', '=', buildingId)
    .where('place.kind', '=', 'unit')
    .where('place.archivedAt', 'is', null)
    .orderBy('place.sort')
    .execute()
