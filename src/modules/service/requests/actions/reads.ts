// What may be read: the list, the counts, one request, and what stands beside the intake.
import { reaches } from '../../../../platform/access.ts'
import { listAttachments } from '../../../../platform/attachments/linking.ts'
import { dayOf, startOfDay } from '../../../../platform/calendar/zones.ts'
import { normalisePhone } from '../../../../platform/checks.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { historyOf } from '../../../../platform/history.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { requests } from '../contract/requests.ts'
import type { requestSettings } from '../contract/settings.ts'
import { historyOfPlace, listGroup, listParts, openOfCaller, openOnPlace } from '../queries/get.ts'
import { countRequests, countsOf, getRow, listRequests, rowOf } from '../queries/list.ts'
import { listMatching } from '../queries/search.ts'
import { listCategories, listLimits, listNumbers, listReasons, listSteps } from '../queries/settings.ts'
import { findPerson, findRequest, listAnswers, listClocks, listPauses } from '../queries/write.ts'
import { isHiddenFrom, locate, verbsFor } from '../rules.ts'

type Verbs = typeof requests.verbs

export async function list(ctx: Ctx, { limit, after, ...given }: Input<Verbs['list']>) {
  const filter = { ...given, now: ctx.now }
  if (given.q) return listMatching(ctx.tx, ctx.user, { ...filter, q: given.q }, { limit, after })
  const page = await listRequests(ctx.tx, ctx.user, filter, { limit, after })
  // The count belongs to the first page; later pages do not pay for it again.
  return { ...page, ...(after ? { total: null, more: false } : await countRequests(ctx.tx, ctx.user, filter)) }
}

export const counts = (ctx: Ctx, { estateId }: Input<Verbs['counts']>) =>
  countsOf(ctx.tx, ctx.user, estateId, ctx.now, startOfDay(dayOf(ctx.now, ctx.user.zone), ctx.user.zone))

export async function get(ctx: Ctx, { id }: Input<Verbs['get']>) {
  const found = await findRequest(ctx.tx, id)
  const row = await getRow(ctx.tx, id)
  if (!found || !row || isHiddenFrom(ctx.user, found) || !reaches(ctx.user, 'requests.read', locate(found))) {
    throw new Refusal('request.not_found', { id })
  }
  const about = found.aboutStaffId ? await findPerson(ctx.tx, found.aboutStaffId) : undefined
  return {
    ...found,
    ...rowOf(row),
    aboutStaffName: about?.name ?? null,
    clocks: await listClocks(ctx.tx, id),
    pauses: await listPauses(ctx.tx, id),
    answers: await listAnswers(ctx.tx, id),
    events: await historyOf(ctx.tx, 'request', id),
    photos: await listAttachments(ctx.tx, [id]),
    parts: await listParts(ctx.tx, ctx.user, id),
    group: found.masterId || found.kind === 'complaint' ? await listGroup(ctx.tx, ctx.user, id, found.masterId) : [],
    can: verbsFor(ctx.user, found),
  }
}

/** For the files put to it. */
export async function mayRead(ctx: Ctx, id: string) {
  const found = await findRequest(ctx.tx, id)
  return found !== undefined && !isHiddenFrom(ctx.user, found) && reaches(ctx.user, 'requests.read', locate(found))
}

export async function beside(ctx: Ctx, given: Input<Verbs['beside']>) {
  const { tx, user } = ctx
  const phone = given.phone ? normalisePhone(given.phone) : undefined
  const isCaller = Boolean(phone || given.customerId)
  const ofCaller = isCaller ? await openOfCaller(tx, user, { customerId: given.customerId, phone }) : []
  const history = given.placeId ? await historyOfPlace(tx, user, given.placeId) : []
  const onPlace = given.placeId ? await openOnPlace(tx, user, given.placeId, given) : []
  const candidates = [
    ...onPlace.map((row) => likelyOf(row, 'same_place_and_category')),
    ...ofCaller.filter(({ kind }) => kind === given.kind).map((row) => likelyOf(row, 'same_caller')),
    ...(await similarTo(ctx, given)).map((row) => ({ ...row, why: 'similar_words' as const })),
  ]
  // The strongest likeness comes first and is the one that is said.
  const likely = [...new Map(candidates.toReversed().map((one) => [one.id, one])).values()].toReversed()
  return { openOfCaller: ofCaller.map(rowOf), historyOfPlace: history.map(rowOf), likely: likely.slice(0, 8) }
}

const likelyOf = (
  row: Parameters<typeof rowOf>[0],
  why: 'same_place_and_category' | 'same_caller' | 'similar_words',
) => ({
  ...rowOf(row),
  why,
})

/** Open requests of the estate that hold the words of the subject. */
async function similarTo(ctx: Ctx, { subject, estateId, kind }: Input<Verbs['beside']>) {
  if (!subject || [...subject].length < 2) return []
  const filter = { q: subject, open: true, estateId, kind: kind && [kind], sort: 'newest' as const, now: ctx.now }
  const { items } = await listMatching(ctx.tx, ctx.user, filter, { limit: 5 })
  return items
}

export async function listSettings(ctx: Ctx, { estateId }: Input<typeof requestSettings.verbs.list>) {
  const { tx, user } = ctx
  const here = <T extends { estateId: string | null }>(rows: T[]) =>
    estateId ? rows.filter((row) => row.estateId === null || row.estateId === estateId) : rows
  return {
    categories: here(await listCategories(tx)),
    limits: here(await listLimits(tx)),
    reasons: await listReasons(tx),
    steps: here(await listSteps(tx)),
    numbers: here(await listNumbers(tx)),
    can: reaches(user, 'request-settings.change', { estateId: estateId ?? null }) ? ['change'] : [],
  }
}
