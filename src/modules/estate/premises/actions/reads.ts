// Looking at places: a page of them, one with its way and parts, an estate as a tree, a building as a grid.
import { type Located, reaches } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getEstate } from '../../../organisation/estates/module.ts'
import type { places } from '../contract/places.ts'
import { listBuildings, listOthers, listPartsOfBuilding, listUnitsOfBuilding } from '../queries/overview.ts'
import { countUnitsIn, listParts, listPlaceRows, READ, wayTo } from '../queries/places.ts'
import { floorNoOf } from '../rules/codes.ts'
import { foundPlaces } from './search.ts'
import { readable, shown } from './shown.ts'

type Verbs = typeof places.verbs
const MOST_FOUND = 200

export const list = async (ctx: Ctx, { search, ...given }: Input<Verbs['list']>) => {
  const { estateId, kind } = given
  const found = search ? await foundPlaces(ctx, { q: search, estateId, kind, limit: MOST_FOUND }) : undefined
  const { rows, goesOn, counted } = await listPlaceRows(ctx.tx, ctx.user, {
    ...given,
    ...(found ? { ids: found.map(({ id }) => id) } : {}),
  })
  return {
    items: rows.map((row) => shown(ctx.user, row)),
    next: goesOn ? (rows.at(-1)?.id ?? null) : null,
    total: counted?.total ?? null,
    more: counted?.more ?? false,
  }
}

export const get = async (ctx: Ctx, { id }: Input<Verbs['get']>) => {
  const row = await readable(ctx, id)
  const { name: estateName } = await getEstate(ctx.tx, row.estateId)
  const way = await wayTo(ctx.tx, id)
  const parts = row.kind === 'unit' ? [] : await listParts(ctx.tx, id)
  const units = row.kind === 'unit' ? 0 : await countUnitsIn(ctx.tx, id)
  const events = await historyOf(ctx.tx, 'place', id)
  return { ...shown(ctx.user, row), estateName, way: way.slice(0, -1), parts, units, events }
}

export const tree = async (ctx: Ctx, { estateId }: Input<Verbs['tree']>) => {
  await getEstate(ctx.tx, estateId)
  mustKnow(ctx, estateId)
  const buildings = await listBuildings(ctx.tx, ctx.user, estateId)
  return { buildings, others: await listOthers(ctx.tx, ctx.user, estateId) }
}

export const grid = async (ctx: Ctx, { id }: Input<Verbs['grid']>) => {
  const building = await readable(ctx, id)
  if (building.kind !== 'building') throw new Refusal('place.not_a_building', { id })
  const entrances = await listPartsOfBuilding(ctx.tx, id, 'entrance')
  const floors = await listPartsOfBuilding(ctx.tx, id, 'floor')
  const units = await listUnitsOfBuilding(ctx.tx, id)
  const isEntrance = (partId: string | null) => entrances.some((entrance) => entrance.id === partId)
  return {
    ...building,
    entrances,
    floors: floors.map(({ parentId, no, ...floor }) => ({
      ...floor,
      entranceId: isEntrance(parentId) ? parentId : null,
      floorNo: floorNoOf(no),
    })),
    units: units.map(({ stackId, ...unit }) => ({ ...unit, entranceId: isEntrance(stackId) ? stackId : null })),
  }
}

/** Somebody whose reach has nothing to do with an estate does not learn that it exists. */
function mustKnow({ user }: Ctx, estateId: string) {
  const known: Located = { estateId }
  if (!reaches(user, READ, known) && !user.estateIds.includes(estateId)) {
    throw new Refusal('estate.not_found', { id: estateId })
  }
}
