// Writes whole rows, of one table or several, in one statement and one round trip.
import type { Insertable } from 'kysely'
import type { Tables } from '../../db/types.gen.ts'
import { named, type Tx } from './database.ts'

export type RowsOf<T extends keyof Tables> = { table: T; rows: readonly Insertable<Tables[T]>[] }
/** Rows of one table: all with the same keys. */
export const rowsOf = <T extends keyof Tables>(table: T, rows: readonly Insertable<Tables[T]>[]): RowsOf<T> => ({
  table,
  rows,
})

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const statements = new Map<string, { name: string; text: string }>()

/**
 * The rows travel as one JSON text per table and PostgreSQL casts each value to its column's type, so a text serves for a
 * tsvector and an ISO instant for a timestamptz. Foreign keys between the tables hold: they are checked when the statement ends.
 */
export async function insertRows(tx: Tx, ...parts: readonly { table: keyof Tables; rows: readonly object[] }[]) {
  const filled = parts.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return
  const columns = filled.map(({ rows }) => Object.keys(rows[0] ?? {}))
  const name = filled.map(({ table }, place) => `${table}(${columns[place]?.join()})`).join('+')
  const statement =
    statements.get(name) ??
    statementOf(
      filled.map(({ table }) => table),
      columns,
    )
  statements.set(name, statement)
  const values = filled.map(({ rows }, place) => JSON.stringify(rows.map((row) => snakeRow(row, columns[place] ?? []))))
  await named(tx, statement.name, statement.text, values)
}

function statementOf(tables: string[], columns: string[][]) {
  const inserts = tables.map((table, place) => {
    const list = (columns[place] ?? []).map((column) => `"${snake(column)}"`).join(', ')
    return `insert into ${snake(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${snake(table)}, $${place + 1}::jsonb)`
  })
  const last = inserts.pop()
  const before = inserts.map((insert, place) => `w${place} as (${insert})`).join(', ')
  return { name: `rows.${statements.size}`, text: before ? `with ${before} ${last}` : `${last}` }
}

function snakeRow(row: object, columns: readonly string[]) {
  const given = Object.entries(row)
  if (given.length !== columns.length) throw new Error('rows of one table must have the same keys')
  return Object.fromEntries(given.map(([key, value]) => [snake(key), value]))
}
