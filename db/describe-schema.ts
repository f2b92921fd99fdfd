// The schema as a reviewer reads it: tables, constraints, indexes, policies, functions, from the catalogue of a migrated database.
// The embedded server has no dump program; this needs none, and reads the same on every version.
import pg from 'pg'

const TABLES = `select c.oid::int as oid, c.relname as name, c.relkind = 'v' as view, c.relrowsecurity as walled, c.relforcerowsecurity as forced,
  case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as definition
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> 'migration' order by 2`
const COLUMNS = `select a.attrelid::int as oid, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
  pg_get_expr(d.adbin, d.adrelid) as fallback, a.attgenerated <> '' as computed
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped order by a.attnum`
const CONSTRAINTS = `select conrelid::int as oid, conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('p', 'u', 'f', 'c', 'x') order by contype <> 'p', conname`
const INDEXES = `select i.indrelid::int as oid, pg_get_indexdef(i.indexrelid) as definition from pg_index i
  where not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 2`
const POLICIES = `select p.polrelid::int as oid, p.polname || ' for ' || p.polcmd::text || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '-') as definition
  from pg_policy p order by 2`
const TRIGGERS = `select tgrelid::int as oid, pg_get_triggerdef(oid) as definition from pg_trigger where not tgisinternal order by 2`
const GRANTS = `select c.oid::int as oid, lower(string_agg(g.privilege_type, ', ' order by g.privilege_type)) as definition
  from information_schema.role_table_grants g join pg_class c on c.relname = g.table_name and c.relnamespace = 'public'::regnamespace
  where g.grantee = 'zhishou_app' and g.table_schema = 'public' group by 1`
const FUNCTIONS = `select pg_get_functiondef(p.oid) as definition from pg_proc p
  where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname`

type Part = { oid: number; definition: string }
type Table = { oid: number; name: string; view: boolean; walled: boolean; forced: boolean; definition: string | null }
type Column = { oid: number; name: string; type: string; required: boolean; fallback: string | null }

export async function describeSchema(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const rows = async <T extends pg.QueryResultRow>(text: string) => (await client.query<T>(text)).rows
    const tables = await rows<Table>(TABLES)
    const columns = await rows<Column>(COLUMNS)
    const constraints = await rows<Part & { name: string }>(CONSTRAINTS)
    const below = [await rows<Part>(INDEXES), await rows<Part>(TRIGGERS)].flat()
    const policies = await rows<Part>(POLICIES)
    const grants = await rows<Part>(GRANTS)
    const functions = await rows<Part>(FUNCTIONS)
    const blocks = tables.map((table) => {
      const mine = <T extends { oid: number }>(parts: T[]) => parts.filter((part) => part.oid === table.oid)
      return [
        ...(table.view
          ? [`create view ${table.name} as\n${table.definition}`]
          : tableLines(table, mine(columns), mine(constraints))),
        ...mine(below).map((part) => `${part.definition};`),
        ...mine(policies).map((part) => `-- policy ${part.definition}`),
        ...mine(grants).map((part) => `-- zhishou_app may ${part.definition}`),
      ].join('\n')
    })
    const routines = functions.map((part) => `${part.definition.trim()};`)
    return `-- Read from the migrated database by \`npm run db:types\`. Do not edit; for reading in reviews.\n\n${[...blocks, ...routines].join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

function tableLines(table: Table, columns: Column[], constraints: { name: string; definition: string }[]) {
  const inside = [
    ...columns.map(
      ({ name, type, required, fallback }) =>
        `  ${name} ${type}${required ? ' not null' : ''}${fallback ? ` default ${fallback}` : ''}`,
    ),
    ...constraints.map(({ name, definition }) => `  constraint ${name} ${definition}`),
  ]
  const wall = table.walled && table.forced ? '-- behind the company wall, forced' : '-- NO company wall'
  return [`create table ${table.name} (`, inside.join(',\n'), ');', wall]
}
