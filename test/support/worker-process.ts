// Starts the toy worker as a process of its own; resolves when it works.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ToyCompany } from './workplace.ts'

const PROGRAM = fileURLToPath(new URL('toy-worker.ts', import.meta.url))

export function startWorkerProcess(url: string, { id, chen, wu }: ToyCompany, files?: string): Promise<ChildProcess> {
  const known = JSON.stringify({ id, chen: chen.id, wu: wu.id })
  const child = spawn(process.execPath, [PROGRAM, url, known, ...(files ? [files] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
  })
}
