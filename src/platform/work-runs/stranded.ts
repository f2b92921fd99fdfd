// Puts open work back into the queue whose job has gone from it, as after a restored backup.
import type { Schedule } from '../jobs/schedules.ts'
import { listStranded } from './queries.ts'
import { queueRun } from './start.ts'

export const queueStranded: Schedule = {
  name: 'work-runs.queue-stranded',
  everySeconds: 60,
  async run(ctx) {
    for (const id of await listStranded(ctx.tx)) await queueRun(ctx, id)
  },
}
