// Writes db/types.gen.ts and db/schema.sql from a freshly migrated database: `node db/types.ts URL`.
import { writeFileSync } from 'node:fs'
import { migrate } from '../src/platform/migrate.ts'
import { describeSchema } from './describe-schema.ts'
import { generateTypes } from './generate-types.ts'

const url = process.argv[2]
if (!url) throw new Error('usage: node db/types.ts URL')
await migrate(url)
writeFileSync(new URL('types.gen.ts', import.meta.url), await generateTypes(url))
writeFileSync(new URL('schema.sql', import.meta.url), await describeSchema(url))
