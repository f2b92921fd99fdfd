// The command that lays a company with its first manager.
import type { z } from 'zod'
import { companies } from '../../modules/organisation/estates/contract.ts'
import { StaffDraft } from '../../modules/organisation/staff/contract.ts'
import { openDatabase } from '../../platform/database.ts'
import { openEquipment } from '../../platform/equipment.ts'
import { openLog } from '../../platform/log.ts'
import { migrate } from '../../platform/migrate.ts'
import { createCompany } from '../company.ts'
import { withDatabase } from './database.ts'
import { type Answer, type Command, CommandRefused } from './telling.ts'

export type CompanyOptions = { manager: string; login: string; phone?: string; zone?: string }

/** The same rules as on the pages, under the names of the options. */
const Company = companies.verbs.change.input.required({ name: true })
const Manager = StaffDraft.pick({ name: true, login: true, phone: true }).required({ login: true })

export async function company(
  { settings, now, onStep }: Command,
  name: string,
  options: CompanyOptions,
): Promise<Answer> {
  const { manager, login, phone, zone } = options
  const draft = read(Company, { name, ...(zone ? { zone } : {}) })
  const person = read(Manager, { name: manager, login, ...(phone ? { phone } : {}) })
  const made = await withDatabase(
    { settings, doing: 'zhishou company create', create: async () => {}, onStep },
    async (url) => {
      await migrate(url, onStep)
      const database = openDatabase({ url, connections: 2 })
      const { equipment, close } = openEquipment({ ...settings, databaseUrl: url })
      const setting = { database, equipment, log: openLog('silent'), now }
      try {
        return await createCompany(setting, {
          name: draft.name,
          ...(draft.zone ? { zone: draft.zone } : {}),
          manager: { name: person.name, login: person.login, ...(person.phone ? { phone: person.phone } : {}) },
        })
      } finally {
        await close()
        await database.close()
      }
    },
  )
  const lines = [
    `${draft.name} stands. ${person.name} signs in as ${made.login} with the password ${made.initialPassword},`,
    'which is shown this once and must be changed at the first sign-in.',
  ]
  return { lines, json: made }
}

function read<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new CommandRefused(`${issue?.path.join('.')} cannot be used: ${issue?.message}.`)
}
