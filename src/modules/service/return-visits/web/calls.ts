// The ways to the server that the pages of this room share.
import { apiOf, callOf } from '../../../../ui/api.ts'
import { requestSettings } from '../../requests/contract/settings.ts'
import { returnVisitRules, returnVisits } from '../contract.ts'

export const api = apiOf(returnVisits)
export const ruleApi = apiOf(returnVisitRules)
export const settingsApi = apiOf(requestSettings)

/** The most urgent one that may be tried now, other than this one. */
export async function nextVisit(estateId: string | undefined, but: string): Promise<{ id: string } | undefined> {
  const { items } = await callOf(api.list, {
    status: ['due'],
    forMe: true,
    ready: true,
    sort: 'due',
    limit: 30,
    ...(estateId ? { estateId } : {}),
  })
  return items.find(({ id, can }) => id !== but && can.includes('make'))
}
