// What was pressed without signal: kept by the phone for the account that pressed it, and sent in order when the connection is back.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { CallError } from '../../platform/client.ts'
import { sendWith } from '../api.ts'
import { upload } from '../uploads.ts'
import { dropFile, isKeptFile, keptFile } from './kept-files.ts'
import * as rules from './queue.ts'

type Office = { accountId: string; queries: QueryClient }
let office: Office | undefined
let queue: rules.Queue = []
let timer: ReturnType<typeof setTimeout> | undefined
let sending = false
const watchers = new Set<() => void>()
const nameOf = ({ accountId }: Office) => `zhishou.outbox.${accountId}`

function look() {
  queue = office ? rules.readQueue(localStorage.getItem(nameOf(office))) : []
  for (const watcher of watchers) watcher()
}
/** Another tab may have changed it since it was last looked at. */
function change(by: (queue: rules.Queue) => rules.Queue) {
  if (!office) return
  localStorage.setItem(nameOf(office), JSON.stringify(by(rules.readQueue(localStorage.getItem(nameOf(office))))))
  look()
}

/** Begins to send what this account left; the answer ends it. */
export function openOutbox(accountId: string, queries: QueryClient) {
  const own = { accountId, queries }
  office = own
  look()
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
export function keep(entry: Omit<rules.Entry, 'at' | 'tries'>) {
  change((all) => rules.added(all, { ...entry, at: new Date().toISOString(), tries: 0 }))
  void work()
}
export function sendAgain(key: string) {
  change((all) => rules.again(all, key))
  void work()
}
export async function discard(entry: rules.Entry) {
  change((all) => rules.without(all, entry.key))
  await forgetFiles(entry)
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
  } finally {
    sending = false
  }
  const next = rules.nextOf(queue)
  if (office && next) timer = setTimeout(() => void work(), rules.pauseAfter(next.tries))
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

/** Whether the next one may follow. */
async function sendOne(own: Office, entry: rules.Entry): Promise<boolean> {
  try {
    const account = { 'as-account': own.accountId }
    const body = await withFilesSent(entry, account)
    const headers = { 'idempotency-key': entry.key, ...account }
    const answer = await sendWith({ method: entry.method, url: entry.url, body, headers })
    if (answer.status >= 400) throw new CallError(answer.status, answer.body)
  } catch (error) {
    const { status, code, details } = error instanceof CallError ? error : BROKEN
    if (office === own) change((all) => rules.failed(all, entry.key, { status, code, details }))
    return office === own && !rules.isPassing({ status })
  }
  if (office !== own) return false
  if (entry.draft) sessionStorage.removeItem(entry.draft)
  // What the page shows as if it were sent gives way to what the server says.
  await own.queries.invalidateQueries().catch(() => undefined)
  change((all) => rules.without(all, entry.key))
  return true
}
const BROKEN = { status: 400, code: 'file.broken', details: {} }

/** Each file once: its id is noted before anything else is sent, and the phone's copy is given up. */
async function withFilesSent(
  { key, input }: rules.Entry,
  headers: Record<string, string>,
): Promise<rules.Entry['input']> {
  let now = input
  for (const id of rules.textsIn(input).filter(isKeptFile)) {
    const file = await keptFile(id)
    if (!file) throw new CallError(BROKEN.status, BROKEN)
    now = rules.inputWith(now, new Map([[id, await upload(file, headers)]]))
    const noted = now
    change((all) => rules.withInput(all, key, noted))
    await dropFile(id)
  }
  return now
}

const forgetFiles = async ({ input }: rules.Entry) => {
  for (const id of rules.textsIn(input).filter(isKeptFile)) await dropFile(id)
}
