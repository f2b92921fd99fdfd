// The verbs of places with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { archive, restore } from './actions/archive.ts'
import { setArea } from './actions/area.ts'
import { change } from './actions/change.ts'
import { create, generate } from './actions/create.ts'
import { get, grid, list, tree } from './actions/reads.ts'
import { search } from './actions/search.ts'
import { correctStatus, setStatus } from './actions/status.ts'
import { places } from './contract/places.ts'

export const placesServed = served(places, {
  list,
  get,
  tree,
  grid,
  search,
  create,
  generate,
  change,
  setStatus,
  correctStatus,
  setArea,
  archive,
  restore,
})
