// The commands that bring tables in and give lists out, in the name of somebody who could do it on the pages.
import { constants, createWriteStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { loadUser } from '../../modules/organisation/deputies/module.ts'
import { listEstatesOf } from '../../modules/organisation/estates/module.ts'
import { findAttachment } from '../../platform/attachments/queries.ts'
import { type Database, openDatabase } from '../../platform/database.ts'
import { openEquipment } from '../../platform/equipment.ts'
import { runExport } from '../../platform/exports/run-export.ts'
import { openStore, type Store } from '../../platform/files/store.ts'
import type { Import } from '../../platform/imports/contract.ts'
import { runImport } from '../../platform/imports/run-import.ts'
import type { People } from '../../platform/jobs/job.ts'
import type { Workplace } from '../../platform/jobs/workplace.ts'
import { openLog } from '../../platform/log.ts'
import { exporters, importers } from '../jobs.ts'
import { withDatabase } from './database.ts'
import { type Answer, type Command, CommandRefused } from './telling.ts'

export type WhoOptions = { as: string; company?: string }
export type ImportOptions = WhoOptions & { map?: string[]; set?: string[]; dryRun?: boolean; rejects?: string }
export type ExportOptions = WhoOptions & { where?: string[] }

export const importTable = async (command: Command, kind: string, file: string, options: ImportOptions) => {
  await access(file, constants.R_OK).catch(() => {
    throw new CommandRefused(`The file ${file} cannot be read.`)
  })
  return bringIn(command, kind, file, options)
}

const bringIn = (command: Command, kind: string, file: string, options: ImportOptions): Promise<Answer> =>
  withWorkplace(command, 'zhishou import', options, async ({ place, store, companyId, accountId }) => {
    let told = -1
    const done = await runImport({
      ...{ place, importers, store, companyId, accountId, kind, file },
      mapping: pairs(options.map, '--map'),
      options: await optionsOf(place, { companyId, accountId }, kind, options.set),
      dryRun: options.dryRun ?? false,
      onProgress(rows, total) {
        if (rows === told) return
        told = rows
        command.onStep(total === null ? `${rows} rows` : `${rows} of ${total} rows`)
      },
    })
    const rejectsFile = await saveRejects(place.database, store, companyId, done, options.rejects)
    return importAnswer(done, rejectsFile)
  })

function importAnswer(done: Import, rejectsFile: string | undefined): Answer {
  const { id, state, total, taken, same, rejected } = done
  const verb = state === 'checked' ? 'would be taken in' : 'taken in'
  const lines = [`${total} rows: ${taken} ${verb}, ${same} there already, ${rejected} returned.`]
  if (rejectsFile) lines.push(`The returned rows, with the reason for each: ${rejectsFile}`)
  else if (rejected > 0) lines.push(`The returned rows stand at /imports/${id}; --rejects FILE writes them here.`)
  return { lines, json: { id, state, total, taken, same, rejected, rejectsFile: rejectsFile ?? null } }
}

export const exportTable = (command: Command, kind: string, file: string, options: ExportOptions): Promise<Answer> =>
  withWorkplace(command, 'zhishou export', options, async ({ place, companyId, accountId }) => {
    const query = pairs(options.where, '--where')
    const rows = await runExport({ place, exporters, companyId, accountId, kind, query, file })
    return { lines: [`${rows} rows written to ${file}.`], json: { rows, file } }
  })

type Who = { companyId: string; accountId: string }
type Standing = Who & { place: Workplace; store: Store }

function withWorkplace(
  { settings, onStep }: Command,
  doing: string,
  who: WhoOptions,
  work: (standing: Standing) => Promise<Answer>,
): Promise<Answer> {
  return withDatabase({ settings, doing, onStep }, async (url) => {
    await using opened = new AsyncDisposableStack()
    const database = openDatabase({ url, connections: 5, name: doing })
    opened.defer(() => database.close())
    const { equipment, close } = openEquipment({ ...settings, databaseUrl: url })
    opened.defer(close)
    const store = await openStore(settings)
    opened.defer(() => store.close())
    const people: People = async (companyId, accountId) => {
      const user = await database.inCompany(companyId, (tx) => loadUser(tx, companyId, accountId))
      return user && { ...user, sessionId: '' }
    }
    const account = await accountOf(database, who)
    const log = openLog('silent')
    // Awaited here: what it works with is closed when this function returns.
    return await work({
      place: { database, equipment, announce: () => {}, log, now: () => new Date(), people },
      store,
      ...account,
    })
  })
}

async function accountOf(database: Database, { as, company }: WhoOptions): Promise<Who> {
  const { rows } = await database.outside((tx) =>
    sql<{ companyId: string; companyName: string; id: string }>`
      select company_id, company_name, id from door_logins(${as.trim().toLowerCase()}, ${as.trim()})`.execute(tx),
  )
  const found = rows.filter(({ companyId, companyName }) => !company || [companyId, companyName].includes(company))
  const [first, second] = found
  if (!first) throw new CommandRefused(`Nobody signs in as ${as}${company ? ` at ${company}` : ''}.`)
  if (second) {
    const names = found.map(({ companyName }) => companyName).join(', ')
    throw new CommandRefused(`${as} signs in at several companies: choose one with --company (${names}).`)
  }
  return { companyId: first.companyId, accountId: first.id }
}

/** `key=value`, as often as given. */
function pairs(given: string[] | undefined, option: string): Record<string, string> {
  return Object.fromEntries(
    (given ?? []).map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw new CommandRefused(`${option} takes key=value, not "${text}".`)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

/** An estate may be given by its name. */
async function optionsOf(place: Workplace, who: Who, kind: string, given: string[] | undefined) {
  const fields = importers.find((importer) => importer.kind === kind)?.optionFields ?? []
  const user = await place.people(who.companyId, who.accountId)
  const estates = user ? await place.database.inCompany(who.companyId, (tx) => listEstatesOf(tx, user)) : []
  const valueGiven = (key: string, text: string) => {
    const field = fields.find((one) => one.key === key)
    if (field?.kind === 'flag') return text === 'true'
    return field?.kind === 'estate' ? (estates.find(({ name }) => name === text)?.id ?? text) : text
  }
  return Object.fromEntries(Object.entries(pairs(given, '--set')).map(([key, text]) => [key, valueGiven(key, text)]))
}

async function saveRejects(database: Database, store: Store, companyId: string, done: Import, path?: string) {
  const { rejectsAttachmentId } = done
  if (!path || !rejectsAttachmentId) return undefined
  const file = await database.inCompany(companyId, (tx) => findAttachment(tx, rejectsAttachmentId))
  if (!file) return undefined
  await pipeline(await store.get({ companyId, sha256: file.sha256 }), createWriteStream(path))
  return path
}
