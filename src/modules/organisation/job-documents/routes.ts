// The verbs of job-responsibility documents with the actions that perform them.
import type { Store } from '../../../platform/files/store.ts'
import { served } from '../../../platform/http/serve.ts'
import type { KnownMeasures } from '../duties/module.ts'
import { create } from './actions/reading.ts'
import { get, list } from './actions/shown.ts'
import { discard, take } from './actions/taking.ts'
import { jobDocuments } from './contract.ts'

/** `known`: the measures of all rooms, by which duties are counted. */
export const jobDocumentsServed = (known: KnownMeasures, store: Store) =>
  served(jobDocuments, {
    list,
    get: get(known),
    create: create(store),
    take: take(known),
    discard: discard(known),
  })
