// SQL of approvals and their steps.
import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables } from '../../../../../db/types.gen.ts'
import { ownersIn, scopeOf, type User } from '../../../../platform/access.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { Tx } from '../../../../platform/database.ts'
import { keyOf, pageFrom } from '../../../../platform/keyset.ts'
import { holding } from '../../../../platform/short-lists.ts'
import { withinReach } from '../../../../platform/within-reach.ts'
import type { approvals } from '../contract/approvals.ts'

const selection = (tx: Tx) =>
  tx
    .selectFrom('approval')
    .innerJoin('staffCard as asker', (join) =>
      join.onRef('asker.companyId', '=', 'approval.companyId').onRef('asker.id', '=', 'approval.askedById'),
    )
    .leftJoin('approvalStep as current', (join) =>
      join
        .onRef('current.companyId', '=', 'approval.companyId')
        .onRef('current.approvalId', '=', 'approval.id')
        .on(sql<SqlBool>`approval.status = 'open' and current.answer is null and current.began_at is not null`),
    )
    .selectAll('approval')
    .select(['asker.name as askedByName', 'current.dueAt', 'current.id as stepId'])
    .select([
      sql<string[]>`coalesce(current.approver_ids, '{}')`.as('approverIds'),
      sql<
        string[]
      >`coalesce((select array_agg(p.name order by p.no) from staff_card p where p.id = any(current.approver_ids)), '{}')`.as(
        'approverNames',
      ),
      sql<
        string[]
      >`coalesce((select array_agg(p.id order by p.no) from staff_card p where p.id = any(current.approver_ids)), '{}')`.as(
        'namedIds',
      ),
    ])
export type SelectedApproval = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

const REACH = { estate: 'approval.estateId', own: ['approval.askedById'] }
const ownIds = (user: User) => {
  const scope = scopeOf(user, 'approvals.agree')
  return scope ? ownersIn(scope, user) : [user.id]
}
/** Whoever was asked may read it ever after. */
const isApprover = (ids: readonly string[]) => sql<SqlBool>`exists (select from approval_step s
  where s.approval_id = approval.id and (s.approver_ids && ${[...ids]}::uuid[] or s.answered_by_id = any(${[...ids]}::uuid[])))`
const isTurnOf = (ids: readonly string[]) =>
  sql<SqlBool>`(approval.status = 'open' and current.approver_ids && ${[...ids]}::uuid[]
    and not approval.asked_by_id = any(${[...ids]}::uuid[]))`

function whoseIs(user: User, whose: Input<typeof approvals.verbs.list>['whose']) {
  const mine = ownIds(user)
  if (whose === 'mine_to_answer') return isTurnOf(mine)
  if (whose === 'asked') return sql<SqlBool>`approval.asked_by_id = ${user.id}::uuid`
  if (whose === 'answered') {
    return sql<SqlBool>`exists (select from approval_step s where s.approval_id = approval.id and s.answered_by_id = ${user.id}::uuid)`
  }
  return sql<SqlBool>`true`
}

