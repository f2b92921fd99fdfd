// What is read of approvals: the queue, one's own, one with its steps.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { approvals } from '../contract/approvals.ts'
import { countApprovals, findReadable, listApprovals, listNames, listSteps } from '../queries/approvals.ts'
import { rowShown } from './shown.ts'

type Verbs = typeof approvals.verbs

export async function list(ctx: Ctx, given: Input<Verbs['list']>) {
  const { items, next } = await listApprovals(ctx.tx, ctx.user, given)
  return { items: items.map((row) => rowShown(ctx, row)), next, total: null }
}

export const counts = (ctx: Ctx) => countApprovals(ctx.tx, ctx.user)

export async function get(ctx: Ctx, { id }: Input<Verbs['get']>) {
  const row = await findReadable(ctx.tx, ctx.user, id)
  if (!row) throw new Refusal('approval.not_found', { id })
  const steps = await listSteps(ctx.tx, id)
  const ids = steps.flatMap(({ approverIds }) => approverIds)
  const names = await listNames(ctx.tx, ids)
  return {
    ...rowShown(ctx, row),
    note: row.note,
    steps: steps.map((step) => ({ ...step, approvers: names.filter((one) => step.approverIds.includes(one.id)) })),
    events: await historyOf(ctx.tx, 'approval', id),
  }
}
