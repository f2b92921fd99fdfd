// Posts (岗位) and families of posts (岗位序列): what they may do, what their duties are, and to which post they report.
import { z } from 'zod'
import { REACHES } from '../../../platform/access.ts'
import { ARCHIVING } from '../../../platform/archiving.ts'
import {
  ById,
  Count,
  HistoryEvent,
  Id,
  Instant,
  listOf,
  page,
  pageOf,
  read,
  resource,
  text,
  textOrEmpty,
  write,
} from '../../../platform/contract.ts'

export const DEPARTMENT_KINDS = [
  'management',
  'customer_service',
  'engineering',
  'security',
  'environment',
  'office',
  'sales',
  'food_and_beverage',
  'other',
] as const
/** A family says what its posts have in common; nobody is appointed to it. */
export const POST_KINDS = ['post', 'family'] as const
export type PostKind = (typeof POST_KINDS)[number]
export const CADENCES = [
  'on_demand',
  'shift',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half_yearly',
  'yearly',
  'always',
] as const
export type Cadence = (typeof CADENCES)[number]
/** What the program does for duties, one word each. */
export const CAPABILITIES = [
  'requests',
  'work-orders',
  'return-visits',
  'patrols',
  'emergencies',
  'surveys',
  'quality',
  'contractors',
  'after-sales',
  'premises',
  'customers',
  'occupancy',
  'renovation',
  'permits',
  'keys',
  'reception',
  'parcels',
  'gate-passes',
  'directory',
  'local-guide',
  'paid-services',
  'fees',
  'payments',
  'collections',
  'documents',
  'archives',
  'notices',
  'meetings',
  'activities',
  'planning',
  'supplies',
  'rosters',
  'leave',
  'appraisal',
  'training',
  'competency',
  'recruitment',
  'accounts',
  'leads',
  'opportunities',
  'quotes',
  'contracts',
  'deliveries',
  'targets',
  'market',
  'promotions',
  'stock',
  'outlets',
  'field-reports',
  'expenses',
  'insight',
  'organisation',
] as const
export type Capability = (typeof CAPABILITIES)[number]

export const Grant = z.object({ permission: z.string(), reach: z.enum(REACHES) })

export const PostDraft = z.object({
  title: text(40),
  titleEn: textOrEmpty(60).optional(),
  departmentKind: z.enum(DEPARTMENT_KINDS),
  reportsToId: Id.nullable().optional(),
})
export type PostDraft = z.output<typeof PostDraft>

export const PostRow = z.object({
  id: Id,
  key: z.string(),
  kind: z.enum(POST_KINDS),
  title: z.string(),
  titleEn: z.string(),
  departmentKind: z.enum(DEPARTMENT_KINDS),
  reportsToId: Id.nullable(),
  reportsToTitle: z.string().nullable(),
  reportsToTitleEn: z.string().nullable(),
  /** Comes with the program; it can be renamed and its grants changed, but it is never archived. */
  system: z.boolean(),
  status: z.enum(ARCHIVING),
  archivedAt: Instant.nullable(),
  grants: Count,
  holders: Count,
  can: z.array(z.enum(['change', 'grant', 'revoke', 'archive', 'restore'])),
})
export type PostRow = z.output<typeof PostRow>
export const Post = PostRow.omit({ grants: true }).extend({
  grants: z.array(Grant),
})
export type Post = z.output<typeof Post>

const inPlace = ['post.not_found', 'post.not_allowed_now'] as const
const reporting = ['post.superior_not_found', 'post.in_circle', 'post.is_family'] as const

export const posts = resource('posts', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      kind: listOf(z.enum(POST_KINDS)),
      departmentKind: listOf(z.enum(DEPARTMENT_KINDS)),
      status: listOf(z.enum(ARCHIVING)),
      /** `line` follows each reporting line down to its end, beginning with whoever reports to nobody; families come last. */
      sort: z.enum(['line', 'title', '-title']).default('line'),
      ...page,
    }),
    output: pageOf(PostRow),
  }),
  get: read({
    input: ById,
    output: Post.extend({ events: z.array(HistoryEvent) }),
    refuses: ['post.not_found'],
  }),
  permissions: read({
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ permission: z.string(), noun: z.string(), verb: z.string() })) }),
    summary: 'Everything that can be granted to a post',
  }),
  grants: read({
    input: z.object({}),
    output: z.object({ items: z.array(Grant.extend({ postId: Id })) }),
    summary: 'What every post in use may do, for comparing posts',
  }),
  create: write({
    input: PostDraft.extend({ kind: z.enum(POST_KINDS).optional() }),
    output: Post,
    refuses: ['post.title_taken', ...reporting],
  }),
  change: write({
    input: PostDraft.partial().extend({ id: Id }),
    output: Post,
    refuses: [...inPlace, 'post.title_taken', ...reporting],
  }),
  grant: write({
    input: z.object({ id: Id, permission: z.string().max(80), reach: z.enum(REACHES) }),
    output: Post,
    refuses: [...inPlace, 'post.is_family', 'post.permission_unknown', 'post.last_key'],
    summary: 'Let holders of the post do something, as far as the reach goes',
  }),
  revoke: write({
    input: z.object({ id: Id, permission: z.string().max(80) }),
    output: Post,
    refuses: [...inPlace, 'post.not_granted', 'post.last_key'],
  }),
  archive: write({
    input: z.object({ id: Id, reason: text(200).optional() }),
    output: Post,
    refuses: [...inPlace, 'post.standard', 'post.still_held'],
  }),
  restore: write({ input: ById, output: Post, refuses: [...inPlace, 'post.title_taken'] }),
})
