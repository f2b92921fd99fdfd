// Takes away files that were uploaded and never put to a record, and bytes that nothing refers to.
import type { Store } from '../files/store.ts'
import type { Schedule } from '../jobs/schedules.ts'
import type { Upkeep } from '../jobs/upkeep.ts'
import { deleteUnlinked, keptAmong } from './queries.ts'

/** Long enough for whoever fills in a form today and sends it tomorrow. */
const UNLINKED_MS = 3 * 24 * 60 * 60 * 1000
const DAY = 24 * 60 * 60

export const forgetUnlinked: Schedule = {
  name: 'attachments.forget-unlinked',
  cron: '20 3 * * *',
  run: (ctx) => deleteUnlinked(ctx.tx, new Date(ctx.now.getTime() - UNLINKED_MS)),
}

export const sweepBytes = (store: Store): Upkeep => ({
  name: 'files.sweep',
  everySeconds: DAY,
  async run({ database, now, log }) {
    const swept = await store.sweep({
      now,
      keptOf: (companyId, sha256s) => database.inCompany(companyId, (tx) => keptAmong(tx, sha256s)),
    })
    if (swept.removed > 0) log.info(swept, 'bytes without a record were removed')
  },
})
