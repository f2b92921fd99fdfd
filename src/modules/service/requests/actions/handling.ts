// Verbs of whoever checks, gives out and does a request.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requests } from '../contract/requests.ts'
import { termsOfCompany } from '../queries/terms.ts'
import { countParts, findPlaces, listClocks } from '../queries/write.ts'
import { mustBeComplete, mustBeYours, mustHaveNoSheets, mustNotBeAbout } from '../rules.ts'
import { life } from '../states.ts'
import { meet, restartClocks, stopClocks } from './clocks.ts'
import { locked, moved, mustBePerson } from './move.ts'

type Verbs = typeof requests.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

export async function accept(ctx: Ctx, { id, placeId, ...given }: Given<'accept'>) {
  const request = await locked(ctx, id, 'accept')
  const status = life.next(request.status, 'accept')
  const place = placeId ? await placeOf(ctx, request.estateId, placeId) : undefined
  const change = {
    kind: given.kind ?? request.kind,
    categoryId: given.categoryId ?? request.categoryId,
    urgency: given.urgency ?? request.urgency,
    level: given.level ?? request.level,
    placeId: place?.id ?? request.placeId,
    areaId: place ? place.areaId : request.areaId,
  }
  await mustBeCategory(ctx, change)
  mustBeComplete({ ...request, ...change })
  const timing = await limitsAfterCheck(ctx, request, change)
  return moved(ctx, request, { ...change, ...timing, status, acceptedAt: ctx.now }, { name: 'request.accepted' })
}

/** The promise runs since the request came in, unless it was taken over without one or turns out to be another matter. */
async function limitsAfterCheck(ctx: Ctx, request: Locked, change: Pick<Locked, 'kind' | 'urgency'>) {
  const running = await listClocks(ctx.tx, request.id, request.cycle)
  const same = change.kind === request.kind && change.urgency === request.urgency
  if (running.length > 0 && same) return {}
  const cycle = running.length > 0 ? request.cycle + 1 : request.cycle
  if (running.length > 0) await stopClocks(ctx, request)
  return { cycle, dueAt: await restartClocks(ctx, await termsOfCompany(ctx), { ...request, ...change, cycle }) }
}

export async function placeOf(ctx: Ctx, estateId: string, placeId: string) {
  const [place] = await findPlaces(ctx.tx, [placeId])
  if (!place || place.estateId !== estateId) throw new Refusal('request.place_unknown', { placeId })
  return place
}

export async function mustBeCategory(ctx: Ctx, { kind, categoryId }: { kind: string; categoryId: string | null }) {
  if (!categoryId) return
  const category = (await termsOfCompany(ctx)).categories.get(categoryId)
  if (!category || category.kind !== kind) throw new Refusal('request.category_unknown', { categoryId })
}

export async function dispatch(ctx: Ctx, { id, handlerId, note }: Given<'dispatch'>) {
  const request = await locked(ctx, id, 'dispatch')
  const status = life.next(request.status, 'dispatch')
  mustHaveNoSheets(request)
  mustNotBeAbout(request, handlerId)
  const handler = await mustBePerson(ctx, handlerId)
  const change = { status, handlerId, dispatchedAt: ctx.now }
  return moved(ctx, request, change, {
    name: 'request.dispatched',
    details: { handlerId, handler: handler.name, note },
  })
}

export async function take(ctx: Ctx, { id }: Given<'take'>) {
  const request = await locked(ctx, id, 'take')
  const status = life.next(request.status, 'take')
  mustHaveNoSheets(request)
  mustBeYours(ctx.user, request)
  const dueAt = await meet(ctx, request, ['answer'])
  return moved(ctx, request, { status, takenAt: ctx.now, dueAt }, { name: 'request.taken' })
}

export async function decline(ctx: Ctx, { id, reason }: Given<'decline'>) {
  const request = await locked(ctx, id, 'decline')
  const status = life.next(request.status, 'decline')
  mustHaveNoSheets(request)
  mustBeYours(ctx.user, request)
  const change = { status, handlerId: null, returnCount: request.returnCount + 1 }
  return moved(ctx, request, change, { name: 'request.declined', details: { reason, handlerId: request.handlerId } })
}

/** The clock goes on: for the customer nothing has changed. */
export async function handOver(ctx: Ctx, { id, handlerId, reason }: Given<'handOver'>) {
  const request = await locked(ctx, id, 'handOver')
  const status = life.next(request.status, 'handOver', request.status)
  mustHaveNoSheets(request)
  mustBeYours(ctx.user, request)
  mustNotBeAbout(request, handlerId)
  const handler = await mustBePerson(ctx, handlerId)
  return moved(
    ctx,
    request,
    { status, handlerId },
    {
      name: 'request.handed_over',
      details: { fromId: request.handlerId, handlerId, handler: handler.name, reason },
    },
  )
}

export async function arrive(ctx: Ctx, { id }: Given<'arrive'>) {
  const request = await locked(ctx, id, 'arrive')
  const status = life.next(request.status, 'arrive')
  mustHaveNoSheets(request)
  mustBeYours(ctx.user, request)
  const dueAt = await meet(ctx, request, ['answer', 'arrive'])
  return moved(ctx, request, { status, arrivedAt: ctx.now, dueAt }, { name: 'request.arrived' })
}

/** What happens next, a return visit or the end, is decided by whoever hears of it. */
export async function complete(ctx: Ctx, { id, result }: Given<'complete'>) {
  const request = await locked(ctx, id, 'complete')
  const status = life.next(request.status, 'complete')
  mustHaveNoSheets(request)
  mustBeYours(ctx.user, request)
  const { n } = await countParts(ctx.tx, id)
  if (n > 0) throw new Refusal('request.parts_open', { open: n })
  const dueAt = await meet(ctx, request, ['answer', 'arrive', 'finish'])
  return moved(
    ctx,
    request,
    { status, completedAt: ctx.now, result, dueAt },
    {
      name: 'request.completed',
      details: { result, handlerId: request.handlerId, cycle: request.cycle },
    },
  )
}

/** The customer does not accept the work: the same people again, with a new promise. */
export async function rework(ctx: Ctx, { id, reason }: Given<'rework'>) {
  const request = await locked(ctx, id, 'rework')
  const status = life.next(request.status, 'rework')
  return beginAgain(
    ctx,
    request,
    status,
    { name: 'request.reworked', details: { reason } },
    {
      reworkCount: request.reworkCount + 1,
    },
  )
}

type Locked = Awaited<ReturnType<typeof locked>>
/** A new cycle with clocks of its own; what the last one showed stays. */
export async function beginAgain(
  ctx: Ctx,
  request: Locked,
  status: Locked['status'],
  happening: { name: string; details: Record<string, unknown> },
  counts: { reworkCount?: number; reopenCount?: number },
) {
  await stopClocks(ctx, request)
  const cycle = request.cycle + 1
  const dueAt = await restartClocks(ctx, await termsOfCompany(ctx), { ...request, cycle })
  const change = {
    ...counts,
    status,
    cycle,
    dueAt,
    completedAt: null,
    closedAt: null,
    arrivedAt: null,
    answeredAt: null,
    closeReason: null,
  }
  return moved(ctx, request, change, {
    ...happening,
    details: { ...happening.details, no: request.no, kind: request.kind, cycle },
  })
}
