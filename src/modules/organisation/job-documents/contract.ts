// Job-responsibility documents: brought, read, looked through by a person, and taken over as drafts of duty sheets.
import { z } from 'zod'
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
import { documentFaults } from '../duties/contract/documents.ts'
import { CADENCES, DEPARTMENT_KINDS } from '../posts/contract.ts'
import { STATES } from './states.ts'

export const KINDS = ['txt', 'docx', 'xlsx', 'pdf', 'pasted'] as const
/** Of a pasted text; a longer one is brought as a file. */
export const MOST_CHARACTERS = 200_000
export const MOST_FILE_BYTES = 20 * 1024 * 1024
export const MOST_DUTIES = 80
const VERBS = ['take', 'discard'] as const

/** Characters of the text, from the first up to but not including the last. */
const Stretch = z.object({ from: Count, until: Count })
export type Stretch = z.output<typeof Stretch>
export const ReadDuty = z.object({
  text: z.string(),
  cadence: z.enum(CADENCES),
  capability: z.string().nullable(),
  /** The words of the duty that led to the proposals. */
  cadenceWords: z.array(z.string()),
  capabilityWords: z.array(z.string()),
  source: z.array(Stretch),
  /** The duty of the catalogue that says the same. */
  code: z.string().nullable(),
})
export type ReadDuty = z.output<typeof ReadDuty>
export const ReadPost = z.object({
  title: z.string(),
  department: z.string().nullable(),
  kind: z.enum(['post', 'department']),
  reportsTo: z.string().nullable(),
  supervises: z.array(z.string()),
  authorities: z.array(z.string()),
  summary: z.string().nullable(),
  source: z.array(Stretch),
  /** The post of the catalogue whose duties fit best. */
  standardKey: z.string().nullable(),
  duties: z.array(ReadDuty),
})
export type ReadPost = z.output<typeof ReadPost>
const Model = z.object({
  title: z.string(),
  competencies: z.array(z.object({ name: z.string(), tier: z.enum(['core', 'general', 'professional']) })),
  source: z.array(Stretch),
})
/** As it is kept. */
export const Reading = z.object({ posts: z.array(ReadPost), models: z.array(Model) })
export type Reading = z.output<typeof Reading>

const Draft = z.object({ sheetId: Id, postId: Id, postTitle: z.string(), duties: Count, isNew: z.boolean() })
export const Drafts = z.array(Draft)
export const JobDocumentRow = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(KINDS),
  posts: Count,
  duties: Count,
  status: z.enum(STATES),
  readById: Id,
  readByName: z.string(),
  readAt: Instant,
  settledByName: z.string().nullable(),
  settledAt: Instant.nullable(),
  can: z.array(z.enum(VERBS)),
})
export type JobDocumentRow = z.output<typeof JobDocumentRow>

/** A post of the company that a read one may be. */
const KnownPost = z.object({
  id: Id,
  title: z.string(),
  titleEn: z.string(),
  /** The draft that stands in the way of another. */
  draftId: Id.nullable(),
  inForce: z.array(z.object({ code: z.string(), text: z.string() })),
})
export type KnownPost = z.output<typeof KnownPost>
const StandardDuty = z.object({
  code: z.string(),
  text: z.string(),
  textEn: z.string(),
  capability: z.array(z.string()),
  measure: z.string(),
  measureEn: z.string(),
  /** The measures by which the program sees that it is done; none while it cannot. */
  proofs: z.array(z.object({ of: z.string(), zh: z.string(), en: z.string() })),
})
export type StandardDuty = z.output<typeof StandardDuty>

export const JobDocument = JobDocumentRow.omit({ posts: true, duties: true }).extend({
  text: z.string(),
  attachmentId: Id.nullable(),
  /** The post of the company that each is recognised as. */
  posts: z.array(ReadPost.extend({ postId: Id.nullable() })),
  models: z.array(Model),
  knownPosts: z.array(KnownPost),
  standardDuties: z.array(StandardDuty),
  drafts: Drafts,
  discardReason: z.string().nullable(),
  events: z.array(HistoryEvent),
})
export type JobDocument = z.output<typeof JobDocument>

const NewPost = z.object({
  title: text(40),
  departmentKind: z.enum(DEPARTMENT_KINDS),
  reportsToId: Id.nullish(),
  /** Or the place in this list of another post that is new with it. */
  reportsToPlace: Count.nullish(),
})
export const TakenDuty = z.object({
  text: text(600),
  cadence: z.enum(CADENCES),
  capability: z.array(z.string().max(40)).max(4),
  code: z.string().max(12).nullish(),
  measure: textOrEmpty(300),
  /** Of the measures proposed for the code, those to count by. */
  proofs: z.array(z.string().max(80)).max(4).default([]),
})
/** Either a post that is there, or a new one. */
export const TakenPost = z.object({
  postId: Id.nullish(),
  newPost: NewPost.nullish(),
  /** Whether duties in force of which the document says nothing stay in the sheet. */
  keep: z.boolean().default(true),
  duties: z.array(TakenDuty).min(1).max(MOST_DUTIES),
})
export type TakenPost = z.output<typeof TakenPost>

const inPlace = ['job_document.not_found', 'job_document.not_allowed_now'] as const

export const jobDocuments = resource('job-documents', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      status: listOf(z.enum(STATES)),
      sort: z.enum(['readAt', '-readAt']).default('-readAt'),
      ...page,
    }),
    output: pageOf(JobDocumentRow),
  }),
  get: read({ input: ById, output: JobDocument, refuses: ['job_document.not_found'] }),
  create: write({
    input: z
      .object({
        name: z.string().trim().max(120).default(''),
        text: z.string().max(MOST_CHARACTERS, 'document.too_long').optional(),
        attachmentId: Id.optional(),
      })
      .refine(({ text: pasted, attachmentId }) => (pasted === undefined) !== (attachmentId === undefined), {
        path: ['text'],
        message: 'job_document.which_source',
      }),
    output: JobDocumentRow,
    refuses: ['attachment.not_found', ...documentFaults],
    summary: 'Read a pasted text or an uploaded file; what cannot be read is not kept',
  }),
  take: write({
    input: z.object({ id: Id, posts: z.array(TakenPost).min(1).max(60) }),
    output: JobDocument,
    refuses: [
      ...inPlace,
      'job_document.which_post',
      'job_document.post_twice',
      'job_document.superior_unknown',
      'post.not_found',
      'post.title_taken',
      'post.superior_not_found',
      'post.in_circle',
      'post.is_family',
      'duty_sheet.draft_exists',
      'duty_sheet.too_many_duties',
    ],
    summary: 'Draft duty sheets from it; nothing is in force before somebody else publishes them',
  }),
  discard: write({
    input: z.object({ id: Id, reason: text(300) }),
    output: JobDocument,
    refuses: inPlace,
  }),
})
