// The verbs of duties and duty sheets with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { check } from './actions/checking.ts'
import { evidence, report } from './actions/report.ts'
import { reportPdf } from './actions/report-paper.ts'
import * as sheets from './actions/sheets.ts'
import { team } from './actions/team.ts'
import { today } from './actions/today.ts'
import { duties } from './contract/duties.ts'
import type { Known } from './contract/proof.ts'
import { dutySheets } from './contract/sheets.ts'

/** `known`: the measures of all rooms, which this room lies below. */
export const dutiesServed = (known: Known) =>
  served(duties, { today: today(known), team, evidence, report, reportPdf, check })

export const dutySheetsServed = (known: Known) =>
  served(dutySheets, {
    list: sheets.list,
    get: sheets.get,
    current: sheets.current,
    measures: sheets.measures(known),
    create: sheets.create(known),
    change: sheets.change(known),
    submit: sheets.submit,
    return: sheets.return,
    publish: sheets.publish,
    withdraw: sheets.withdraw,
    acknowledge: sheets.acknowledge,
  })
