// Everything a worker process does beside hearing the ledger: jobs, long work, schedules, upkeep.
import type { Live } from '../live.ts'
import { deadJobKind, showDead } from '../work-runs/dead-jobs.ts'
import type { RunKind } from '../work-runs/kinds.ts'
import { performRun } from '../work-runs/perform-run.ts'
import { queueStranded } from '../work-runs/stranded.ts'
import type { Job } from './job.ts'
import { type Schedule, startSchedules } from './schedules.ts'
import { startUpkeep, type Upkeep } from './upkeep.ts'
import { startWorkers } from './workers.ts'
import type { Workplace } from './workplace.ts'

/** What there is to do in this installation, gathered from the rooms. */
export type Duties = {
  jobs: readonly Job[]
  runs: readonly RunKind[]
  schedules: readonly Schedule[]
  upkeeps: readonly Upkeep[]
}

export async function startWorking(
  place: Workplace,
  { jobs, runs, schedules, upkeeps }: Duties,
  live: Pick<Live, 'listen'>,
  pace?: { pollSeconds?: number },
) {
  const kinds = new Map([...runs, deadJobKind(jobs)].map((kind) => [kind.kind, kind]))
  const hands = {
    jobs,
    long: (order: { companyId: string; runId: string }, closing: AbortSignal) =>
      performRun(place, kinds, { ...order, closing }),
    dead: (failed: { content: unknown; error: string }) => showDead(place, failed),
  }
  const workers = await startWorkers(place, hands, pace)
  const stopListening = live.listen(({ changes }) => {
    for (const queue of new Set(changes.filter(({ noun }) => noun === 'jobs').map(({ event }) => event))) {
      workers.wake(queue)
    }
  })
  const clock = startSchedules(place, [...schedules, queueStranded])
  const upkeep = startUpkeep(place, upkeeps)
  return {
    async close() {
      stopListening()
      await Promise.all([clock.close(), upkeep.close(), workers.close()])
    },
  }
}
