// Everything that must hold, one check after the other, then what failed, and one line that sums it all up. `quick` leaves out what needs a browser.
import { cpus } from 'node:os'
import { installBrowser, installServer } from './machine.ts'
import { type Outcome, runProgram, runTests, type Step, sumOf } from './steps.ts'

const quick = process.argv.includes('quick')

const program = (title: string, ...command: string[]): Step => ({ title, run: () => runProgram(command) })

const steps: Step[] = [
  program('types', 'tsc'),
  program('lint', 'biome', 'lint', '--error-on-warnings'),
  program('lint with types', 'oxlint', '--type-aware', '--deny-warnings'),
  program('format', 'biome', 'format'),
  program('nothing unused', 'knip'),
  { title: 'code, architecture and PostgreSQL', run: () => runTests('code') },
  {
    title: 'migrations and a smoke set on PostgreSQL 15',
    run: async () => {
      const missing = await installServer(15)
      return missing ? { passed: 0, failed: 0, skipped: 1, note: missing } : runTests('smoke', { TEST_POSTGRES: '15' })
    },
  },
]
if (!quick) {
  steps.push(
    program('pages', process.execPath, 'src/app/cli.ts', 'pages'),
    { title: 'start and stop', run: () => runTests('start') },
    {
      title: 'business processes in a browser',
      run: async () => {
        const { path, missing } = await installBrowser()
        if (!path) return { passed: 0, failed: 0, skipped: 1, note: missing ?? 'no browser' }
        return runTests('processes', { CHROMIUM: path })
      },
    },
  )
}

console.log(`Node ${process.versions.node}, ${cpus().length} processors`)
const outcomes: Outcome[] = []
for (const { title, run } of steps) {
  const startedAt = Date.now()
  console.log(`\n── ${title}`)
  const outcome = await run()
  const { passed, failed, skipped, note } = outcome
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(', ')
  console.log(`   ${counts}, ${((Date.now() - startedAt) / 1000).toFixed(1)} s${note ? `\n   ${note}` : ''}`)
  outcomes.push(outcome)
}
const LINES_PER_FAULT = 12
for (const fault of outcomes.flatMap((outcome) => outcome.faults ?? [])) {
  console.log(`\n✗ ${fault.trim().split('\n').slice(0, LINES_PER_FAULT).join('\n  ')}`)
}
const { passed, failed, skipped } = sumOf(outcomes)
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
