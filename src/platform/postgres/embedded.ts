// Starts and stops the database server that comes with the program.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseUnusable } from '../migrate.ts'
import { type Binaries, embeddedBinaries, type Launch, launchHere } from './binaries.ts'
import {
  clearAfterCrash,
  clusterExists,
  clusterIn,
  createCluster,
  lastLineOf,
  passwordIn,
  plainEnvironment,
  postmasterOf,
  run,
  SUPERUSER,
  stopProcess,
} from './cluster.ts'

export type EmbeddedOptions = {
  /** Holds the cluster, its password and its log. */
  folder: string
  binaries?: Binaries
  /** Server settings on top of the usual ones. */
  server?: Record<string, string>
  onStep?: (text: string) => void
}
export type Embedded = {
  url: string
  pid: number
  /** Made by this start: nothing was there before. */
  created: boolean
  /** Resolves when the server has ended, whoever ended it; says how. */
  ended: Promise<string>
  stop(): Promise<void>
}

const DATABASE = 'zhishou'
const LONGEST_LOG = 10_000_000

/** Large enough for the indexes of a busy company, small enough for a small machine. */
const usualSettings = (port: number): Record<string, string> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: `${Math.min(512, Math.floor(totalmem() / 4 / 1_048_576))}MB`,
  max_wal_size: '4GB',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
})

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { binaries = embeddedBinaries(), onStep = () => {} } = options
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const folder = realpathSync(options.folder)
  const launch = launchHere()
  const created = !clusterExists(folder)
  if (created) {
    onStep('creating the database')
    await createCluster(folder, binaries, launch)
  } else {
    await mustBeOfThisMajor(folder, binaries, launch)
    await clearAfterCrash(folder, onStep)
  }
  const { child, port } = await startListening({ folder, binaries, launch, server: options.server ?? {}, onStep })
  const url = urlOf(port, passwordIn(folder))
  await makeDatabase(url)
  return { url, created, ...handleOn(child) }
}

/** The address of the server that already runs on this folder. */
export function urlOfRunning(folder: string): string | undefined {
  const found = existsSync(folder) ? postmasterOf(folder) : undefined
  return found?.ready ? urlOf(found.port, passwordIn(folder)) : undefined
}

const urlOf = (port: number, password: string, database = DATABASE) =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`

async function mustBeOfThisMajor(folder: string, binaries: Binaries, launch: Launch) {
  const made = readFileSync(join(clusterIn(folder), 'PG_VERSION'), 'utf8').trim()
  const { output } = await run(binaries, 'postgres', ['--version'], launch)
  const major = output.match(/(\d+)/)?.[1]
  if (made !== major) {
    throw new DatabaseUnusable(
      `The database in ${folder} was made by PostgreSQL ${made}, and ${major} comes along now: restore a backup into an empty folder.`,
    )
  }
}

type Start = {
  folder: string
  binaries: Binaries
  launch: Launch
  server: Record<string, string>
  onStep: (text: string) => void
}

async function startListening(start: Start) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const child = spawnServer(start, port)
    const failure = await readyOrFailure(child, start)
    if (!failure) return { child, port }
    // Somebody else took the port between finding and using it.
    if (attempt === 3 || !/could not (create any TCP|bind)|Address already in use/.test(failure)) {
      throw new DatabaseUnusable(`The embedded database did not start: ${lastLineOf(failure)}`)
    }
  }
}

function spawnServer({ folder, binaries, launch, server }: Start, port: number) {
  const settings = Object.entries({ ...usualSettings(port), ...server }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const [command, ...args] = [...launch.before, join(binaries.folder, 'postgres'), '-D', clusterIn(folder), ...settings]
  if (command === undefined) throw new Error('no program')
  const log = openSync(logIn(folder), 'a')
  // A process group of its own: Ctrl-C in a terminal goes to the whole group, and the database must stop last.
  return spawn(command, args, {
    stdio: ['ignore', log, log],
    env: plainEnvironment(),
    detached: process.platform !== 'win32',
    ...launch.runAs,
  })
}

function logIn(folder: string) {
  const path = join(folder, 'postgres.log')
  if (existsSync(path) && statSync(path).size > LONGEST_LOG) renameSync(path, `${path}.old`)
  return path
}

async function readyOrFailure(child: ChildProcess, { folder, onStep }: Start) {
  let failure: string | undefined
  const logFrom = existsSync(logIn(folder)) ? statSync(logIn(folder)).size : 0
  child.once('error', (cause) => {
    failure = cause.message
  })
  child.once('exit', () => {
    failure ??= readFileSync(logIn(folder)).subarray(logFrom).toString() || 'it ended at once'
  })
  for (let waited = 0; failure === undefined; waited += 10) {
    const found = postmasterOf(folder)
    if (found?.pid === child.pid && found?.ready) return undefined
    // After a crash the log is replayed first; that may take minutes and must not be cut short.
    if (waited > 0 && waited % 5000 === 0)
      onStep('the database is still recovering what an earlier run left in its log')
    await sleep(10)
  }
  return failure
}

export function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function makeDatabase(url: string) {
  const direct = new pg.Client({ connectionString: url })
  try {
    await direct.connect()
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '3D000')) throw error
    const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') })
    await client.connect()
    await client.query(`create database ${DATABASE}`)
    await client.end()
  } finally {
    await direct.end()
  }
}

function handleOn(child: ChildProcess): Pick<Embedded, 'pid' | 'ended' | 'stop'> {
  const { pid } = child
  if (pid === undefined) throw new Error('the database server has no process')
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `killed by ${signal}` : `exit code ${code}`))
    if (child.exitCode !== null || child.signalCode !== null) resolve('before it was used')
  })
  return {
    pid,
    ended,
    async stop() {
      await stopProcess(pid)
      await ended
    },
  }
}
