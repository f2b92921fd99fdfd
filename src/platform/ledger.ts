// The event ledger: one row for every verb anybody performs, in the transaction that performs it.
import { isProgram } from './access.ts'
import type { Ctx } from './context.ts'
import { nounOfKind } from './contract.ts'
import { named, type Tx } from './database.ts'
import { newId } from './ids.ts'

export type EventDraft = {
  /** `<record kind>.<what happened>`, for example work_order.assigned */
  name: string
  recordId: string
  estateId?: string | null
  areaId?: string | null
  from?: string | null
  to?: string | null
  details?: Record<string, unknown>
  /** For records taken over from elsewhere: who and when it was there. */
  at?: Date | string
  byName?: string
}
export type LedgerEvent = {
  id: string
  at: string
  name: string
  recordKind: string
  recordId: string
  byId: string | null
  byName: string
  postId: string | null
  /** On whose behalf: `byId` stood in for this person, in the post `postId`. */
  forId: string | null
  forName?: string | null
  estateId: string | null
  areaId: string | null
  fromState: string | null
  toState: string | null
  details: unknown
}

const INSERT = `insert into event (id, at, name, record_kind, record_id, by_id, by_name, post_id, for_id, for_name, estate_id, area_id, from_state, to_state, details, call_id)
  select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::uuid[], $12::uuid[], $13::text[], $14::text[], $15::jsonb[], $16::text[])`

const kindOf = (name: string) => name.slice(0, name.indexOf('.'))

/** Ids of the events, in the order given. */
export async function recordEvents(ctx: Ctx, drafts: readonly EventDraft[]): Promise<string[]> {
  if (drafts.length === 0) return []
  const ids = drafts.map(() => newId())
  const acting = ctx.user.behalf?.of
  const of = <T>(pick: (draft: EventDraft) => T) => drafts.map(pick)
  await named(ctx.tx, 'event.insert', INSERT, [
    ids,
    of((draft) => draft.at ?? ctx.now),
    of((draft) => draft.name),
    of((draft) => kindOf(draft.name)),
    of((draft) => draft.recordId),
    of(() => (isProgram(ctx.user) ? null : ctx.user.id)),
    of((draft) => draft.byName ?? ctx.user.name),
    of(() => acting?.postId ?? ctx.user.postId),
    of(() => acting?.principalId ?? null),
    of(() => acting?.principalName ?? null),
    of((draft) => draft.estateId ?? null),
    of((draft) => draft.areaId ?? null),
    of((draft) => draft.from ?? null),
    of((draft) => draft.to ?? null),
    of((draft) => JSON.stringify(draft.details ?? {})),
    of(() => ctx.callId),
  ])
  for (const { name, recordId } of drafts)
    ctx.changes.push({ noun: nounOfKind(kindOf(name)), id: recordId, event: name })
  return ids
}

export const recordEvent = async (ctx: Ctx, draft: EventDraft) => {
  await recordEvents(ctx, [draft])
}

/** Everything that happened to one record, oldest first. */
export const listEvents = (tx: Tx, recordIds: readonly string[], limit = 500): Promise<LedgerEvent[]> =>
  tx
    .selectFrom('event')
    .select([
      'id',
      'at',
      'name',
      'recordKind',
      'recordId',
      'byId',
      'byName',
      'postId',
      'forId',
      'forName',
      'estateId',
      'areaId',
      'fromState',
      'toState',
      'details',
    ])
    .where('recordId', 'in', [...recordIds])
    .orderBy('id')
    .limit(limit)
    .execute()

/** A list of ids among what an event tells; none where it tells nothing of the kind. */
export function detailIds({ details }: Pick<LedgerEvent, 'details'>, name: string): string[] {
  const told: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, name) : undefined
  return Array.isArray(told) ? told.filter((id) => typeof id === 'string') : []
}
