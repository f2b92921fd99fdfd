// What every benchmark stands on: a database of its own with commits that reach the disk, the cast in it, one server process.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase } from '../src/platform/database.ts'
import { openEquipment } from '../src/platform/equipment.ts'
import { openLog } from '../src/platform/log.ts'
import { migrate } from '../src/platform/migrate.ts'
import { freePort, startEmbedded } from '../src/platform/postgres/embedded.ts'
import { type Cast, castIn, PASSWORD } from '../test/support/cast.ts'

export type BenchStage = { url: string; address: string; cast: Cast; folder: string; close(): Promise<void> }

export async function openBench(): Promise<BenchStage> {
  const folder = mkdtempSync(join(tmpdir(), 'zhishou-bench-'))
  const embedded = await startEmbedded({ folder: join(folder, 'postgres'), onStep: () => {} })
  const { url } = embedded
  await migrate(url)
  const database = openDatabase({ url, connections: 2 })
  const { equipment, close } = openEquipment({ databaseUrl: url, dataDir: folder, sealKey: new Uint8Array(32) })
  const cast = await castIn({ database, equipment, log: openLog('silent') })
  await close()
  await database.close()
  const port = await freePort()
  const server = await serve(url, folder, port)
  // Whoever stops the bench in the middle leaves no server behind; the database ends with its parent.
  process.once('exit', () => server.kill('SIGTERM'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  return {
    url,
    cast,
    folder,
    address: `http://127.0.0.1:${port}`,
    async close() {
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function serve(url: string, dataDir: string, port: number): Promise<ChildProcess> {
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    CALLS_PER_MINUTE: '10000000',
    DATABASE_CONNECTIONS: '16',
  }
  const server = spawn(process.execPath, ['src/app/cli.ts', 'serve'], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 600; tries += 1) {
    const status = await call({ address: `http://127.0.0.1:${port}`, method: 'GET', path: '/api/health' }).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return server
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server did not come up')
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
export type BenchCall = { address: string; method: string; path: string; cookie?: string; key?: string; body?: unknown }
export type BenchAnswer = { status: number; text: string; cookie: string | undefined }

/** A client as thin as can be: it shares the machine with what is measured. */
export function call({ address, method, path, cookie, key, body }: BenchCall): Promise<BenchAnswer> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    ...(cookie ? { cookie } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
    ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(address + path, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

/** What an answer with success says. */
export async function read(asked: { address: string; path: string; cookie: string }): Promise<string> {
  const { status, text } = await call({ ...asked, method: 'GET' })
  if (status !== 200) throw new Error(`${asked.path}: ${status} ${text}`)
  return text
}

export async function signIn(address: string, login: string): Promise<string> {
  const { status, cookie } = await call({
    address,
    method: 'POST',
    path: '/api/session',
    body: { login, password: PASSWORD },
  })
  if (status !== 200 || !cookie) throw new Error(`sign-in failed: ${status}`)
  return cookie
}

/** So many loops at once, each until the time is up. Answers how many rounds were done per second. */
export async function perSecond(loops: number, ms: number, round: (loop: number) => Promise<void>): Promise<number> {
  let done = 0
  const until = performance.now() + ms
  const began = performance.now()
  await Promise.all(
    Array.from({ length: loops }, async (_, loop) => {
      while (performance.now() < until) {
        await round(loop)
        done += 1
      }
    }),
  )
  return done / ((performance.now() - began) / 1000)
}

/** How long each round takes, one after the other, in ms. */
export async function timesOf(rounds: number, round: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < rounds; at += 1) {
    const began = performance.now()
    await round()
    times.push(performance.now() - began)
  }
  return times
}

/** The columns that a plain insert may name: all but those that the database works out by itself. */
export async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows[0]?.columns ?? ''
}

export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
export const inMs = (times: readonly number[]) =>
  `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`
export const say = (line: string) => process.stdout.write(`${line}\n`)
export const median = (values: readonly number[]) => percentile(values, 0.5)

/** The first number on the command line: `npm run bench -- evidence 1000000`. */
export const numberGiven = (otherwise: number) =>
  Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? otherwise)
