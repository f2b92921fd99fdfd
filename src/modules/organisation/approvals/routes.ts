// The verbs of approvals with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import * as answering from './actions/answering.ts'
import * as reads from './actions/reads.ts'
import * as settings from './actions/settings.ts'
import { approvals } from './contract/approvals.ts'
import { approvalRules } from './contract/rules.ts'

export const approvalsServed = served(approvals, {
  list: reads.list,
  counts: reads.counts,
  get: reads.get,
  agree: answering.agree,
  return: answering.return,
  refuse: answering.refuse,
  withdraw: answering.withdraw,
})

export const approvalRulesServed = served(approvalRules, {
  list: settings.list,
  saveRule: settings.saveRule,
  removeRule: settings.removeRule,
  saveLimit: settings.saveLimit,
  removeLimit: settings.removeLimit,
})
