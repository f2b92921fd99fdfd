// Who answers for an area: given to a person and taken back.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent, recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { forgetUser } from '../../../../platform/session/forgetting.ts'
import type { areas } from '../contract.ts'
import { endHoldings, findPerson, insertHolder, listCandidates, listHoldings, listHoldingsOf } from '../queries.ts'
import { mustNotBeHeld, mustRunForward } from '../rules.ts'
import { locked, readable, shownNow, today } from './shown.ts'

type Verbs = typeof areas.verbs

export const candidates = async (ctx: Ctx, { id, search }: Input<Verbs['candidates']>) => {
  const { estateId } = await readable(ctx, id)
  return { items: await listCandidates(ctx.tx, estateId, today(ctx), search) }
}

export const assign = async (ctx: Ctx, { id, staffId, role, ...given }: Input<Verbs['assign']>) => {
  const { estateId } = await locked(ctx, id, 'assign')
  const person = await findPerson(ctx.tx, staffId)
  if (!person || person.leftOn) throw new Refusal('area.person_not_found', { staffId })
  const days = { fromOn: given.fromOn ?? today(ctx), toOn: given.toOn ?? null }
  mustRunForward(days)
  mustNotBeHeld(days, await listHoldings(ctx.tx, id, staffId, role))
  await insertHolder(ctx.tx, { areaId: id, staffId, role, ...days })
  const details = { staffId, person: person.name, role, ...days }
  await recordEvent(ctx, { name: 'area.assigned', recordId: id, estateId, areaId: id, details })
  forgetUser(ctx, staffId)
  return shownNow(ctx, id)
}

export const release = async (ctx: Ctx, { id, holderId }: Input<Verbs['release']>) => {
  const { estateId, holders } = await locked(ctx, id, 'release')
  const holder = holders.find((one) => one.id === holderId)
  if (!holder) throw new Refusal('area.holder_not_found', { holderId })
  await endHoldings(ctx.tx, [holderId], ctx.now)
  const { staffId, staffName, role } = holder
  const details = { staffId, person: staffName, role }
  await recordEvent(ctx, { name: 'area.released', recordId: id, estateId, areaId: id, details })
  forgetUser(ctx, staffId)
  return shownNow(ctx, id)
}

/** For somebody who leaves: every area at once. */
export async function releaseFromAll(ctx: Ctx, staffId: string, person: string) {
  const held = await listHoldingsOf(ctx.tx, staffId, today(ctx))
  if (held.length === 0) return
  await endHoldings(
    ctx.tx,
    held.map(({ id }) => id),
    ctx.now,
  )
  await recordEvents(
    ctx,
    held.map(({ areaId, estateId, role }) => ({
      name: 'area.released',
      recordId: areaId,
      areaId,
      estateId,
      details: { staffId, person, role },
    })),
  )
}
