// The contract of notifications bound to its actions.
import { served } from '../http/serve.ts'
import { count, list, read, readAll } from './actions.ts'
import { notifications } from './contract.ts'

export const notificationsServed = served(notifications, { list, count, read, readAll })
