// A process that keeps the evidence of one company current until it is killed: `node counting-process.ts URL COMPANY DATA_DIR [REST_MS]`.
import { dutyHearers } from '../../src/modules/organisation/duties/jobs.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openEquipment } from '../../src/platform/equipment.ts'
import { hearOnce } from '../../src/platform/hearers.ts'
import { openLog } from '../../src/platform/log.ts'

const [, , url, companyId, dataDir, restMs = '5'] = process.argv
if (!url || !companyId || !dataDir) throw new Error('usage: counting-process.ts URL COMPANY DATA_DIR')
const database = openDatabase({ url, connections: 2 })
const { equipment } = openEquipment({ databaseUrl: url, dataDir, sealKey: undefined })
const listening = { database, equipment, announce: () => {}, log: openLog('silent'), now: () => new Date() }
process.stdout.write('counting\n')
for (;;) {
  for (const hearer of dutyHearers) while (await hearOnce(listening, companyId, hearer));
  await new Promise((resolve) => setTimeout(resolve, Number(restMs)))
}
