// Takes a call: one caller, one or several matters, each with its number, limits and events, in one transaction.
import { mustReach } from '../../../../platform/access.ts'
import { linkAttachments } from '../../../../platform/attachments/linking.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import { normalisePhone } from '../../../../platform/checks.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { type EventDraft, recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { findCustomer, findMainPhone } from '../../../estate/customers/module.ts'
import type { Matter, RequestDraft } from '../contract/shapes.ts'
import { type Terms, termsOfCompany } from '../queries/terms.ts'
import {
  type ClockColumns,
  findPerson,
  findPlaces,
  findRequest,
  insertCall,
  type RequestColumns,
} from '../queries/write.ts'
import { mustBeComplete, mustBeSettledByTalking, mustNotBeAbout, nearestDue, PREFIX } from '../rules.ts'
import { clocksFor } from './clocks.ts'
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
type Written = { row: RequestColumns & { id: string; no: string }; clocks: ClockColumns[]; events: EventDraft[] }

export async function create(ctx: Ctx, draft: RequestDraft) {
  const call = await callOf(ctx, draft)
  const written: Written[] = []
  for (const matter of draft.matters) written.push(await requestOf(ctx, call, matter))
  await insertCall(
    ctx.tx,
    callColumns(ctx, call),
    written.map(({ row }) => row),
    written.flatMap(({ clocks }) => clocks),
  )
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
  const located = { estateId: call.draft.estateId, areaId: place?.areaId ?? null, ownerIds: [ctx.user.id] }
  mustReach(ctx.user, 'requests.create', located)
  await mustFit(ctx, call, matter)
  const id = newId()
  const no = await ctx.numbers.take(ctx.user.companyId, PREFIX[matter.kind], dayOf(ctx.now, call.estate.zone))
  const settled = matter.settledWith ?? undefined
  if (settled) mustBeSettledByTalking(matter.kind)
  const clocks = clocksFor(ctx, call.terms, { id, cycle: 1, ...call.draft, ...matter }, settled ? ctx.now : undefined)
  const row = {
    ...columnsOf(ctx, call, matter, id, no, place?.areaId ?? null),
    dueAt: settled ? null : nearestDue(clocks),
  }
  if (call.draft.accept) mustBeComplete(row)
  return {
    row: settled ? { ...row, ...settledColumns(ctx, settled) } : row,
    clocks,
    events: eventsOf(ctx, row, settled),
  }
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
  const place = matter.placeId ? call.places.get(matter.placeId) : undefined
  const contactName = draft.anonymous ? null : draft.contactName
  const contactPhone = draft.anonymous ? null : phone
  return {
    id,
    no,
    estateId: draft.estateId,
    areaId,
    callId: call.id,
    duplicateOfId: matter.duplicateOfId ?? null,
    previousId: matter.previousId ?? null,
    kind: matter.kind,
    categoryId: matter.categoryId ?? null,
    urgency: matter.urgency,
    level: matter.kind === 'grievance' ? 0 : 1,
    subject: matter.subject,
    body: matter.body,
    placeId: matter.placeId ?? null,
    placeText: matter.placeText,
    indoor: matter.indoor ?? (place ? place.kind === 'unit' : null),
    customerId: draft.anonymous ? null : (draft.customerId ?? null),
    contactName,
    contactPhone,
    anonymous: draft.anonymous,
    channel: draft.channel,
    source: draft.sourceRef ? draft.channel : 'desk',
    sourceRef: draft.sourceRef,
    outsideDueAt: draft.outsideDueAt ?? null,
    receivedAt: at,
    receivedById: ctx.user.id,
    receivedBy: ctx.user.name,
    appointmentFrom: matter.appointmentFrom ?? null,
    appointmentTo: matter.appointmentTo ?? null,
    status: draft.accept ? ('accepted' as const) : ('new' as const),
    aboutStaffId: matter.aboutStaffId ?? null,
    acceptedAt: draft.accept ? at : null,
    search: searchTextOf({
      no,
      subject: matter.subject,
      body: matter.body,
      place: place?.pathName ?? matter.placeText,
      code: place?.code,
      contactName,
      contactPhone,
    }),
    handlerId: null,
    answeredAt: null,
    dispatchedAt: null,
    takenAt: null,
    arrivedAt: null,
    completedAt: null,
    closedAt: null,
    result: null,
    closeReason: null,
  }
}

/** Settled while the customer is there: every state is passed, all of them now. */
function settledColumns(ctx: Ctx, said: string) {
  const at = ctx.now.toISOString()
  return {
    status: 'closed' as const,
    handlerId: ctx.user.id,
    answeredAt: at,
    dispatchedAt: at,
    takenAt: at,
    completedAt: at,
    closedAt: at,
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
function eventsOf(ctx: Ctx, row: EventRow, settled: string | undefined): EventDraft[] {
  const at = { recordId: row.id, estateId: row.estateId, areaId: row.areaId }
  const received: EventDraft[] = [
    {
      ...at,
      name: 'request.received',
      from: null,
      to: 'new',
      details: { no: row.no, kind: row.kind, urgency: row.urgency },
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
