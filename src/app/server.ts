// One server process: the rooms, the database, files, live changes and pages, put together and listening.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../platform/files/store.ts'
import { type OpenServer, openServer } from '../platform/http/open-server.ts'
import { openLog } from '../platform/log.ts'
import type { Settings } from '../platform/settings.ts'
import { version } from './cli/version.ts'
import { roomsWith } from './rooms.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export type RunningServer = { address: string; close(): Promise<void> }
export type Composition = Omit<Settings, 'databaseUrl'> & { databaseUrl: string }

/** Everything but the socket. */
export async function composeServer(settings: Composition, now?: () => Date): Promise<OpenServer> {
  const store = await openStore(settings)
  try {
    const server = await openServer({
      settings,
      rooms: roomsWith(store),
      log: openLog(settings.logLevel),
      version: version(),
      pages: join(ROOT, 'dist', 'web'),
      ...(now ? { now } : {}),
    })
    const close = async () => {
      await server.close()
      store.close()
    }
    return { ...server, close }
  } catch (error) {
    store.close()
    throw error
  }
}

export async function startServer(settings: Composition): Promise<RunningServer> {
  const server = await composeServer(settings)
  try {
    const address = await server.app.listen({ host: settings.host, port: settings.port })
    return { address, close: server.close }
  } catch (error) {
    await server.close()
    throw error
  }
}
