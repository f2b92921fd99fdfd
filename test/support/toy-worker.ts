// A worker process that knows the toy work only, to be killed: `node toy-worker.ts URL COMPANY [FILES]`.
import { programOf } from '../../src/platform/access.ts'
import { openStore } from '../../src/platform/files/store.ts'
import { importRuns } from '../../src/platform/imports/running.ts'
import { startWorking } from '../../src/platform/jobs/working.ts'
import { toyImporter } from './toy-importer.ts'
import { counting } from './toy-run.ts'
import { openWorkplace } from './workplace.ts'

const [, , url, company, files] = process.argv
if (!url || !company) throw new Error('usage: toy-worker.ts URL COMPANY [FILES]')
const known: { id: string; chen: string; wu: string } = JSON.parse(company)
const person = (id: string) => ({ ...programOf(known.id), id })
const toy = await openWorkplace(url, { id: known.id, chen: person(known.chen), wu: person(known.wu) })
const importers = [toyImporter(known.wu, 100)]
const imports = files ? importRuns({ importers, store: await openStore({ filesDir: files }) }) : []
const duties = { jobs: [], runs: [counting, ...imports], schedules: [], upkeeps: [] }
await startWorking(toy.place, duties, toy.live, { pollSeconds: 0.5 })
process.stdout.write('working\n')
