// What signing in needs from the rest of the program.
import type { User } from '../access.ts'
import type { Announce } from '../context.ts'
import type { Database, Tx } from '../database.ts'
import type { LoadUser } from './authenticate.ts'
import type { WhoAmI } from './contract.ts'
import type { Throttle } from './throttle.ts'

export type SessionDesk = {
  database: Database
  throttle: Throttle
  loadUser: LoadUser
  announce: Announce
  /** The estates a person works in, for choosing one. */
  listEstates(tx: Tx, user: User): Promise<WhoAmI['estates']>
  /** Every permission that any contract asks for. */
  permissions: readonly string[]
}
