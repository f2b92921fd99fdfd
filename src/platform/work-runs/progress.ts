// How far a run is, written at most twice a second in short transactions of its own, and told to the pages.
import type { Announce } from '../context.ts'
import type { Database } from '../database.ts'
import { noteProgress } from './queries.ts'

const EVERY_MS = 500

type Follow = { database: Database; announce: Announce; companyId: string; runId: string; attempt: number }
export type Progress = {
  say(done: number, total?: number): void
  latest(): { done?: number; total?: number }
  /** Waits for what is being written; nothing is written afterwards. */
  close(): Promise<void>
}

/** `onStop` is called when the run was cancelled, or taken up by somebody else. */
export function followProgress(follow: Follow, onStop: () => void): Progress {
  let latest: { done?: number; total?: number } = {}
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined
  let closed = false
  const write = async () => {
    const { done = 0, total = null } = latest
    try {
      const stop = await follow.database.inCompany(follow.companyId, (tx) =>
        noteProgress(tx, follow.runId, follow.attempt, done, total),
      )
      follow.announce(follow.companyId, [{ noun: 'work-runs', id: follow.runId, event: 'work_run.progressed' }])
      if (stop) onStop()
    } catch {
      // The next one may get through; a database that is gone shows itself in the next step.
    }
  }
  return {
    say(done, total) {
      latest = total === undefined ? { ...latest, done } : { done, total }
      if (closed || timer || writing) return
      timer = setTimeout(() => {
        timer = undefined
        writing = write().finally(() => {
          writing = undefined
        })
      }, EVERY_MS)
    },
    latest: () => latest,
    async close() {
      closed = true
      clearTimeout(timer)
      await writing
    },
  }
}
