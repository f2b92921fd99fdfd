// Verbs on the rules by which visits come due.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { returnVisitRules } from '../contract.ts'
import { findRule, listRules, removeRule, saveRule } from '../queries/rules.ts'

type Verbs = typeof returnVisitRules.verbs

export async function list(ctx: Ctx, { estateId }: Input<Verbs['list']>) {
  const rules = await listRules(ctx.tx)
  return { items: estateId ? rules.filter((rule) => rule.estateId === null || rule.estateId === estateId) : rules }
}

export async function save(ctx: Ctx, rule: Input<Verbs['save']>) {
  const { id } = await saveRule(ctx.tx, rule)
  await recordEvent(ctx, { name: 'return_visit_rule.saved', recordId: id, estateId: rule.estateId, details: rule })
  return { id }
}

/** The company's plain rule of a kind stays: it may be changed, not removed. */
export async function remove(ctx: Ctx, { id }: Input<Verbs['remove']>) {
  const rule = await findRule(ctx.tx, id)
  if (!rule) throw new Refusal('return_visit_rule.not_found', { id })
  if (!rule.estateId && !rule.urgency && !rule.categoryCode)
    throw new Refusal('return_visit_rule.default_stays', { id })
  await removeRule(ctx.tx, id)
  await recordEvent(ctx, {
    name: 'return_visit_rule.removed',
    recordId: id,
    estateId: rule.estateId,
    details: { kind: rule.kind },
  })
  return { id }
}
