// SQL of the rules of approval and of the limits of posts.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { newId } from '../../../../platform/ids.ts'
import type { ApprovalRule, AuthorityLimit, Kind } from '../contract/rules.ts'

export const listRules = (tx: Tx): Promise<ApprovalRule[]> =>
  tx
    .selectFrom('approvalRule')
    .select(['id', 'kind', 'upToFen', 'upToDays', 'steps', 'timeoutHours'])
    .orderBy('kind')
    .orderBy(sql`coalesce(up_to_fen, 9e15)`)
    .orderBy(sql`coalesce(up_to_days, 99999)`)
    .execute()

export const saveRule = (tx: Tx, rule: Omit<ApprovalRule, 'id'>) =>
  tx
    .insertInto('approvalRule')
    .values({ ...rule, steps: [...rule.steps], id: newId() })
    .onConflict((conflict) =>
      conflict
        .columns(['companyId', 'kind', 'upToFen', 'upToDays'])
        .doUpdateSet({ steps: [...rule.steps], timeoutHours: rule.timeoutHours }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()

export const findRule = (tx: Tx, id: string) =>
  tx.selectFrom('approvalRule').select(['id', 'kind']).where('id', '=', id).executeTakeFirst()
export const removeRule = (tx: Tx, id: string) => tx.deleteFrom('approvalRule').where('id', '=', id).execute()

export const listLimits = (tx: Tx): Promise<AuthorityLimit[]> =>
  tx
    .selectFrom('authorityLimit')
    .innerJoin('postCard', 'postCard.id', 'authorityLimit.postId')
    .select([
      'authorityLimit.id',
      'authorityLimit.kind',
      'authorityLimit.postId',
      'authorityLimit.upToFen',
      'authorityLimit.upToDays',
    ])
    .select(['postCard.title as postTitle', 'postCard.titleEn as postTitleEn'])
    .orderBy('authorityLimit.kind')
    .orderBy(sql`coalesce(up_to_fen, 9e15)`)
    .orderBy(sql`coalesce(up_to_days, 99999)`)
    .execute()

type LimitDraft = { kind: Kind; postId: string; upToFen: number | null; upToDays: number | null }
export const saveLimit = (tx: Tx, limit: LimitDraft) =>
  tx
    .insertInto('authorityLimit')
    .values({ ...limit, id: newId() })
    .onConflict((conflict) =>
      conflict
        .columns(['companyId', 'postId', 'kind'])
        .doUpdateSet({ upToFen: limit.upToFen, upToDays: limit.upToDays }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()

export const findLimit = (tx: Tx, id: string) =>
  tx.selectFrom('authorityLimit').select(['id', 'kind']).where('id', '=', id).executeTakeFirst()
export const removeLimit = (tx: Tx, id: string) => tx.deleteFrom('authorityLimit').where('id', '=', id).execute()

export const listPosts = (tx: Tx) =>
  tx
    .selectFrom('postCard')
    .select(['id', 'key', 'title', 'titleEn'])
    .where('archivedAt', 'is', null)
    .orderBy('title')
    .execute()
