// Calls of planning's pages, and the moments they put together.
import { apiOf } from '../../../../ui/api.ts'
import { instantOf } from '../../../../ui/moments.ts'
import { tasks } from '../contract/tasks.ts'
import { workLogs } from '../contract/work-logs.ts'

export const api = apiOf(tasks)
export const logApi = apiOf(workLogs)

/** Work of a day is due by the end of office hours. */
export const DAY_ENDS = '18:00'
/** Late in the evening what is placed on today still gets two hours. */
export function dueOn(day: string, zone: string | undefined, now: Date): string {
  const evening = Date.parse(instantOf(day, DAY_ENDS, zone))
  return new Date(Math.max(evening, now.getTime() + 2 * 3_600_000)).toISOString()
}
