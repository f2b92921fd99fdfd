// How an approval begins, and how it falls away when its subject changes: called by the rooms that ask.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { ladderOf, listStaffHolding } from '../../staff/module.ts'
import type { Kind } from '../contract/rules.ts'
import {
  getApproval,
  insertApproval,
  insertSteps,
  listPostsOf,
  listStanding,
  updateApproval,
} from '../queries/approvals.ts'
import { listLimits, listRules } from '../queries/rules.ts'
import { type Asked, authorityIn, dueOf, type PlannedStep, ruleFor, stepsOf } from '../rules.ts'
import { recorded, tell } from './shown.ts'

export type ApprovalDraft = {
  kind: Kind
  /** The record of the asking room: `work_plan`, its id, its number or none, and what a person reads. */
  subject: { kind: string; id: string; no?: string | null; title: string }
  estateId: string | null
  amountFen?: number | null
  days?: number | null
  note?: string | null
  askedById: string
}

/** Who must agree is settled now: a change of rules or posts does not touch what is under way. */
export async function openApproval(ctx: Ctx, draft: ApprovalDraft): Promise<{ id: string }> {
  const { kind, subject, estateId, amountFen = null, days = null, note = null, askedById } = draft
  const rule = ruleFor(await listRules(ctx.tx), { kind, amountFen, days })
  const planned = rule ? await approversFor(ctx, rule.steps, { kind, amountFen, days, estateId, askedById }) : []
  const steps = stepsOf(planned, askedById)
  const timeoutHours = rule?.timeoutHours ?? null
  if (steps.length === 0) throw new Refusal('approval.nobody', { kind })
  const id = newId()
  await insertApproval(ctx.tx, {
    id,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectNo: subject.no ?? null,
    title: subject.title,
    note,
    estateId,
    amountFen,
    days,
    askedById,
    status: 'open',
    openedAt: ctx.now,
    timeoutHours,
  })
  await insertSteps(
    ctx.tx,
    steps.map(({ who, approverIds }, at) => ({
      id: newId(),
      approvalId: id,
      seq: at + 1,
      who,
      approverIds: [...approverIds],
      beganAt: at === 0 ? ctx.now : null,
      dueAt: at === 0 ? dueOf(ctx.now, timeoutHours) : null,
    })),
  )
  const approval = await getApproval(ctx.tx, id)
  await recorded(ctx, approval, { name: 'approval.opened', details: { steps: steps.length } })
  await tell(ctx, approval, 'approval.opened', approval.approverIds)
  return { id }
}

type Asking = Asked & { estateId: string | null; askedById: string }
async function approversFor(ctx: Ctx, steps: readonly string[], asking: Asking): Promise<PlannedStep[]> {
  const { tx, now, user } = ctx
  const on = dayOf(now, user.zone)
  const { estateId, askedById } = asking
  const ladder = await ladderOf(tx, askedById, estateId, on)
  const planned: PlannedStep[] = []
  for (const who of steps) {
    if (who === 'superior') planned.push({ who, approverIds: ladder[0] ?? [] })
    else if (who === 'above_superior') planned.push({ who, approverIds: ladder[1] ?? ladder[0] ?? [] })
    else if (who === 'authority') planned.push({ who, approverIds: await authorityAbove(ctx, ladder, asking, on) })
    else {
      const held = await listStaffHolding(tx, { postKey: who.replace('post:', ''), estateId, on })
      planned.push({ who, approverIds: held.map(({ staffId }) => staffId) })
    }
  }
  return planned
}

async function authorityAbove({ tx }: Ctx, ladder: readonly string[][], asking: Asking, on: string) {
  const posts = await listPostsOf(tx, ladder.flat(), asking.estateId, on)
  const postsOf = (id: string) => posts.filter(({ staffId }) => staffId === id).map(({ postId }) => postId)
  return authorityIn(ladder, postsOf, await listLimits(tx), asking)
}

/** What was agreed to, or is being asked, no longer is what it was: nothing of it counts any more. */
export async function voidApproval(ctx: Ctx, subject: { kind: string; id: string }, why?: string): Promise<void> {
  for (const approval of await listStanding(ctx.tx, subject.kind, subject.id)) {
    // Both states in which one stands lead there.
    const status = 'voided'
    await updateApproval(ctx.tx, approval.id, { status, decidedAt: ctx.now })
    const details = why ? { why } : {}
    await recorded(ctx, { ...approval, status }, { name: 'approval.voided', from: approval.status, details })
    await tell(ctx, approval, 'approval.voided', approval.approverIds)
  }
}
