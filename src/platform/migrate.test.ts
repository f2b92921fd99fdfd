import pg from 'pg'
import { expect, test } from 'vitest'
import { clonedDatabase, emptyDatabase } from '../../test/support/database.ts'
import { migrate, migrationFiles } from './migrate.ts'

const names = migrationFiles().map((file) => file.name)

test('an empty database gets every migration in order, and nothing the second time', async () => {
  const { url, drop } = await emptyDatabase()
  const steps: string[] = []
  expect(await migrate(url, (name) => steps.push(name))).toEqual(names)
  expect(steps).toEqual(names)
  expect(await migrate(url)).toEqual([])
  await drop()
})

test('two processes that migrate at once do it once', async () => {
  const { url, drop } = await emptyDatabase()
  const [first, second] = await Promise.all([migrate(url), migrate(url)])
  expect([...first, ...second].sort()).toEqual(names)
  await drop()
})

test('a migration that was changed after it was applied is refused', async () => {
  const { url, drop } = await clonedDatabase()
  await change(url, `update migration set checksum = 'other' where name = '${names[0]}'`)
  await expect(migrate(url)).rejects.toThrow(`Migration ${names[0]} was changed`)
  await drop()
})

test('a database of a newer version of the program is refused', async () => {
  const { url, drop } = await clonedDatabase()
  await change(url, `insert into migration (name, checksum) values ('9999-later.sql', 'x')`)
  await expect(migrate(url)).rejects.toThrow('9999-later.sql')
  await drop()
})

async function change(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
