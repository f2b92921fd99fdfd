// A database of its own for each test file: a clone of the migrated one.
import pg from 'pg'
import { inject } from 'vitest'

export type ClonedDatabase = {
  /** Of the owner; the program's own connections step down from it to zhishou_app. */
  url: string
  drop(): Promise<void>
}

let clones = 0

export async function clonedDatabase(): Promise<ClonedDatabase> {
  const migrated = new URL(inject('migratedUrl'))
  clones += 1
  const name = `clone_${process.pid}_${clones}_${Date.now().toString(36)}`
  const template = migrated.pathname.slice(1)
  await asAdministrator(`create database ${name} template ${template} strategy file_copy`)
  return {
    url: withDatabase(migrated, name),
    drop: () => asAdministrator(`drop database if exists ${name} with (force)`),
  }
}

/** A database without anything in it. */
export async function emptyDatabase(): Promise<ClonedDatabase> {
  clones += 1
  const name = `empty_${process.pid}_${clones}_${Date.now().toString(36)}`
  await asAdministrator(`create database ${name} template template0`)
  return {
    url: withDatabase(new URL(inject('migratedUrl')), name),
    drop: () => asAdministrator(`drop database if exists ${name} with (force)`),
  }
}

function withDatabase(url: URL, name: string) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function asAdministrator(statement: string) {
  const client = new pg.Client({ connectionString: withDatabase(new URL(inject('migratedUrl')), 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
