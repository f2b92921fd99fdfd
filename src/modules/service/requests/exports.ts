// The request list as a workbook: the same filters, the same reach.
import type { Ctx } from '../../../platform/context.ts'
import { exporter } from '../../../platform/exports/exporter.ts'
import { RequestFilter } from './contract/requests.ts'
import type { Kind, RequestRow, Urgency } from './contract/shapes.ts'
import { listRequests } from './queries/list.ts'
import { listMatching } from './queries/search.ts'
import type { State } from './states.ts'

const PAGE = 200
type Both = { zh: string; en: string }
const KIND_WORDS: Record<Kind, Both> = {
  repair: { zh: '报修', en: 'Repair' },
  complaint: { zh: '投诉', en: 'Complaint' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  help: { zh: '求助', en: 'Help' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  grievance: { zh: '抱怨', en: 'Grievance' },
  praise: { zh: '表扬', en: 'Praise' },
}
const URGENCY_WORDS: Record<Urgency, Both> = {
  critical: { zh: '特急', en: 'Critical' },
  urgent: { zh: '紧急', en: 'Urgent' },
  rush: { zh: '急修', en: 'Rush' },
  normal: { zh: '普通', en: 'Normal' },
  complex: { zh: '复杂', en: 'Complex' },
}
const STATE_WORDS: Record<State, Both> = {
  new: { zh: '待受理', en: 'New' },
  accepted: { zh: '已受理', en: 'Accepted' },
  dispatched: { zh: '已派单', en: 'Dispatched' },
  taken: { zh: '已接单', en: 'Taken on' },
  on_site: { zh: '已到场', en: 'On site' },
  quoting: { zh: '待报价确认', en: 'Quoting' },
  on_hold: { zh: '暂停', en: 'On hold' },
  completed: { zh: '已完工', en: 'Completed' },
  unpaid: { zh: '待支付', en: 'Unpaid' },
  to_visit: { zh: '待回访', en: 'To be visited' },
  closed: { zh: '已办结', en: 'Closed' },
  closed_undone: { zh: '未办结单', en: 'Closed undone' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
}

async function* rows(ctx: Ctx, { q, ...given }: RequestFilter) {
  const say = ctx.user.locale === 'en' ? 'en' : 'zh'
  const filter = { ...given, now: ctx.now }
  let after: string | undefined
  do {
    const paging = { limit: PAGE, after }
    const page = q
      ? await listMatching(ctx.tx, ctx.user, { ...filter, q }, paging)
      : await listRequests(ctx.tx, ctx.user, filter, paging)
    for (const row of page.items) yield worded(row, say)
    after = page.next ?? undefined
  } while (after)
}

/** A matter at no known unit says in words where it is. */
const worded = (row: RequestRow, say: keyof Both) => ({
  ...row,
  kind: KIND_WORDS[row.kind][say],
  urgency: URGENCY_WORDS[row.urgency][say],
  status: STATE_WORDS[row.status][say],
  placeName: row.placeName ?? row.placeText,
})

/** Phones stay masked: giving out whole ones is a matter of its own. */
export const requestExporter = exporter({
  kind: 'requests',
  label: { zh: '服务单', en: 'Requests' },
  permission: 'requests.read',
  query: RequestFilter,
  columns: [
    { key: 'no', label: { zh: '编号', en: 'Number' }, kind: 'text', width: 20 },
    { key: 'kind', label: { zh: '类别', en: 'Kind' }, kind: 'text', width: 12 },
    { key: 'status', label: { zh: '状态', en: 'Status' }, kind: 'text', width: 14 },
    { key: 'urgency', label: { zh: '紧急程度', en: 'Urgency' }, kind: 'text', width: 10 },
    { key: 'subject', label: { zh: '主题', en: 'Subject' }, kind: 'text', width: 40 },
    { key: 'estateName', label: { zh: '项目', en: 'Estate' }, kind: 'text', width: 16 },
    { key: 'placeName', label: { zh: '地点', en: 'Place' }, kind: 'text', width: 30 },
    { key: 'categoryName', label: { zh: '分类', en: 'Category' }, kind: 'text', width: 14 },
    { key: 'contactName', label: { zh: '联系人', en: 'Contact' }, kind: 'text', width: 14 },
    { key: 'contactPhoneMasked', label: { zh: '电话', en: 'Phone' }, kind: 'text', width: 16 },
    { key: 'handlerName', label: { zh: '处理人', en: 'Handler' }, kind: 'text', width: 12 },
    { key: 'receivedBy', label: { zh: '受理人', en: 'Received by' }, kind: 'text', width: 12 },
    { key: 'receivedAt', label: { zh: '受理时间', en: 'Received' }, kind: 'instant', width: 18 },
    { key: 'dueAt', label: { zh: '到期时间', en: 'Due' }, kind: 'instant', width: 18 },
    { key: 'closedAt', label: { zh: '办结时间', en: 'Closed' }, kind: 'instant', width: 18 },
  ],
  rows,
})
