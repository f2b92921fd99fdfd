// What can be done with the company itself.
import { holds, mustReach } from '../../../../platform/access.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import type { companies } from '../contract.ts'
import { getCompany, insertCompany, lockCompany, updateCompany } from '../queries.ts'

export type CompanyDraft = { name: string; zone?: string; sample?: boolean }
/** By the program, in the transaction of a company that is only now there. */
export const found = async (ctx: Ctx, { name, zone, sample = false }: CompanyDraft) => {
  const id = ctx.user.companyId
  await insertCompany(ctx.tx, { id, name, sample, ...(zone ? { zone } : {}) })
  await recordEvent(ctx, { name: 'company.created', recordId: id, details: { name } })
}

export const current = async ({ tx, user }: Ctx) => {
  const can: 'change'[] = holds(user, 'companies.change') ? ['change'] : []
  return { ...(await getCompany(tx)), can }
}

export const change = async (ctx: Ctx, given: Input<typeof companies.verbs.change>) => {
  mustReach(ctx.user, 'companies.change', {})
  const company = await lockCompany(ctx.tx)
  const changed = changedOf(company, given)
  if (changed) {
    await updateCompany(ctx.tx, given)
    await recordEvent(ctx, { name: 'company.changed', recordId: company.id, details: { changed } })
  }
  return current(ctx)
}
