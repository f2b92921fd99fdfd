// SQL that locks, writes and moves requests and what hangs on them.
import { type Expression, type Insertable, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import type { Tx } from '../../../../platform/database.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'

export type RequestColumns = Insertable<Tables['request']>
export type ClockColumns = Insertable<Tables['requestClock']>

/** A request with what hangs on it from the beginning: the words under which it is found, and its clocks. */
export type NewRequest = { row: RequestColumns & { id: string }; words: string; clocks: readonly ClockColumns[] }

const partsOf = (requests: readonly NewRequest[]) => [
  rowsOf(
    'request',
    requests.map(({ row }) => row),
  ),
  rowsOf(
    'requestWords',
    requests.map(({ row, words }) => ({ requestId: row.id, receivedAt: row.receivedAt, words })),
  ),
  rowsOf(
    'requestClock',
    requests.flatMap(({ clocks }) => clocks),
  ),
]

/** The call with its requests, in one statement. */
export const insertCall = (tx: Tx, call: Insertable<Tables['callLog']>, requests: readonly NewRequest[]) =>
  insertRows(tx, rowsOf('callLog', [call]), ...partsOf(requests))

export const insertRequests = (tx: Tx, requests: readonly NewRequest[]) => insertRows(tx, ...partsOf(requests))

export const updateWords = (tx: Tx, requestId: string, words: string) =>
  tx.updateTable('requestWords').set({ words }).where('requestId', '=', requestId).execute()

/** Puts the words that wait into the index, many at once; nothing waiting costs nothing. */
export const settleWords = (tx: Tx) => sql`select settle_words()`.execute(tx)

export const lockRequest = (tx: Tx, id: string) =>
  tx.selectFrom('request').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
export type LockedRequest = NonNullable<Awaited<ReturnType<typeof lockRequest>>>

export const findRequest = (tx: Tx, id: string) =>
  tx.selectFrom('request').select(COLUMNS).where('id', '=', id).executeTakeFirst()

export async function isRefKnown(tx: Tx, source: string, sourceRef: string): Promise<boolean> {
  const row = await tx
    .selectFrom('request')
    .select('id')
    .where('source', '=', source)
    .where('sourceRef', '=', sourceRef)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type RequestChange = Updateable<Tables['request']>
export const updateRequest = (tx: Tx, id: string, change: RequestChange) =>
  tx
    .updateTable('request')
    .set({ ...change, ...(endsLimits(change) ? outcomeIn(change.cycle) : {}) })
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

/** Whatever ends a limit of finishing, or begins another one, is written together with one of these. */
const endsLimits = (change: RequestChange) => 'completedAt' in change || 'closedAt' in change || 'cycle' in change

/** How the limit of finishing ended, from the limit itself: it is written before the request is. */
function outcomeIn(cycle: number | undefined) {
  const ended = (column: Expression<unknown>) => sql`(select ${column} from request_clock where
    request_clock.request_id = request.id and request_clock.cycle = ${cycle ?? sql.ref('request.cycle')} and request_clock.kind = 'finish')`
  return {
    finishOutcome: sql<Outcome>`${ended(OUTCOME)}`,
    finishDueAt: sql<string | null>`${ended(sql`case when ${OUTCOME} is not null then due_at end`)}`,
  }
}
type Outcome = Tables['request']['finishOutcome']
const OUTCOME = sql`case when met_at <= due_at then 'on_time' when met_at > due_at then 'late' when stopped_at > due_at then 'overrun' end`

export const listClocks = (tx: Tx, requestId: string, cycle?: number) =>
  tx
    .selectFrom('requestClock')
    .select([
      'kind',
      'cycle',
      'clock',
      'startedAt',
      'limitMinutes',
      'firstDueAt',
      'dueAt',
      'metAt',
      'stoppedAt',
      'nextStepAt',
      'stepsDone',
    ])
    .where('requestId', '=', requestId)
    .$if(cycle !== undefined, (query) => query.where('cycle', '=', cycle ?? 0))
    .orderBy('cycle')
    .orderBy('kind')
    .execute()

export const insertClocks = (tx: Tx, clocks: readonly ClockColumns[]) => insertRows(tx, rowsOf('requestClock', clocks))

export type ClockKey = { requestId: string; cycle: number; kind: Tables['requestClock']['kind'] }
export const updateClock = (tx: Tx, key: ClockKey, change: Updateable<Tables['requestClock']>) =>
  tx
    .updateTable('requestClock')
    .set(change)
    .where('requestId', '=', key.requestId)
    .where('cycle', '=', key.cycle)
    .where('kind', '=', key.kind)
    .execute()

export const listPauses = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('requestPause')
    .innerJoin('holdReason', (join) =>
      join
        .onRef('holdReason.companyId', '=', 'requestPause.companyId')
        .onRef('holdReason.id', '=', 'requestPause.reasonId'),
    )
    .select([
      'requestPause.id',
      'requestPause.reasonId',
      'holdReason.name as reasonName',
      'holdReason.nameEn as reasonNameEn',
      'requestPause.stopsClock',
      'requestPause.note',
      'requestPause.fromAt',
      'requestPause.resumeAt',
      'requestPause.toAt',
    ])
    .where('requestPause.requestId', '=', requestId)
    .orderBy('requestPause.fromAt')
    .execute()

export const insertPause = (tx: Tx, row: Insertable<Tables['requestPause']>) =>
  tx.insertInto('requestPause').values(row).execute()

/** Ends the open pause and answers it. */
export const endPause = (tx: Tx, requestId: string, at: Date) =>
  tx
    .updateTable('requestPause')
    .set({ toAt: at })
    .where('requestId', '=', requestId)
    .where('toAt', 'is', null)
    .returning(['fromAt', 'toAt', 'stopsClock'])
    .executeTakeFirst()

export const insertAnswer = (tx: Tx, row: Insertable<Tables['requestAnswer']>) =>
  tx.insertInto('requestAnswer').values(row).execute()

export const listAnswers = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('requestAnswer')
    .select(['id', 'cycle', 'way', 'body', 'at', 'byName'])
    .where('requestId', '=', requestId)
    .orderBy('at')
    .execute()

/** One person's name and whether that person still works here. */
export const findPerson = (tx: Tx, id: string) =>
  tx.selectFrom('staffCard').select(['id', 'name', 'leftOn']).where('id', '=', id).executeTakeFirst()

export const findPlaces = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('placeCard')
    .select(['id', 'estateId', 'areaId', 'kind', 'code', 'pathName'])
    .where('id', 'in', [...ids])
    .where('archivedAt', 'is', null)
    .execute()

/** Places that a person's area covers when the request names no exact place. */
export const countParts = (tx: Tx, parentId: string) =>
  tx
    .selectFrom('request')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('parentId', '=', parentId)
    .where('status', 'not in', ['closed', 'closed_undone', 'cancelled', 'completed', 'to_visit'])
    .executeTakeFirstOrThrow()

export const COLUMNS = [
  'id',
  'no',
  'estateId',
  'areaId',
  'callId',
  'parentId',
  'masterId',
  'duplicateOfId',
  'previousId',
  'kind',
  'categoryId',
  'urgency',
  'level',
  'subject',
  'body',
  'placeId',
  'placeText',
  'indoor',
  'customerId',
  'contactName',
  'contactPhone',
  'anonymous',
  'channel',
  'source',
  'sourceRef',
  'outsideDueAt',
  'outsideParty',
  'receivedAt',
  'receivedById',
  'receivedBy',
  'appointmentFrom',
  'appointmentTo',
  'status',
  'heldStatus',
  'handlerId',
  'aboutStaffId',
  'valid',
  'dueAt',
  'acceptedAt',
  'answeredAt',
  'dispatchedAt',
  'takenAt',
  'arrivedAt',
  'completedAt',
  'closedAt',
  'holdMinutes',
  'chargeable',
  'amountFen',
  'paidAt',
  'paidBy',
  'receiptNo',
  'result',
  'closeReason',
  'returnCount',
  'reworkCount',
  'reopenCount',
  'nudgeCount',
  'sheets',
  'cycle',
] as const satisfies readonly (keyof Tables['request'])[]
