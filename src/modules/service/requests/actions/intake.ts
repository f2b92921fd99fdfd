// Takes a call: one caller, one or several matters, each with its number, limits and events, in one transaction.
import { estatesWithin, mustReach } from '../../../../platform/access.ts'
import { linkAttachments } from '../../../../platform/attachments/linking.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import { normalisePhone } from '../../../../platform/checks.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { orNull } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { type EventDraft, recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { findCustomer, findMainPhone } from '../../../estate/customers/module.ts'
import type { Matter, RequestDraft } from '../contract/shapes.ts'
import { type Terms, termsOfCompany } from '../queries/terms.ts'
import {
  findPerson,
  findPlaces,
  findRequest,
  insertCall,
  isRefKnown,
  type NewRequest,
  type RequestColumns,
} from '../queries/write.ts'
import { mustBeComplete, mustBeSettledByTalking, mustNotBeAbout, nearestDue, PREFIX } from '../rules.ts'
import { clocksFor, limitsOf } from './clocks.ts'
import { searchTextOf } from './search.ts'

type Place = Awaited<ReturnType<typeof findPlaces>>[number]
type Call = {
  id: string
  draft: RequestDraft
  estate: EstateTerms
  phone: string | null
  terms: Terms
  places: Map<string, Place>
}
type EstateTerms = NonNullable<ReturnType<Terms['estates']['get']>>
type Written = NewRequest & { row: { no: string }; events: EventDraft[] }

export async function create(ctx: Ctx, draft: RequestDraft) {
  const call = await callOf(ctx, draft)
  const written: Written[] = []
  for (const matter of draft.matters) written.push(await requestOf(ctx, call, matter))
  await insertCall(ctx.tx, callColumns(ctx, call), written)
  await recordEvents(
    ctx,
    written.flatMap(({ events }) => events),
  )
  for (const [place, { row }] of written.entries()) {
    await linkAttachments(ctx, { recordKind: 'request', recordId: row.id, ids: draft.matters[place]?.photoIds ?? [] })
  }
  return {
    requests: written.map(({ row }) => ({ id: row.id, no: row.no, status: row.status, dueAt: asText(row.dueAt) })),
  }
}

const asText = (at: string | Date | null | undefined) => (at instanceof Date ? at.toISOString() : (at ?? null))

async function callOf(ctx: Ctx, draft: RequestDraft): Promise<Call> {
  const terms = await termsOfCompany(ctx)
  const estate = terms.estates.get(draft.estateId)
  if (!estate || estate.archivedAt) throw new Refusal('request.estate_unknown', { estateId: draft.estateId })
  await mustBeFirst(ctx, draft)
  const placeIds = [...new Set(draft.matters.flatMap(({ placeId }) => placeId ?? []))]
  const places = placeIds.length ? await findPlaces(ctx.tx, placeIds) : []
  const known = await withCustomer(ctx, draft)
  return {
    id: newId(),
    draft: known,
    estate,
    phone: known.contactPhone ? phoneOf(known.contactPhone) : null,
    terms,
    places: new Map(places.map((place) => [place.id, place])),
  }
}

/** What another office passed on under its own number is taken once; the several matters of one call share the number. */
async function mustBeFirst(ctx: Ctx, { channel, sourceRef }: RequestDraft) {
  if (sourceRef && (await isRefKnown(ctx.tx, channel, sourceRef))) {
    throw new Refusal('request.source_ref_taken', { sourceRef })
  }
}

function phoneOf(given: string): string {
  const phone = normalisePhone(given)
  if (!phone) throw new Refusal('request.phone_wrong', { given })
  return phone
}

/** A known customer brings name and main phone along; what was typed for this call wins. */
async function withCustomer(ctx: Ctx, draft: RequestDraft): Promise<RequestDraft> {
  if (!draft.customerId) return draft
  const customer = await findCustomer(ctx.tx, draft.customerId)
  if (!customer) throw new Refusal('request.customer_unknown', { customerId: draft.customerId })
  const contactPhone = draft.contactPhone ?? (await findMainPhone(ctx.tx, customer.id))
  return { ...draft, contactName: draft.contactName ?? customer.name, contactPhone }
}

const callColumns = (ctx: Ctx, { id, draft, phone }: Call) => ({
  id,
  estateId: draft.estateId,
  channel: draft.channel,
  customerId: draft.customerId ?? null,
  callerName: draft.contactName,
  callerPhone: phone,
  anonymous: draft.anonymous,
  at: ctx.now.toISOString(),
  takenById: ctx.user.id,
})

async function requestOf(ctx: Ctx, call: Call, matter: Matter): Promise<Written> {
  const place = placeOf(call, matter)
  const located = { estateId: call.draft.estateId, areaId: place?.areaId ?? null }
  mustReach(ctx.user, 'requests.create', { ...located, ownerIds: ownersOf(ctx, located.estateId) })
  await mustFit(ctx, call, matter)
  const id = newId()
  const no = await ctx.numbers.take(ctx.user.companyId, PREFIX[matter.kind], dayOf(ctx.now, call.estate.zone))
  const settled = settledWith(matter)
  const timed = { id, cycle: 1, ...call.draft, ...matter }
  const clocks = clocksFor(ctx, call.terms, timed, settled ? ctx.now : undefined)
  const row = { ...columnsOf(ctx, call, matter, id, no, located.areaId), dueAt: nearestDue(clocks) }
  if (call.draft.accept) mustBeComplete(row)
  return {
    row: settled ? { ...row, ...settledColumns(ctx, settled, clocks) } : row,
    words: wordsOf(row, place),
    clocks,
    events: eventsOf(ctx, row, limitsOf(clocks), settled),
  }
}

/** What one takes is one's own, in an estate where one works. */
const ownersOf = ({ user }: Ctx, estateId: string) =>
  estatesWithin(user, 'requests.create')?.includes(estateId) ? [user.id] : []

type Worded = Pick<RequestColumns, 'no' | 'subject' | 'body' | 'placeText' | 'contactName' | 'contactPhone'>
const wordsOf = ({ placeText, ...row }: Worded, place: Place | undefined) =>
  searchTextOf({ ...row, place: place?.pathName ?? placeText, code: place?.code })

function settledWith(matter: Matter): string | undefined {
  if (!matter.settledWith) return undefined
  mustBeSettledByTalking(matter.kind)
  return matter.settledWith
}

function placeOf(call: Call, matter: Matter): Place | undefined {
  if (!matter.placeId) return undefined
  const place = call.places.get(matter.placeId)
  if (!place || place.estateId !== call.draft.estateId)
    throw new Refusal('request.place_unknown', { placeId: matter.placeId })
  return place
}

async function mustFit(ctx: Ctx, call: Call, matter: Matter) {
  if (matter.categoryId) {
    const category = call.terms.categories.get(matter.categoryId)
    if (!category || category.kind !== matter.kind) {
      throw new Refusal('request.category_unknown', { categoryId: matter.categoryId })
    }
  }
  if (matter.aboutStaffId) {
    mustNotBeAbout({ aboutStaffId: matter.aboutStaffId }, ctx.user.id)
    if (!(await findPerson(ctx.tx, matter.aboutStaffId)))
      throw new Refusal('request.person_unknown', { id: matter.aboutStaffId })
  }
  for (const other of [matter.duplicateOfId, matter.previousId]) {
    if (other && !(await findRequest(ctx.tx, other))) throw new Refusal('request.not_found', { id: other })
  }
}

function columnsOf(ctx: Ctx, call: Call, matter: Matter, id: string, no: string, areaId: string | null) {
  const { draft, phone } = call
  const at = ctx.now.toISOString()
  const place = placeOf(call, matter)
  const { customerId, contactName, contactPhone } = contactOf(draft, phone)
  return {
    id,
    no,
    estateId: draft.estateId,
    areaId,
    callId: call.id,
    duplicateOfId: orNull(matter.duplicateOfId),
    previousId: orNull(matter.previousId),
    kind: matter.kind,
    categoryId: orNull(matter.categoryId),
    urgency: matter.urgency,
    level: matter.kind === 'grievance' ? 0 : 1,
    subject: matter.subject,
    body: matter.body,
    placeId: orNull(matter.placeId),
    placeText: matter.placeText,
    indoor: matter.indoor ?? isIndoor(place),
    customerId,
    contactName,
    contactPhone,
    anonymous: draft.anonymous,
    channel: draft.channel,
    source: draft.sourceRef ? draft.channel : 'desk',
    sourceRef: draft.sourceRef,
    outsideDueAt: orNull(draft.outsideDueAt),
    receivedAt: at,
    receivedById: ctx.user.id,
    receivedBy: ctx.user.name,
    appointmentFrom: orNull(matter.appointmentFrom),
    appointmentTo: orNull(matter.appointmentTo),
    ...arrivalOf(draft, at),
    aboutStaffId: orNull(matter.aboutStaffId),
    handlerId: null,
    answeredAt: null,
    dispatchedAt: null,
    takenAt: null,
    arrivedAt: null,
    completedAt: null,
    closedAt: null,
    finishOutcome: null,
    finishDueAt: null,
    result: null,
    closeReason: null,
  }
}

/** Whoever stays unnamed leaves no trace. */
function contactOf(draft: RequestDraft, phone: string | null) {
  if (draft.anonymous) return { customerId: null, contactName: null, contactPhone: null }
  return { customerId: orNull(draft.customerId), contactName: draft.contactName, contactPhone: phone }
}
const isIndoor = (place: Place | undefined) => (place ? place.kind === 'unit' : null)
const arrivalOf = ({ accept }: RequestDraft, at: string) =>
  accept ? { status: 'accepted' as const, acceptedAt: at } : { status: 'new' as const, acceptedAt: null }

/** Settled while the customer is there: every state is passed, all of them now. */
function settledColumns(ctx: Ctx, said: string, clocks: readonly { kind: string; dueAt: string }[]) {
  const at = ctx.now.toISOString()
  const finish = clocks.find(({ kind }) => kind === 'finish')
  return {
    status: 'closed' as const,
    handlerId: ctx.user.id,
    answeredAt: at,
    dispatchedAt: at,
    takenAt: at,
    completedAt: at,
    closedAt: at,
    finishOutcome: finish ? (at <= finish.dueAt ? ('on_time' as const) : ('late' as const)) : null,
    finishDueAt: finish?.dueAt ?? null,
    result: said,
    closeReason: 'settled_at_desk',
    dueAt: null,
  }
}

type EventRow = {
  status: string
  id: string
  no: string
  estateId: string
  areaId: string | null
  kind: string
  urgency: string
}
function eventsOf(ctx: Ctx, row: EventRow, limits: Record<string, string>, settled: string | undefined): EventDraft[] {
  const at = { recordId: row.id, estateId: row.estateId, areaId: row.areaId }
  const received: EventDraft[] = [
    {
      ...at,
      name: 'request.received',
      from: null,
      to: 'new',
      details: { no: row.no, kind: row.kind, urgency: row.urgency, limits },
    },
    ...(row.status === 'new' ? [] : [{ ...at, name: 'request.accepted', from: 'new', to: 'accepted' }]),
  ]
  return settled ? [...received, ...settledEvents(ctx, at, settled)] : received
}

/** One event for each state that a matter settled at once passes through. */
export const settledEvents = (
  ctx: Ctx,
  at: { recordId: string; estateId: string; areaId: string | null },
  said: string,
): EventDraft[] => [
  { ...at, name: 'request.dispatched', from: 'accepted', to: 'dispatched', details: { handlerId: ctx.user.id } },
  { ...at, name: 'request.taken', from: 'dispatched', to: 'taken' },
  { ...at, name: 'request.answered', from: 'taken', to: 'taken', details: { way: 'in_person', body: said } },
  { ...at, name: 'request.completed', from: 'taken', to: 'completed', details: { result: said, atDesk: true } },
  { ...at, name: 'request.closed', from: 'completed', to: 'closed', details: { reason: 'settled_at_desk' } },
]
