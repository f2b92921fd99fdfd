// The verbs of staff with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { leave, rejoin, signOff, signOn } from './actions/employment.ts'
import { change, create, get, list } from './actions/person.ts'
import { pick } from './actions/pick.ts'
import { appoint, relieve } from './actions/post.ts'
import { giveLogin, resetPassword } from './actions/sign-in.ts'
import { staff } from './contract.ts'

export const staffServed = served(staff, {
  list,
  get,
  pick,
  create,
  change,
  appoint,
  relieve,
  giveLogin,
  resetPassword,
  signOn,
  signOff,
  leave,
  rejoin,
})
