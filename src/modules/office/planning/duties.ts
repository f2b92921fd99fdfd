// By what tasks, work logs and work plans prove duties.
import type { Measures } from '../../organisation/duties/contract/proof.ts'

const dropped = [{ event: 'task.cancelled' }]

export const planningMeasures = {
  tasksDone: {
    zh: '交办任务按时完成',
    en: 'Tasks given by superiors done in time',
    proof: {
      kind: 'coverage',
      credit: 'own',
      owner: 'assigneeId',
      opens: [{ event: 'task.assigned' }, { event: 'task.returned' }],
      answers: [{ event: 'task.finished' }],
      drops: dropped,
      moves: [{ event: 'task.changed' }],
      limit: { detail: 'dueAt' },
      way: { page: '/tasks', needs: 'tasks.read' },
    },
  },
  tasksAssigned: {
    zh: '每个工作日布置工作',
    en: 'The day’s work assigned every working day',
    proof: {
      kind: 'cadence',
      credit: 'own',
      events: [{ event: 'task.assigned' }],
      times: 1,
      per: 'working_day',
      way: { page: '/tasks/day', needs: 'tasks.assign' },
    },
  },
  tasksChecked: {
    zh: '布置的工作次日前检查',
    en: 'Tasks that are done are checked by the next working day',
    proof: {
      kind: 'coverage',
      credit: 'own',
      owner: 'assignedById',
      opens: [{ event: 'task.finished' }],
      answers: [{ event: 'task.checked' }, { event: 'task.returned' }],
      drops: dropped,
      limit: { workingDays: 1 },
      way: { page: '/tasks/day', needs: 'tasks.check' },
    },
  },
  logWritten: {
    zh: '每个工作日写工作记录',
    en: 'The work log written every working day',
    proof: {
      kind: 'cadence',
      credit: 'own',
      owner: 'staffId',
      day: 'onDay',
      events: [{ event: 'work_log.written' }],
      times: 1,
      per: 'working_day',
      way: { page: '/work-logs/write', needs: 'work-logs.write' },
    },
  },
  plansApproved: {
    zh: '每月工作计划获批',
    en: 'A work plan approved every month',
    proof: {
      kind: 'cadence',
      credit: 'own',
      owner: 'staffId',
      events: [{ event: 'work_plan.approved' }],
      times: 1,
      per: 'month',
      way: { page: '/work-plans', needs: 'work-plans.create' },
    },
  },
  plansSummarised: {
    zh: '每月提交工作总结',
    en: 'A work summary handed in every month',
    proof: {
      kind: 'cadence',
      credit: 'own',
      owner: 'staffId',
      events: [{ event: 'work_plan.summarised' }],
      times: 1,
      per: 'month',
      way: { page: '/work-plans', needs: 'work-plans.summarise' },
    },
  },
} as const satisfies Measures
