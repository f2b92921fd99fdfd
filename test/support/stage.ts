// The whole server on a clone of the migrated database, with the cast in it: `await stage.as('fang')` calls as the receptionist.
import { type Composition, composeServer } from '../../src/app/server.ts'
import type { OpenServer } from '../../src/platform/http/open-server.ts'
import { openLog } from '../../src/platform/log.ts'
import { session } from '../../src/platform/session/contract.ts'
import { IDLE_MS } from '../../src/platform/session/sessions.ts'
import { parseSettings } from '../../src/platform/settings.ts'
import { type Cast, castIn, type Login, PASSWORD } from './cast.ts'
import { clonedDatabase } from './database.ts'
import { type Visitor, visitorOf } from './served-app.ts'
import { temporaryFolder } from './temporary.ts'

export type Stage = {
  url: string
  settings: Composition
  server: OpenServer
  cast: Cast
  clock: { now: Date }
  /** A browser in which this person is signed in; the same one each time, signed in again where the clock ran past its session. */
  as(login: Login): Promise<Visitor>
  /** A browser in which nobody is. */
  stranger(): Visitor
  close(): Promise<void>
}

/** A Monday, ten in the morning in China. */
export const MONDAY_MORNING = '2026-11-23T02:00:00.000Z'

export async function openStage(startsAt = MONDAY_MORNING): Promise<Stage> {
  const clone = await clonedDatabase()
  const clock = { now: new Date(startsAt) }
  const settings = settingsFor(clone.url)
  const server = await composeServer(settings, () => clock.now)
  const { database, serving, app } = server
  const log = openLog('silent')
  const cast = await castIn({ database, equipment: serving.equipment, log, now: clock.now })
  const visitors = new Map<Login, { visitor: Promise<Visitor>; enteredAt: number; usedAt: number }>()
  const enter = async (login: Login) => {
    const visitor = visitorOf(app)
    await visitor.of(session).create({ login, password: PASSWORD })
    return visitor
  }
  return {
    url: clone.url,
    settings,
    server,
    cast,
    clock,
    as(login) {
      const at = clock.now.getTime()
      const known = visitors.get(login)
      if (known && at - known.usedAt < IDLE_MS / 2 && at - known.enteredAt < 6 * 86_400_000) {
        known.usedAt = at
        return known.visitor
      }
      const visitor = enter(login)
      visitors.set(login, { visitor, enteredAt: at, usedAt: at })
      return visitor
    },
    stranger: () => visitorOf(app),
    async close() {
      await server.close()
      await clone.drop()
    },
  }
}

function settingsFor(databaseUrl: string): Composition {
  const dataDir = temporaryFolder('data')
  const settings = parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: process.env.TEST_LOG ?? 'silent' })
  return { ...settings, databaseUrl }
}
