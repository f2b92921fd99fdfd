// Issues dispatch sheets, from a request or alone, and gives them to workers: named, by turn, or for taking.
import { estatesWithin, mustReach } from '../../../../platform/access.ts'
import { linkAttachments } from '../../../../platform/attachments/linking.ts'
import { dayOf, startOfDay } from '../../../../platform/calendar/zones.ts'
import { normalisePhone } from '../../../../platform/checks.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type Input, orNull } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { type EventDraft, recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getPlaceInUse } from '../../../estate/premises/module.ts'
import { staysEmployed } from '../../../organisation/staff/module.ts'
import { follow, listClocks, lockForSheets, numberOf, termsOfCompany } from '../../requests/module.ts'
import type { WorkOrderDraft, workOrders } from '../contract/work-orders.ts'
import { insertSheet, listOfRequest } from '../queries/sheets.ts'
import { listWorkers, lockTurn, noteTurn } from '../queries/workers.ts'
import { orderOfTurns } from '../rules.ts'
import { life } from '../states.ts'
import { answerRow, locked, moved, mustBeWorkerIn } from './move.ts'
import { unpause } from './working.ts'

type Verbs = typeof workOrders.verbs
type Given<V extends keyof Verbs> = Input<Verbs[V]>
type Request = Awaited<ReturnType<typeof lockForSheets>>
type Trade = NonNullable<WorkOrderDraft['trade']>

export async function create(ctx: Ctx, draft: WorkOrderDraft) {
  const request = draft.requestId ? await lockForSheets(ctx, draft.requestId, orNull(draft.workerId)) : undefined
  const job = request ? await jobOfRequest(ctx, draft, request) : await jobAlone(ctx, draft)
  mustReach(ctx.user, 'work-orders.create', { ...job, ownerIds: ownersOf(ctx, job, request) })
  const worker = await chosenWorker(ctx, draft, job)
  const id = newId()
  const sheet = {
    ...(await columnsOf(ctx, job)),
    ...(await assignedTo(ctx, job.estateId, worker?.id)),
    id,
    way: draft.way,
  }
  await insertSheet(ctx.tx, sheet)
  await linkAttachments(ctx, { recordKind: 'work_order', recordId: id, ids: draft.photoIds, label: 'before' })
  await recordEvents(ctx, issued(sheet, worker))
  if (request) {
    const because = { verb: 'create', workOrderId: id, no: sheet.no }
    await follow(ctx, request, { sheets: await listOfRequest(ctx.tx, request.id), because })
  }
  return answerRow(ctx, id)
}

/** A sheet for a request is for whoever may work on that; one for a place of no area, for whoever works in the estate. */
function ownersOf({ user }: Ctx, job: Job, request: Request | undefined) {
  if (request) return [request.handlerId, request.receivedById]
  const isAtHome = job.areaId === null && estatesWithin(user, 'work-orders.create')?.includes(job.estateId)
  return isAtHome ? [user.id] : []
}

type Issued = Pick<Job, 'requestId' | 'estateId' | 'areaId' | 'trade'> & {
  id: string
  no: string
  status: 'open' | 'assigned'
  way: string
  takeDueAt: Date | null
  finishDueAt: string | null
}
function issued(
  { id, status, estateId, areaId, ...sheet }: Issued,
  worker: { id: string; name: string } | undefined,
): EventDraft[] {
  const { requestId, no, trade, way } = sheet
  const details = {
    requestId,
    no,
    trade,
    way,
    limits: limitsOf(sheet, sheet),
    workerId: orNull(worker?.id),
    worker: orNull(worker?.name),
  }
  const at = { recordId: id, estateId, areaId, details }
  const open: EventDraft = { ...at, name: 'work_order.issued', to: 'open' }
  return status === 'open' ? [open] : [open, { ...at, name: 'work_order.assigned', from: 'open', to: status }]
}

