// SQL that looks at the sheets of all posts at once: what is in force, and what is being drafted.
import type { Tx } from '../../../../platform/database.ts'

/** Duties of the versions in force, post by post in their order. */
export const listDutiesInForce = (tx: Tx) =>
  tx
    .selectFrom('duty')
    .innerJoin('dutySheet', (join) =>
      join.onRef('dutySheet.companyId', '=', 'duty.companyId').onRef('dutySheet.id', '=', 'duty.sheetId'),
    )
    .select(['dutySheet.postId', 'duty.code', 'duty.text'])
    .where('dutySheet.status', '=', 'published')
    .orderBy('dutySheet.postId')
    .orderBy('duty.sort')
    .execute()

/** Sheets that are being worked on: at most one per post. */
export const listDrafts = (tx: Tx) =>
  tx.selectFrom('dutySheet').select(['postId', 'id']).where('status', 'in', ['draft', 'in_review']).execute()
