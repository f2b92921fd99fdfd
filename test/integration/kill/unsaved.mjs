// The planted fault, put into a server process by --import: the database module as it stands, without its commit.
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const COMMIT = "await client.query('commit')"

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/src/platform/database.ts')) return next(url, context)
    const source = readFileSync(fileURLToPath(url), 'utf8')
    if (!source.includes(COMMIT)) throw new Error('the commit is written in another way now')
    // Signing in must last, or nothing could be asked for: only what files requests is thrown away.
    const doctored = source.replace(
      COMMIT,
      "await client.query((await client.query(\"select 1 from event where name = 'request.received' and tx = pg_current_xact_id() limit 1\")).rowCount ? 'rollback' : 'commit')",
    )
    return { format: 'module', source: stripTypeScriptTypes(doctored), shortCircuit: true }
  },
})
