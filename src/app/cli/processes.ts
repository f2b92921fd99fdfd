// Commands that stay: one server process, one worker process. As many of each as wanted work on one database.
import pg from 'pg'
import { migrationsCurrent } from '../../platform/backup/verify.ts'
import { DatabaseUnusable } from '../../platform/migrate.ts'
import { mustBeReachable } from '../../platform/postgres/reach.ts'
import { parseSettings, type Settings } from '../../platform/settings.ts'
import { mustBeFree, StartRefused } from '../start/refused.ts'
import { type Running, untilTold } from '../start/until-told.ts'
import { tellFailure } from './telling.ts'

type Located = Settings & { databaseUrl: string }

export const serve = () =>
  untilTold(async (running) => {
    const settings = await locatedSettings()
    await mustBeFree(settings.host, settings.port)
    const { startServer } = await import('../server.ts')
    const server = await startServer(settings)
    running.onStop(() => server.close())
    process.stdout.write(`Serving at ${server.address}\n`)
  }, tellFailure)

export const work = () =>
  untilTold(async (running: Running) => {
    const settings = await locatedSettings()
    const { startWorker } = await import('../worker.ts')
    const worker = await startWorker(settings)
    running.onStop(() => worker.close())
  }, tellFailure)

/** These never change the database: it is brought to this version by `npm run zhishou -- migrate`, once, before they start. */
async function locatedSettings(): Promise<Located> {
  const settings = parseSettings(process.env)
  const { databaseUrl } = settings
  if (!databaseUrl) throw new StartRefused('Set DATABASE_URL: with the embedded database, npm start runs everything.')
  await mustBeReachable(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { problems } = await migrationsCurrent(client).finally(() => client.end())
  if (problems[0])
    throw new DatabaseUnusable(`The database is not at this version (${problems[0]}): run npm run zhishou -- migrate.`)
  return { ...settings, databaseUrl }
}
