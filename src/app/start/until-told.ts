// Runs until somebody says stop, then undoes what was set up, in the opposite order.

const LONGEST_STOP_MS = 25_000
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export type Running = {
  /** What is to be undone; asked for in the opposite order. */
  onStop(undo: () => void | Promise<void>): void
  /** Ends the process: undone first, then this exit code. */
  stop(code: number): Promise<void>
  /** Something this process cannot do without has gone. */
  fail(error: unknown): void
}

/** `onDefect` says what has gone wrong when `work` throws. */
export function untilTold(work: (running: Running) => Promise<void>, onDefect: (error: unknown) => void) {
  const undoing = new AsyncDisposableStack()
  let stopping = false
  const running: Running = {
    onStop: (undo) => undoing.defer(undo),
    async stop(code) {
      if (stopping) return
      stopping = true
      // What hangs must not keep the rest from ending; the next start copes with what is left.
      setTimeout(() => process.exit(code || 1), LONGEST_STOP_MS).unref()
      await undoing.disposeAsync().catch(onDefect)
      process.exit(code)
    },
    fail(error) {
      // Things break while they are being taken down; that is no news.
      if (stopping) return
      onDefect(error)
      void running.stop(1)
    },
  }
  for (const signal of SIGNALS) process.on(signal, () => void running.stop(0))
  // The process that started this one is gone, however it went.
  process.once('disconnect', () => void running.stop(0))
  process.channel?.unref()
  process.on('uncaughtException', running.fail)
  process.on('unhandledRejection', running.fail)
  work(running).catch(running.fail)
}
