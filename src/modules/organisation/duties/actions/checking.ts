// A superior looks at how somebody does the work: a check with its result, or a remark.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { duties } from '../contract/duties.ts'
import { insertCheck } from '../queries/standings.ts'
import { mustSayEnough } from '../rules/checks.ts'
import { bindingsOf } from './bindings.ts'
import { lookedAt } from './superiors.ts'

export async function check(ctx: Ctx, given: Input<(typeof duties)['verbs']['check']>) {
  const { staffId, kind, note } = given
  const person = await lookedAt(ctx, staffId)
  if (!person.above) throw new Refusal('duty.not_superior')
  mustSayEnough(given)
  const onDay = dayOf(ctx.now, ctx.user.zone)
  const duty = given.lineId ? await dutyOf(ctx, staffId, given.lineId, onDay) : undefined
  const id = newId()
  const result = kind === 'check' ? (given.result ?? null) : null
  const row = { id, staffId, lineId: duty?.lineId ?? null, kind, result, note }
  await insertCheck(ctx.tx, { ...row, byId: ctx.user.id, byName: ctx.user.name, at: ctx.now, onDay })
  await recordEvent(ctx, {
    name: kind === 'check' ? 'duty_check.made' : 'duty_check.remarked',
    recordId: id,
    details: { staffId, no: person.name, code: duty?.code ?? null, result },
  })
  await notify(ctx, {
    to: [staffId],
    kind: kind === 'check' ? 'duty_check.made' : 'duty_check.remarked',
    params: { name: ctx.user.name, code: duty?.code ?? '', result: result ?? '', note },
  })
  return { ...row, code: duty?.code ?? null, byName: ctx.user.name, at: ctx.now.toISOString() }
}

async function dutyOf(ctx: Ctx, staffId: string, lineId: string, day: string) {
  const bindings = await bindingsOf(ctx, { from: day, to: day, staffIds: [staffId] })
  const found = bindings.flatMap(({ duties: bound }) => bound).find((duty) => duty.lineId === lineId)
  if (!found) throw new Refusal('duty.not_found', { id: lineId })
  return found
}
