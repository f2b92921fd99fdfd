// The whole product as a user starts it, in a data folder of its own.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { holderOf, identityOf, isAlive } from '../../src/platform/folder-lock.mjs'
import { postmasterOf } from '../../src/platform/postgres/cluster.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Product = {
  /** Of the process that was started; the others are found through it. */
  pid: number
  output(): string
  errors(): string
  /** Resolves when the product says that it is ready; throws when it ends before. */
  ready: Promise<{ address: string; seconds: number }>
  ended: Promise<{ code: number | null; seconds: number }>
  /** Ctrl-C. */
  interrupt(): Promise<{ code: number | null; seconds: number }>
}
export type StartOptions = { dataDir: string; environment?: Record<string, string>; command?: string[] }

const START = [process.execPath, join(ROOT, 'scripts', 'start.mjs')]

export function startProduct({ dataDir, environment = {}, command = START }: StartOptions): Product {
  const startedAt = Date.now()
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...outerEnvironment(), PORT: '0', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives it.
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} cannot be started`)
  const seconds = () => (Date.now() - startedAt) / 1000
  let output = ''
  let errors = ''
  const ended = new Promise<{ code: number | null; seconds: number }>((resolve) => {
    child.once('close', (code) => resolve({ code, seconds: seconds() }))
  })
  const ready = new Promise<{ address: string; seconds: number }>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      const address = /(?:Ready after .*:|Serving at) (http\S+)/.exec(output)?.[1]
      if (address) resolve({ address, seconds: seconds() })
    })
    void ended.then(({ code }) => reject(new Error(`ended with ${code}\n${output}\n${errors}`)))
  })
  // A test that waits for the end does not wait for this.
  ready.catch(() => {})
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk
  })
  return {
    pid,
    output: () => output,
    errors: () => errors,
    ready,
    ended,
    async interrupt() {
      const from = seconds()
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGINT')
      const { code, seconds: at } = await ended
      return { code, seconds: at - from }
    },
  }
}

export const ZHISHOU = [process.execPath, join(ROOT, 'scripts', 'zhishou.mjs')]

/** A command of the installation in this data folder, answering with JSON. */
export async function zhishou(dataDir: string, args: string[], environment: Record<string, string> = {}) {
  const product = startProduct({ dataDir, environment, command: [...ZHISHOU, ...args, '--json'] })
  const { code } = await product.ended
  return { code, said: z.record(z.string(), z.unknown()).parse(JSON.parse(product.output())) }
}

/** What npm and the test runner set would tell the product that npm started it. */
const outerEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|VITEST|ZHISHOU_|DATABASE_URL|NODE_OPTIONS|NODE_ENV|LOG_LEVEL)/.test(name),
    ),
  )

export type Part = 'launcher' | 'postgres' | 'worker'

/** The process of a running product that does this. */
export function pidOf(dataDir: string, part: Part): number {
  const launcher = holderOf(dataDir)?.pid
  const pid = {
    launcher: () => launcher,
    postgres: () => postmasterOf(join(dataDir, 'postgres'))?.pid,
    worker: () => childrenOf(launcher).find((child) => commandOf(child).includes('cli.ts work')),
  }[part]()
  if (!pid) throw new Error(`no ${part} runs on ${dataDir}`)
  return pid
}

const allPids = () => readdirSync('/proc').map(Number).filter(Boolean)
const childrenOf = (pid: number | undefined) => allPids().filter((one) => parentOf(one) === pid)
const parentOf = (pid: number) => Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1])
const commandOf = (pid: number) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')

/** Every live process that works on this folder. */
export const processesOn = (dataDir: string) =>
  allPids().filter(
    (pid) =>
      isAlive(identityOf(pid)) &&
      (read(`/proc/${pid}/environ`).includes(`DATA_DIR=${dataDir}\0`) || commandOf(pid).includes(`${dataDir}/`)) &&
      pid !== process.pid,
  )

function read(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
