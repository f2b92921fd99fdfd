// What a new company starts with: the trade's usual categories, limits, reasons, ladder. Everything can be changed afterwards.
import type { Ctx } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/ids.ts'
import { insertRows, rowsOf } from '../../../../platform/rows.ts'
import type { Kind, Urgency } from '../contract/shapes.ts'
import { CATEGORIES } from './categories.ts'

type Clock = 'elapsed' | 'service'
type LimitLine = [
  kind: Kind,
  urgency: Urgency | null,
  answer: number | null,
  arrive: number | null,
  feedback: number | null,
  finish: number | null,
  clock: Clock,
  finishClock: Clock,
]
const DAY = 1440
/** Minutes. Life and safety run on the wall clock; what can wait for the morning counts service hours until somebody answers. */
const LIMITS: LimitLine[] = [
  ['repair', 'critical', 1, 5, null, null, 'elapsed', 'elapsed'],
  ['repair', 'urgent', 5, 15, null, 120, 'elapsed', 'elapsed'],
  ['repair', 'rush', 15, 30, null, DAY, 'elapsed', 'elapsed'],
  ['repair', 'normal', 30, null, null, DAY, 'service', 'elapsed'],
  ['repair', 'complex', 30, null, null, 2 * DAY, 'service', 'elapsed'],
  ['repair', null, 30, null, null, DAY, 'service', 'elapsed'],
  ['complaint', null, 15, null, DAY, 3 * DAY, 'service', 'elapsed'],
  ['complaint', 'critical', 1, 5, 120, DAY, 'elapsed', 'elapsed'],
  ['grievance', null, 15, null, DAY, 3 * DAY, 'service', 'elapsed'],
  ['help', null, 15, null, null, DAY, 'service', 'elapsed'],
  ['help', 'critical', 1, 5, null, null, 'elapsed', 'elapsed'],
  ['help', 'urgent', 5, 15, null, 120, 'elapsed', 'elapsed'],
  ['enquiry', null, 240, null, null, 2 * DAY, 'service', 'elapsed'],
  ['suggestion', null, DAY, null, DAY, 7 * DAY, 'elapsed', 'elapsed'],
  ['praise', null, DAY, null, null, 7 * DAY, 'elapsed', 'elapsed'],
]

const REASONS: [code: string, name: string, nameEn: string, stopsClock: boolean][] = [
  ['customer_rebooked', '客户改约', 'Customer changed the appointment', true],
  ['third_party', '待第三方', 'Waiting for an outside party', true],
  ['weather', '天气原因', 'Weather', true],
  ['parts', '待料', 'Waiting for parts', false],
  ['approval', '待审批', 'Waiting for approval', false],
]

type Rung = 'handler' | 'supervisor' | 'manager' | 'project_head'
const STEPS: [ratio: number, tell: Rung, critical: boolean][] = [
  [0.8, 'handler', false],
  [1, 'supervisor', false],
  [1.5, 'manager', false],
  [2, 'project_head', false],
  [0.5, 'supervisor', true],
  [0.8, 'manager', true],
  [1, 'project_head', true],
]

export async function loadRequestDefaults(ctx: Ctx) {
  const limits = LIMITS.map(([kind, urgency, answer, arrive, feedback, finish, clock, finishClock]) => ({
    id: newId(),
    kind,
    urgency,
    answerMinutes: answer,
    arriveMinutes: arrive,
    feedbackMinutes: feedback,
    finishMinutes: finish,
    clock,
    finishClock,
  }))
  const reasons = REASONS.map(([code, name, nameEn, stopsClock], sort) => ({
    id: newId(),
    code,
    name,
    nameEn,
    stopsClock,
    sort,
  }))
  const steps = STEPS.map(([ratio, tell, critical]) => ({ id: newId(), ratio: String(ratio), tell, critical }))
  await insertRows(
    ctx.tx,
    rowsOf('requestCategory', categoryRows()),
    rowsOf('requestLimit', limits),
    rowsOf('holdReason', reasons),
    rowsOf('escalationStep', steps),
  )
}

function categoryRows() {
  return CATEGORIES.flatMap(
    ({ kind, code, name, nameEn, trade = null, urgency = null, outsideParty = null, below = [] }, sort) => {
      const id = newId()
      const shared = { kind, trade, outsideParty }
      const top = { ...shared, id, parentId: null, code, name, nameEn, defaultUrgency: urgency, sort: sort * 100 }
      const children = below.map(([childCode, childName, childNameEn, childUrgency], place) => ({
        ...shared,
        id: newId(),
        parentId: id,
        code: `${code}.${childCode}`,
        name: childName,
        nameEn: childNameEn,
        defaultUrgency: childUrgency ?? urgency,
        sort: sort * 100 + place + 1,
      }))
      return [top, ...children]
    },
  )
}
