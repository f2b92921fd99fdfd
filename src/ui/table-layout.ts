// How a person likes a table: which columns, how high the rows. Kept in this browser.
import { useState } from 'react'

export type TableLayout = { columns?: string[]; relaxed?: boolean }

const keyOf = (name: string) => `zhishou.table.${name}`
const isLayout = (value: unknown): value is TableLayout => typeof value === 'object' && value !== null
function readLayout(name: string): TableLayout {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}')
    return isLayout(kept) ? kept : {}
  } catch {
    return {}
  }
}

export function useTableLayout(name: string) {
  const [layout, setLayout] = useState(() => readLayout(name))
  return {
    layout,
    change(next: TableLayout) {
      const merged = { ...layout, ...next }
      localStorage.setItem(keyOf(name), JSON.stringify(merged))
      setLayout(merged)
    },
    reset() {
      localStorage.removeItem(keyOf(name))
      setLayout({})
    },
  }
}
