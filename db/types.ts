// Writes db/types.gen.ts and db/schema.sql from a freshly migrated database: the one at the given URL, else the embedded one in a
// folder that is thrown away. Commit what the embedded one says: other versions print views in other ways.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/platform/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import { describeSchema } from './describe-schema.ts'
import { generateTypes } from './generate-types.ts'

async function write(url: string) {
  await migrate(url)
  writeFileSync(new URL('types.gen.ts', import.meta.url), await generateTypes(url))
  writeFileSync(new URL('schema.sql', import.meta.url), await describeSchema(url))
}

const url = process.argv[2]
if (url) {
  await write(url)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'zhishou-types-'))
  const embedded = await startEmbedded({ folder: join(folder, 'postgres'), onStep: () => {} })
  try {
    await write(embedded.url)
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
