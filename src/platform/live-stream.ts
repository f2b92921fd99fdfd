// Tells open pages what changed in their company: server-sent events, gathered, written once for all of a company.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { User } from './access.ts'
import type { Change } from './context.ts'
import type { Live } from './live.ts'
import { Refusal } from './refusal.ts'
import type { Authenticator } from './session/authenticate.ts'
import { changeFor, forgottenBy, isOfAccounts } from './session/forgetting.ts'

export const LIVE_PATH = '/api/live'
export type LiveStream = { listeners(): number; close(): void }
export type LiveStreamOptions = {
  live: Live
  authenticator: Pick<Authenticator, 'stillIn'>
  gatherMs?: number
  heartbeatMs?: number
}
type Page = { request: FastifyRequest; reply: FastifyReply; user: User; beats: number }

const GATHER_MS = 100
const HEARTBEAT_MS = 25_000
/** Sessions that end are told over the live channel; this finds those that ran out, and those of which no word came. */
const LOOK_EVERY_BEATS = 8
/** A page that does not read what it is sent is let go; it reconnects and reads everything anew. */
const MOST_UNREAD_BYTES = 256 * 1024
/** Between processes only. */
const NOT_FOR_PAGES = new Set(['jobs'])

export function serveLive(app: FastifyInstance, options: LiveStreamOptions): LiveStream {
  const { live, authenticator, gatherMs = GATHER_MS, heartbeatMs = HEARTBEAT_MS } = options
  const companies = new Map<string, Set<Page>>()
  const pagesOf = (companyId: string) => companies.get(companyId) ?? new Set<Page>()
  const leave = (page: Page) => {
    const pages = pagesOf(page.user.companyId)
    pages.delete(page)
    if (pages.size === 0) companies.delete(page.user.companyId)
    page.reply.raw.end()
  }
  const look = async (page: Page) => {
    const user = await authenticator.stillIn(page.request).catch(() => undefined)
    if (!user) leave(page)
  }
  const gathering = gather(gatherMs, (companyId, changes) => tell(pagesOf(companyId), companyId, changes, leave))
  const stopListening = live.listen(({ companyId, changes }) => {
    const pages = companies.get(companyId)
    if (!pages) return
    gathering.add(companyId, changes)
    const forgotten = forgottenBy(companyId, changes)
    for (const page of pages) if (forgotten === 'all' || forgotten.has(page.user.id)) void look(page)
  })
  const heart = setInterval(() => {
    for (const page of [...companies.values()].flatMap((pages) => [...pages])) {
      write(page, ': still here\n\n', leave)
      page.beats += 1
      if (page.beats % LOOK_EVERY_BEATS === 0) void look(page)
    }
  }, heartbeatMs)
  heart.unref()

  app.get(LIVE_PATH, { schema: DESCRIPTION }, async (request, reply) => {
    const user = await authenticator.stillIn(request)
    if (!user) throw new Refusal('session.required')
    const page: Page = { request, reply, user, beats: 0 }
    companies.set(user.companyId, pagesOf(user.companyId).add(page))
    request.raw.once('close', () => leave(page))
    open(reply)
    return reply
  })
  return {
    listeners: () => [...companies.values()].reduce((sum, pages) => sum + pages.size, 0),
    close() {
      stopListening()
      clearInterval(heart)
      gathering.close()
      for (const page of [...companies.values()].flatMap((pages) => [...pages])) leave(page)
    },
  }
}

/** What happens within a moment is told together, and each thing once. */
function gather(ms: number, tellOf: (companyId: string, changes: Change[]) => void) {
  const gathered = new Map<string, Map<string, Change>>()
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    for (const [companyId, changes] of gathered) tellOf(companyId, [...changes.values()])
    gathered.clear()
  }
  return {
    add(companyId: string, changes: readonly Change[]) {
      const known = gathered.get(companyId) ?? new Map<string, Change>()
      for (const change of changes) {
        if (!NOT_FOR_PAGES.has(change.noun)) known.set(`${change.id}${change.event}`, change)
      }
      if (known.size === 0) return
      gathered.set(companyId, known)
      timer ??= setTimeout(flush, ms)
    },
    close: () => clearTimeout(timer),
  }
}

const DESCRIPTION = {
  tags: ['live'],
  summary: 'What changed in the own company, as server-sent events: {changes: [{noun, id, event}]}.',
  produces: ['text/event-stream'],
}

function open(reply: FastifyReply) {
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)
  reply.hijack()
  for (const [name, value] of headers) if (value !== undefined) reply.raw.setHeader(name, value)
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    // Proxies of the nginx kind would keep it back until it is full.
    'x-accel-buffering': 'no',
  })
  reply.raw.write('retry: 2000\n\n')
}

/** Most of what happens is the same for everybody, and written out once. */
function tell(pages: ReadonlySet<Page>, companyId: string, changes: readonly Change[], leave: (page: Page) => void) {
  const ofAccounts = changes.filter(isOfAccounts)
  const others = changes.filter((change) => !isOfAccounts(change))
  const same = others.length > 0 ? messageOf(others) : ''
  for (const page of pages) {
    const own = ofAccounts.flatMap((change) => changeFor(companyId, page.user.id, change) ?? [])
    const text = own.length > 0 ? `${same}${messageOf(own)}` : same
    if (text) write(page, text, leave)
  }
}
const messageOf = (changes: readonly Change[]) => `data: ${JSON.stringify({ changes })}\n\n`

function write(page: Page, text: string, leave: (page: Page) => void) {
  if (page.reply.raw.writableLength > MOST_UNREAD_BYTES) leave(page)
  else page.reply.raw.write(text)
}
