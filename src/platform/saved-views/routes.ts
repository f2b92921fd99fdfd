// The contract of saved views bound to its actions.
import { served } from '../http/serve.ts'
import { change, create, list, remove, share } from './actions.ts'
import { savedViews } from './contract.ts'

export const savedViewsServed = served(savedViews, { list, create, change, share, remove })
