// One server process that files requests over HTTP, on a database that waits for its disk, and what it answered before it was killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newId } from '../../../src/platform/ids.ts'
import { PASSWORD } from '../../support/cast.ts'
import { ROOT } from '../../support/product.ts'

export type Desk = {
  address: string
  /** SIGKILL: nothing is told, nothing is tidied away. */
  kill(): Promise<void>
}
export type DeskOptions = { url: string; dataDir: string; unsaved?: boolean }

const UNSAVED = fileURLToPath(new URL('unsaved.mjs', import.meta.url))

export async function openDesk({ url, dataDir, unsaved = false }: DeskOptions): Promise<Desk> {
  const planted = unsaved ? ['--import', UNSAVED] : []
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, DATABASE_URL: url, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [...planted, join(ROOT, 'src', 'app', 'cli.ts'), 'serve'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return {
    address: await addressOf(child),
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += String(piece)
      const address = /Serving at (http\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

export type Filed = { key: string; subject: string; body: string; answer: { id: string; no: string } | undefined }

export async function signInAt(address: string, login: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login, password: PASSWORD }),
  })
  if (answer.status !== 200) throw new Error(`${login} is not let in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

export type Call = { estateId: string; categoryId: string; placeId: string; handlerId: string }

export function newCall({ estateId, categoryId, placeId }: Call): Filed {
  const key = newId()
  const subject = `漏水 ${key}`
  const matter = { kind: 'repair', categoryId, urgency: 'rush', subject, placeId }
  const body = JSON.stringify({ estateId, channel: 'phone', contactName: '林小满', matters: [matter] })
  return { key, subject, body, answer: undefined }
}

/** Sends it; the answer is noted only when it arrived whole. False when the server is gone. */
export async function file(address: string, cookie: string, filed: Filed): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie, 'idempotency-key': filed.key },
      body: filed.body,
    })
    const said: unknown = await answer.json()
    if (answer.status !== 200) throw new Refused(`${answer.status} ${JSON.stringify(said)}`)
    const [request] = (said as { requests: { id: string; no: string }[] }).requests // reason: the contract's answer
    filed.answer = request
    return true
  } catch (error) {
    if (error instanceof Refused) throw error
    return false
  }
}
class Refused extends Error {}

/** Gives it to somebody, who is told of it by what hears the ledger. Whether the answer comes is not asked. */
async function dispatch(address: string, cookie: string, { answer }: Filed, { handlerId }: Call) {
  const headers = { 'content-type': 'application/json', origin: address, cookie }
  const body = JSON.stringify({ handlerId })
  await fetch(`${address}/api/requests/${answer?.id}/dispatch`, { method: 'POST', headers, body }).catch(() => {})
}

/** Eight clients file one call after the other until the server is gone; each leaves at most one without an answer. */
export async function fileUntilGone(
  address: string,
  cookie: string,
  call: Call,
  onAnswer: () => void,
): Promise<Filed[]> {
  const all: Filed[] = []
  const client = async () => {
    for (;;) {
      const filed = newCall(call)
      all.push(filed)
      if (!(await file(address, cookie, filed))) return
      onAnswer()
      await dispatch(address, cookie, filed, call)
    }
  }
  await Promise.all(Array.from({ length: 8 }, client))
  return all
}
