// Hears from the server what other people changed, and has those reads fetched again.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

type State = 'connecting' | 'live' | 'lost'
/** Changes arrive in bursts; one look for all of them. */
const GATHER_MS = 250
/** A first connection may take this long before the page says that it is cut off. */
const PATIENCE_MS = 6000

let state: State = 'connecting'
const watchers = new Set<() => void>()
const become = (next: State) => {
  if (state === next) return
  state = next
  for (const watcher of watchers) watcher()
}

const hearers = new Set<(nouns: readonly string[]) => void>()
/** For what counts other rooms' records: told at each announcement which of them changed. The answer ends it. */
export function onChanges(hearer: (nouns: readonly string[]) => void) {
  hearers.add(hearer)
  return () => {
    hearers.delete(hearer)
  }
}

export const isLive = () => state === 'live'
export const useLiveState = () =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
    () => state,
  )

/** Opens the channel; the answer closes it. The browser reconnects by itself, and after a gap everything in view is read again. */
export function openLive(queries: QueryClient, url = '/api/live') {
  const nouns = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let missed = false
  const look = () => {
    timer = undefined
    const changed = new Set(nouns)
    nouns.clear()
    for (const hearer of hearers) hearer([...changed])
    void queries.invalidateQueries({ predicate: ({ queryKey }) => changed.has(String(queryKey[0])) })
  }
  const lose = () => {
    missed = true
    become('lost')
  }
  const patience = setTimeout(() => state === 'connecting' && lose(), PATIENCE_MS)
  const source = new EventSource(url)
  source.onopen = () => {
    clearTimeout(patience)
    become('live')
    if (missed) void queries.invalidateQueries()
    missed = false
  }
  source.onerror = lose
  const hear = ({ data }: MessageEvent<string>) => {
    for (const noun of nounsIn(data)) nouns.add(noun)
    if (nouns.size > 0) timer ??= setTimeout(look, GATHER_MS)
  }
  source.onmessage = hear
  source.addEventListener('changes', hear)
  return () => {
    clearTimeout(timer)
    clearTimeout(patience)
    source.close()
    become('connecting')
  }
}

/** `{ changes: [{ noun }] }`, a list of changes, or one change. */
export function nounsIn(text: string): string[] {
  const heard = readJson(text)
  const changes = Array.isArray(heard)
    ? heard
    : isObject(heard) && Array.isArray(heard.changes)
      ? heard.changes
      : [heard]
  return changes.flatMap((change: unknown) =>
    isObject(change) && typeof change.noun === 'string' ? [change.noun] : [],
  )
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
