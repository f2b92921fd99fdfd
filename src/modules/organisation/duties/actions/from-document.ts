// Drafts the duty sheet of a post from what was read in a document; nothing of it is in force before somebody else publishes it.
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { standardPosts } from '../../posts/module.ts'
import { isCounted, type Known } from '../contract/proof.ts'
import type { Duty, DutyDraft } from '../contract/sheets.ts'
import { standardProofs } from '../defaults/proofs.ts'
import { listDrafts, listDutiesInForce } from '../queries/posts.ts'
import { findOfPost, listDuties } from '../queries/sheets.ts'
import { type Brought, continued, mustBeFewEnough, nextCodes } from '../rules/continuing.ts'
import { proofOf } from '../rules/proofs.ts'
import { withProofs } from './proofs.ts'
import { create } from './sheets.ts'

export type BroughtDuty = Brought & {
  /** Of the measures proposed for its code, those that a person left. */
  proofs: readonly string[]
}
type BroughtSheet = {
  postId: string
  title: string
  duties: readonly BroughtDuty[]
  /** Whether duties in force of which the document says nothing stay in the sheet. */
  keep: boolean
}

const catalogue = new Map(
  Object.values(standardPosts).flatMap(({ duties }) => duties.map((duty) => [duty.code, duty] as const)),
)

/** The duty of the catalogue with this code, and the measures by which the program sees that it is done. */
export function standardDuty(known: Known, code: string) {
  const duty = catalogue.get(code)
  if (!duty) return undefined
  const proofs = (standardProofs[code] ?? []).flatMap(({ of }) => {
    const measure = known.get(of)
    return measure ? [{ of, zh: measure.zh, en: measure.en }] : []
  })
  const { zh, en, by, cadence, measure, measureEn } = duty
  return { code, text: zh, textEn: en, capability: [...by], cadence, measure, measureEn, proofs }
}

/** By post: what is in force, and the draft that is being worked on. */
export async function sheetsOfPosts({ tx }: Ctx) {
  const inForce = Map.groupBy(await listDutiesInForce(tx), ({ postId }) => postId)
  const drafts = new Map((await listDrafts(tx)).map(({ postId, id }) => [postId, id]))
  return { inForce, drafts }
}

export const draftFromDocument =
  (known: Known) =>
  async (ctx: Ctx, { postId, title, duties, keep }: BroughtSheet) => {
    if (await findOfPost(ctx.tx, postId, ['draft', 'in_review'])) {
      throw new Refusal('duty_sheet.draft_exists', { postId, title })
    }
    const before = await findOfPost(ctx.tx, postId, ['published'])
    const inForce = before ? await withProofs(ctx, await listDuties(ctx.tx, before.id)) : []
    const { lines, rest } = continued(duties, inForce)
    const nextCode = nextCodes(inForce.map(({ code }) => code))
    const drafts = duties.map((duty, at) => draftOf(known, duty, lines[at], nextCode))
    const all = keep ? [...drafts, ...rest.map(({ id: _, ...duty }) => duty)] : drafts
    mustBeFewEnough(all, title)
    return create(known)(ctx, { postId, from: 'nothing', duties: all, source: 'document' })
  }

function draftOf(
  known: Known,
  { code, proofs, ...said }: BroughtDuty,
  line: Duty | undefined,
  nextCode: () => string,
): DutyDraft {
  const left = (standardProofs[code ?? ''] ?? [])
    .filter(({ of }) => proofs.includes(of))
    .flatMap((use) => proofOf(known, use) ?? [])
  return {
    ...said,
    ...inEnglish(code, said.measure, line),
    lineId: line?.lineId ?? null,
    code: line?.code ?? nextCode(),
    proofs: left.filter(isCounted),
    shown: left.find((proof) => !isCounted(proof)) ?? null,
  }
}

/** The catalogue speaks both languages; a document speaks one. */
function inEnglish(code: string | null, measure: string, line: Duty | undefined) {
  const standard = catalogue.get(code ?? '')
  return {
    textEn: standard?.en ?? line?.textEn ?? '',
    measureEn: standard && measure === standard.measure ? standard.measureEn : '',
  }
}
