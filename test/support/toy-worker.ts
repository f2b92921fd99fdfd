// A worker process that knows the toy run only: `node toy-worker.ts URL COMPANY`, to be killed.
import { startWorking } from '../../src/platform/jobs/working.ts'
import { counting } from './toy-run.ts'
import { openWorkplace } from './workplace.ts'

const [, , url, company] = process.argv
if (!url || !company) throw new Error('usage: toy-worker.ts URL COMPANY')
const { programOf } = await import('../../src/platform/access.ts')
const known: { id: string; chen: string; wu: string } = JSON.parse(company)
const person = (id: string) => ({ ...programOf(known.id), id })
const toy = await openWorkplace(url, { id: known.id, chen: person(known.chen), wu: person(known.wu) })
await startWorking(toy.place, { jobs: [], runs: [counting], schedules: [], upkeeps: [] }, toy.live, {
  pollSeconds: 0.5,
})
process.stdout.write('working\n')
