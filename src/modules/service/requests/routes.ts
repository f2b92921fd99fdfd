// Binds the contracts to the actions.
import { served } from '../../../platform/http/serve.ts'
import { cancel, closeUndone, reopen, settleAtDesk } from './actions/ending.ts'
import { accept, arrive, complete, decline, dispatch, handOver, rework, take } from './actions/handling.ts'
import { create } from './actions/intake.ts'
import { settle, waive } from './actions/paying.ts'
import { beside, counts, get, list, listSettings } from './actions/reads.ts'
import { answer, change, group, judge, nudge, reveal, split, supervise } from './actions/remarks.ts'
import * as settings from './actions/settings.ts'
import { hold, resume } from './actions/waiting.ts'
import { requests } from './contract/requests.ts'
import { requestSettings } from './contract/settings.ts'

export const requestsServed = served(requests, {
  list,
  counts,
  get,
  beside,
  create,
  accept,
  change,
  dispatch,
  take,
  decline,
  handOver,
  arrive,
  hold,
  resume,
  answer,
  complete,
  rework,
  settle,
  waive,
  reopen,
  closeUndone,
  cancel,
  settleAtDesk,
  nudge,
  supervise,
  judge,
  split,
  group,
  reveal,
})

export const requestSettingsServed = served(requestSettings, {
  list: listSettings,
  addCategory: settings.addCategory,
  changeCategory: settings.changeCategory,
  archiveCategory: settings.archiveCategory,
  setLimit: settings.setLimit,
  removeLimit: settings.removeLimit,
  addReason: settings.addReason,
  changeReason: settings.changeReason,
  archiveReason: settings.archiveReason,
  addStep: settings.addStep,
  removeStep: settings.removeStep,
  setNumber: settings.setNumber,
})
