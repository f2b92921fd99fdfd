// Takes over requests kept elsewhere: a hotline's export, an older system, a spreadsheet. Author and time stay as they were.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../../platform/calendar/zones.ts'
import { normalisePhone } from '../../../platform/checks.ts'
import type { Ctx } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import {
  type ImportField,
  importer,
  type Judged,
  type MappedRow,
  type Take,
} from '../../../platform/imports/importer.ts'
import { type EventDraft, recordEvents } from '../../../platform/ledger.ts'
import { searchTextOf } from './actions/search.ts'
import { CHANNELS, KINDS } from './contract/shapes.ts'
import { listKnownRefs, lockImports } from './queries/imports.ts'
import { termsOfCompany } from './queries/terms.ts'
import { insertRequests, type RequestColumns, settleWords } from './queries/write.ts'
import { PREFIX } from './rules.ts'

type Key = 'sourceRef' | 'author' | 'phone' | 'subject' | 'receivedAt' | 'body' | 'place' | 'against' | 'favour'
const FIELDS: readonly ImportField<Key>[] = [
  {
    key: 'sourceRef',
    label: { zh: '来源编号', en: 'Number at the source' },
    aliases: ['留言编号', '编号', '工单编号', '流水号', 'id'],
    required: false,
    kind: 'line',
    longest: 80,
  },
  {
    key: 'author',
    label: { zh: '提出人', en: 'Author' },
    aliases: ['留言用户', '姓名', '投诉人', '来电人', '业主', 'user'],
    required: false,
    kind: 'line',
    longest: 60,
  },
  {
    key: 'phone',
    label: { zh: '电话', en: 'Phone' },
    aliases: ['手机', '联系电话', '联系方式'],
    required: false,
    kind: 'line',
    longest: 40,
  },
  {
    key: 'subject',
    label: { zh: '主题', en: 'Subject' },
    aliases: ['留言主题', '标题', '事由'],
    required: true,
    kind: 'line',
    longest: 300,
  },
  {
    key: 'receivedAt',
    label: { zh: '时间', en: 'Time' },
    aliases: ['留言时间', '受理时间', '投诉时间', '来电时间', '登记时间', 'time'],
    required: true,
    kind: 'instant',
  },
  {
    key: 'body',
    label: { zh: '内容', en: 'Text' },
    aliases: ['留言详情', '详情', '投诉内容', '反映内容', 'text'],
    required: false,
    kind: 'text',
    longest: 50_000,
  },
  {
    key: 'place',
    label: { zh: '地点', en: 'Place' },
    aliases: ['房号', '地址', '位置'],
    required: false,
    kind: 'line',
    longest: 200,
  },
  {
    key: 'against',
    label: { zh: '反对数', en: 'Votes against' },
    aliases: ['反对'],
    required: false,
    kind: 'integer',
    min: 0,
  },
  {
    key: 'favour',
    label: { zh: '点赞数', en: 'Votes for' },
    aliases: ['点赞', '支持数'],
    required: false,
    kind: 'integer',
    min: 0,
  },
]

const Options = z.object({
  estateId: z.uuid(),
  kind: z.enum(KINDS).default('complaint'),
  channel: z.enum(CHANNELS).default('hotline12345'),
  source: z.string().trim().min(1).max(40).default('导入'),
  /** Closed history to look things up in, or open matters that somebody accepts from now on. */
  as: z.enum(['history', 'open']).default('history'),
})
type Options = z.output<typeof Options>

