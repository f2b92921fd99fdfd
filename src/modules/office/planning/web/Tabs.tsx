// The tabs above planning's lists; the one chosen stands in the address.
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import './planning.css'

export function useTab<T extends string>(tabs: readonly T[], usual: T): T {
  const { query } = useUrlState()
  return tabs.find((one) => one === oneIn(query, 'tab')) ?? usual
}

type TabsProps<T extends string> = {
  of: readonly { key: T; label: string; count?: number | undefined }[]
  now: T
  usual: T
}
export function Tabs<T extends string>({ of, now, usual }: TabsProps<T>) {
  const { change } = useUrlState()
  return (
    <nav className="pl-tabs">
      {of.map(({ key, label, count }) => (
        <button
          key={key}
          type="button"
          className={key === now ? 'pl-tab pl-tab-now' : 'pl-tab'}
          aria-current={key === now ? 'true' : undefined}
          onClick={() => change({ tab: key === usual ? undefined : key, after: undefined, page: undefined })}
        >
          {label}
          {count ? <span className="pl-count">{count}</span> : null}
        </button>
      ))}
    </nav>
  )
}
