// The contracts as they are served, beside the sources that serve them.
import { roomsWith } from '../../src/app/rooms.ts'
import type { Resource } from '../../src/platform/contract.ts'
import type { Store } from '../../src/platform/files/store.ts'
import { apiTokens, sessions } from '../../src/platform/session/contract.ts'
import { readCode } from './reach.ts'
import { isTest, sourcesUnder } from './sources.ts'
import { pairedVerbs } from './verbs.ts'

/** Binding a verb touches no file; only performing it would. */
const noStore = {} as Store // reason: see above

export const resources: readonly Resource[] = [
  ...roomsWith(noStore).served.map(({ resource }) => resource),
  apiTokens,
  sessions,
]
export const contractOf = (noun: string, verb: string) => resources.find((one) => one.noun === noun)?.verbs[verb]

export const serverSources = sourcesUnder('src').filter(
  ({ path }) => !isTest(path) && !/\/web\/|^src\/ui\/|^src\/app\/web/.test(path),
)
export const pageSources = sourcesUnder('src').filter(({ path }) => !isTest(path) && /\/web\/|^src\/ui\//.test(path))
export const code = readCode(serverSources)
export const pairs = pairedVerbs(code)
