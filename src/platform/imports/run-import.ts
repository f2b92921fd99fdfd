// A whole import in one call, for the command line and for tests: the same path as through the page, done by this process.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keepAttachment } from '../attachments/routes.ts'
import { type Ctx, perform } from '../context.ts'
import type { Store } from '../files/store.ts'
import type { Workplace } from '../jobs/workplace.ts'
import { Refusal } from '../refusal.ts'
import { SHEET_LIMITS } from '../sheets/limits.ts'
import { get as getRun } from '../work-runs/actions.ts'
import { performRun } from '../work-runs/perform-run.ts'
import { beginImport, create, map } from './actions.ts'
import type { Import } from './contract.ts'
import type { Importers } from './importer.ts'
import { importRuns } from './running.ts'
import { get } from './views.ts'

export type ImportCall = {
  place: Workplace
  importers: Importers
  store: Store
  companyId: string
  /** In whose name. */
  accountId: string
  kind: string
  /** A path. */
  file: string
  /** Field → name of its column, or place from 0. The others stay as proposed from the header, or as confirmed before. */
  mapping?: Record<string, number | string>
  options?: Record<string, unknown>
  dryRun?: boolean
  onProgress?(done: number, total: number | null): void
}

/** When this process dies a worker goes on; it is not expected to die, so it waits long. */
const TAKEN_OVER_MS = 60 * 60 * 1000
const LOOK_MS = 300

/** Counts stand in the answer: total = taken + same + rejected. */
export async function runImport(call: ImportCall): Promise<Import> {
  const { place, importers, store, companyId, dryRun } = call
  const { as, taking } = await actingAs(call)
  const draft = await as(async (ctx) => create(taking, ctx, { kind: call.kind, attachmentId: await bring(call, ctx) }))
  const { id } = draft
  await as((ctx) =>
    map(taking, ctx, { id, mapping: columnsOf(call, draft), options: { ...draft.options, ...call.options } }),
  )
  const startAfter = new Date(place.now().getTime() + TAKEN_OVER_MS)
  const verb = dryRun ? 'check' : 'run'
  const runId = await as((ctx) => beginImport(taking, ctx, { id, verb, startAfter }))
  const kinds = new Map(importRuns({ importers, store }).map((kind) => [kind.kind, kind]))
  const watch = setInterval(() => void tellProgress(as, runId, call), LOOK_MS)
  try {
    await performRun(place, kinds, { companyId, runId, closing: new AbortController().signal })
    await ended(as, runId)
  } finally {
    clearInterval(watch)
  }
  return as((ctx) => get(taking, ctx, { id }))
}

function columnsOf({ mapping = {} }: ImportCall, draft: Import): Record<string, number> {
  const given = Object.entries(mapping).map(([field, column]) => {
    const at = typeof column === 'number' ? column : draft.headers.indexOf(column)
    if (at < 0) throw new Refusal('import.no_such_column', { field, column, headers: draft.headers })
    return [field, at] as const
  })
  return { ...draft.mapping, ...Object.fromEntries(given) }
}

type As = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>

async function actingAs({ place, importers, store, companyId, accountId }: ImportCall) {
  const user = await place.people(companyId, accountId)
  if (!user) throw new Refusal('work_run.asker_gone')
  const { database, equipment, log, announce } = place
  const as: As = (work) =>
    perform(database, { user, now: place.now(), callId: 'import', log, equipment }, announce, work)
  return { as, taking: { importers, store } }
}

async function bring({ store, companyId, file }: ImportCall, ctx: Ctx): Promise<string> {
  const name = basename(file)
  const stored = await store.put(createReadStream(file), { companyId, name, limitBytes: SHEET_LIMITS.fileBytes })
  return (await keepAttachment(ctx, stored)).id
}

async function tellProgress(as: As, runId: string, { onProgress }: ImportCall) {
  if (!onProgress) return
  const run = await as((ctx) => getRun(ctx, { id: runId })).catch(() => undefined)
  if (run?.state === 'running') onProgress(run.done, run.total)
}

/** A failed run is thrown as what it failed of. */
async function ended(as: As, runId: string) {
  for (;;) {
    const run = await as((ctx) => getRun(ctx, { id: runId }))
    if (run.state === 'done') return
    if (run.state === 'failed' || run.state === 'cancelled')
      throw new Refusal(run.error ?? 'work_run.cancelled', run.result)
    await pause(LOOK_MS)
  }
}