type Draft = {
  sourceRef: string
  author: string | null
  phone: string | null
  subject: string
  receivedAt: string
  body: string
  place: string | null
  votes: Record<string, number>
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
/** Without a number at the source, the content itself says whether two rows are one. */
const contentRef = (parts: readonly (string | null)[]) =>
  `#${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24)}`

function draftOf({ values }: MappedRow<Key>, now: Date): Judged<Draft> {
  const [author, subject, body] = [textOf(values.author), textOf(values.subject) ?? '', textOf(values.body) ?? '']
  const receivedAt = textOf(values.receivedAt) ?? ''
  const given = textOf(values.phone)
  const phone = given ? normalisePhone(given) : undefined
  if (given && !phone)
    return { verdict: 'reject', reasons: [{ code: 'request.phone_wrong', field: 'phone', params: { given } }] }
  if (receivedAt > now.toISOString())
    return { verdict: 'reject', reasons: [{ code: 'request.in_future', field: 'receivedAt' }] }
  const sourceRef = textOf(values.sourceRef) ?? contentRef([author, receivedAt, subject, body])
  const votes = Object.fromEntries(
    (['against', 'favour'] as const).flatMap((key) => (typeof values[key] === 'number' ? [[key, values[key]]] : [])),
  )
  const place = textOf(values.place)
  return {
    verdict: 'take',
    key: sourceRef,
    draft: { sourceRef, author, phone: phone ?? null, subject, receivedAt, body, place, votes },
  }
}

const sourceOf = ({ source }: Options) => `import:${source}`

async function prepare(ctx: Ctx, rows: readonly MappedRow<Key>[], options: Options) {
  const judged = rows.map((row) => draftOf(row, ctx.now))
  const refs = judged.flatMap((one) => (one.verdict === 'take' ? [one.key] : []))
  const known = await listKnownRefs(ctx.tx, sourceOf(options), refs)
  return judged.map((one): Judged<Draft> => (one.verdict === 'take' && known.has(one.key) ? { verdict: 'same' } : one))
}

async function write(ctx: Ctx, takes: readonly Take<Draft>[], options: Options) {
  await lockImports(ctx.tx)
  const known = await listKnownRefs(
    ctx.tx,
    sourceOf(options),
    takes.map(({ key }) => key),
  )
  const fresh = takes.filter(({ key }) => !known.has(key))
  const { estates } = await termsOfCompany(ctx)
  const day = dayOf(ctx.now, estates.get(options.estateId)?.zone ?? ctx.user.zone)
  // Asked together they share one statement.
  const numbers = await Promise.all(fresh.map(() => ctx.numbers.take(ctx.user.companyId, PREFIX[options.kind], day)))
  const rows = fresh.map(({ draft }, place) => rowOf(ctx, draft, options, numbers[place] ?? ''))
  await insertRequests(
    ctx.tx,
    rows.map((row, place) => ({ row, clocks: [], words: wordsOf(row, fresh[place]?.draft.place ?? null) })),
  )
  await settleWords(ctx.tx)
  await recordEvents(
    ctx,
    rows.flatMap((row, place) => eventsOf(ctx, row, fresh[place]?.draft.votes ?? {})),
  )
  return fresh.map(({ key }) => key)
}

function rowOf(ctx: Ctx, draft: Draft, options: Options, no: string) {
  const past = options.as === 'history'
  return {
    id: newId(),
    no,
    estateId: options.estateId,
    kind: options.kind,
    urgency: 'normal',
    subject: draft.subject,
    body: draft.body,
    placeText: draft.place,
    contactName: draft.author,
    contactPhone: draft.phone,
    anonymous: !draft.author && !draft.phone,
    channel: options.channel,
    source: sourceOf(options),
    sourceRef: draft.sourceRef,
    receivedAt: draft.receivedAt,
    receivedById: null,
    receivedBy: draft.author ?? ctx.user.name,
    status: past ? 'closed' : 'new',
    closedAt: past ? ctx.now.toISOString() : null,
    closeReason: past ? 'taken_over' : null,
  } satisfies RequestColumns
}

const wordsOf = ({ no, subject, body, contactName, contactPhone }: ReturnType<typeof rowOf>, place: string | null) =>
  searchTextOf({ no, subject, body, contactName, contactPhone, place })

/** What was said then, by whom it was said; and who took it over now. */
function eventsOf(ctx: Ctx, row: ReturnType<typeof rowOf>, votes: Record<string, number>): EventDraft[] {
  const at = { recordId: row.id, estateId: row.estateId }
  const details = { no: row.no, source: row.source, sourceRef: row.sourceRef, ...votes }
  return [
    { ...at, name: 'request.received', to: 'new', at: row.receivedAt, byName: row.receivedBy, details },
    { ...at, name: 'request.taken_over', from: 'new', to: row.status, at: ctx.now, details },
  ]
}

export const requestImporter = importer({
  kind: 'requests',
  label: { zh: '服务单', en: 'Requests' },
  permission: 'requests.create',
  fields: FIELDS,
  options: Options,
  optionFields: [
    { key: 'estateId', label: { zh: '项目', en: 'Estate' }, required: true, kind: 'estate' },
    {
      key: 'kind',
      label: { zh: '类别', en: 'Kind' },
      required: true,
      kind: 'choice',
      choices: [
        { value: 'complaint', label: { zh: '投诉', en: 'Complaint' } },
        { value: 'repair', label: { zh: '报修', en: 'Repair' } },
        { value: 'enquiry', label: { zh: '咨询', en: 'Enquiry' } },
        { value: 'suggestion', label: { zh: '建议', en: 'Suggestion' } },
        { value: 'help', label: { zh: '求助', en: 'Help' } },
        { value: 'grievance', label: { zh: '抱怨', en: 'Grievance' } },
        { value: 'praise', label: { zh: '表扬', en: 'Praise' } },
      ],
    },
    {
      key: 'as',
      label: { zh: '导入为', en: 'Take over as' },
      required: true,
      kind: 'choice',
      choices: [
        { value: 'history', label: { zh: '历史记录（已办结）', en: 'History, closed' } },
        { value: 'open', label: { zh: '待受理', en: 'Open, to be accepted' } },
      ],
    },
    { key: 'source', label: { zh: '来源', en: 'Source' }, required: true, kind: 'line' },
  ],
  reasons: {
    'request.phone_wrong': { zh: '“{{given}}”不是电话号码', en: '{{given}} is not a phone number' },
    'request.in_future': { zh: '时间在将来', en: 'The time lies in the future' },
  },
  prepare,
  write,
})
