// What every verb on a request shares: lock it, see that it may be touched, write the change with its event, answer the row.
import type { Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { mustReach } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { type EventDraft, recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { staysEmployed } from '../../../organisation/staff/module.ts'
import { getRow, rowOf } from '../queries/list.ts'
import { findPerson, type LockedRequest, lockRequest, updateRequest } from '../queries/write.ts'
import { isHiddenFrom, locate, verbsFor } from '../rules.ts'

/** Refuses like a record that is not there when it is about this very person. */
export async function locked(ctx: Ctx, id: string, verb: string): Promise<LockedRequest> {
  const request = await lockRequest(ctx.tx, id)
  if (!request || isHiddenFrom(ctx.user, request)) throw new Refusal('request.not_found', { id })
  mustReach(ctx.user, `requests.${verb}`, locate(request))
  return request
}

export type Happening = Pick<EventDraft, 'name' | 'details'>
type Before = Pick<LockedRequest, 'id' | 'estateId' | 'areaId' | 'status'>

/** Writes the change and its event. */
export async function written(
  ctx: Ctx,
  before: Before,
  change: Updateable<Tables['request']>,
  { name, details }: Happening,
) {
  const after = Object.keys(change).length ? await updateRequest(ctx.tx, before.id, change) : undefined
  await recordEvent(ctx, {
    name,
    recordId: before.id,
    estateId: after?.estateId ?? before.estateId,
    areaId: after ? after.areaId : before.areaId,
    from: before.status,
    to: after?.status ?? before.status,
    ...(details ? { details } : {}),
  })
}

/** The same, and answers the row as it is now with what this person may do next. */
export async function moved(ctx: Ctx, before: Before, change: Updateable<Tables['request']>, happening: Happening) {
  await written(ctx, before, change, happening)
  return answerRow(ctx, before.id)
}

export async function answerRow(ctx: Ctx, id: string) {
  const row = await getRow(ctx.tx, id)
  if (!row) throw new Refusal('request.not_found', { id })
  return { ...rowOf(row), can: verbsFor(ctx.user, row) }
}

/** A colleague who still works here, and does so until the transaction ends. */
export async function mustBePerson(ctx: Ctx, id: string) {
  const person = (await staysEmployed(ctx.tx, id)) ? await findPerson(ctx.tx, id) : undefined
  if (!person) throw new Refusal('request.person_unknown', { id })
  return person
}
