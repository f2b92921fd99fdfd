// One worker process: hears the ledger, does jobs and long work, keeps the schedules.
import { loadUser } from '../modules/organisation/deputies/module.ts'
import { openDatabase } from '../platform/database.ts'
import { openEquipment } from '../platform/equipment.ts'
import { openStore } from '../platform/files/store.ts'
import { startHearing } from '../platform/hearers.ts'
import type { People } from '../platform/jobs/job.ts'
import { startWorking } from '../platform/jobs/working.ts'
import { openLive } from '../platform/live.ts'
import { openLog } from '../platform/log.ts'
import { dutiesWith, hearers } from './jobs.ts'
import type { Composition } from './server.ts'

export type RunningWorker = { close(): Promise<void> }

export async function startWorker(settings: Composition): Promise<RunningWorker> {
  const log = openLog(settings.logLevel)
  await using opened = new AsyncDisposableStack()
  const store = await openStore(settings)
  opened.defer(() => store.close())
  const database = openDatabase({
    url: settings.databaseUrl,
    connections: settings.connections,
    name: 'zhishou worker',
  })
  opened.defer(() => database.close())
  const { equipment, close: closeEquipment } = openEquipment(settings)
  opened.defer(closeEquipment)
  const live = await openLive(database, log)
  opened.defer(() => live.close())
  const people: People = async (companyId, accountId) => {
    const user = await database.inCompany(companyId, (tx) => loadUser(tx, companyId, accountId))
    return user && { ...user, sessionId: '' }
  }
  const place = { database, equipment, announce: live.announce, log, now: () => new Date(), people }
  const hearing = startHearing(place, hearers, live)
  opened.defer(() => hearing.close())
  const working = await startWorking(place, dutiesWith(store), live)
  opened.defer(() => working.close())
  const closing = opened.move()
  return { close: () => closing.disposeAsync() }
}
