import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedDatabase } from '../../test/support/database.ts'
import { temporaryFolder } from '../../test/support/temporary.ts'
import { type Database, openDatabase } from './database.ts'
import { type OpenEquipment, openEquipment } from './equipment.ts'
import { newId } from './ids.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let database: Database
let open: OpenEquipment

beforeAll(async () => {
  clone = await clonedDatabase()
  database = openDatabase({ url: clone.url, connections: 2 })
  open = openEquipment({ databaseUrl: clone.url, dataDir: temporaryFolder('data'), sealKey: undefined })
})
afterAll(async () => {
  await open?.close()
  await database?.close()
  await clone?.drop()
})

test('more callers than connections each get a number of their own while they hold their connections', async () => {
  const companyId = newId()
  const taken = await Promise.all(
    Array.from({ length: 20 }, () =>
      database.inCompany(companyId, async () => open.equipment.numbers.take(companyId, 'BX', '2026-11-23')),
    ),
  )
  const wanted = Array.from({ length: 20 }, (_, n) => `BX-20261123-${String(n + 1).padStart(4, '0')}`)
  expect(taken.toSorted()).toEqual(wanted)
})
