// A superior looks at how somebody does the work: a check with its result, or a remark.
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type Input, orNull } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { duties } from '../contract/duties.ts'
import { insertCheck } from '../queries/standings.ts'
import { mustSayEnough } from '../rules/checks.ts'
import { bindingsOf } from './bindings.ts'
import { lookedAt } from './superiors.ts'

type Given = Input<(typeof duties)['verbs']['check']>

export async function check(ctx: Ctx, given: Given) {
  const { staffId, kind, note } = given
  const person = await lookedAt(ctx, staffId)
  if (!person.above) throw new Refusal('duty.not_superior')
  mustSayEnough(given)
  const onDay = dayOf(ctx.now, ctx.user.zone)
  const duty = given.lineId ? await dutyOf(ctx, staffId, given.lineId, onDay) : undefined
  const row = { id: newId(), staffId, lineId: orNull(duty?.lineId), kind, result: resultOf(given), note }
  await insertCheck(ctx.tx, { ...row, byId: ctx.user.id, byName: ctx.user.name, at: ctx.now, onDay })
  await tell(ctx, { ...row, personName: person.name, code: duty?.code })
  return { ...row, code: orNull(duty?.code), byName: ctx.user.name, at: ctx.now.toISOString() }
}

const resultOf = ({ kind, result }: Given) => (kind === 'check' ? orNull(result) : null)

type Told = {
  id: string
  staffId: string
  personName: string
  kind: Given['kind']
  result: string | null
  note: string
  code: string | undefined
}
async function tell(ctx: Ctx, { id, staffId, personName, kind, result, note, code = '' }: Told) {
  const name = kind === 'check' ? 'duty_check.made' : 'duty_check.remarked'
  await recordEvent(ctx, { name, recordId: id, details: { staffId, no: personName, code: code || null, result } })
  await notify(ctx, {
    to: [staffId],
    kind: name,
    params: { name: ctx.user.name, code, result: result ?? '', note },
    record: { kind: 'duty_check', id },
  })
}

async function dutyOf(ctx: Ctx, staffId: string, lineId: string, day: string) {
  const bindings = await bindingsOf(ctx, { from: day, to: day, staffIds: [staffId] })
  const found = bindings.flatMap(({ duties: bound }) => bound).find((duty) => duty.lineId === lineId)
  if (!found) throw new Refusal('duty.not_found', { id: lineId })
  return found
}
