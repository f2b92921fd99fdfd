// Records of how our company arranges its own work, made through its own people.

import type { Clients } from '../../support/app.ts'
import type { Cast, Login } from '../../support/cast.ts'
import { MESSY_DOCUMENT } from '../../support/job-document.ts'

type Entry = readonly [noun: string, id: string]

export async function organisationBelongings(as: (login: Login) => Clients, { people }: Cast): Promise<Entry[]> {
  const { items } = await as('chen').deputies.principals({})
  const holdingId = items.find(({ staffId }) => staffId === people.lin)?.holdingId ?? ''
  const toAt = '2026-11-24T02:00:00.000Z'
  const deputy = await as('chen').deputies.name({ holdingId, deputyId: people.gu, reason: 'trip', toAt })
  const { tasks } = await as('chen').tasks.assign({ assigneeIds: [people.lin], title: '巡楼', dueAt: toAt })
  const log = await as('lin').workLogs.write({ onDay: '2026-11-23', happened: '巡楼' })
  const draft = { cadence: 'month', day: '2026-12-01', title: '十二月计划' } as const
  const plan = await as('chen').workPlans.create({ ...draft, items: [{ goal: '巡楼', dueOn: '2026-12-31' }] })
  await as('chen').workPlans.submit({ id: plan.id })
  const { items: asked } = await as('chen').approvals.list({ whose: 'asked' })
  const { rules } = await as('chen').approvalRules.list({})
  const document = await as('zhao').jobDocuments.create({ text: MESSY_DOCUMENT })
  const { items: sheets } = await as('zhao').dutySheets.list({ limit: 1 })
  const first = (rows: readonly { id: string }[]) => rows[0]?.id ?? ''
  return [
    ['duty-sheets', first(sheets)],
    ['job-documents', document.id],
    ['deputies', deputy.id],
    ['tasks', first(tasks)],
    ['work-logs', log.id],
    ['work-plans', plan.id],
    ['approvals', first(asked)],
    ['approval-rules', first(rules)],
  ]
}
