// Gives a company the duties of the catalogue: each standard post's sheet, in force from the first day.
import { isDeepStrictEqual } from 'node:util'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvents } from '../../../../platform/ledger.ts'
import { type StandardPostKey, standardPosts } from '../../posts/module.ts'
import { type Counted, isCounted, type Known } from '../contract/proof.ts'
import { standardProofs } from '../defaults/proofs.ts'
import { countDuty, insertSheets, listStandardDuties, type NewDuty, type NewSheet } from '../queries/sheets.ts'
import { keyOf } from '../rules/key.ts'
import { proofOf } from '../rules/proofs.ts'
import { forgetDuties } from './bindings.ts'
import { ensureProofs } from './proofs.ts'

/** `sinceOn`: from which day on they bind; today, unless the company's books begin earlier. */
export async function loadStandardDuties(
  ctx: Ctx,
  posts: ReadonlyMap<StandardPostKey, string>,
  known: Known,
  sinceOn = dayOf(ctx.now, ctx.user.zone),
) {
  const sheets: NewSheet[] = []
  const duties: NewDuty[] = []
  const asked: Counted[] = []
  for (const post of Object.values(standardPosts)) {
    const postId = posts.get(post.key)
    if (!postId || post.duties.length === 0) continue
    const sheet = sheetOf(ctx, postId, sinceOn)
    sheets.push(sheet)
    for (const [sort, duty] of post.duties.entries()) {
      const { counted, shown } = provenBy(known, duty.code)
      asked.push(...counted)
      const { code, zh, en, cadence, by, measure, measureEn } = duty
      duties.push({
        ...{
          id: newId(),
          sheetId: sheet.id,
          lineId: newId(),
          code,
          text: zh,
          textEn: en,
          cadence,
          measure,
          measureEn,
          sort,
        },
        capability: [...by],
        proofKeys: counted.map(keyOf),
        shown,
        sinceOn,
      })
    }
  }
  await ensureProofs(ctx, asked)
  await insertSheets(ctx.tx, sheets, duties)
  await recordEvents(
    ctx,
    sheets.map(({ id, postId }) => ({
      name: 'duty_sheet.published',
      recordId: id,
      to: 'published',
      details: { postId, version: 1, source: 'catalogue' },
    })),
  )
}

function provenBy(known: Known, code: string) {
  const proofs = (standardProofs[code] ?? []).flatMap((use) => proofOf(known, use) ?? [])
  return { counted: proofs.filter(isCounted), shown: proofs.find((proof) => !isCounted(proof)) ?? null }
}

/**
 * What the program has learnt to count since a company got its duties: those that stand as they came are counted so from today
 * on. Duties that the company has put in its own words keep what it chose.
 */
export async function bringStandardProofs(ctx: Ctx, known: Known) {
  const today = dayOf(ctx.now, ctx.user.zone)
  const differing = (await listStandardDuties(ctx.tx)).flatMap((duty) => {
    const { counted, shown } = provenBy(known, duty.code)
    const proofKeys = counted.map(keyOf)
    const counts = proofKeys.toSorted().join() !== duty.proofKeys.toSorted().join()
    const shows = !isDeepStrictEqual(shown, duty.shown)
    return counts || shows ? [{ ...duty, counted, proofKeys, shown, sinceOn: counts ? today : null }] : []
  })
  if (differing.length === 0) return
  await ensureProofs(
    ctx,
    differing.flatMap(({ counted }) => counted),
  )
  for (const { id, sinceOn, ...duty } of differing) await countDuty(ctx.tx, id, duty, sinceOn)
  forgetDuties(ctx.user.companyId)
  await recordEvents(
    ctx,
    [...Map.groupBy(differing, ({ sheetId }) => sheetId)].map(([recordId, duties]) => ({
      name: 'duty_sheet.counted_anew',
      recordId,
      details: { postId: duties[0]?.postId, codes: duties.map(({ code }) => code) },
    })),
  )
}

const sheetOf = (ctx: Ctx, postId: string, effectiveOn: string): NewSheet => ({
  id: newId(),
  postId,
  version: 1,
  status: 'published',
  source: 'catalogue',
  note: '',
  draftedById: null,
  draftedByName: ctx.user.name,
  effectiveOn,
  publishedAt: ctx.now.toISOString(),
})