export async function listApprovals(tx: Tx, user: User, filter: Input<typeof approvals.verbs.list>) {
  const key = keyOf(filter.after, 2)
  const rows = await selection(tx)
    .where((eb) => eb.or([withinReach(eb, user, 'approvals.read', REACH), isApprover(ownIds(user))]))
    .where(whoseIs(user, filter.whose))
    .where(holding(['approval.title', 'approval.subjectNo', 'asker.name'], filter.search))
    .$if(Boolean(filter.kind?.length), (query) => query.where('approval.kind', 'in', filter.kind ?? []))
    .$if(Boolean(filter.status?.length), (query) => query.where('approval.status', 'in', filter.status ?? []))
    .$if(filter.subjectId !== undefined, (query) => query.where('approval.subjectId', '=', filter.subjectId ?? ''))
    .$if(key !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(approval.opened_at, approval.id) < (${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid)`,
      ),
    )
    .orderBy('approval.openedAt', 'desc')
    .orderBy('approval.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return pageFrom(rows, filter.limit, (row) => [row.openedAt, row.id])
}

export async function countApprovals(tx: Tx, user: User) {
  const count = async (which: ReturnType<typeof isTurnOf>) => {
    const counted = await selection(tx)
      .where('approval.status', '=', 'open')
      .where(which)
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirst()
    return counted?.n ?? 0
  }
  return { toAnswer: await count(isTurnOf(ownIds(user))), asked: await count(whoseIs(user, 'asked')) }
}

export const findReadable = (tx: Tx, user: User, id: string) =>
  selection(tx)
    .where('approval.id', '=', id)
    .where((eb) => eb.or([withinReach(eb, user, 'approvals.read', REACH), isApprover(ownIds(user))]))
    .executeTakeFirst()
export const getApproval = (tx: Tx, id: string) => selection(tx).where('approval.id', '=', id).executeTakeFirstOrThrow()
export const lockApproval = (tx: Tx, id: string) =>
  tx.selectFrom('approval').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** Those of a record that still count: open, or agreed to and not yet void. */
export const listStanding = (tx: Tx, subjectKind: string, subjectId: string) =>
  selection(tx)
    .where('approval.subjectKind', '=', subjectKind)
    .where('approval.subjectId', '=', subjectId)
    .where('approval.status', 'in', ['open', 'agreed'])
    .forUpdate('approval')
    .execute()

export const listSteps = (tx: Tx, approvalId: string) =>
  tx
    .selectFrom('approvalStep')
    .leftJoin('staffCard as answerer', 'answerer.id', 'approvalStep.answeredById')
    .leftJoin('staffCard as principal', 'principal.id', 'approvalStep.answeredForId')
    .selectAll('approvalStep')
    .select(['answerer.name as answeredByName', 'principal.name as answeredForName'])
    .where('approvalId', '=', approvalId)
    .orderBy('seq')
    .execute()

/** Every step that waits although its time is over. */
export const listOverdue = (tx: Tx, now: Date) =>
  tx
    .selectFrom('approvalStep')
    .innerJoin('approval', (join) =>
      join
        .onRef('approval.companyId', '=', 'approvalStep.companyId')
        .onRef('approval.id', '=', 'approvalStep.approvalId'),
    )
    .select(['approvalStep.id', 'approvalStep.approvalId', 'approvalStep.approverIds', 'approvalStep.movedUp'])
    .select(['approval.askedById', 'approval.estateId', 'approval.timeoutHours'])
    .where('approval.status', '=', 'open')
    .where('approvalStep.answer', 'is', null)
    .where('approvalStep.dueAt', '<', sql<string>`${now}`)
    .forUpdate('approval')
    .skipLocked()
    .limit(100)
    .execute()

export const insertApproval = (tx: Tx, row: Insertable<Tables['approval']>) =>
  tx.insertInto('approval').values(row).execute()
export const insertSteps = (tx: Tx, rows: Insertable<Tables['approvalStep']>[]) =>
  tx.insertInto('approvalStep').values(rows).execute()
export const updateApproval = (tx: Tx, id: string, change: Updateable<Tables['approval']>) =>
  tx.updateTable('approval').set(change).where('id', '=', id).execute()
export const updateStep = (tx: Tx, id: string, change: Updateable<Tables['approvalStep']>) =>
  tx.updateTable('approvalStep').set(change).where('id', '=', id).execute()

export const listNames = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('staffCard')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('no')
    .execute()

/** Posts held on a day by these people, in an estate. */
export const listPostsOf = (tx: Tx, ids: readonly string[], estateId: string | null, on: string) =>
  tx
    .selectFrom('staffPostCard')
    .select(['staffId', 'postId'])
    .where('staffId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('fromOn', '<=', on)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .where((eb) => eb.or([eb('estateId', 'is', null), ...(estateId ? [eb('estateId', '=', estateId)] : [])]))
    .execute()
