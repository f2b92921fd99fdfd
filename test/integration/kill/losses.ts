// What is missing or there twice of the requests that were acknowledged, in words; nothing when the promise was kept.
import type { Database } from '../../../src/platform/database.ts'
import type { Filed } from './desk.ts'

type Look = { database: Database; companyId: string }
type Found = {
  id: string
  no: string
  subject: string
  received: number
  accepted: number
  clocks: number
  dispatched: number
  told: number
  heard: number
}

/** `heard`: all hearers have caught up, so their effects must be there too. */
export async function lossesAmong(
  { database, companyId }: Look,
  filed: readonly Filed[],
  heard?: 'heard',
): Promise<string[]> {
  const found = Map.groupBy(await database.inCompany(companyId, listFound), ({ subject }) => subject)
  return filed.flatMap((one) => [
    ...faultsOf(one, found.get(one.subject) ?? []),
    ...(heard ? unheardOf(found.get(one.subject) ?? []) : []),
  ])
}

type InCompany = Parameters<Database['inCompany']>[1]
const listFound = async (tx: Parameters<InCompany>[0]): Promise<Found[]> => {
  const requests = await tx.selectFrom('request').select(['id', 'no', 'subject']).execute()
  const events = await tx.selectFrom('event').select(['recordId', 'name']).where('recordKind', '=', 'request').execute()
  const clocks = await tx.selectFrom('requestClock').select(['requestId']).execute()
  const notifications = await tx.selectFrom('notification').select(['recordId', 'kind']).execute()
  const count = new Map<string, number>()
  const add = (key: string) => count.set(key, (count.get(key) ?? 0) + 1)
  for (const { recordId, name } of events) add(`${recordId} ${name}`)
  for (const { requestId } of clocks) add(`${requestId} clock`)
  for (const { recordId, kind } of notifications) add(`${recordId} told ${kind}`)
  const of = (id: string, what: string) => count.get(`${id} ${what}`) ?? 0
  return requests.map((request) => ({
    ...request,
    received: of(request.id, 'request.received'),
    accepted: of(request.id, 'request.accepted'),
    clocks: of(request.id, 'clock'),
    dispatched: of(request.id, 'request.dispatched'),
    told: of(request.id, 'told request.given_to_you'),
    heard: of(request.id, 'told test.heard'),
  }))
}

/** Of a repair that is urgent. */
const CLOCKS = 3
function faultsOf({ subject, answer }: Filed, found: readonly Found[]): string[] {
  if (found.length > 1) return [`${subject} is there ${found.length} times`]
  const [request] = found
  if (!request) return answer ? [`${subject} was acknowledged as ${answer.no} and is not there`] : []
  const { id, no, received, accepted, clocks } = request
  const whole = received === 1 && accepted === 1 && clocks === CLOCKS
  return [
    ...(answer && (answer.id !== id || answer.no !== no) ? [`${subject} is not the one that was acknowledged`] : []),
    ...(whole ? [] : [`${subject} has ${received} received, ${accepted} accepted, ${clocks} clocks`]),
  ]
}

const unheardOf = (found: readonly Found[]): string[] =>
  found
    .filter(({ dispatched, told, heard }) => told !== dispatched || heard !== 1)
    .map(({ subject, dispatched, told, heard }) => `${subject}: ${dispatched} dispatched, ${told} told, ${heard} heard`)
