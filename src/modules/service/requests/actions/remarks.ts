// Verbs that say something about a request without moving it: answers, reminders, judgement, corrections, parts and groups.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requests } from '../contract/requests.ts'
import { termsOfCompany } from '../queries/terms.ts'
import {
  findRequest,
  insertAnswer,
  insertRequests,
  type LockedRequest,
  listClocks,
  listPauses,
  type RequestColumns,
  updateWords,
} from '../queries/write.ts'
import { isHiddenFrom, mustBeOpen, mustNotBeAbout, nearestDue, PREFIX } from '../rules.ts'
import { isUndone } from '../states.ts'
import { clocksFor, limitsOf, meet, pauseClocks, restartClocks, stopClocks } from './clocks.ts'
import { mustBeCategory, placeOf } from './handling.ts'
import { locked, moved, mustBePerson, written } from './move.ts'
import { searchTextOf } from './search.ts'

type Verbs = typeof requests.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>

/** What was said back to the customer. */
export async function answer(ctx: Ctx, { id, way, body }: Given<'answer'>) {
  const request = await locked(ctx, id, 'answer')
  mustBeOpen(request)
  await insertAnswer(ctx.tx, {
    id: newId(),
    requestId: id,
    cycle: request.cycle,
    way,
    body,
    at: ctx.now,
    byId: ctx.user.id,
    byName: ctx.user.name,
  })
  const dueAt = await meet(ctx, request, ['answer', 'feedback'])
  return moved(
    ctx,
    request,
    { answeredAt: request.answeredAt ?? ctx.now, dueAt },
    {
      name: 'request.answered',
      details: { way, body },
    },
  )
}

/** A correction keeps what stood before in the ledger. Another kind or urgency has other limits, from now. */
export async function change(ctx: Ctx, { id, reason, placeId, ...given }: Given<'change'>) {
  const request = await locked(ctx, id, 'change')
  mustBeOpen(request)
  const place = placeId ? await placeOf(ctx, request.estateId, placeId) : undefined
  const wanted = { ...given, ...(place ? { placeId: place.id, areaId: place.areaId } : {}) }
  const before = new Map<string, unknown>(Object.entries(request))
  const differing = Object.entries(wanted).filter(([key, value]) => value !== undefined && before.get(key) !== value)
  const differences: Partial<typeof wanted> = Object.fromEntries(differing)
  const after = { ...request, ...differences }
  await mustBeCategory(ctx, after)
  const timed = after.kind !== request.kind || after.urgency !== request.urgency
  const fresh = timed && isUndone(request.status) ? await newLimits(ctx, request, after) : {}
  await updateWords(ctx.tx, id, searchTextOf({ ...after, place: place?.pathName ?? null, code: place?.code }))
  const details = Object.fromEntries(
    differing.map(([key, value]) => [key, { from: before.get(key) ?? null, to: value }]),
  )
  return moved(ctx, request, { ...differences, ...fresh }, { name: 'request.changed', details: { reason, ...details } })
}

/** What was taken over without a promise gets one when it is accepted. */
async function newLimits(ctx: Ctx, request: LockedRequest, after: LockedRequest) {
  if (request.status === 'new' && (await listClocks(ctx.tx, request.id, request.cycle)).length === 0) return {}
  await stopClocks(ctx, request)
  const cycle = request.cycle + 1
  const dueAt = await restartClocks(ctx, await termsOfCompany(ctx), { ...after, cycle })
  const pause = (await listPauses(ctx.tx, request.id)).find(({ toAt }) => toAt === null)
  if (pause?.stopsClock) await pauseClocks(ctx, { ...after, cycle })
  return { cycle, dueAt }
}

/** The customer asks where it stays (催单). */
export async function nudge(ctx: Ctx, { id, note }: Given<'nudge'>) {
  const request = await locked(ctx, id, 'nudge')
  mustBeOpen(request)
  return moved(
    ctx,
    request,
    { nudgeCount: request.nudgeCount + 1 },
    {
      name: 'request.nudged',
      details: { note, handlerId: request.handlerId, times: request.nudgeCount + 1 },
    },
  )
}

/** A superior follows it up (督办). */
export async function supervise(ctx: Ctx, { id, note }: Given<'supervise'>) {
  const request = await locked(ctx, id, 'supervise')
  mustBeOpen(request)
  return moved(ctx, request, {}, { name: 'request.supervised', details: { note, handlerId: request.handlerId } })
}

