// Table types for Kysely, read from a migrated database: column types, defaults, and unions from check constraints.
import pg from 'pg'

const KINDS: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  boolean: 'boolean',
  'double precision': 'number',
  date: 'string',
  numeric: 'string',
  bytea: 'Buffer',
  xid8: 'string',
  tsvector: 'string',
  'timestamp with time zone': 'Timestamp',
  'time without time zone': 'string',
  jsonb: 'Json',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'integer[]': 'number[]',
}
type Column = { table: string; column: string; type: string; required: boolean; defaulted: boolean; view: boolean }

export const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

export async function generateTypes(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows: columns } = await client.query<Column>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
         a.attnotnull as required, a.atthasdef or a.attidentity <> '' as defaulted, c.relkind = 'v' as view
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
         and not c.relispartition and c.relname <> 'migration'
       order by c.relname, a.attnum`,
    )
    const { rows: checks } = await client.query<{ table: string; definition: string }>(
      `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'c' and connamespace = 'public'::regnamespace`,
    )
    return fileOf(columns, checks)
  } finally {
    await client.end()
  }
}

function unionOf(checks: { table: string; definition: string }[], table: string, column: string) {
  const heads = [`CHECK ((${column} = ANY`, `CHECK (((${column} IS NULL) OR (${column} = ANY`]
  const found = checks.find((check) => check.table === table && heads.some((head) => check.definition.startsWith(head)))
  return found && [...found.definition.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`).join(' | ')
}

type Checks = { table: string; definition: string }[]
function typeOf(
  { table, column, type, required, defaulted, view }: Column,
  known: Map<string, Column>,
  checks: Checks,
) {
  // A card shows columns of its own table as they are there; what it joins may be missing.
  const base = view ? known.get(`${table.replace(/(_span)?_card$/, '')}.${column}`) : undefined
  const kind = unionOf(checks, base?.table ?? table, column) ?? KINDS[type] ?? 'unknown'
  const wide = (base?.required ?? required) ? kind : `${kind} | null`
  return defaulted ? `Generated<${wide}>` : wide
}

function fileOf(columns: Column[], checks: { table: string; definition: string }[]) {
  const tables = new Map<string, string[]>()
  const known = new Map(columns.map((one) => [`${one.table}.${one.column}`, one]))
  for (const column of columns) {
    const lines = tables.get(column.table) ?? []
    lines.push(`    ${camel(column.column)}: ${typeOf(column, known, checks)}`)
    tables.set(column.table, lines)
  }
  const blocks = [...tables].map(([table, lines]) => `  ${camel(table)}: {\n${lines.join('\n')}\n  }`)
  return `// Generated from the migrated database by \`npm run db:types\`. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Timestamp = ColumnType<string, Date | string, Date | string>
type Json = ColumnType<unknown, string, string>

export type Tables = {
${blocks.join('\n')}
}
`
}
