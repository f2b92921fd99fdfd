// Who is calling: one box takes a phone, its last figures, a name, a plate or a unit.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { searchPlaces } from '../../premises/module.ts'
import type { Caller, customers } from '../contract.ts'
import { listCustomersOfUnits, listVehicles, listWithin } from '../queries/customers.ts'
import { type Recognised, recogniseIds } from '../queries/recognise.ts'
import { soughtIn } from '../rules/keys.ts'
import { estateIdsFor, openLinksOf } from './reads.ts'

type Asked = Input<typeof customers.verbs.recognise>
const MOST_UNITS = 8

export const recognise = async (ctx: Ctx, { q, estateId, limit }: Asked) => {
  const sought = soughtIn(q)
  const estateIds = await estateIdsFor(ctx, estateId)
  const hits = sought.length ? await recogniseIds(ctx.tx, estateIds, sought) : []
  const units = mayBeUnit(q) ? await searchPlaces(ctx, { q, estateId, kind: ['unit'], limit: MOST_UNITS }) : []
  const today = dayOf(ctx.now, ctx.user.zone)
  const residents = await residentsOf(ctx, units, today)
  const callers = await callersOf(ctx, bestOf([...hits, ...residents]), limit)
  return {
    callers,
    units: units.map(({ id, estateId: of, areaId, code, pathName }) => ({ id, estateId: of, areaId, code, pathName })),
  }
}

/** A whole telephone number is no unit; a unit has a figure in it. */
const mayBeUnit = (q: string) =>
  /[\p{N}零〇一二三四五六七八九十]/u.test(q) && !/\d{7,}/.test(q.normalize('NFKC').replace(/[\s-]/g, ''))

async function residentsOf({ tx }: Ctx, units: readonly { id: string }[], today: string): Promise<Recognised[]> {
  if (units.length === 0) return []
  const found = await listCustomersOfUnits(
    tx,
    units.map(({ id }) => id),
    today,
  )
  return found.map(({ customerId }) => ({ id: customerId, score: 1, matched: 'unit' as const }))
}

function bestOf(hits: readonly Recognised[]): Map<string, Recognised> {
  const best = new Map<string, Recognised>()
  for (const hit of hits) if ((best.get(hit.id)?.score ?? 99) > hit.score) best.set(hit.id, hit)
  return best
}

async function callersOf(ctx: Ctx, hits: Map<string, Recognised>, limit: number): Promise<Caller[]> {
  const rows = await listWithin(ctx.tx, ctx.user, [...hits.keys()])
  const scored = rows
    .map((row) => ({ row, hit: hits.get(row.id) }))
    .toSorted(
      (one, other) =>
        (one.hit?.score ?? 0) - (other.hit?.score ?? 0) || one.row.name.localeCompare(other.row.name, 'zh'),
    )
    .slice(0, limit)
  const callers = scored.map(({ row }) => row)
  const links = await openLinksOf(ctx, callers)
  const vehicles = await listVehicles(
    ctx.tx,
    callers.map(({ id }) => id),
  )
  return scored.map(({ row, hit }) => ({
    ...row,
    matched: hit?.matched ?? 'name',
    plates: vehicles.filter(({ customerId, endedAt }) => customerId === row.id && !endedAt).map(({ plate }) => plate),
    units: links.filter(({ customerId }) => customerId === row.id),
  }))
}
