// Verbs of approvals: agree, return for change, refuse, withdraw; and time-outs that move upward.
import { mustReach } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { standInsOf } from '../../deputies/module.ts'
import { ladderOf } from '../../staff/module.ts'
import type { approvals } from '../contract/approvals.ts'
import {
  findReadable,
  getApproval,
  listNames,
  listOverdue,
  listPostsOf,
  listSteps,
  lockApproval,
  type SelectedApproval,
  updateApproval,
  updateStep,
} from '../queries/approvals.ts'
import { listLimits } from '../queries/rules.ts'
import { dueOf, locateFor, mustBeAboutOther, mustBeWithinDeputy } from '../rules.ts'
import { life } from '../states.ts'
import { recorded, rowShown, tell } from './shown.ts'

type Verbs = typeof approvals.verbs
type Answering = { id: string; remark: string | null }

type Verb = 'agree' | 'return' | 'refuse' | 'withdraw'
async function locked(ctx: Ctx, id: string, verb: Verb) {
  await lockApproval(ctx.tx, id)
  const approval = await findReadable(ctx.tx, ctx.user, id)
  if (!approval) throw new Refusal('approval.not_found', { id })
  if (!life.can(approval.status, verb)) throw new Refusal('approval.not_allowed_now', { state: approval.status })
  return approval
}

async function lockedToAnswer(ctx: Ctx, id: string, verb: Verb) {
  const approval = await locked(ctx, id, verb)
  mustBeAboutOther(ctx.user, approval.askedById)
  mustReach(ctx.user, `approvals.${verb}`, locateFor(verb, approval))
  return approval
}

/** For somebody else one agrees up to what was agreed when the deputy was named. */
async function mustBeEnough({ tx, user, now }: Ctx, { amountFen, kind, estateId }: SelectedApproval) {
  const acting = user.behalf?.of
  if (!acting) return
  const { principalId, postId } = acting
  const terms = (await standInsOf(tx, principalId, now)).find(
    (one) => one.deputyId === user.id && one.postId === postId,
  )
  const posts = (await listPostsOf(tx, [principalId], estateId, dayOf(now, user.zone))).map((held) => held.postId)
  const limits = (await listLimits(tx)).filter((limit) => limit.kind === kind && posts.includes(limit.postId))
  const known = limits.flatMap(({ upToFen }) => upToFen ?? [])
  const principalFen = limits.length > known.length || known.length === 0 ? null : Math.max(...known)
  mustBeWithinDeputy(amountFen, terms?.moneyLimitFen ?? null, principalFen)
}

/** Notes the answer of the step whose turn it is. */
async function answered(
  ctx: Ctx,
  approval: SelectedApproval,
  answer: 'agreed' | 'returned' | 'refused',
  remark: string | null,
) {
  if (!approval.stepId) throw new Error(`approval ${approval.id} is open without a step`)
  await updateStep(ctx.tx, approval.stepId, {
    answer,
    remark,
    answeredById: ctx.user.id,
    answeredForId: ctx.user.behalf?.of?.principalId ?? null,
    answeredAt: ctx.now,
  })
}

export async function agree(ctx: Ctx, { id, remark }: Input<Verbs['agree']>) {
  const approval = await lockedToAnswer(ctx, id, 'agree')
  await mustBeEnough(ctx, approval)
  await answered(ctx, approval, 'agreed', remark)
  const next = (await listSteps(ctx.tx, id)).find((step) => step.answer === null)
  const status = life.next(approval.status, 'agree', next ? 'open' : 'agreed')
  const said = remark ? { remark } : {}
  if (next) {
    await updateStep(ctx.tx, next.id, { beganAt: ctx.now, dueAt: dueOf(ctx.now, approval.timeoutHours) })
    await recorded(ctx, approval, { name: 'approval.agreed', from: 'open', details: said })
    await tell(ctx, approval, 'approval.opened', next.approverIds)
    return shownNow(ctx, id)
  }
  await updateApproval(ctx.tx, id, { status, decidedAt: ctx.now })
  const done = { ...approval, status }
  await recorded(ctx, done, { name: 'approval.agreed', from: 'open', details: said })
  return completed(ctx, done, 'agreed', said)
}

/** The asking room hears of the end, whatever it was. */
async function completed(ctx: Ctx, approval: SelectedApproval, outcome: string, said: object) {
  await recorded(ctx, approval, { name: 'approval.completed', details: { outcome, ...said } })
  await tell(ctx, approval, `approval.${outcome}`, [approval.askedById])
  return shownNow(ctx, approval.id)
}

async function denied(ctx: Ctx, approval: SelectedApproval, answer: 'returned' | 'refused', remark: string) {
  await answered(ctx, approval, answer, remark)
  await updateApproval(ctx.tx, approval.id, { status: answer, decidedAt: ctx.now })
  const done = { ...approval, status: answer }
  await recorded(ctx, done, { name: `approval.${answer}`, from: 'open', details: { remark } })
  return completed(ctx, done, answer, { remark })
}

const returnApproval = async (ctx: Ctx, { id, remark }: Input<Verbs['return']>) =>
  denied(ctx, await lockedToAnswer(ctx, id, 'return'), 'returned', remark)

export { returnApproval as return }

export const refuse = async (ctx: Ctx, { id, remark }: Input<Verbs['refuse']>) =>
  denied(ctx, await lockedToAnswer(ctx, id, 'refuse'), 'refused', remark)

export async function withdraw(ctx: Ctx, { id, remark }: Answering) {
  const approval = await locked(ctx, id, 'withdraw')
  mustReach(ctx.user, 'approvals.withdraw', locateFor('withdraw', approval))
  const status = life.next(approval.status, 'withdraw')
  await updateApproval(ctx.tx, id, { status, decidedAt: ctx.now })
  const details = remark ? { remark } : {}
  await recorded(ctx, { ...approval, status }, { name: 'approval.withdrawn', from: 'open', details })
  await tell(ctx, approval, 'approval.withdrawn', approval.approverIds)
  return shownNow(ctx, id)
}

/** Nobody answered in time: those above are asked instead. At the top it stays, and they are told once more. */
export async function moveUp(ctx: Ctx) {
  const on = dayOf(ctx.now, ctx.user.zone)
  for (const step of await listOverdue(ctx.tx, ctx.now)) {
    const [first = ''] = step.approverIds
    const ladder = await ladderOf(ctx.tx, first, step.estateId, on)
    const above = (ladder[0] ?? []).filter((id) => id !== step.askedById)
    const approverIds = above.length > 0 ? above : [...step.approverIds]
    const dueAt = dueOf(ctx.now, step.timeoutHours)
    await updateStep(ctx.tx, step.id, { approverIds, dueAt, movedUp: step.movedUp + (above.length > 0 ? 1 : 0) })
    const approval = await getApproval(ctx.tx, step.approvalId)
    if (above.length > 0) {
      const names = async (ids: readonly string[]) => (await listNames(ctx.tx, ids)).map(({ name }) => name)
      const details = { movedFrom: await names(step.approverIds), movedTo: await names(approverIds) }
      await recorded(ctx, approval, { name: 'approval.moved_up', details })
    }
    await tell(ctx, approval, 'approval.opened', approverIds)
  }
}

const shownNow = async (ctx: Ctx, id: string) => rowShown(ctx, await getApproval(ctx.tx, id))
