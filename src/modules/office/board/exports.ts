// The board as a workbook: one line for each figure, with what it is of and the period it is counted in.
import type { Ctx } from '../../../platform/context.ts'
import { exporter } from '../../../platform/exports/exporter.ts'
import type { Kind } from '../../service/requests/contract/shapes.ts'
import { duties } from './actions/duties.ts'
import { figures, spread } from './actions/figures.ts'
import { type BoardFigures, BoardFilter } from './contract.ts'

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
const PART_WORDS = {
  open: { zh: '未办结', en: 'Open' },
  openByKind: { zh: '未办结（按类别）', en: 'Open by kind' },
  openByArea: { zh: '未办结（按责任区）', en: 'Open by area' },
  openByPerson: { zh: '未办结（按处理人）', en: 'Open by person' },
  received: { zh: '受理', en: 'Received' },
  closed: { zh: '办结', en: 'Closed' },
  onTime: { zh: '及时完成率', en: 'Finished in time' },
  onTimeByKind: { zh: '及时完成率（按类别）', en: 'In time by kind' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  coverage: { zh: '回访率', en: 'Return visits made' },
  heat: { zh: '楼栋报事量', en: 'By building' },
  trend: { zh: '趋势', en: 'Trend' },
  dutiesByPost: { zh: '履职（按岗位）', en: 'Duties by post' },
  dutiesByPerson: { zh: '履职（按人员）', en: 'Duties by person' },
} as const satisfies Record<string, Both>

type Line = { part: keyof typeof PART_WORDS; item?: string | null; n?: number; overdue?: number; rate?: number | null }

async function* rows(ctx: Ctx, query: BoardFilter) {
  const say = ctx.user.locale === 'en' ? 'en' : 'zh'
  const shown = await figures(ctx, query)
  const { heat } = await spread(ctx, query)
  const month = query.to.slice(0, 7)
  const done = await duties(ctx, { month, estateId: shown.estateId ?? undefined })
  const posts = done.posts.map(({ title, titleEn, sum, rate }): Line => {
    return { part: 'dutiesByPost', item: say === 'en' ? titleEn || title : title, n: sum.due, rate }
  })
  const people = done.people.map(
    ({ name, sum, rate }): Line => ({ part: 'dutiesByPerson', item: name, n: sum.due, rate }),
  )
  const buildings = heat.map(({ name, n }): Line => ({ part: 'heat', item: name, n }))
  for (const { part, ...line } of [...linesOf(shown, say), ...buildings, ...posts, ...people]) {
    yield { ...line, part: PART_WORDS[part][say], from: query.from, to: query.to }
  }
}

function linesOf({ open, ...shown }: BoardFigures, say: 'zh' | 'en'): Line[] {
  const standing = (
    part: Line['part'],
    item: string | null,
    row: (typeof open.byKind)[number] | (typeof open.byArea)[number],
  ): Line => {
    return { part, item, n: row.open.n, overdue: row.overdue.n }
  }
  return [
    { part: 'open', n: open.open.n, overdue: open.overdue.n },
    ...open.byKind.map((row) => standing('openByKind', KIND_WORDS[row.kind][say], row)),
    ...open.byArea.map((row) => standing('openByArea', row.name ?? '—', row)),
    ...open.byPerson.map(
      (row) => ({ part: 'openByPerson', item: row.name ?? '—', n: row.open.n, overdue: row.overdue.n }) as const,
    ),
    { part: 'received', n: shown.received.n },
    { part: 'closed', n: shown.closed.n },
    { part: 'onTime', n: shown.finished.n, rate: shown.onTime.rate },
    ...shown.onTime.byKind.map(({ kind, rate, onTime, late }): Line => {
      return { part: 'onTimeByKind', item: KIND_WORDS[kind][say], n: onTime.n + late.n, rate }
    }),
    {
      part: 'satisfaction',
      item: String(shown.satisfaction.average ?? '—'),
      n: shown.satisfaction.made.n,
      rate: shown.satisfaction.contentRate,
    },
    { part: 'coverage', n: shown.coverage.made.n, rate: shown.coverage.rate },
    ...shown.trend.points.map(({ from, received, passed, rate }): Line => {
      return { part: 'trend', item: from, n: received.n, overdue: passed.n, rate }
    }),
  ]
}

export const boardExporter = exporter({
  kind: 'board',
  label: { zh: '经营看板', en: 'Board' },
  permission: 'board.read',
  query: BoardFilter,
  columns: [
    { key: 'part', label: { zh: '指标', en: 'Figure' }, kind: 'text', width: 22 },
    { key: 'item', label: { zh: '对象', en: 'Of' }, kind: 'text', width: 24 },
    { key: 'n', label: { zh: '数量', en: 'Count' }, kind: 'number', width: 10 },
    { key: 'overdue', label: { zh: '其中超时', en: 'Overdue' }, kind: 'number', width: 10 },
    { key: 'rate', label: { zh: '比率（%）', en: 'Rate (%)' }, kind: 'number', width: 10 },
    { key: 'from', label: { zh: '开始日', en: 'From' }, kind: 'text', width: 12 },
    { key: 'to', label: { zh: '结束日', en: 'To' }, kind: 'text', width: 12 },
  ],
  rows,
})
