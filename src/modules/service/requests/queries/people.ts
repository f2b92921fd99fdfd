// SQL of who is told: the ladder of a request in its estate.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Rung } from '../contract/settings.ts'

/** The standard posts that stand on each rung above the handler. */
const POSTS: Record<Exclude<Rung, 'handler'>, readonly string[]> = {
  supervisor: ['customerServiceSupervisor', 'projectSupervisor'],
  manager: ['customerServiceManager'],
  project_head: ['generalManager'],
}

export type Told = { estateId: string; areaId: string | null; handlerId: string | null; receivedById: string | null }

/** Without a handler the area's holders are told, and without those whoever took the call. */
export async function listRung(tx: Tx, rung: Rung, request: Told, on: string): Promise<string[]> {
  if (rung !== 'handler') return listHolders(tx, POSTS[rung], request.estateId, on)
  if (request.handlerId) return [request.handlerId]
  const holders = request.areaId ? await listAreaHolders(tx, request.areaId, on) : []
  return holders.length ? holders : [request.receivedById].flatMap((id) => id ?? [])
}

async function listHolders(tx: Tx, keys: readonly string[], estateId: string, on: string) {
  const rows = await tx
    .selectFrom('staffPostCard')
    .innerJoin('postCard', (join) =>
      join
        .onRef('postCard.companyId', '=', 'staffPostCard.companyId')
        .onRef('postCard.id', '=', 'staffPostCard.postId'),
    )
    .innerJoin('staffCard', (join) =>
      join
        .onRef('staffCard.companyId', '=', 'staffPostCard.companyId')
        .onRef('staffCard.id', '=', 'staffPostCard.staffId'),
    )
    .select('staffPostCard.staffId')
    .distinct()
    .where('postCard.key', 'in', [...keys])
    .where((eb) => eb.or([eb('staffPostCard.estateId', 'is', null), eb('staffPostCard.estateId', '=', estateId)]))
    .where('staffPostCard.fromOn', '<=', on)
    .where((eb) => eb.or([eb('staffPostCard.toOn', 'is', null), eb('staffPostCard.toOn', '>=', on)]))
    .where('staffCard.leftOn', 'is', null)
    .execute()
  return rows.map(({ staffId }) => staffId)
}

async function listAreaHolders(tx: Tx, areaId: string, on: string) {
  const rows = await tx
    .selectFrom('areaHolderCard')
    .select('staffId')
    .where('areaId', '=', areaId)
    .where('role', 'in', ['steward', 'officer'])
    .where('fromOn', '<=', on)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .execute()
  return rows.map(({ staffId }) => staffId)
}

/** Without dispatch sheets of their own, and still to be done by this person. */
export const listInHandsOf = (tx: Tx, handlerId: string) =>
  tx
    .selectFrom('request')
    .select('id')
    .where('handlerId', '=', handlerId)
    .where('sheets', '=', 0)
    .where('status', 'in', ['dispatched', 'taken', 'on_site', 'on_hold'])
    .orderBy('id')
    .execute()

/** Clocks whose next rung has been reached, oldest first. Rows that another worker holds are left to it. */
export const lockReached = (tx: Tx, now: Date, limit: number) =>
  tx
    .selectFrom('requestClock')
    .select(['requestId', 'kind', 'cycle', 'clock', 'startedAt', 'limitMinutes', 'dueAt', 'stepsDone', 'nextStepAt'])
    .where('nextStepAt', '<=', now.toISOString())
    .orderBy('nextStepAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

/** Requests on hold whose day to look again has come. */
export const listToLookAgain = (tx: Tx, now: Date) =>
  tx
    .selectFrom('requestPause')
    .innerJoin('request', (join) =>
      join.onRef('request.companyId', '=', 'requestPause.companyId').onRef('request.id', '=', 'requestPause.requestId'),
    )
    .select([
      'requestPause.id as pauseId',
      'request.id',
      'request.no',
      'request.subject',
      'request.estateId',
      'request.areaId',
      'request.handlerId',
      'request.receivedById',
      'request.aboutStaffId',
    ])
    .where('requestPause.toAt', 'is', null)
    .where('requestPause.resumeAt', '<=', now.toISOString())
    // Told once when the hour has come; the look is cheap because pauses of a day or two are all there are.
    .where('requestPause.resumeAt', '>', sql<string>`${now}::timestamptz - interval '1 day'`)
    .execute()
