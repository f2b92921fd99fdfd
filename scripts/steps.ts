// Runs one check and counts what it found.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export type Outcome = { passed: number; failed: number; skipped: number; faults?: string[]; note?: string }
export type Step = { title: string; run(): Promise<Outcome> }

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PROGRAMS = join(ROOT, 'node_modules', '.bin')

export const sumOf = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
  failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
  skipped: outcomes.reduce((sum, outcome) => sum + outcome.skipped, 0),
})

/** A program that says by its exit code whether all is well counts as one test. */
export async function runProgram(command: string[]): Promise<Outcome> {
  const { code, said } = await runQuietly(command)
  if (code === 0) return { passed: 1, failed: 0, skipped: 0 }
  process.stdout.write(`${said}\n`)
  return { passed: 0, failed: 1, skipped: 0, faults: [`${command.join(' ')}\n${said}`] }
}

const environment = (more: Record<string, string> = {}) => ({
  ...process.env,
  ...more,
  PATH: `${PROGRAMS}${delimiter}${process.env.PATH ?? ''}`,
})

export function runQuietly([name, ...args]: string[]) {
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    const shell = process.platform === 'win32'
    const child = spawn(name ?? '', args, { cwd: ROOT, env: environment(), shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    }
    child.on('error', (error) => resolve({ code: 1, said: error.message }))
    child.on('close', (code) => resolve({ code, said }))
  })
}

const Report = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

/** One project of vitest.config.ts; its own output is shown as it comes. */
export async function runTests(project: string, more: Record<string, string> = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'zhishou-report-'))
  const report = join(folder, 'report.json')
  const code = await runShown(
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    more,
  )
  const outcome = existsSync(report) ? countsOf(Report.parse(JSON.parse(readFileSync(report, 'utf8')))) : undefined
  rmSync(folder, { recursive: true, force: true })
  if (!outcome) return { passed: 0, failed: 1, skipped: 0, note: 'the test runner ended without a report' }
  // A run that fails outside any test still failed.
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1, note: 'the test runner failed' } : outcome
}

function countsOf(report: z.output<typeof Report>): Outcome {
  const faults = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`${relative(ROOT, name)}\n${message}`]
    return failed.map(
      ({ fullName, failureMessages }) => `${relative(ROOT, name)} > ${fullName}\n${failureMessages.join('\n')}`,
    )
  })
  return {
    passed: report.numPassedTests,
    failed: faults.length,
    skipped: report.numPendingTests + report.numTodoTests,
    faults,
  }
}

function runShown(args: string[], more: Record<string, string>) {
  return new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: ROOT,
      env: environment(more),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(1))
    child.on('close', resolve)
  })
}
