// Whether a database is what the program takes it to be: laid to the present, walled, and in accord with its ledger.
import pg from 'pg'
import { migrationFiles } from '../migrate.ts'
import type { FileName } from './export.ts'
import { appliedMigrations } from './tables.ts'

/** One row per thing that is wrong, told in the column `problem`. */
export type Check = { name: string; sql: string }
export type Finding = { check: string; problems: string[] }
export type VerifyOptions = {
  url: string
  /** The rooms' own checks. */
  more?: readonly Check[]
  hasFile?: (name: FileName) => Promise<boolean>
  onStep?: (text: string) => void
}

const MOST_SHOWN = 20

const checks: readonly Check[] = [
  {
    name: 'every table of a company stands behind the wall',
    sql: `select format('%s: row-level security is not forced', c.relname) as problem
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
      union all
      select format('%s: the policy of the wall is missing', c.relname)
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not exists (select from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, c.oid) like '%app.company%')`,
  },
  {
    name: 'the key of every walled table starts with the company',
    sql: `select format('%s: its primary key does not start with company_id', c.relname) as problem
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and k.conkey[1] = a.attnum)`,
  },
  {
    name: 'the role of the program cannot pass the wall',
    sql: `select format('role %s may pass the wall', rolname) as problem from pg_roles
      where rolname = 'zhishou_app' and (rolsuper or rolbypassrls)
      union all
      select format('table %s belongs to zhishou_app', relname) from pg_class
      where relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) = 'zhishou_app'
      union all
      select 'zhishou_app may act as a role that passes the wall' where exists (
        select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role('zhishou_app', r.oid, 'member'))`,
  },
  {
    name: 'nobody can change the ledger',
    sql: `select format('zhishou_app may %s events', lower(verb)) as problem
      from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) verb where has_table_privilege('zhishou_app', 'event', verb)
      union all
      select 'the trigger that keeps the ledger append-only is missing or off' where not exists (
        select from pg_trigger where tgrelid = 'event'::regclass and not tgisinternal and tgenabled <> 'D')`,
  },
  {
    name: 'constraints and indexes are valid',
    sql: `select format('%s: constraint %s was never checked', conrelid::regclass, conname) as problem
      from pg_constraint where connamespace = 'public'::regnamespace and not convalidated
      union all
      select format('index %s is not usable', indexrelid::regclass) from pg_index where not indisvalid`,
  },
]

/** Every finding, also those without a problem: what was looked at is part of the answer. */
export async function verify({ url, more = [], hasFile, onStep = () => {} }: VerifyOptions): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'zhishou verify' })
  await client.connect()
  try {
    const current = await migrationsCurrent(client)
    // Without its tables nothing else can be asked.
    if (current.problems.length > 0) return [current]
    const findings = [current]
    for (const check of [...checks, ...(await ledgerChecks(client)), ...more]) {
      onStep(check.name)
      findings.push(await look(client, check))
    }
    if (hasFile) findings.push(await attachmentsThere(client, hasFile))
    return findings
  } finally {
    await client.end()
  }
}

async function look(client: pg.Client, { name, sql }: Check): Promise<Finding> {
  const { rows } = await client.query<{ problem: string }>(`select problem from (${sql}) found limit ${MOST_SHOWN}`)
  return { check: name, problems: rows.map((row) => row.problem) }
}

export async function migrationsCurrent(client: pg.Client): Promise<Finding> {
  const check = 'the database is laid to the present'
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  if (!rows[0]?.there) return { check, problems: ['no migration was ever applied'] }
  const applied = new Map((await appliedMigrations(client)).map((one) => [one.name, one.checksum]))
  const files = migrationFiles()
  const problems = [
    ...files.filter((file) => !applied.has(file.name)).map((file) => `${file.name} is not applied`),
    ...files
      .filter((file) => applied.has(file.name) && applied.get(file.name) !== file.checksum)
      .map((file) => `${file.name} was changed after it had been applied`),
    ...[...applied.keys()]
      .filter((name) => !files.some((file) => file.name === name))
      .map((name) => `${name} is of a newer version`),
  ]
  return { check, problems }
}

/** A record's kind is the name of its table, so the two can be compared for every room that is there. */
async function ledgerChecks(client: pg.Client): Promise<Check[]> {
  const { rows } = await client.query<{ kind: string; status: boolean }>(
    `select c.relname as kind, exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'status') as status
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
     join pg_attribute b on b.attrelid = c.oid and b.attname = 'company_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and exists (select from event where record_kind = c.relname) order by 1`,
  )
  return rows.flatMap(({ kind, status }) => [recordsThere(kind), ...(status ? [statesAgree(kind)] : [])])
}

const recordsThere = (kind: string): Check => ({
  name: `every event about a record of ${kind} has that record`,
  sql: `select format('event %s (%s): there is no ${kind} %s', e.id, e.name, e.record_id) as problem from event e
    where e.record_kind = '${kind}' and not exists (select from ${kind} r where r.company_id = e.company_id and r.id = e.record_id)`,
})

const statesAgree = (kind: string): Check => ({
  name: `every record of ${kind} is in the state its last event gave it`,
  sql: `select format('${kind} %s is %s, and its last event left it %s', r.id, r.status, last.to_state) as problem
    from (select distinct on (company_id, record_id) company_id, record_id, to_state from event
      where record_kind = '${kind}' and to_state is not null order by company_id, record_id, tx desc, id desc) last
    join ${kind} r on r.company_id = last.company_id and r.id = last.record_id where r.status <> last.to_state`,
})

async function attachmentsThere(client: pg.Client, hasFile: (name: FileName) => Promise<boolean>): Promise<Finding> {
  const { rows } = await client.query<FileName>(`select distinct company_id as "companyId", sha256 from attachment`)
  const problems: string[] = []
  for (const name of rows) {
    if (!(await hasFile(name))) problems.push(`attachment ${name.sha256} of company ${name.companyId} is missing`)
  }
  return { check: 'every attachment has its bytes', problems: problems.slice(0, MOST_SHOWN) }
}
