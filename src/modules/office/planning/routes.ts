// The verbs of planning with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { finish, start } from './actions/doing.ts'
import * as giving from './actions/giving.ts'
import * as reads from './actions/reads.ts'
import * as logs from './actions/work-logs.ts'
import * as plans from './actions/work-plans.ts'
import { tasks } from './contract/tasks.ts'
import { workLogs } from './contract/work-logs.ts'
import { workPlans } from './contract/work-plans.ts'

export const tasksServed = served(tasks, {
  list: reads.list,
  get: reads.get,
  counts: reads.counts,
  people: reads.people,
  day: reads.day,
  assign: giving.assign,
  change: giving.change,
  start,
  finish,
  check: giving.check,
  return: giving.return,
  cancel: giving.cancel,
})

export const workLogsServed = served(workLogs, {
  list: logs.list,
  get: logs.get,
  draft: logs.draft,
  write: logs.write,
  sign: logs.sign,
})

export const workPlansServed = served(workPlans, {
  list: plans.list,
  get: plans.get,
  create: plans.create,
  change: plans.change,
  submit: plans.submit,
  markDone: plans.markDone,
  summarise: plans.summarise,
})
