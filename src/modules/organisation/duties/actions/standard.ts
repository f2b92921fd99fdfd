// Gives a company the duties of the catalogue: each standard post's sheet, in force from the first day.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvents } from '../../../../platform/ledger.ts'
import { type StandardPostKey, standardPosts } from '../../posts/module.ts'
import { type Counted, isCounted, type Known } from '../contract/proof.ts'
import { standardProofs } from '../defaults/proofs.ts'
import { insertSheets, type NewDuty, type NewSheet } from '../queries/sheets.ts'
import { keyOf } from '../rules/key.ts'
import { proofOf } from '../rules/proofs.ts'
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
      const proofs = (standardProofs[duty.code] ?? []).flatMap((use) => proofOf(known, use) ?? [])
      const counted = proofs.filter(isCounted)
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
        shown: proofs.find((proof) => !isCounted(proof)) ?? null,
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
