// Who is signed in, what they may, and the estate they look at.
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

export type EstateName = { id: string; name: string }
export type Me = {
  id: string
  name: string
  login: string
  phone: string | null
  companyId: string
  companyName: string
  /** The company made up for trying the program. */
  isSample: boolean
  zone: string
  mustChangePassword: boolean
  posts: readonly { id: string; title: string }[]
  /** Whom this person stands in for now, and in which post. */
  actingFor: readonly { principalId: string; principalName: string; postId: string; postTitle: string; until: string }[]
  permissions: ReadonlySet<string>
  estates: readonly EstateName[]
}
export type EstateChoice = {
  /** Undefined: all of them. */
  estateId: string | undefined
  estates: readonly EstateName[]
  choose(estateId: string | undefined): void
}

const MeContext = createContext<Me | undefined>(undefined)
const EstateContext = createContext<EstateChoice | undefined>(undefined)
const KEPT_ESTATE = 'zhishou.estate'

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(KEPT_ESTATE) ?? undefined)
  const choice = useMemo<EstateChoice>(() => {
    const only = me.estates.length === 1 ? me.estates[0]?.id : undefined
    const known = me.estates.some(({ id }) => id === chosen) ? chosen : undefined
    return {
      estateId: known ?? only,
      estates: me.estates,
      choose(estateId) {
        if (estateId) sessionStorage.setItem(KEPT_ESTATE, estateId)
        else sessionStorage.removeItem(KEPT_ESTATE)
        setChosen(estateId)
        void queries.invalidateQueries()
      },
    }
  }, [me, chosen, queries])
  return (
    <MeContext.Provider value={me}>
      <EstateContext.Provider value={choice}>{children}</EstateContext.Provider>
    </MeContext.Provider>
  )
}

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside of the signed-in part of the page')
  return me
}
export const useMay = (permission: string) => useMe().permissions.has(permission)
export function useEstate(): EstateChoice {
  const choice = useContext(EstateContext)
  if (!choice) throw new Error('useEstate outside of the signed-in part of the page')
  return choice
}
/** The zone in which times are shown; before sign-in that of the browser. */
export const useZone = () => useContext(MeContext)?.zone
