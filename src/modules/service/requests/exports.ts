// The request list as a workbook: the same filters, the same reach.
import type { Ctx } from '../../../platform/context.ts'
import { exporter } from '../../../platform/exports/exporter.ts'
import { RequestFilter } from './contract/requests.ts'
import type { RequestRow } from './contract/shapes.ts'
import { listRequests } from './queries/list.ts'
import { listMatching } from './queries/search.ts'

const PAGE = 200

async function* rows(ctx: Ctx, { q, ...given }: RequestFilter): AsyncGenerator<RequestRow> {
  const filter = { ...given, now: ctx.now }
  let after: string | undefined
  do {
    const paging = { limit: PAGE, after }
    const page = q
      ? await listMatching(ctx.tx, ctx.user, { ...filter, q }, paging)
      : await listRequests(ctx.tx, ctx.user, filter, paging)
    yield* page.items
    after = page.next ?? undefined
  } while (after)
}

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