/** Whether the complaint was our fault. */
export async function judge(ctx: Ctx, { id, valid, reason }: Given<'judge'>) {
  const request = await locked(ctx, id, 'judge')
  mustBeComplaint(request)
  return moved(ctx, request, { valid }, { name: 'request.judged', details: { valid, reason } })
}

function mustBeComplaint(request: LockedRequest) {
  if (request.kind !== 'complaint' && request.kind !== 'grievance') throw new Refusal('request.not_a_complaint')
}

/** A complaint that concerns several people becomes parts, each with a handler and limits of its own. */
export async function split(ctx: Ctx, { id, parts }: Given<'split'>) {
  const request = await locked(ctx, id, 'split')
  mustBeOpen(request)
  if (request.parentId) throw new Refusal('request.already_a_part')
  const rows = []
  for (const part of parts) {
    mustNotBeAbout(request, part.handlerId)
    await mustBePerson(ctx, part.handlerId)
    rows.push(await partOf(ctx, request, part))
  }
  await insertRequests(ctx.tx, rows)
  await recordEvents(
    ctx,
    rows.flatMap(({ row, clocks }) => {
      const at = { recordId: row.id, estateId: request.estateId, areaId: request.areaId }
      return [
        {
          ...at,
          name: 'request.received',
          from: null,
          to: 'new',
          details: { no: row.no, kind: row.kind, urgency: row.urgency, limits: limitsOf(clocks), partOf: request.no },
        },
        { ...at, name: 'request.accepted', from: 'new', to: 'accepted' },
        {
          ...at,
          name: 'request.dispatched',
          from: 'accepted',
          to: 'dispatched',
          details: { handlerId: row.handlerId },
        },
      ]
    }),
  )
  return moved(ctx, request, {}, { name: 'request.split', details: { parts: rows.map(({ row }) => row.no) } })
}

async function partOf(ctx: Ctx, request: LockedRequest, part: Given<'split'>['parts'][number]) {
  const terms = await termsOfCompany(ctx)
  const zone = terms.estates.get(request.estateId)?.zone ?? ctx.user.zone
  const id = newId()
  const no = await ctx.numbers.take(ctx.user.companyId, PREFIX[request.kind], dayOf(ctx.now, zone))
  const clocks = clocksFor(ctx, terms, { ...request, id, cycle: 1, outsideDueAt: null })
  const at = ctx.now.toISOString()
  const { estateId, areaId, callId, kind, categoryId, urgency, level, placeId, placeText, customerId } = request
  const { contactName, contactPhone, anonymous, channel, aboutStaffId } = request
  const row = {
    ...{ estateId, areaId, callId, kind, categoryId, urgency, level, placeId, placeText, customerId },
    ...{ contactName, contactPhone, anonymous, channel, aboutStaffId },
    id,
    no,
    parentId: request.id,
    source: 'split',
    subject: part.subject,
    body: part.body,
    receivedAt: at,
    receivedById: ctx.user.id,
    receivedBy: ctx.user.name,
    status: 'dispatched' as const,
    acceptedAt: at,
    dispatchedAt: at,
    handlerId: part.handlerId,
    dueAt: nearestDue(clocks),
  } satisfies RequestColumns
  return { row, clocks, words: searchTextOf({ ...part, no }) }
}

/** Several households, one matter: this one follows the master, and everybody is answered. */
export async function group(ctx: Ctx, { id, masterId }: Given<'group'>) {
  const request = await locked(ctx, id, 'group')
  mustBeComplaint(request)
  if (masterId === id) throw new Refusal('request.duplicate_of_itself')
  const master = await findRequest(ctx.tx, masterId)
  if (!master || isHiddenFrom(ctx.user, master)) throw new Refusal('request.not_found', { id: masterId })
  // One that follows this one cannot lead it.
  if (master.masterId === id) throw new Refusal('request.duplicate_of_itself')
  return moved(
    ctx,
    request,
    { masterId: master.masterId ?? masterId },
    {
      name: 'request.grouped',
      details: { masterId, master: master.no },
    },
  )
}

/** Shows the whole phone number, and says in the ledger who looked. */
export async function reveal(ctx: Ctx, { id, reason }: Given<'reveal'>) {
  const request = await locked(ctx, id, 'reveal')
  await written(ctx, request, {}, { name: 'request.revealed', details: { field: 'contactPhone', reason } })
  return { phone: request.contactPhone }
}
