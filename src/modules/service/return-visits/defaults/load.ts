// The rules a new company starts with: everything done is asked about; what was settled by talking is not.
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'
import type { Rule } from '../contract.ts'

type Line = [
  kind: Rule['kind'],
  urgency: Rule['urgency'],
  category: string | null,
  needed: boolean,
  hours: number,
  again: number | null,
]
const RULES: Line[] = [
  ['complaint', null, null, true, 24, null],
  ['grievance', null, null, true, 24, null],
  ['repair', null, null, true, 72, null],
  ['repair', 'critical', null, true, 24, null],
  ['repair', 'urgent', null, true, 24, null],
  ['repair', null, 'plumbing.leak', true, 72, 10],
  ['repair', null, 'civil.seepage', true, 72, 10],
  ['help', null, null, true, 72, null],
  ['work_order', null, null, true, 72, null],
  ['enquiry', null, null, false, 72, null],
  ['suggestion', null, null, true, 72, null],
  ['praise', null, null, false, 72, null],
]

export const loadReturnVisitDefaults = (ctx: Ctx) =>
  insertRows(
    ctx.tx,
    rowsOf(
      'returnVisitRule',
      RULES.map(([kind, urgency, categoryCode, needed, withinHours, againAfterDays]) => ({
        id: newId(),
        kind,
        urgency,
        categoryCode,
        needed,
        withinHours,
        againAfterDays,
      })),
    ),
  )
