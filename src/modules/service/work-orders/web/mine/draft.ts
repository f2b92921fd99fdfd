// What was entered on a step stays until it is sent, whatever is looked at in between.
import { useState } from 'react'

export const draftKey = (name: string) => `zhishou.step.${name}`

function read<T extends object>(name: string, first: T): T {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(draftKey(name)) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...first, ...kept } : first
  } catch {
    return first
  }
}

export const forgetDraft = (name: string) => sessionStorage.removeItem(draftKey(name))

export function useDraft<T extends object>(name: string, first: T) {
  const [draft, set] = useState(() => read(name, first))
  const change = (next: Partial<T>) =>
    set((now) => {
      const changed = { ...now, ...next }
      sessionStorage.setItem(draftKey(name), JSON.stringify(changed))
      return changed
    })
  return [draft, change] as const
}
