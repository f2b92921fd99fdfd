// Who answers for what: the duties of the posts a person held, with the days and the areas for which they bound.
import type { Span } from '../../../../platform/calendar/spans.ts'
import { companyCache } from '../../../../platform/company-cache.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { PostTitle } from '../contract/duties.ts'
import { type Counted, Shown } from '../contract/proof.ts'
import { type AreaSpan, listAreaSpans, listEstateIds, listPostSpans, type PostSpan } from '../queries/places.ts'
import { listDutiesInForce } from '../queries/standings.ts'
import type { Bound } from '../rules/standing.ts'
import { readProofs } from './proofs.ts'

export type DutyInForce = Omit<Awaited<ReturnType<typeof listDutiesInForce>>[number], 'proofKeys' | 'shown'> & {
  proofs: readonly { key: string; proof: Counted }[]
  shown: Shown | null
}
/** One post of one person, with its duties. */
export type Binding = {
  staffId: string
  postId: string
  postTitle: string
  postTitleEn: string
  spans: readonly PostSpan[]
  areas: readonly AreaSpan[]
  duties: readonly DutyInForce[]
}

const inForce = companyCache<ReadonlyMap<string, readonly DutyInForce[]>>()
/** By post. */
const dutiesByPost = ({ tx, user }: Ctx) =>
  inForce.get(user, async () => {
    const rows = await listDutiesInForce(tx)
    const proofs = await readProofs(tx, [...new Set(rows.flatMap(({ proofKeys }) => proofKeys))])
    const duties = rows.map(
      ({ proofKeys, shown, ...duty }): DutyInForce => ({
        ...duty,
        proofs: proofKeys.flatMap((key) => {
          const proof = proofs.get(key)
          return proof ? [{ key, proof }] : []
        }),
        shown: shown === null ? null : Shown.parse(shown),
      }),
    )
    return Map.groupBy(duties, ({ postId }) => postId)
  })
/** A sheet was published or withdrawn. */
export const forgetDuties = (companyId: string) => inForce.forget(companyId)

const estateIds = companyCache<readonly string[]>()
export const estatesOfCompany = ({ tx, user }: { tx: Tx; user: Ctx['user'] }) =>
  estateIds.get(user, () => listEstateIds(tx))

/** What people were bound by on any of the days; everybody when nobody is named. */
export async function bindingsOf(
  ctx: Ctx,
  { from, to, staffIds }: { from: string; to: string; staffIds?: readonly string[] },
): Promise<Binding[]> {
  const posts = await listPostSpans(ctx.tx, { from, to, staffIds })
  const areas = Map.groupBy(await listAreaSpans(ctx.tx, { from, to, staffIds }), ({ staffId }) => staffId)
  const duties = await dutiesByPost(ctx)
  return [...Map.groupBy(posts, ({ staffId, postId }) => `${staffId} ${postId}`).values()].flatMap((spans) => {
    const [first] = spans
    if (!first) return []
    const { staffId, postId, title, titleEn } = first
    return [
      {
        ...{ staffId, postId, spans, postTitle: title, postTitleEn: titleEn },
        areas: areas.get(staffId) ?? [],
        duties: duties.get(postId) ?? [],
      },
    ]
  })
}

/** Each post once, however often it is held. */
export const titlesOf = (bindings: readonly Binding[]): PostTitle[] =>
  [...new Map(bindings.map((one) => [one.postId, one])).values()].map(({ postTitle, postTitleEn }) => ({
    title: postTitle,
    titleEn: postTitleEn,
  }))

/** To whom the count of a proof goes, and on which days it bound this person. */
export function boundsOf(
  { credit }: Pick<Counted, 'credit'>,
  { staffId, spans, areas }: Binding,
  { companyId, estateIds, sinceOn }: { companyId: string; estateIds: readonly string[]; sinceOn: string | null },
): Bound[] {
  const bounds = spans.flatMap(({ estateId, fromOn, toOn }): Bound[] => {
    if (credit === 'own') return [{ who: staffId, fromOn, toOn }]
    if (credit === 'company') return [{ who: companyId, fromOn, toOn }]
    if (credit === 'estate') {
      return (estateId ? [estateId] : estateIds).map((who) => ({ who, fromOn, toOn }))
    }
    return areas
      .filter((area) => estateId === null || area.estateId === estateId)
      .flatMap((area) => shared(area, { fromOn, toOn }).map((days) => ({ who: area.areaId, ...days })))
  })
  return sinceOn === null
    ? bounds
    : bounds.flatMap((bound) => shared(bound, { fromOn: sinceOn, toOn: null }).map((days) => ({ ...bound, ...days })))
}

/** The days that two spans share. */
function shared(one: Span, other: Span): Span[] {
  const fromOn = [one.fromOn, other.fromOn].toSorted().at(-1) ?? one.fromOn
  const ends = [one.toOn, other.toOn].filter((day) => day !== null).toSorted()
  const toOn = ends[0] ?? null
  return toOn !== null && toOn < fromOn ? [] : [{ fromOn, toOn }]
}
