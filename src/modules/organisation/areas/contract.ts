// Areas of responsibility (责任区) and the people who hold them.
import { z } from 'zod'
import { ARCHIVING } from '../../../platform/archiving.ts'
import {
  ById,
  Day,
  HistoryEvent,
  Id,
  Instant,
  listOf,
  page,
  pageOf,
  read,
  resource,
  text,
  write,
} from '../../../platform/contract.ts'

export const AREA_ROLES = ['steward', 'supervisor', 'officer', 'security', 'cleaning'] as const
export type AreaRole = (typeof AREA_ROLES)[number]

export const AreaDraft = z.object({
  estateId: Id,
  name: text(40),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,8}$/),
})
export type AreaDraft = z.output<typeof AreaDraft>

export const AreaHolder = z.object({
  /** Of the holding, not of the person. */
  id: Id,
  staffId: Id,
  staffName: z.string(),
  role: z.enum(AREA_ROLES),
  fromOn: Day,
  toOn: Day.nullable(),
})

export const Area = z.object({
  id: Id,
  estateId: Id,
  estateName: z.string(),
  name: z.string(),
  code: z.string(),
  status: z.enum(ARCHIVING),
  archivedAt: Instant.nullable(),
  /** Now and to come; those of the past stand in the timeline. */
  holders: z.array(AreaHolder),
  can: z.array(z.enum(['change', 'assign', 'release', 'archive', 'restore'])),
})
export type Area = z.output<typeof Area>

const inPlace = ['area.not_found', 'area.not_allowed_now'] as const
const names = ['area.name_taken', 'area.code_taken'] as const

export const areas = resource('areas', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      estateId: Id.optional(),
      status: listOf(z.enum(ARCHIVING)),
      sort: z.enum(['code', '-code', 'name', '-name']).default('code'),
      ...page,
    }),
    output: pageOf(Area),
  }),
  get: read({
    input: ById,
    output: Area.extend({ events: z.array(HistoryEvent) }),
    refuses: ['area.not_found'],
  }),
  create: write({ input: AreaDraft, output: Area, refuses: ['area.estate_not_found', ...names] }),
  change: write({
    input: AreaDraft.omit({ estateId: true }).partial().extend({ id: Id }),
    output: Area,
    refuses: [...inPlace, ...names],
  }),
  candidates: read({
    input: z.object({ id: Id, search: z.string().trim().max(60).optional() }),
    output: z.object({
      items: z.array(z.object({ id: Id, no: z.string(), name: z.string(), titles: z.array(z.string()) })),
    }),
    needs: 'areas.assign',
    refuses: ['area.not_found'],
    summary: 'People who hold a post in the estate of the area',
  }),
  assign: write({
    input: z.object({
      id: Id,
      staffId: Id,
      role: z.enum(AREA_ROLES),
      /** Today when nothing is said. */
      fromOn: Day.optional(),
      toOn: Day.nullable().optional(),
    }),
    output: Area,
    refuses: [...inPlace, 'area.person_not_found', 'area.already_held', 'area.days_reversed'],
    summary: 'Let a person answer for the area in one role',
  }),
  release: write({
    input: z.object({ id: Id, holderId: Id }),
    output: Area,
    refuses: [...inPlace, 'area.holder_not_found'],
    summary: 'End at once what a person holds of the area',
  }),
  archive: write({
    input: z.object({ id: Id, reason: text(200).optional() }),
    output: Area,
    refuses: [...inPlace, 'area.still_held'],
  }),
  restore: write({ input: ById, output: Area, refuses: [...inPlace, 'area.name_taken'] }),
})
