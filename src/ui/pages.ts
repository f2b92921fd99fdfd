// How a room announces its pages to the shell, and the way around between them.
import { lazyRouteComponent, type RouteComponent, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type MenuEntry = { label: { zh: string; en: string }; icon: ReactNode; order: number }
export type PageDef = {
  /** As the router writes it: /requests/$id */
  path: string
  page: RouteComponent
  menu?: MenuEntry
  /** The permission without which the page is neither shown nor listed; null for everybody who is signed in. */
  needs: string | null
  /** Stands in the bottom bar of phones. */
  phone?: boolean
  /** Fills the screen, without menu and header. */
  bare?: boolean
}

/** A page loaded when first visited: its module and the name of its component. */
export const lazyPage: typeof lazyRouteComponent = lazyRouteComponent

export const usePathParam = (name: string): string => {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  return params[name] ?? ''
}
export const useRecordId = () => usePathParam('id')

/** `go('/requests/1')`; with `replace` the present page leaves no trace in the history. */
export function useGo() {
  const navigate = useNavigate()
  return (href: string, options: { replace?: boolean } = {}) => {
    void navigate({ href, replace: options.replace ?? false })
  }
}

/** Whether an address of this form leads anywhere: `hasPage('/requests/$id')`. */
export function useHasPage() {
  const { routesByPath } = useRouter()
  return (path: string) => path in routesByPath
}

/** What the search box in the header finds in one room. */
export type Hit = { key: string; title: string; hint?: string; href: string }
export type Finder = {
  /** The heading over the hits. */
  label: { zh: string; en: string }
  order: number
  needs: string
  find(text: string, signal: AbortSignal): Promise<Hit[]>
}

/** A piece of the start page: a queue, a count, today's work. Heading and all, drawn by the room. */
export type HomePiece = {
  key: string
  order: number
  /** Null for everybody. */
  needs: string | null
  piece: RouteComponent
  /** Beside the main column on desks. */
  side?: boolean
  /** Records that stand here and have no page of their own, by noun; what is told about them leads here. */
  shows?: readonly string[]
}
