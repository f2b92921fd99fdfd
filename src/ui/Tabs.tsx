// The tabs above a list; the one chosen stands in the address.
import type { Query } from './To.tsx'
import { oneIn, useUrlState } from './url-state.ts'

export function useTab<T extends string>(tabs: readonly T[], usual: T): T {
  const { query } = useUrlState()
  return tabs.find((one) => one === oneIn(query, 'tab')) ?? usual
}

type TabsProps<T extends string> = {
  /** What is listed, for screen readers. */
  label: string
  of: readonly { key: T; label: string; count?: number | undefined }[]
  now: T
  /** The tab of an address that names none. */
  usual: T
  /** What else of the address belongs to one tab only; the place in the list always does. */
  leaving?: Query
}
export function Tabs<T extends string>({ label, of, now, usual, leaving = {} }: TabsProps<T>) {
  const { change } = useUrlState()
  const open = (key: T) =>
    change({ ...leaving, tab: key === usual ? undefined : key, after: undefined, page: undefined })
  return (
    <nav className="kit-tabs" aria-label={label}>
      {of.map((one) => (
        <button
          key={one.key}
          type="button"
          className={one.key === now ? 'kit-tab kit-tab-now' : 'kit-tab'}
          aria-current={one.key === now ? 'true' : undefined}
          onClick={() => open(one.key)}
        >
          {one.label}
          {one.count ? <span className="kit-tab-count">{one.count}</span> : null}
        </button>
      ))}
    </nav>
  )
}