type Job = {
  requestId: string | null
  estateId: string
  areaId: string | null
  placeId: string | null
  placeText: string | null
  customerId: string | null
  contactName: string | null
  contactPhone: string | null
  trade: Trade
  subject: string
  body: string
  urgency: Request['urgency']
  appointmentFrom: string | null
  appointmentTo: string | null
  arriveDueAt: string | null
  finishDueAt: string | null
}

/** What the draft does not say is taken from the request; its limits become those of the sheet. */
async function jobOfRequest(ctx: Ctx, draft: WorkOrderDraft, request: Request): Promise<Job> {
  const terms = await termsOfCompany(ctx)
  const category = request.categoryId ? terms.categories.get(request.categoryId) : undefined
  const clocks = await listClocks(ctx.tx, request.id, request.cycle)
  const due = (kind: string) => clocks.find((clock) => clock.kind === kind && !clock.metAt)?.dueAt ?? null
  return {
    requestId: request.id,
    estateId: request.estateId,
    areaId: request.areaId,
    placeId: request.placeId,
    placeText: draft.placeText ?? request.placeText,
    customerId: request.customerId,
    contactName: draft.contactName ?? request.contactName,
    contactPhone: draft.contactPhone ? phoneOf(draft.contactPhone) : request.contactPhone,
    trade: needed(draft.trade ?? category?.trade, 'trade'),
    ...wishesOf(draft, request),
    arriveDueAt: due('arrive'),
    finishDueAt: due('finish'),
  }
}

/** What the dispatcher says goes before what the customer said. */
const wishesOf = (draft: WorkOrderDraft, request: Request) => ({
  subject: draft.subject ?? request.subject,
  body: draft.body ?? request.body,
  urgency: draft.urgency ?? request.urgency,
  appointmentFrom: draft.appointmentFrom ?? request.appointmentFrom,
  appointmentTo: draft.appointmentTo ?? request.appointmentTo,
})

async function jobAlone(ctx: Ctx, draft: WorkOrderDraft): Promise<Job> {
  return {
    ...(await whereAlone(ctx, draft)),
    requestId: null,
    customerId: null,
    contactName: draft.contactName,
    contactPhone: draft.contactPhone ? phoneOf(draft.contactPhone) : null,
    trade: needed(draft.trade, 'trade'),
    subject: needed(draft.subject, 'subject'),
    body: draft.body ?? '',
    urgency: draft.urgency ?? 'normal',
    appointmentFrom: orNull(draft.appointmentFrom),
    appointmentTo: orNull(draft.appointmentTo),
    arriveDueAt: null,
    finishDueAt: null,
  }
}

async function whereAlone(ctx: Ctx, { placeId, placeText, estateId }: WorkOrderDraft) {
  if (!placeId) {
    return {
      estateId: needed(estateId, 'estateId'),
      areaId: null,
      placeId: null,
      placeText: needed(placeText, 'placeText'),
    }
  }
  const place = await getPlaceInUse(ctx.tx, placeId)
  if (estateId && place.estateId !== estateId) throw new Refusal('work_order.place_unknown', { placeId })
  return { estateId: place.estateId, areaId: place.areaId, placeId, placeText }
}

function needed<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined) throw new Refusal('work_order.incomplete', { missing: [field] })
  return value
}
const phoneOf = (given: string) => normalisePhone(given) ?? given

async function columnsOf(ctx: Ctx, job: Job) {
  const { estates } = await termsOfCompany(ctx)
  const day = dayOf(ctx.now, estates.get(job.estateId)?.zone ?? ctx.user.zone)
  const no = await ctx.numbers.take(ctx.user.companyId, 'PG', day)
  return { ...job, no, issuedAt: ctx.now, issuedById: ctx.user.id }
}

