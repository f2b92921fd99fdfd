// The rules of approval and the limits of posts, as the company sets them.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { approvalRules } from '../contract/rules.ts'
import * as sql from '../queries/rules.ts'

type Verbs = typeof approvalRules.verbs

export const list = async ({ tx }: Ctx) => ({
  rules: await sql.listRules(tx),
  limits: await sql.listLimits(tx),
  posts: await sql.listPosts(tx),
})

export async function saveRule(ctx: Ctx, rule: Input<Verbs['saveRule']>) {
  const keys = rule.steps.flatMap((step) => (step.startsWith('post:') ? [step.slice(5)] : []))
  const known = new Set((await sql.listPosts(ctx.tx)).map(({ key }) => key))
  const unknown = keys.find((key) => !known.has(key))
  if (unknown) throw new Refusal('approval_rule.post_not_found', { post: unknown })
  const { id } = await sql.saveRule(ctx.tx, rule)
  await recordEvent(ctx, { name: 'approval_rule.saved', recordId: id, details: { ...rule } })
  return { id }
}

export async function removeRule(ctx: Ctx, { id }: Input<Verbs['removeRule']>) {
  const rule = await sql.findRule(ctx.tx, id)
  if (!rule) throw new Refusal('approval_rule.not_found', { id })
  const others = (await sql.listRules(ctx.tx)).filter((one) => one.kind === rule.kind && one.id !== id)
  if (others.length === 0) throw new Refusal('approval_rule.last_stays', { kind: rule.kind })
  await sql.removeRule(ctx.tx, id)
  await recordEvent(ctx, { name: 'approval_rule.removed', recordId: id, details: { kind: rule.kind } })
  return { id }
}

export async function saveLimit(ctx: Ctx, limit: Input<Verbs['saveLimit']>) {
  const post = (await sql.listPosts(ctx.tx)).find(({ id }) => id === limit.postId)
  if (!post) throw new Refusal('approval_rule.post_not_found', { post: limit.postId })
  const { id } = await sql.saveLimit(ctx.tx, limit)
  await recordEvent(ctx, { name: 'authority_limit.saved', recordId: id, details: { ...limit, post: post.title } })
  return { id }
}

export async function removeLimit(ctx: Ctx, { id }: Input<Verbs['removeLimit']>) {
  const limit = await sql.findLimit(ctx.tx, id)
  if (!limit) throw new Refusal('approval_rule.not_found', { id })
  await sql.removeLimit(ctx.tx, id)
  await recordEvent(ctx, { name: 'authority_limit.removed', recordId: id, details: { kind: limit.kind } })
  return { id }
}
