// Lays or brings up to date the tables of the job queue, as the owner of the database, when it is migrated.
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { QUEUES, QUIET, SCHEMA } from './queues.ts'

const GRANTS = `
  grant usage on schema ${SCHEMA} to zhishou_app;
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to zhishou_app;
  grant usage on all sequences in schema ${SCHEMA} to zhishou_app;
  grant execute on all functions in schema ${SCHEMA} to zhishou_app;`

export async function installJobs(url: string) {
  const boss = new PgBoss({ ...QUIET, connectionString: url, migrate: true, createSchema: true, max: 2 })
  let failure: unknown
  boss.on('error', (error) => {
    failure ??= error
  })
  await boss.start()
  try {
    for (const { name, ...options } of QUEUES) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options)
      else await boss.createQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (failure) throw failure
  await allowProgram(url)
}

async function allowProgram(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'zhishou migrate' })
  await client.connect()
  try {
    await client.query(GRANTS)
  } finally {
    await client.end()
  }
}
