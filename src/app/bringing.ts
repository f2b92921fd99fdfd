// At the start of a version: every company is given what the version adds, posts, permissions and defaults.
import { programOf } from '../platform/access.ts'
import { perform } from '../platform/context.ts'
import { openDatabase } from '../platform/database.ts'
import { openEquipment } from '../platform/equipment.ts'
import { listCompanies } from '../platform/hearers.ts'
import { openLog } from '../platform/log.ts'
import type { Settings } from '../platform/settings.ts'
import { bringAlong, type Setting } from './company.ts'

/** A transaction for each company, so that one in trouble keeps nothing from the others that went before. */
export async function bringToCompanies({ database, equipment, log, now = new Date(), announce = () => {} }: Setting) {
  for (const companyId of await listCompanies(database)) {
    const seed = { user: programOf(companyId), now, callId: 'bring along', log, equipment }
    await perform(database, seed, announce, bringAlong)
  }
}

/** Once per version, after its migrations and before its processes. */
export async function bringToDate(settings: Settings, databaseUrl: string): Promise<void> {
  const database = openDatabase({ url: databaseUrl, connections: 2, name: 'zhishou bring along' })
  const { equipment, close } = openEquipment({ ...settings, databaseUrl })
  try {
    await bringToCompanies({ database, equipment, log: openLog('silent') })
  } finally {
    await close()
    await database.close()
  }
}
