import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase, emptyDatabase } from '../../../test/support/database.ts'
import { newId } from '../ids.ts'
import { verify } from './verify.ts'

let database: ClonedDatabase
let client: pg.Client
beforeAll(async () => {
  database = await clonedDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const problems = async () => (await verify({ url: database.url })).flatMap((finding) => finding.problems)

/** What is broken here is whole again afterwards. */
async function problemsAfter(offence: string, repair: string) {
  await client.query(offence)
  const found = await problems()
  await client.query(repair)
  return found
}

test('a freshly laid database has nothing wrong with it', async () => {
  expect(await problems()).toEqual([])
})

test('a table whose wall is not forced is found', async () => {
  const found = await problemsAfter(
    'alter table saved_view no force row level security',
    'alter table saved_view force row level security',
  )
  expect(found).toEqual(['saved_view: row-level security is not forced'])
})

test('a table without the wall, and with a key that spans companies, is found', async () => {
  const found = await problemsAfter(
    'create table loose (id uuid primary key, company_id uuid not null)',
    'drop table loose',
  )
  expect(found).toEqual([
    'loose: row-level security is not forced',
    'loose: the policy of the wall is missing',
    'loose: its primary key does not start with company_id',
  ])
})

test('a program that may delete events is found, and so is a ledger without its guard', async () => {
  expect(
    await problemsAfter('grant delete on event to zhishou_app', 'revoke delete on event from zhishou_app'),
  ).toEqual(['zhishou_app may delete events'])
  expect(
    await problemsAfter('alter table event disable trigger user', 'alter table event enable trigger user'),
  ).toEqual(['the trigger that keeps the ledger append-only is missing or off'])
})

test('a constraint that was never checked is found', async () => {
  const found = await problemsAfter(
    `alter table saved_view add constraint named check (name <> '') not valid`,
    'alter table saved_view drop constraint named',
  )
  expect(found).toEqual(['saved_view: constraint named was never checked'])
})

test('an event without its record is found, and nothing is said of one that has it', async () => {
  const company = newId()
  const [view, gone] = [newId(), newId()]
  await client.query(`insert into company (id, name) values ($1, '花园物业')`, [company])
  await client.query(
    `insert into saved_view (company_id, id, account_id, list, name, query) values ($1, $2, $2, 'requests', '我的', '{}')`,
    [company, view],
  )
  for (const record of [view, gone]) {
    await client.query(
      `insert into event (company_id, id, at, name, record_kind, record_id, by_name)
       values ($1, $2, now(), 'saved_view.saved', 'saved_view', $3, '陈静')`,
      [company, newId(), record],
    )
  }
  const found = await problems()
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(`there is no saved_view ${gone}`)
})

test('a database that was never laid is told apart from a sound one', async () => {
  const empty = await emptyDatabase()
  const findings = await verify({ url: empty.url })
  expect(findings).toEqual([
    { check: 'the database is laid to the present', problems: ['no migration was ever applied'] },
  ])
  await empty.drop()
})
