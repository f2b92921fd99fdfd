// Work plans: written, agreed to by the superior, done item by item, summed up.
import { canOf, mustReach, reaches } from '../../../../platform/access.ts'
import { periodOfDay } from '../../../../platform/calendar/periods.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { newId } from '../../../../platform/ids.ts'
import { type LedgerEvent, recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { openApproval, voidApproval } from '../../../organisation/approvals/module.ts'
import { PLAN_VERBS, type WorkPlanRow, type workPlans } from '../contract/work-plans.ts'
import {
  findPlan,
  getPlan,
  insertItems,
  insertPlan,
  listItems,
  listPlans,
  lockPlan,
  removeItems,
  type SelectedPlan,
  updateItem,
  updatePlan,
} from '../queries/work-plans.ts'
import { mustLieWithin } from '../rules.ts'
import { planLife } from '../states.ts'

type Verbs = typeof workPlans.verbs
type Verb = (typeof PLAN_VERBS)[number]
const locate = ({ estateId, staffId }: SelectedPlan) => ({ estateId, ownerIds: [staffId] })
/** The plan is the writer's: nobody else touches it, however far a grant reaches. */
const asWriter = ({ staffId }: SelectedPlan) => ({ ownerIds: [staffId] })

const shown = ({ user }: Ctx, plan: SelectedPlan): WorkPlanRow => ({
  ...plan,
  can: canOf(
    PLAN_VERBS,
    (verb) =>
      planLife.can(plan.status, verb) &&
      reaches(user, `work-plans.${verb}`, asWriter(plan)) &&
      (verb !== 'markDone' || plan.itemsDone < plan.items),
  ),
})

export async function list(ctx: Ctx, given: Input<Verbs['list']>) {
  const { items, next } = await listPlans(ctx.tx, ctx.user, given)
  return { items: items.map((row) => shown(ctx, row)), next, total: null }
}

async function readable(ctx: Ctx, id: string): Promise<SelectedPlan> {
  const plan = await findPlan(ctx.tx, id)
  const isHidden = plan?.status === 'draft' && !reaches(ctx.user, 'work-plans.change', asWriter(plan))
  if (!plan || isHidden || !reaches(ctx.user, 'work-plans.read', locate(plan))) {
    throw new Refusal('work_plan.not_found', { id })
  }
  return plan
}

export async function get(ctx: Ctx, { id }: Input<Verbs['get']>) {
  const plan = await readable(ctx, id)
  const lines = await listItems(ctx.tx, id)
  return { ...shown(ctx, plan), summary: plan.summary, lines, events: await historyOf(ctx.tx, 'work_plan', id) }
}

async function locked(ctx: Ctx, id: string, verb: Verb): Promise<SelectedPlan> {
  await lockPlan(ctx.tx, id)
  const plan = await readable(ctx, id)
  mustReach(ctx.user, `work-plans.${verb}`, asWriter(plan))
  return plan
}

type Said = { name: string; from?: string; details?: Record<string, unknown> }
async function recorded(ctx: Ctx, id: string, { name, from, details }: Said): Promise<SelectedPlan> {
  const plan = await getPlan(ctx.tx, id)
  const { staffId, cadence, period, title, estateId, status } = plan
  await recordEvent(ctx, {
    name,
    recordId: id,
    estateId,
    to: status,
    ...(from ? { from } : {}),
    details: { staffId, cadence, period, title, ...details },
  })
  return plan
}

export async function create(ctx: Ctx, { cadence, day, title, items }: Input<Verbs['create']>) {
  const { tx, user } = ctx
  mustReach(user, 'work-plans.create', { ownerIds: [user.id] })
  const { key: period, firstOn: fromOn, lastOn: toOn } = periodOfDay(cadence, day, user.zone)
  mustLieWithin(items, { fromOn, toOn })
  const id = newId()
  const estateId = user.posts.find((post) => post.estateId)?.estateId ?? null
  const row = { id, staffId: user.id, cadence, period, fromOn, toOn, estateId, title, status: 'draft' as const }
  if (!(await insertPlan(tx, row))) throw new Refusal('work_plan.exists', { period })
  await insertItems(tx, rowsFor(id, items))
  return shown(ctx, await recorded(ctx, id, { name: 'work_plan.created', details: { items: items.length } }))
}

type Drafts = Input<Verbs['change']>['items']
type Known = { id: string; doneAt: string | null; result: string | null }
const rowsFor = (workPlanId: string, items: Drafts, known: readonly Known[] = []) =>
  items.map(({ id, goal, dueOn }, at) => {
    const before = known.find((one) => one.id === id)
    const done = { doneAt: before?.doneAt ?? null, result: before?.result ?? null }
    return { id: before?.id ?? newId(), workPlanId, seq: at + 1, goal, dueOn, ...done }
  })

export async function change(ctx: Ctx, { id, title, items }: Input<Verbs['change']>) {
  const plan = await locked(ctx, id, 'change')
  const status = planLife.next(plan.status, 'change')
  mustLieWithin(items, plan)
  const known = await listItems(ctx.tx, id)
  await removeItems(ctx.tx, id)
  await insertItems(ctx.tx, rowsFor(id, items, known))
  await updatePlan(ctx.tx, id, { title, status, approvedAt: null, submittedAt: null })
  if (plan.status !== 'draft') await voidApproval(ctx, { kind: 'work_plan', id }, 'changed')
  const said = { name: 'work_plan.changed', from: plan.status, details: { items: items.length } }
  return shown(ctx, await recorded(ctx, id, said))
}

export async function submit(ctx: Ctx, { id }: Input<Verbs['submit']>) {
  const plan = await locked(ctx, id, 'submit')
  const status = planLife.next(plan.status, 'submit')
  await updatePlan(ctx.tx, id, { status, submittedAt: ctx.now })
  const next = await recorded(ctx, id, { name: 'work_plan.submitted', from: plan.status })
  const subject = { kind: 'work_plan', id, no: plan.period, title: plan.title }
  await openApproval(ctx, { kind: 'work_plan', subject, estateId: plan.estateId, askedById: plan.staffId })
  return shown(ctx, next)
}

export async function markDone(ctx: Ctx, { id, itemId, result }: Input<Verbs['markDone']>) {
  const plan = await locked(ctx, id, 'markDone')
  planLife.next(plan.status, 'markDone')
  const item = (await listItems(ctx.tx, id)).find((one) => one.id === itemId && one.doneAt === null)
  if (!item) throw new Refusal('work_plan.item_not_found', { itemId })
  await updateItem(ctx.tx, itemId, { doneAt: ctx.now, result })
  const late = dayOf(ctx.now, ctx.user.zone) > item.dueOn
  const { staffId, cadence, period, estateId } = plan
  const details = { workPlanId: id, staffId, cadence, period, goal: item.goal, dueOn: item.dueOn, late }
  await recordEvent(ctx, { name: 'plan_item.done', recordId: itemId, estateId, details })
  return shown(ctx, await recorded(ctx, id, { name: 'work_plan.item_done', details: { goal: item.goal, late } }))
}

export async function summarise(ctx: Ctx, { id, summary }: Input<Verbs['summarise']>) {
  const plan = await locked(ctx, id, 'summarise')
  const status = planLife.next(plan.status, 'summarise')
  await updatePlan(ctx.tx, id, { status, summary, summarisedAt: ctx.now })
  const details = { items: plan.items, itemsDone: plan.itemsDone }
  return shown(ctx, await recorded(ctx, id, { name: 'work_plan.summarised', from: plan.status, details }))
}

const outcomeIn = (details: unknown) =>
  typeof details === 'object' && details !== null && 'outcome' in details ? details.outcome : undefined
const subjectIn = (details: unknown) => {
  if (typeof details !== 'object' || details === null || !('subjectKind' in details)) return undefined
  const isOurs = details.subjectKind === 'work_plan' && 'subjectId' in details
  return isOurs && typeof details.subjectId === 'string' ? details.subjectId : undefined
}

/** What became of the asking: agreed to, or back with its writer. */
export async function afterApproval(ctx: Ctx, event: LedgerEvent) {
  const id = subjectIn(event.details)
  const plan = id ? await findPlan(ctx.tx, id) : undefined
  // Changed meanwhile: what was answered is about something that is no more.
  if (!id || plan?.status !== 'submitted') return
  const outcome = event.name === 'approval.withdrawn' ? 'withdrawn' : outcomeIn(event.details)
  if (outcome === 'agreed') {
    await updatePlan(ctx.tx, id, { status: planLife.next(plan.status, 'approve'), approvedAt: ctx.now })
    await recorded(ctx, id, { name: 'work_plan.approved', from: plan.status, details: { by: event.byName } })
  } else {
    await updatePlan(ctx.tx, id, { status: planLife.next(plan.status, 'reopen'), submittedAt: null })
    await recorded(ctx, id, { name: 'work_plan.returned', from: plan.status, details: { outcome, by: event.byName } })
  }
}
