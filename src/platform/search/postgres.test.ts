import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedDatabase } from '../../../test/support/database.ts'
import { searchQueryOf, searchVectorOf } from './search.ts'
import { warmSearch } from './words.ts'

let drop: () => Promise<void>
let client: pg.Client

beforeAll(async () => {
  const database = await clonedDatabase()
  drop = database.drop
  client = new pg.Client({ connectionString: database.url })
  await Promise.all([client.connect(), warmSearch()])
  await client.query('create temporary table note (id int, words tsvector)')
  for (const [id, text] of NOTES.entries()) {
    await client.query('insert into note values ($1, $2::tsvector)', [id, searchVectorOf([text])])
  }
})
afterAll(async () => {
  await client.end()
  await drop()
})

const NOTES = [
  '3栋2单元501室業主反映電梯困人，电话138-1234-5678',
  '13栋地下车库漏水，车牌粤B·12345',
  "It's a 'quoted' \\ text: a & b | !c <-> 龘𠮷野家",
  '高空抛物，请物业尽快处理',
]

async function found(input: string): Promise<number[]> {
  const query = searchQueryOf(input)
  if (!query) return []
  const { rows } = await client.query<{ id: number }>('select id from note where words @@ $1::tsquery order by id', [
    query,
  ])
  return rows.map(({ id }) => id)
}

test.each([
  ['电梯', [0]],
  ['電梯困', [0]],
  ['3栋', [0]],
  ['13栋', [1]],
  ['5678', [0]],
  ['138 1234 5678', [0]],
  ['1381234', [0]],
  ['粤B12345', [1]],
  ['12345', [1]],
  ['漏水 车库', [1]],
  ['车库的漏水', [1]],
  ['𠮷野', [2]],
  ["quoted' text", [2]],
  ['空抛', [3]],
  ['车', [1]],
  ['人', [0]],
  ['物业电梯', []],
  ['！', []],
])('%s finds %j', async (input, ids) => expect(await found(input)).toEqual(ids))

test('PostgreSQL reads whatever anybody types, into a row and into a search', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^['"\\&|!():*<>a1电 ]{0,12}$/),
  )
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const { rows } = await client.query('select $1::tsvector @@ $2::tsquery as found', [
        searchVectorOf([text]),
        searchQueryOf(text) ?? '',
      ])
      expect(rows[0].found).toBe(searchQueryOf(text) !== undefined)
    }),
    { numRuns: 300 },
  )
})
