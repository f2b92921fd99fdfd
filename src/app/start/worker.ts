// Keeps one worker process alive beside the server.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../cli.ts', import.meta.url))
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A worker that lived this long had started well; the next pause is short again. */
const GOOD_RUN_MS = 60_000
const LONGEST_STOP_MS = 8000

export type KeptWorker = { pid(): number | undefined; stop(): Promise<void> }

export function keepWorker(environment: NodeJS.ProcessEnv, say: (text: string) => void): KeptWorker {
  let stopping = false
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined
  let child = run()

  function run() {
    const startedAt = Date.now()
    const started = spawn(process.execPath, [PROGRAM, 'work'], {
      // The channel closes when this process dies however it dies, and the worker stops then.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: environment,
      // Ctrl-C in a terminal reaches the whole group; the worker is stopped in its turn.
      detached: process.platform !== 'win32',
    })
    started.on('error', (error) => say(`the worker cannot be started: ${error.message}`))
    started.on('exit', (code, signal) => {
      if (stopping) return
      if (Date.now() - startedAt > GOOD_RUN_MS) pause = FIRST_PAUSE_MS
      say(`the worker ended (${signal ?? `exit code ${code}`}); the next one starts in ${pause / 1000} s`)
      timer = setTimeout(() => {
        child = run()
      }, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    })
    return started
  }

  return {
    pid: () => child.pid,
    async stop() {
      stopping = true
      clearTimeout(timer)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS)
      await ended
      clearTimeout(force)
    },
  }
}
