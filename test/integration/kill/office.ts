// An office on a database of its own that waits for its disk: the cast, one place, and ears that can be run when wanted.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { hearers } from '../../../src/app/jobs.ts'
import { composeServer } from '../../../src/app/server.ts'
import { places } from '../../../src/modules/estate/premises/contract/places.ts'
import { requestSettings } from '../../../src/modules/service/requests/contract/settings.ts'
import { type Hearer, hearOnce } from '../../../src/platform/hearers.ts'
import { openLog } from '../../../src/platform/log.ts'
import { migrate } from '../../../src/platform/migrate.ts'
import { notify } from '../../../src/platform/notifications/notify.ts'
import { startEmbedded } from '../../../src/platform/postgres/embedded.ts'
import { session } from '../../../src/platform/session/contract.ts'
import { parseSettings } from '../../../src/platform/settings.ts'
import { castIn, PASSWORD } from '../../support/cast.ts'
import { visitorOf } from '../../support/served-app.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import type { Call } from './desk.ts'

export type Office = Awaited<ReturnType<typeof openOffice>>

export async function openOffice() {
  const root = temporaryFolder('kill')
  const dataDir = join(root, 'data')
  const postgres = await startEmbedded({ folder: join(root, 'postgres') })
  await migrate(postgres.url)
  const settings = { ...parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), databaseUrl: postgres.url }
  const server = await composeServer(settings)
  const { database, serving, app } = server
  const log = openLog('silent')
  const cast = await castIn({ database, equipment: serving.equipment, log })
  const zhao = visitorOf(app)
  await zhao.of(session).create({ login: 'zhao', password: PASSWORD })
  const estateId = cast.estates.yunqi
  const { id: placeId } = await zhao.of(places).create({ estateId, kind: 'building', no: '3', areaId: cast.areas.one })
  const { categories } = await zhao.of(requestSettings).list({})
  const categoryId = categories.find(({ code }) => code === 'plumbing.leak')?.id ?? ''
  const call: Call = { estateId, categoryId, placeId, handlerId: cast.people.lin }
  const companyId = cast.companies.ours
  const { announce, equipment } = serving
  const listening = { database, equipment, announce, log, now: () => new Date() }
  const all = [...hearers, told(cast.people.luo)]
  const hear = async () => {
    for (let round = 0; round < 3; round += 1) {
      for (const hearer of all) while (await hearOnce(listening, companyId, hearer));
    }
  }
  return {
    url: postgres.url,
    dataDir,
    database,
    companyId,
    call,
    /** Two listen at once, as two workers would. */
    catchUp: async () => {
      await Promise.all([hear(), hear()])
      await hear()
    },
    async close() {
      await server.close()
      await postgres.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Would tell twice what it heard twice: unlike the others it leaves no mark by which a second time is known. */
const told = (to: string): Hearer => ({
  name: 'test.tell-of-each',
  events: ['request.received'],
  hear: async (ctx, { recordId }) => {
    await notify(ctx, { to: [to], kind: 'test.heard', record: { kind: 'request', id: recordId } })
  },
})
