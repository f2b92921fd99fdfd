// The verbs of deputies with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { cancel, change, end, name } from './actions/naming.ts'
import { get, list, people, principals } from './actions/reads.ts'
import { deputies } from './contract.ts'

export const deputiesServed = served(deputies, { list, get, principals, people, name, change, end, cancel })
