// The company's settings and estates as one value, kept for a short while: every intake and every move reads them.
import { companyCache } from '../../../../platform/company-cache.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { listCategories, listEstateHours, listLimits, listNumbers, listReasons, listSteps } from './settings.ts'

export type Terms = Awaited<ReturnType<typeof load>>
const cache = companyCache<Terms>()

async function load({ tx }: Pick<Ctx, 'tx'>) {
  const estates = await listEstateHours(tx)
  const categories = await listCategories(tx)
  return {
    categories: new Map(categories.map((category) => [category.id, category])),
    limits: await listLimits(tx),
    reasons: await listReasons(tx),
    steps: await listSteps(tx),
    numbers: await listNumbers(tx),
    estates: new Map(estates.map((estate) => [estate.id, estate])),
  }
}

export const termsOfCompany = (ctx: Ctx): Promise<Terms> => cache.get(ctx.user, () => load(ctx))
export const forgetTerms = (companyId: string) => cache.forget(companyId)
