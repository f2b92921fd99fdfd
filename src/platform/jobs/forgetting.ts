// Forgets what was kept for a while only: answers to keyed writes.
import type { Schedule } from './schedules.ts'

/** Long enough for what a phone recorded without signal over a weekend. */
const ANSWERS_MS = 7 * 24 * 60 * 60 * 1000

export const forgetAnswers: Schedule = {
  name: 'idempotency.forget',
  cron: '40 3 * * *',
  run: (ctx) =>
    ctx.tx
      .deleteFrom('idempotency')
      .where('at', '<', new Date(ctx.now.getTime() - ANSWERS_MS).toISOString())
      .execute(),
}
