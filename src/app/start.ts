// npm start: everything on this machine, each step said, and all of it down again when told.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../platform/migrate.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'
import { mustBeReachable, shownUrl } from '../platform/postgres/reach.ts'
import { parseSettings, type Settings } from '../platform/settings.ts'
import { postgresIn } from './cli/database.ts'
import { tellFailure } from './cli/telling.ts'
import { buildPages } from './start/pages.ts'
import { lockFolder, mustBeFree, mustNotBeInUse, StartRefused } from './start/refused.ts'
import { type Running, untilTold } from './start/until-told.ts'
import { keepWorker } from './start/worker.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const startedAt = performance.now()
const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
const say = (text: string) => process.stdout.write(`${text}\n`)
const step = (text: string) => say(`  ${text}`)

untilTold(start, tellFailure)

async function start(running: Running) {
  const settings = settingsHere()
  mustNotBeInUse(settings.dataDir)
  await mustBeFree(settings.host, settings.port)
  const starters = (process.env.ZHISHOU_STARTERS ?? '').split(',').map(Number).filter(Boolean)
  const lock = await lockFolder(settings.dataDir, 'npm start', starters)
  running.onStop(() => lock.release())
  say('Zhishou 职守')
  if (settings.databaseUrl) await mustBeReachable(settings.databaseUrl)
  const pages = beginPages(running)
  const databaseUrl = await bringDatabase(settings, running)
  await bringUpToDate(databaseUrl)
  // Loaded only now: a refusal should not wait for the whole program to be read.
  const { bringSample, hasSample, isSampleWanted, sampleSignIns } = await import('./sample/keeping.ts')
  const { bringToDate } = await import('./bringing.ts')
  await bringToDate(settings, databaseUrl)
  const where = { settings, url: databaseUrl }
  if (await isSampleWanted(where)) await bringSample(where, new Date(), (text) => step(`${text}, ${seconds()}`))
  await pages
  step('starting server and worker')
  const { startServer } = await import('./server.ts')
  const server = await startServer({ ...settings, databaseUrl })
  running.onStop(() => server.close())
  lock.update({ address: server.address })
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    LOG_LEVEL: settings.logLevel,
  }
  const worker = keepWorker(environment, say)
  running.onStop(() => worker.stop())
  const signIns = (await hasSample(where)) ? sampleSignIns() : []
  say(['', `Ready after ${seconds()}: ${server.address}`, ...signIns, 'Ctrl-C stops everything.'].join('\n'))
}

/** On a terminal only what needs attention is logged, unless asked otherwise. */
function settingsHere(): Settings {
  const quiet = process.stdout.isTTY && !process.env.LOG_LEVEL
  return parseSettings({ ...process.env, ...(quiet ? { LOG_LEVEL: 'warn' } : {}) })
}

/** Beside the database, because it takes longest. */
function beginPages(running: Running): Promise<void> {
  const pages = buildPages(ROOT)
  running.onStop(pages.stop)
  if (pages.needed) step('building the pages, because they are missing or older than their sources')
  const done = pages.done.then(() => {
    if (pages.needed) step(`pages built, ${seconds()}`)
  })
  // Awaited later; a failure until then is no surprise.
  done.catch(() => {})
  return done
}

async function bringDatabase(settings: Settings, running: Running): Promise<string> {
  if (settings.databaseUrl) {
    step(`using the database ${shownUrl(settings.databaseUrl)}`)
    return settings.databaseUrl
  }
  step('starting the database')
  const embedded = await startEmbedded({ folder: postgresIn(settings), onStep: step })
  running.onStop(() => embedded.stop())
  void embedded.ended.then((how) =>
    running.fail(
      new StartRefused(
        `The database process has ended (${how}): start again with npm start; nothing confirmed is lost.`,
      ),
    ),
  )
  return embedded.url
}

async function bringUpToDate(url: string) {
  const applied = await migrate(url, (name) => step(`laying ${name}`))
  if (applied.length > 0) step(`${applied.length} migrations applied, ${seconds()}`)
}
