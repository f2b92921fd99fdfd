// Whether the page is on a phone, and whether the person asked for a dark one.
import { useSyncExternalStore } from 'react'

function mediaStore(query: string) {
  const media = typeof window === 'undefined' ? undefined : window.matchMedia(query)
  return {
    subscribe(watcher: () => void) {
      media?.addEventListener('change', watcher)
      return () => media?.removeEventListener('change', watcher)
    },
    now: () => media?.matches ?? false,
  }
}
const narrow = mediaStore('(width < 768px)')
const dark = mediaStore('(prefers-color-scheme: dark)')

export const usePhone = () => useSyncExternalStore(narrow.subscribe, narrow.now)
export const useDark = () => useSyncExternalStore(dark.subscribe, dark.now)
