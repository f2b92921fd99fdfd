// An approval as answers show it, and as its events say it.
import type { Ctx } from '../../../../platform/context.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { notify } from '../../../../platform/notifications/notify.ts'
import { type ApprovalRow, VERBS } from '../contract/approvals.ts'
import type { SelectedApproval } from '../queries/approvals.ts'
import { verbsFor } from '../rules.ts'

export const rowShown = ({ user }: Ctx, row: SelectedApproval): ApprovalRow => ({
  ...row,
  waitingFor: row.namedIds.map((id, at) => ({ id, name: row.approverNames[at] ?? '' })),
  can: verbsFor(user, row, VERBS),
})

type Said = { name: string; from?: string; details?: Record<string, unknown> }
export const recorded = (ctx: Ctx, approval: SelectedApproval, { name, from, details }: Said) =>
  recordEvent(ctx, {
    name,
    recordId: approval.id,
    estateId: approval.estateId,
    to: approval.status,
    ...(from ? { from } : {}),
    details: {
      kind: approval.kind,
      subjectKind: approval.subjectKind,
      subjectId: approval.subjectId,
      title: approval.title,
      askedById: approval.askedById,
      ...(approval.amountFen === null ? {} : { amountFen: approval.amountFen }),
      ...(approval.days === null ? {} : { days: approval.days }),
      ...details,
    },
  })

export const tell = (ctx: Ctx, approval: SelectedApproval, kind: string, to: readonly string[]) =>
  notify(ctx, {
    to: to.filter((id) => id !== ctx.user.id),
    kind,
    params: { title: approval.title, asker: approval.askedByName, by: ctx.user.name },
    record: { kind: 'approval', id: approval.id },
  })
