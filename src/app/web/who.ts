// The session as the pages see it.
import { useQueryClient } from '@tanstack/react-query'
import type { WhoAmI } from '../../platform/session/contract.ts'
import { session } from '../../platform/session/contract.ts'
import { apiOf, useRead } from '../../ui/api.ts'
import type { Me } from '../../ui/me.tsx'

export const sessionApi = apiOf(session)
const WHO_KEY = [sessionApi.get.noun, sessionApi.get.verb, {}]

export const useWho = () => useRead(sessionApi.get, {})

/** Replaces what is known about the session: after signing in with the answer, after signing out with nothing. */
export function useEnter() {
  const queries = useQueryClient()
  return {
    enter(who: WhoAmI, before: WhoAmI | undefined) {
      const same = before?.user.id === who.user.id
      if (!same) queries.clear()
      queries.setQueryData(WHO_KEY, who)
      if (same) void queries.invalidateQueries()
    },
    /** Everything on the page belonged to the person who left; a fresh load forgets it all. */
    leave() {
      queries.clear()
      window.location.assign('/')
    },
    again: () => queries.invalidateQueries({ queryKey: [sessionApi.get.noun] }),
  }
}

export const meOf = (who: WhoAmI): Me => ({
  id: who.user.id,
  name: who.user.name,
  login: who.user.login,
  phone: who.user.phone,
  companyId: who.company.id,
  companyName: who.company.name,
  isSample: who.company.sample,
  zone: who.company.zone,
  mustChangePassword: who.mustChangePassword,
  posts: who.posts,
  actingFor: who.actingFor,
  permissions: new Set(who.permissions.map(({ permission }) => permission)),
  estates: who.estates,
})
