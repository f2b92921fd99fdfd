// The contract of long work bound to its actions.
import { served } from '../http/serve.ts'
import { all, cancel, get, list, retry } from './actions.ts'
import { workRuns } from './contract.ts'

export const workRunsServed = served(workRuns, { list, all, get, cancel, retry })
