// The tables of a database as a backup sees them.
import type { Client } from 'pg'

export type BackupTable = { name: string; columns: string[]; where?: string }

/** Which migrations a database has is not a record of the business; the target gets its own. */
const NOT_COPIED = ['migration']
/** Of the job queue only what is still to be done; the rest is its own bookkeeping. */
const JOBS = { name: 'pgboss.job', where: `state < 'completed'` }

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
/** A table of another schema than public is named with it. */
export const tableRef = (name: string) => name.split('.').map(quoted).join('.')

/** Partitions are read through their root; generated columns are computed again. */
export async function tablesOf(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
       array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and (n.nspname = 'public' and not c.relname = any($1) or n.nspname || '.' || c.relname = $2)
     group by 1 order by 1`,
    [NOT_COPIED, JOBS.name],
  )
  return rows.map((table) => (table.name === JOBS.name ? { ...table, where: JOBS.where } : table))
}

/** Rows hidden by the company wall would be missing from the backup without a word. */
export async function mustSeeEverything(client: Client) {
  const { rows } = await client.query<{ sees: boolean }>(
    `select rolsuper or rolbypassrls or pg_has_role(current_user, 'zhishou_door', 'usage') as sees
     from pg_roles where rolname = current_user`,
  )
  return rows[0]?.sees === true
}

export async function sequencesOf(client: Client) {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null`,
  )
  return rows
}

export async function appliedMigrations(client: Client) {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from migration order by name`,
  )
  return rows
}

export async function serverVersion(client: Client) {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return rows[0]?.version ?? ''
}
