// The company, its estates (项目) and its departments, as everyone outside this room may know them.
import { z } from 'zod'
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
import { PhoneGiven } from '../../../platform/given.ts'

export const ESTATE_KINDS = ['residential', 'tower', 'mixed'] as const
const State = z.enum(ARCHIVING)
const Can = z.array(z.enum(['change', 'archive', 'restore']))

/** A time on the wall clock; 24:00 is the end of the day. */
export const TimeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
export const Zone = z.string().refine(isZone, { message: 'unknown time zone' })

export const Company = z.object({
  id: Id,
  name: z.string(),
  zone: z.string(),
  sample: z.boolean(),
  can: z.array(z.enum(['change'])),
})
export const companies = resource('companies', {
  current: read({ input: z.object({}), output: Company, access: 'signed-in', summary: 'The company of the caller' }),
  change: write({
    input: z.object({ name: text(80).optional(), zone: Zone.optional() }),
    output: Company,
    summary: 'Rename the company or move it to another time zone',
  }),
})

export const EstateDraft = z.object({
  name: text(60),
  shortName: text(20),
  /** Stands in numbers people read, such as WX-YX-0007. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{2,8}$/),
  kind: z.enum(ESTATE_KINDS),
  address: textOrEmpty(200).optional(),
  city: textOrEmpty(40).optional(),
  servicePhone: PhoneGiven.nullable().optional(),
  zone: Zone.optional(),
  serviceOpens: TimeOfDay.optional(),
  serviceCloses: TimeOfDay.optional(),
  serviceEveryDay: z.boolean().optional(),
  /** The grade of service agreed with the owners. */
  grade: z.int().min(1).max(5).nullable().optional(),
})
export type EstateDraft = z.output<typeof EstateDraft>

export const Estate = z.object({
  id: Id,
  name: z.string(),
  shortName: z.string(),
  code: z.string(),
  kind: z.enum(ESTATE_KINDS),
  address: z.string(),
  city: z.string(),
  servicePhone: z.string().nullable(),
  zone: z.string(),
  serviceOpens: z.string(),
  serviceCloses: z.string(),
  serviceEveryDay: z.boolean(),
  grade: z.int().nullable(),
  status: State,
  archivedAt: Instant.nullable(),
  departments: Count,
  areas: Count,
  staff: Count,
  can: Can,
})
export type Estate = z.output<typeof Estate>

export const estates = resource('estates', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      kind: listOf(z.enum(ESTATE_KINDS)),
      status: listOf(State),
      sort: z.enum(['code', '-code', 'name', '-name']).default('code'),
      ...page,
    }),
    output: pageOf(Estate),
    summary: 'Estates within reach; archived ones only when asked for',
  }),
  get: read({
    input: ById,
    output: Estate.extend({ events: z.array(HistoryEvent) }),
    refuses: ['estate.not_found'],
  }),
  create: write({ input: EstateDraft, output: Estate, refuses: ['estate.code_taken', 'estate.name_taken'] }),
  change: write({
    input: EstateDraft.partial().extend({ id: Id }),
    output: Estate,
    refuses: ['estate.not_found', 'estate.not_allowed_now', 'estate.code_taken', 'estate.name_taken'],
  }),
  archive: write({
    input: z.object({ id: Id, reason: text(200) }),
    output: Estate,
    refuses: ['estate.not_found', 'estate.not_allowed_now', 'estate.still_held'],
    summary: 'Put away an estate in which nobody holds a post any more',
  }),
  restore: write({
    input: ById,
    output: Estate,
    refuses: ['estate.not_found', 'estate.not_allowed_now', 'estate.name_taken'],
  }),
})

export const DepartmentDraft = z.object({
  /** Without an estate it belongs to the head office. */
  estateId: Id.nullable().default(null),
  parentId: Id.nullable().optional(),
  name: text(40),
  nameEn: textOrEmpty(60).optional(),
})
export type DepartmentDraft = z.output<typeof DepartmentDraft>

export const Department = z.object({
  id: Id,
  estateId: Id.nullable(),
  estateName: z.string().nullable(),
  parentId: Id.nullable(),
  parentName: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  status: State,
  archivedAt: Instant.nullable(),
  staff: Count,
  can: Can,
})
export type Department = z.output<typeof Department>

const inPlace = ['department.not_found', 'department.not_allowed_now'] as const
const drafted = [
  'department.name_taken',
  'department.estate_not_found',
  'department.parent_not_found',
  'department.in_circle',
] as const

export const departments = resource('departments', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      estateId: Id.optional(),
      status: listOf(State),
      sort: z.enum(['name', '-name']).default('name'),
      ...page,
    }),
    output: pageOf(Department),
  }),
  get: read({ input: ById, output: Department, refuses: ['department.not_found'] }),
  create: write({ input: DepartmentDraft, output: Department, refuses: drafted }),
  change: write({
    input: DepartmentDraft.omit({ estateId: true }).partial().extend({ id: Id }),
    output: Department,
    refuses: [...inPlace, ...drafted],
  }),
  archive: write({
    input: ById,
    output: Department,
    refuses: [...inPlace, 'department.still_staffed', 'department.has_parts'],
    summary: 'Put away a department without people and without parts in use',
  }),
  restore: write({ input: ById, output: Department, refuses: [...inPlace, 'department.name_taken'] }),
})

function isZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name)
}
