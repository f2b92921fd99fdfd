// Tasks given by superiors (交办), and the assignment of a day's work.
import { z } from 'zod'
import {
  ById,
  Count,
  Day,
  HistoryEvent,
  Id,
  Instant,
  InstantGiven,
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
import { STATES } from '../states.ts'

export const VERBS = ['start', 'finish', 'check', 'return', 'change', 'cancel'] as const

/** A record of another room: `request`, its id and its number. */
const About = z.object({ kind: z.string().regex(/^[a-z_]{2,40}$/), id: Id, no: text(60) })

export const TaskRow = z.object({
  id: Id,
  no: z.string(),
  title: z.string(),
  assigneeId: Id,
  assigneeName: z.string(),
  assignedById: Id,
  assignedByName: z.string(),
  estateId: Id.nullable(),
  estateName: z.string().nullable(),
  areaId: Id.nullable(),
  areaName: z.string().nullable(),
  dueAt: Instant,
  /** The day in whose assignment it stands. */
  forDay: Day.nullable(),
  status: z.enum(STATES),
  assignedAt: Instant,
  finishedAt: Instant.nullable(),
  returns: Count,
  about: About.nullable(),
  can: z.array(z.enum(VERBS)),
})
export type TaskRow = z.output<typeof TaskRow>

export const Task = TaskRow.extend({
  text: z.string().nullable(),
  startedAt: Instant.nullable(),
  finishNote: z.string().nullable(),
  checkedAt: Instant.nullable(),
  checkedByName: z.string().nullable(),
  remark: z.string().nullable(),
  photos: z.array(Id),
  events: z.array(HistoryEvent),
})
export type Task = z.output<typeof Task>

export const PersonOfDay = z.object({
  staffId: Id,
  name: z.string(),
  titles: z.array(z.string()),
  onDuty: z.boolean(),
  /** 1 reports to whoever asks; more stands further below. */
  level: z.int(),
  /** Of the day, and those of earlier days that are still open. */
  tasks: z.array(TaskRow),
})
export type PersonOfDay = z.output<typeof PersonOfDay>

const inPlace = ['task.not_found', 'task.not_allowed_now'] as const
const placing = ['task.estate_not_found', 'task.area_elsewhere', 'area.not_found'] as const

export const tasks = resource('tasks', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      status: listOf(z.enum(STATES)),
      /** Given to me, or to whom I stand in for. */
      mine: queryFlag.optional(),
      /** Given by me. */
      given: queryFlag.optional(),
      assigneeId: Id.optional(),
      estateId: Id.optional(),
      forDay: Day.optional(),
      overdue: queryFlag.optional(),
      aboutId: Id.optional(),
      sort: z.enum(['due', 'newest']).default('due'),
      ...page,
    }),
    output: pageOf(TaskRow),
  }),
  get: read({ input: ById, output: Task, refuses: ['task.not_found'] }),
  counts: read({
    input: z.object({}),
    output: z.object({ mine: Count, mineOverdue: Count, toCheck: Count, givenOverdue: Count }),
  }),
  people: read({
    input: z.object({ search: z.string().trim().max(60).optional() }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string(), titles: z.array(z.string()) })) }),
    needs: 'tasks.assign',
    summary: 'Everybody below: to whom tasks may be given',
  }),
  day: read({
    input: z.object({
      /** Today when nothing is said. */
      day: Day.optional(),
      /** Also those who do not report directly. */
      deep: queryFlag.optional(),
      estateId: Id.optional(),
    }),
    output: z.object({ day: Day, people: z.array(PersonOfDay) }),
    needs: 'tasks.assign',
    summary: 'The day’s work of the people below, one screen to place it on',
  }),
  assign: write({
    input: z.object({
      assigneeIds: z.array(Id).min(1).max(50),
      title: text(120),
      text: maybeText(4000),
      dueAt: InstantGiven,
      forDay: Day.nullable().default(null),
      estateId: Id.nullable().optional(),
      areaId: Id.nullable().optional(),
      about: About.nullable().default(null),
    }),
    output: z.object({ tasks: z.array(TaskRow) }),
    refuses: ['task.not_subordinate', 'task.due_in_past', ...placing],
    summary: 'Give something to do; several people get one task each',
  }),
  change: write({
    input: z.object({ id: Id, title: text(120).optional(), text: maybeText(4000), dueAt: InstantGiven.optional() }),
    output: TaskRow,
    refuses: [...inPlace, 'task.due_in_past'],
  }),
  start: write({ input: ById, output: TaskRow, refuses: inPlace }),
  finish: write({
    input: z.object({ id: Id, note: text(2000), photoIds: z.array(Id).max(9).default([]) }),
    output: TaskRow,
    refuses: [...inPlace, 'attachment.not_found'],
  }),
  check: write({
    input: z.object({ id: Id, remark: maybeText(1000) }),
    output: TaskRow,
    refuses: [...inPlace, 'task.own_work'],
  }),
  return: write({
    input: z.object({ id: Id, remark: text(1000), dueAt: InstantGiven.optional() }),
    output: TaskRow,
    refuses: [...inPlace, 'task.own_work', 'task.due_in_past'],
  }),
  cancel: write({ input: z.object({ id: Id, remark: text(1000) }), output: TaskRow, refuses: inPlace }),
})
