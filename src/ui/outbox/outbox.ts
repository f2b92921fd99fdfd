// What was pressed without signal: kept by the phone for the account that pressed it, and sent in order when the connection is back.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { CallError } from '../../platform/client.ts'
import { sendWith } from '../api.ts'
import { upload } from '../uploads.ts'
import { dropFile, isKeptFile, keptFile, sweepFiles } from './kept-files.ts'
import * as rules from './queue.ts'

type Office = { accountId: string; queries: QueryClient }
let office: Office | undefined
let queue: rules.Queue = []
let timer: ReturnType<typeof setTimeout> | undefined
let sending = false
const watchers = new Set<() => void>()
const PREFIX = 'zhishou.outbox.'
const nameOf = ({ accountId }: Office) => `${PREFIX}${accountId}`

function look() {
  queue = office ? rules.readQueue(localStorage.getItem(nameOf(office))) : []
  for (const watcher of watchers) watcher()
}
/** Another tab may have changed it since it was last looked at. Throws where the phone has no room left. */
function change(own: Office, by: (queue: rules.Queue) => rules.Queue) {
  localStorage.setItem(nameOf(own), JSON.stringify(by(rules.readQueue(localStorage.getItem(nameOf(own))))))
  look()
}

/** Begins to send what this account left; the answer ends it. */
export function openOutbox(accountId: string, queries: QueryClient) {
  const own = { accountId, queries }
  office = own
  look()
  void sweepFiles(namedFiles(), Date.now() - FILES_KEPT_MS).catch(() => undefined)
  const start = () => void work()
  window.addEventListener('online', start)
  window.addEventListener('storage', look)
  start()
  return () => {
    window.removeEventListener('online', start)
    window.removeEventListener('storage', look)
    clearTimeout(timer)
    if (office === own) office = undefined
    look()
  }
}

export const hasWaiting = () => queue.some(rules.isWaiting)
/** @throws CallError `outbox.full` when the phone cannot keep it: nothing was done then. */
export function keep(entry: Omit<rules.Entry, 'at' | 'tries'>) {
  try {
    if (!office) throw new Error('nobody is signed in')
    change(office, (all) => rules.added(all, { ...entry, at: new Date().toISOString(), tries: 0 }))
  } catch {
    throw new CallError(0, { code: 'outbox.full' })
  }
  void work()
}
export function sendAgain(key: string) {
  if (office) change(office, (all) => rules.again(all, key))
  void work()
}
export async function discard(entry: rules.Entry) {
  if (office) change(office, (all) => rules.without(all, entry.key))
  if (entry.draft) sessionStorage.removeItem(entry.draft)
  for (const id of rules.textsIn(entry.input).filter(isKeptFile)) await dropFile(id)
}

export const useOutbox = () =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
    () => queue,
  )

/** One after the other; a pause that grows before the next try. Two tabs take turns where the browser can see to it. */
async function work() {
  if (sending) return
  sending = true
  clearTimeout(timer)
  try {
    await inTurn(sendAll)
  } catch {
    // What the phone cannot note now stays as it is, and is tried after the pause.
  } finally {
    sending = false
    const next = rules.nextOf(queue)
    if (office && next) timer = setTimeout(() => void work(), rules.pauseAfter(next.tries))
  }
}
const inTurn = (act: () => Promise<void>) =>
  'locks' in navigator
    ? navigator.locks.request('zhishou.outbox', { ifAvailable: true }, (lock) => lock && act())
    : act()

async function sendAll() {
  look()
  for (let next = rules.nextOf(queue); office && next; next = rules.nextOf(queue)) {
    if (!(await sendOne(office, next))) return
  }
}

/** A connection that neither answers nor breaks holds up all that waits. */
const CALL_MS = 30_000
const FILE_MS = 120_000

/** Whether the next one may follow. */
async function sendOne(own: Office, entry: rules.Entry): Promise<boolean> {
  try {
    const account = { 'as-account': own.accountId }
    const body = await withFilesSent(own, entry, account)
    const headers = { 'idempotency-key': entry.key, ...account }
    const signal = AbortSignal.timeout(CALL_MS)
    const answer = await sendWith({ method: entry.method, url: entry.url, body, headers, signal })
    // Every call answers in JSON; anything else came from the net on the way, not from the server.
    if (answer.body === undefined) throw new CallError(0, { code: 'unreachable' })
    if (answer.status >= 400) throw new CallError(answer.status, answer.body)
  } catch (error) {
    const { status, code, details } = error instanceof CallError ? error : STORE_FAILED
    change(own, (all) => rules.failed(all, entry.key, { status, code, details }))
    return office === own && !rules.isPassing({ status })
  }
  if (entry.draft) sessionStorage.removeItem(entry.draft)
  // What the page shows as if it were sent gives way to what the server says.
  await own.queries.invalidateQueries().catch(() => undefined)
  change(own, (all) => rules.without(all, entry.key))
  return office === own
}
/** The phone's own store did not answer; it may the next time. */
const STORE_FAILED = { status: 0, code: 'unreachable', details: {} }

/** Each file once: its id is noted wherever the phone's own stood before the phone's copy is given up. */
async function withFilesSent(
  own: Office,
  { key, input, draft }: rules.Entry,
  headers: Record<string, string>,
): Promise<rules.Entry['input']> {
  let now = input
  for (const id of rules.textsIn(input).filter(isKeptFile)) {
    const file = await keptFile(id)
    if (!file) throw new CallError(400, { code: 'file.broken' })
    const made = await upload(file, { headers, signal: AbortSignal.timeout(FILE_MS) })
    now = rules.inputWith(now, new Map([[id, made]]))
    const noted = now
    change(own, (all) => rules.withInput(all, key, noted))
    const typed = draft && sessionStorage.getItem(draft)
    if (typed) sessionStorage.setItem(draft, typed.replaceAll(id, made))
    await dropFile(id)
  }
  return now
}

/** Files of forms that were never sent are given up after a week. */
const FILES_KEPT_MS = 7 * 24 * 3_600_000
/** By the queues of every account of this phone. */
function namedFiles(): ReadonlySet<string> {
  const queues = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
  return new Set(
    queues.flatMap((name) => rules.textsIn(rules.readQueue(localStorage.getItem(name))).filter(isKeptFile)),
  )
}