async function chosenWorker(ctx: Ctx, draft: WorkOrderDraft, job: Job) {
  if (draft.way === 'assign') return mustBeWorkerIn(ctx, needed(draft.workerId, 'workerId'), job)
  if (draft.way === 'turn') return inTurn(ctx, job.estateId, job.trade, job.requestId)
  return undefined
}

/** A worker who does not answer in time is reminded, and the dispatcher with him. */
async function assignedTo(ctx: Ctx, estateId: string, workerId: string | undefined) {
  if (!workerId) return { status: 'open' as const, workerId: null, assignedAt: null, takeDueAt: null }
  const { numbers } = await termsOfCompany(ctx)
  const minutes = numberOf(numbers, estateId, 'take_minutes')
  return {
    status: 'assigned' as const,
    workerId,
    assignedAt: ctx.now,
    takeDueAt: new Date(ctx.now.getTime() + minutes * 60_000),
  }
}

async function inTurn(ctx: Ctx, estateId: string, trade: Trade, requestId: string | null) {
  await lockTurn(ctx.tx, estateId, trade)
  const workers = await workersOf(ctx, estateId, trade)
  const barred = requestId ? (await lockForSheets(ctx, requestId, null)).aboutStaffId : null
  const asked = workers.filter(({ id }) => id !== barred)
  for (const next of orderOfTurns(asked, trade)) {
    if (!(await staysEmployed(ctx.tx, next.id))) continue
    await noteTurn(ctx.tx, { estateId, trade, staffId: next.id, at: ctx.now })
    return next
  }
  throw new Refusal('work_order.nobody_on_duty', { trade })
}

export function workersOf(ctx: Ctx, estateId: string, trade?: string) {
  const on = dayOf(ctx.now, ctx.user.zone)
  return listWorkers(ctx.tx, { estateId, trade, on, dayStart: startOfDay(on, ctx.user.zone) })
}

/** By when it is to be taken and done, as events carry it. */
const limitsOf = (given: { takeDueAt: Date | null }, { finishDueAt }: { finishDueAt: string | null }) => ({
  take: orNull(given.takeDueAt?.toISOString()),
  finish: finishDueAt,
})

export async function assign(ctx: Ctx, { id, workerId, note }: Given<'assign'>) {
  const held = await locked(ctx, id, 'assign', workerId)
  life.next(held.sheet.status, 'assign')
  const worker = await mustBeWorkerIn(ctx, workerId, held.sheet)
  const given = await assignedTo(ctx, held.sheet.estateId, workerId)
  return moved(
    ctx,
    held,
    { ...given, way: 'assign' },
    {
      verb: 'assign',
      name: 'work_order.assigned',
      details: {
        workerId,
        worker: worker.name,
        fromId: held.sheet.workerId,
        note,
        limits: limitsOf(given, held.sheet),
      },
    },
  )
}

export async function assignByTurn(ctx: Ctx, { id }: Given<'assignByTurn'>) {
  const held = await locked(ctx, id, 'assignByTurn')
  life.next(held.sheet.status, 'assign')
  const worker = await inTurn(ctx, held.sheet.estateId, held.sheet.trade, held.sheet.requestId)
  const given = await assignedTo(ctx, held.sheet.estateId, worker.id)
  return moved(
    ctx,
    held,
    { ...given, way: 'turn' },
    {
      verb: 'assign',
      name: 'work_order.assigned',
      details: { workerId: worker.id, worker: worker.name, way: 'turn', limits: limitsOf(given, held.sheet) },
    },
  )
}

export async function cancel(ctx: Ctx, { id, reason }: Given<'cancel'>) {
  const held = await locked(ctx, id, 'cancel')
  const status = life.next(held.sheet.status, 'cancel')
  const waited = await unpause(ctx, held.sheet)
  return moved(
    ctx,
    held,
    { ...waited, status, heldStatus: null, endedAt: ctx.now, endReason: reason },
    {
      verb: 'cancel',
      name: 'work_order.cancelled',
      details: { reason },
    },
  )
}
