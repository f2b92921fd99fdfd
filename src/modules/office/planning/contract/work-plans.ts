// Work plans of a month or a year (工作计划): items with a day, a superior's yes, a summary at the end.
import { z } from 'zod'
import {
  ById,
  Count,
  Day,
  HistoryEvent,
  Id,
  Instant,
  listOf,
  maybeText,
  page,
  pageOf,
  queryFlag,
  read,
  resource,
  text,
  write,
} from '../../../../platform/contract.ts'
import { PLAN_STATES } from '../states.ts'

export const CADENCES = ['month', 'year'] as const
export const PLAN_VERBS = ['change', 'submit', 'markDone', 'summarise'] as const

export const PlanItem = z.object({
  id: Id,
  seq: z.int(),
  goal: z.string(),
  dueOn: Day,
  doneAt: Instant.nullable(),
  result: z.string().nullable(),
})
export type PlanItem = z.output<typeof PlanItem>

export const WorkPlanRow = z.object({
  id: Id,
  staffId: Id,
  staffName: z.string(),
  cadence: z.enum(CADENCES),
  /** 2026-11 or 2026. */
  period: z.string(),
  fromOn: Day,
  toOn: Day,
  estateId: Id.nullable(),
  estateName: z.string().nullable(),
  title: z.string(),
  status: z.enum(PLAN_STATES),
  items: Count,
  itemsDone: Count,
  submittedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  summarisedAt: Instant.nullable(),
  can: z.array(z.enum(PLAN_VERBS)),
})
export type WorkPlanRow = z.output<typeof WorkPlanRow>

export const WorkPlan = WorkPlanRow.extend({
  summary: z.string().nullable(),
  lines: z.array(PlanItem),
  events: z.array(HistoryEvent),
})
export type WorkPlan = z.output<typeof WorkPlan>

const ItemDraft = z.object({
  /** Of an item that is there already. */
  id: Id.nullish(),
  goal: text(500),
  dueOn: Day,
})
const Items = z.array(ItemDraft).min(1).max(60)
const inPlace = ['work_plan.not_found', 'work_plan.not_allowed_now'] as const

export const workPlans = resource('work-plans', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      mine: queryFlag.optional(),
      staffId: Id.optional(),
      cadence: z.enum(CADENCES).optional(),
      status: listOf(z.enum(PLAN_STATES)),
      estateId: Id.optional(),
      ...page,
    }),
    output: pageOf(WorkPlanRow),
  }),
  get: read({ input: ById, output: WorkPlan, refuses: ['work_plan.not_found'] }),
  create: write({
    input: z.object({
      cadence: z.enum(CADENCES),
      /** Any day of the period. */
      day: Day,
      title: text(80),
      items: Items,
    }),
    output: WorkPlanRow,
    refuses: ['work_plan.exists', 'work_plan.item_outside'],
  }),
  change: write({
    input: z.object({ id: Id, title: text(80), items: Items }),
    output: WorkPlanRow,
    refuses: [...inPlace, 'work_plan.item_outside'],
    summary: 'What was agreed to is void with it, and the plan has to be submitted again',
  }),
  submit: write({ input: ById, output: WorkPlanRow, refuses: [...inPlace, 'approval.nobody'] }),
  markDone: write({
    input: z.object({ id: Id, itemId: Id, result: maybeText(500) }),
    output: WorkPlanRow,
    refuses: [...inPlace, 'work_plan.item_not_found'],
    summary: 'One item is done',
  }),
  summarise: write({
    input: z.object({ id: Id, summary: text(6000) }),
    output: WorkPlanRow,
    refuses: inPlace,
  }),
})
