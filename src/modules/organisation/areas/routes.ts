// The verbs of areas with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { archive, change, create, get, list, restore } from './actions/area.ts'
import { assign, candidates, release } from './actions/holder.ts'
import { areas } from './contract.ts'

export const areasServed = served(areas, { list, get, create, change, candidates, assign, release, archive, restore })
