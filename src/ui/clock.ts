// One ticking clock for everything on the page that counts minutes.
import { useSyncExternalStore } from 'react'

const TICK_MS = 20_000
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const watchers = new Set<() => void>()

function subscribe(watcher: () => void) {
  watchers.add(watcher)
  timer ??= setInterval(() => {
    now = new Date()
    for (const one of watchers) one()
  }, TICK_MS)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
function read() {
  // Whoever starts to watch after a pause must not see an old minute.
  if (timer === undefined && Date.now() - now.getTime() > TICK_MS) now = new Date()
  return now
}
export const useNow = () => useSyncExternalStore(subscribe, read)
