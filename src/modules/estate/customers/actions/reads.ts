// Looking at customers: one, and pages of them.
import { estatesWithin } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { listEstates } from '../../../organisation/estates/module.ts'
import type { customers } from '../contract.ts'
import { isOpenOn, listCustomerRows, listLinks, READ } from '../queries/customers.ts'
import { recogniseIds } from '../queries/recognise.ts'
import { soughtIn } from '../rules/keys.ts'
import { stateOf } from '../states.ts'
import { shown } from './shown.ts'

type Verbs = typeof customers.verbs

export const get = (ctx: Ctx, { id }: Input<Verbs['get']>) => shown(ctx, id)

export const list = async (ctx: Ctx, { search, ...given }: Input<Verbs['list']>) => {
  const ids = search ? await foundIds(ctx, search, given.estateId) : undefined
  const { rows, goesOn, counted } = await listCustomerRows(ctx.tx, ctx.user, { ...given, ids })
  const links = await openLinksOf(ctx, rows)
  const items = rows.map((row) => ({
    ...row,
    status: stateOf(row),
    units: links.filter(({ customerId }) => customerId === row.id),
  }))
  const next = goesOn ? (rows.at(-1)?.id ?? null) : null
  return { items, next, ...(counted ?? { total: null, more: false }) }
}

export async function openLinksOf(ctx: Ctx, customers: readonly { id: string }[]) {
  if (customers.length === 0) return []
  const today = dayOf(ctx.now, ctx.user.zone)
  const links = await listLinks(
    ctx.tx,
    customers.map(({ id }) => id),
  )
  return links.filter((link) => isOpenOn(link, today))
}

async function foundIds(ctx: Ctx, search: string, estateId: string | undefined): Promise<string[]> {
  const sought = soughtIn(search)
  const found = sought.length ? await recogniseIds(ctx.tx, await estateIdsFor(ctx, estateId), sought) : []
  return found.map(({ id }) => id)
}

/** The estates in which this person may look for customers. */
export async function estateIdsFor(ctx: Ctx, estateId: string | undefined): Promise<string[]> {
  const within = estatesWithin(ctx.user, READ) ?? (await listEstates(ctx.tx)).map(({ id }) => id)
  return within.filter((id) => estateId === undefined || id === estateId)
}
