// Which tables a room's SQL touches: it writes its own and reads others only through their views `*_card`.
import { isTest, roomOf, type Source } from './sources.ts'

export type Owners = Record<string, readonly string[]>
const READS = /\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin)\(\s*\[?\s*'(\w+)/g
const WRITES = /\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)|rowsOf\(\s*'(\w+)/g
const RAW_WRITES = /\b(?:insert into|update|delete from)\s+"?([a-z_]+)"?\s/g
const RAW_READS = /\b(?:from|join)\s+([a-z_]+)\b(?!\()/g

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '')

/** SQL stands between backticks behind `sql`, or in a constant of capital letters. */
const rawSqlOf = (text: string) =>
  [...text.matchAll(/(?:sql(?:<[^`]*>)?|[A-Z_]+ =\s*)`([^`]*)`/g)].map((match) => match[1] ?? '').join('\n')

export function tableFaults(sources: readonly Source[], owners: Owners): string[] {
  const all = new Map(Object.entries(owners).flatMap(([room, tables]) => tables.map((table) => [table, room] as const)))
  return sources.flatMap(({ path, text }) => {
    const place = roomOf(path)
    if (!place || isTest(path)) return []
    const raw = rawSqlOf(text)
    const touched = [
      ...namesIn(text, WRITES),
      ...namesIn(text, READS),
      ...namesIn(raw, RAW_WRITES).map(camel),
      ...namesIn(raw, RAW_READS).map(camel),
    ]
    return [...new Set(touched)].flatMap((table) => {
      const owner = all.get(table)
      return owner && owner !== place.room ? [`${path}: touches ${table}, which belongs to ${owner}`] : []
    })
  })
}

/** SQL belongs into `queries`: nowhere else in a room may a query be built. */
export const sqlOutsideQueries = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) => {
    const place = roomOf(path)
    if (!place || isTest(path) || ['queries', 'seed'].includes(place.role)) return []
    return /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(?:<[^`]*>)?`/.test(text)
      ? [`${path}: SQL outside queries`]
      : []
  })
