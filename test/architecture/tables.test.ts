import { describe, expect, test } from 'vitest'
import { modules } from '../../src/app/modules.ts'
import { sourcesUnder } from './sources.ts'
import { sqlOutsideQueries, tableFaults } from './tables.ts'

const sources = sourcesUnder('src/modules')
const owners = Object.fromEntries(Object.entries(modules).map(([name, room]) => [name, room.tables]))

describe('rooms and tables', () => {
  test('a room touches its own tables and reads the cards of others', () => {
    expect(tableFaults(sources, owners)).toEqual([])
  })
  test('a room writes SQL in its queries only', () => {
    expect(sqlOutsideQueries(sources)).toEqual([])
  })
  test('no table has two owners', () => {
    const all = Object.values(owners).flat()
    expect(all).toEqual([...new Set(all)])
  })
})

describe('each offence is caught', () => {
  const path = 'src/modules/service/work-orders/queries.ts'
  test.each([
    ['a write to a table of another room', `tx.updateTable('request').set({})`],
    ['a join of another room’s table', `tx.selectFrom('workOrder').innerJoin('request', 'a', 'b')`],
    ['whole rows for another room’s table', `insertRows(tx, rowsOf('place', []))`],
    ['hand-written SQL on a table of another room', 'sql`select 1 from request_clock c`'],
  ])('%s', (_name, text) => {
    expect(tableFaults([{ path, text }], owners)).toHaveLength(1)
  })
  test('a card of another room is not an offence', () => {
    expect(
      tableFaults([{ path, text: `tx.selectFrom('workOrder').innerJoin('requestCard', 'a', 'b')` }], owners),
    ).toEqual([])
  })
  test('a query in an action', () => {
    const text = `const x = ctx.tx.selectFrom('workOrder')`
    expect(sqlOutsideQueries([{ path: 'src/modules/service/work-orders/actions.ts', text }])).toHaveLength(1)
  })
})
