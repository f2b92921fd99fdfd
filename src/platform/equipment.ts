// Opens what the platform lends to every action, once per process.
import type { Equipment } from './context.ts'
import { openDatabase } from './database.ts'
import { openNumbers } from './numbers.ts'
import { openSealer } from './seal.ts'
import type { Settings } from './settings.ts'

export type EquipmentSettings = Pick<Settings, 'dataDir' | 'sealKey'> & { databaseUrl: string }
export type OpenEquipment = { equipment: Equipment; close(): Promise<void> }

export function openEquipment(settings: EquipmentSettings): OpenEquipment {
  // Numbers are taken while the caller's transaction holds a connection. Out of the same pool, as many callers as there are
  // connections would wait for one more for ever.
  const aside = openDatabase({ url: settings.databaseUrl, connections: 2, name: 'zhishou numbers' })
  return {
    equipment: { numbers: openNumbers(aside), sealer: openSealer(settings) },
    close: () => aside.close(),
  }
}
