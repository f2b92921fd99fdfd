// Opens everything one server process needs around its rooms, and closes it in the opposite order.
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { type Database, openDatabase } from '../database.ts'
import { openEquipment } from '../equipment.ts'
import { type Live, openLive } from '../live.ts'
import { warmSearch } from '../search/words.ts'
import { type Authenticator, openAuthenticator } from '../session/authenticate.ts'
import type { SessionDesk } from '../session/desk.ts'
import { openThrottle } from '../session/throttle.ts'
import type { Settings } from '../settings.ts'
import { buildApp, type Extension } from './app.ts'
import type { Served, Serving } from './serve.ts'

/** What the business brings. */
export type Rooms = Pick<SessionDesk, 'loadUser' | 'listEstates' | 'permissions'> & {
  served: readonly Served[]
  extensions?: readonly Extension[]
}
export type ServerSettings = Pick<Settings, 'connections' | 'dataDir' | 'sealKey' | 'trustProxy'> &
  Partial<Pick<Settings, 'callsPerMinute' | 'metricsToken'>> & { databaseUrl: string }
export type ServerOptions = {
  settings: ServerSettings
  rooms: Rooms
  log: Logger
  version: string
  pages: string
  now?: () => Date
  heartbeatMs?: number
}
export type OpenServer = {
  app: FastifyInstance
  database: Database
  live: Live
  authenticator: Authenticator
  serving: Serving
  close(): Promise<void>
}

export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { settings, rooms, log, version, pages, now = () => new Date(), heartbeatMs } = options
  const { databaseUrl, connections, trustProxy, callsPerMinute, metricsToken } = settings
  await using opened = new AsyncDisposableStack()
  const warm = warmSearch()
  const database = openDatabase({ url: databaseUrl, connections })
  opened.defer(() => database.close())
  // Tries are counted while a change of password holds a connection; see openEquipment.
  const aside = openDatabase({ url: databaseUrl, connections: 2, name: 'zhishou tries' })
  opened.defer(() => aside.close())
  const { equipment, close: closeEquipment } = openEquipment(settings)
  opened.defer(closeEquipment)
  const live = await openLive(database, log)
  opened.defer(() => live.close())
  const authenticator = openAuthenticator({ database, loadUser: rooms.loadUser, live, log, now })
  opened.defer(() => authenticator.close())
  const { announce, userOf } = authenticator
  const serving: Serving = { database, userOf, announce, equipment, now }
  const { loadUser, listEstates, permissions } = rooms
  const desk = { database, throttle: openThrottle(aside), loadUser, announce, listEstates, permissions }
  const app = await buildApp({
    ...{ serving, authenticator, desk, live, log, version, pages, trustProxy, metricsToken },
    rooms: rooms.served,
    extensions: rooms.extensions ?? [],
    ...(callsPerMinute ? { callsPerMinute } : {}),
    ...(heartbeatMs ? { heartbeatMs } : {}),
  })
  opened.defer(() => app.close())
  await app.ready()
  const closing = opened.move()
  await warm
  return { app, database, live, authenticator, serving, close: () => closing.disposeAsync() }
}
