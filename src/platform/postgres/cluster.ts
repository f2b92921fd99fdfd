// The folder of one embedded database: made once, and freed from what an earlier run left behind.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isAlive } from '../folder-lock.mjs'
import { DatabaseUnusable } from '../migrate.ts'
import type { Binaries, Launch } from './binaries.ts'

export const SUPERUSER = 'zhishou'

export const clusterIn = (folder: string) => join(folder, 'cluster')
export const clusterExists = (folder: string) => existsSync(join(clusterIn(folder), 'PG_VERSION'))

export function passwordIn(folder: string): string {
  const path = join(folder, 'password')
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}

/** Where the server of this folder listens, by its own account; it may have died without taking the file away. */
export function postmasterOf(folder: string) {
  try {
    const lines = readFileSync(join(clusterIn(folder), 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Made under another name and renamed when whole, so that an interrupted start leaves nothing half made. */
export async function createCluster(folder: string, binaries: Binaries, launch: Launch) {
  const password = passwordIn(folder)
  const draft = join(folder, 'cluster.new')
  const passwordFile = join(folder, 'password.initdb')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [folder, draft, passwordFile]) giveTo(path, launch)
  const options = ['-D', draft, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const locale = ['-E', 'UTF8', '--locale=C', '--no-instructions']
  const { status, output } = await run(binaries, 'initdb', [...options, ...locale], launch)
  rmSync(passwordFile, { force: true })
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    const hint = launch.runAs
      ? ' (it runs as nobody here, who must be able to reach the data folder and the packages)'
      : ''
    throw new DatabaseUnusable(`The embedded database could not be created: ${lastLineOf(output)}${hint}`)
  }
  renameSync(draft, clusterIn(folder))
}

const giveTo = (path: string, { runAs }: Launch) => runAs && chownSync(path, runAs.uid, runAs.gid)

export const lastLineOf = (output: string) => output.trim().split('\n').at(-1) ?? ''

export function run(binaries: Binaries, program: string, args: string[], launch: Launch) {
  const [command, ...rest] = [...launch.before, join(binaries.folder, program), ...args]
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    if (command === undefined) throw new Error('no program')
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: plainEnvironment(), ...launch.runAs })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', (cause) => reject(new DatabaseUnusable(`PostgreSQL cannot be run here: ${cause.message}`)))
    child.on('close', (status) => resolve({ status, output }))
  })
}

/** PG… variables of the user's shell would change what the server does. */
export const plainEnvironment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
  LC_ALL: 'C',
})

/** A server whose starter was killed is told to stop and waited for; what a killed server left is taken away. */
export async function clearAfterCrash(folder: string, onStep: (text: string) => void) {
  const found = postmasterOf(folder)
  if (!found) return
  if (isPostgresOn(found.pid, folder)) {
    onStep(`stopping the database server that an earlier run left behind (process ${found.pid})`)
    await stopProcess(found.pid)
  }
  if (process.platform !== 'linux') return
  // Without their server the others end by themselves, each after the statement it is in.
  for (let waited = 0; processesOn(folder).length > 0; waited += 20) {
    if (waited === 10_000) for (const pid of processesOn(folder)) trySignal(pid, 'SIGKILL')
    await sleep(20)
  }
  // PostgreSQL would take a zombie, or another program that got the number since, for a running server.
  rmSync(join(clusterIn(folder), 'postmaster.pid'), { force: true })
}

const processesOn = (folder: string) =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isPostgresOn(pid, folder))

/** Fast shutdown first; immediate shutdown, which the next start recovers from, if that takes too long. */
export async function stopProcess(pid: number) {
  const identity = identityOf(pid)
  for (const { signal, seconds } of [
    { signal: 'SIGINT', seconds: 15 },
    { signal: 'SIGQUIT', seconds: 5 },
    { signal: 'SIGKILL', seconds: 5 },
  ] as const) {
    if (!isAlive(identity)) return
    trySignal(pid, signal)
    for (let waited = 0; waited < seconds * 1000 && isAlive(identity); waited += 10) await sleep(10)
  }
}

function trySignal(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in between.
  }
}

function isPostgresOn(pid: number, folder: string) {
  if (!isAlive(identityOf(pid))) return false
  if (process.platform !== 'linux') return true
  try {
    // The server's working folder is its cluster; another program that got the number has another.
    return readlinkSync(`/proc/${pid}/cwd`) === clusterIn(folder)
  } catch {
    return false
  }
}
