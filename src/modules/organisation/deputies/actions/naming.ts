// Verbs of deputyships: named, changed, ended, cancelled.
import { mustReach } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { forgetUser } from '../../../../platform/session/forgetting.ts'
import { lockCompany } from '../../estates/module.ts'
import { ladderOf, loadHolding } from '../../staff/module.ts'
import type { deputies } from '../contract.ts'
import {
  type DeputyLine,
  findDeputy,
  findPerson,
  getDeputy,
  insertDeputy,
  listOpenOf,
  lockDeputy,
  updateDeputy,
} from '../queries.ts'
import { mustBeAlone, mustBeHandedOver, mustLast, mustSpeakFor } from '../rules.ts'
import { life } from '../states.ts'
import { rowShown } from './shown.ts'

type Verbs = typeof deputies.verbs

export const name = async (ctx: Ctx, { holdingId, deputyId, turn, reason, note, ...given }: Input<Verbs['name']>) => {
  const { tx, user, now } = ctx
  const fromAt = laterOf(given.fromAt, now)
  const { toAt, moneyLimitFen = null, handover } = given
  await lockCompany(tx)
  const held = await loadHolding(tx, holdingId, dayOf(fromAt, user.zone))
  if (!held) throw new Refusal('deputy.post_not_held', { holdingId })
  const { staffId: principalId, postId, estateId } = held
  mustReach(user, 'deputies.name', { estateId, ownerIds: [principalId] })
  mustSpeakFor(user, principalId, await aboveOf(ctx, principalId, estateId))
  if (deputyId === principalId) throw new Refusal('deputy.oneself')
  const person = await findPerson(tx, deputyId)
  if (!person) throw new Refusal('deputy.person_not_found', { deputyId })
  mustLast({ fromAt, toAt }, now)
  mustBeHandedOver({ fromAt, toAt }, handover)
  mustBeAlone({ fromAt, toAt, turn, deputyId }, await listOpenOf(tx, holdingId))
  const id = newId()
  const whose = { principalId, deputyId, holdingId, postId, estateId }
  const terms = { turn, fromAt, toAt, moneyLimitFen, reason, note, handover }
  await insertDeputy(tx, { id, ...whose, ...terms, status: 'planned', namedById: user.id })
  const line = await getDeputy(tx, id)
  await recordEvent(ctx, { name: 'deputy.named', recordId: id, estateId, to: 'planned', details: detailsOf(line) })
  await tell(ctx, line, 'deputy.named', [deputyId, principalId])
  if (fromAt <= now.toISOString()) await start(ctx, line)
  return shownNow(ctx, id)
}

const laterOf = (given: string | undefined, now: Date) =>
  given !== undefined && Date.parse(given) > now.getTime() ? given : now.toISOString()

const aboveOf = async ({ tx, user, now }: Ctx, principalId: string, estateId: string | null) =>
  (await ladderOf(tx, principalId, estateId, dayOf(now, user.zone))).flat()

/** Who and what, as every event of a deputyship says it. */
export const detailsOf = (line: DeputyLine) => ({
  principalId: line.principalId,
  principal: line.principalName,
  deputyId: line.deputyId,
  deputy: line.deputyName,
  postId: line.postId,
  post: line.postTitle,
  estate: line.estateName,
  turn: line.turn,
  fromAt: line.fromAt,
  toAt: line.toAt,
  reason: line.reason,
})

export const tell = (ctx: Ctx, line: DeputyLine, kind: string, to: readonly string[]) =>
  notify(ctx, {
    to: to.filter((id) => id !== ctx.user.id),
    kind,
    params: { principal: line.principalName, deputy: line.deputyName, post: line.postTitle, until: line.toAt },
    record: { kind: 'deputy', id: line.id },
  })

export async function start(ctx: Ctx, line: DeputyLine) {
  const status = life.next('planned', 'start')
  await updateDeputy(ctx.tx, line.id, { status })
  const { id, estateId } = line
  await recordEvent(ctx, {
    name: 'deputy.started',
    recordId: id,
    estateId,
    from: 'planned',
    to: status,
    details: detailsOf(line),
  })
  forgetUser(ctx, line.deputyId)
}

/** Locked, and this person may speak for the principal. */
async function locked(ctx: Ctx, id: string, verb: 'change' | 'end' | 'cancel'): Promise<DeputyLine> {
  await lockCompany(ctx.tx)
  await lockDeputy(ctx.tx, id)
  const line = await findDeputy(ctx.tx, ctx.user, id)
  if (!line) throw new Refusal('deputy.not_found', { id })
  const { principalId, estateId } = line
  mustReach(ctx.user, `deputies.${verb}`, { estateId, ownerIds: [principalId] })
  mustSpeakFor(ctx.user, principalId, await aboveOf(ctx, principalId, estateId))
  return line
}

export const change = async (ctx: Ctx, { id, ...given }: Input<Verbs['change']>) => {
  const line = await locked(ctx, id, 'change')
  life.next(line.status, 'change', line.status)
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const changed = changedOf<Partial<DeputyLine>>(line, said)
  if (!changed) return shownNow(ctx, id)
  const next = { ...line, ...said }
  mustLast(next, ctx.now)
  mustBeHandedOver(next, next.handover)
  mustBeAlone(next, await listOpenOf(ctx.tx, line.holdingId))
  await updateDeputy(ctx.tx, id, said)
  const details = { ...detailsOf(next), changed }
  await recordEvent(ctx, { name: 'deputy.changed', recordId: id, estateId: line.estateId, details })
  forgetUser(ctx, line.deputyId)
  return shownNow(ctx, id)
}

export const end = async (ctx: Ctx, { id, note }: Input<Verbs['end']>) => {
  const line = await locked(ctx, id, 'end')
  await finish(ctx, line, 'returned', note)
  return shownNow(ctx, id)
}

/** For the program and for whoever is back. */
export async function finish(
  ctx: Ctx,
  line: DeputyLine,
  why: 'over' | 'returned' | 'post_lost' | 'left',
  note?: string | null,
) {
  const status = life.next(line.status, 'end')
  await updateDeputy(ctx.tx, line.id, { status, endedAt: ctx.now, endReason: why })
  await recordEvent(ctx, {
    name: 'deputy.ended',
    recordId: line.id,
    estateId: line.estateId,
    from: line.status,
    to: status,
    details: { ...detailsOf(line), why, ...(note ? { note } : {}) },
  })
  await tell(ctx, line, 'deputy.ended', [line.deputyId, line.principalId])
  forgetUser(ctx, line.deputyId)
}

export const cancel = async (ctx: Ctx, { id, note }: Input<Verbs['cancel']>) => {
  const line = await locked(ctx, id, 'cancel')
  const status = life.next(line.status, 'cancel')
  await updateDeputy(ctx.tx, id, { status, endedAt: ctx.now })
  await recordEvent(ctx, {
    name: 'deputy.cancelled',
    recordId: id,
    estateId: line.estateId,
    from: line.status,
    to: status,
    details: { ...detailsOf(line), ...(note ? { note } : {}) },
  })
  await tell(ctx, line, 'deputy.cancelled', [line.deputyId, line.principalId])
  return shownNow(ctx, id)
}

const shownNow = async (ctx: Ctx, id: string) => rowShown(ctx, await getDeputy(ctx.tx, id))
