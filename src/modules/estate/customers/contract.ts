// Customers as everyone outside this room may know them: people and firms, their phones and plates, what they are to a unit.
import { z } from 'zod'
import {
  ById,
  Day,
  HistoryEvent,
  Id,
  Instant,
  listOf,
  maybeText,
  page,
  pageOf,
  queryNumber,
  read,
  resource,
  text,
  write,
} from '../../../platform/contract.ts'
import { PhoneGiven, PlateGiven } from '../../../platform/given.ts'
import { STATES } from './states.ts'

export const CUSTOMER_KINDS = ['person', 'firm'] as const
export const GENDERS = ['male', 'female'] as const
export const ROLES = ['owner', 'tenant', 'family', 'contact', 'staff_of_firm'] as const
export type Role = (typeof ROLES)[number]
export const ID_KINDS = [
  'resident_id',
  'credit_code',
  'passport',
  'hk_macao_permit',
  'taiwan_permit',
  'residence_permit',
] as const
export type IdKind = (typeof ID_KINDS)[number]
export const SOURCES = ['desk', 'call', 'import', 'online', 'handover'] as const
export const VERBS = [
  'change',
  'addPhone',
  'setMainPhone',
  'endPhone',
  'addPlate',
  'endPlate',
  'linkUnit',
  'endLink',
  'reveal',
  'merge',
  'archive',
  'restore',
] as const

const Role = z.enum(ROLES)
const Status = z.enum(STATES)
/** Per cent of the ownership, at most two decimals. */
const Share = z.number().min(0.01).max(100).multipleOf(0.01)

/** What the customer is to a unit. Both days are included; without an end it goes on. */
export const Link = z.object({
  id: Id,
  placeId: Id,
  estateId: Id,
  code: z.string(),
  pathName: z.string(),
  role: Role,
  share: z.number().nullable(),
  fromOn: Day,
  toOn: Day.nullable(),
})
export const Phone = z.object({
  id: Id,
  masked: z.string(),
  label: z.string().nullable(),
  main: z.boolean(),
  endedAt: Instant.nullable(),
})
export const Vehicle = z.object({
  id: Id,
  plate: z.string(),
  label: z.string().nullable(),
  endedAt: Instant.nullable(),
})

const brief = {
  id: Id,
  estateId: Id,
  kind: z.enum(CUSTOMER_KINDS),
  name: z.string(),
  gender: z.enum(GENDERS).nullable(),
  /** Masked; `reveal` tells the whole number and records that it did. */
  mainPhone: z.string().nullable(),
}
const UnitOf = Link.pick({ placeId: true, estateId: true, code: true, pathName: true, role: true })
export const CustomerRow = z.object({
  ...brief,
  status: Status,
  units: z.array(UnitOf),
  createdAt: Instant,
})
export type CustomerRow = z.output<typeof CustomerRow>
export const Customer = z.object({
  ...brief,
  status: Status,
  namePinyin: z.string().nullable(),
  idKind: z.enum(ID_KINDS).nullable(),
  idNumber: z.string().nullable(),
  note: z.string().nullable(),
  source: z.enum(SOURCES),
  createdAt: Instant,
  archivedAt: Instant.nullable(),
  mergedIntoId: Id.nullable(),
  mergedAt: Instant.nullable(),
  phones: z.array(Phone),
  vehicles: z.array(Vehicle),
  links: z.array(Link),
  /** Duplicates that were merged into this record. */
  duplicates: z.array(z.object({ id: Id, name: z.string(), mergedAt: Instant })),
  mergedIntoName: z.string().nullable(),
  events: z.array(HistoryEvent),
  can: z.array(z.enum(VERBS)),
})
export type Customer = z.output<typeof Customer>

const PhoneDraft = z.object({ phone: PhoneGiven, label: maybeText(20) })
const PlateDraft = z.object({ plate: PlateGiven, label: maybeText(20) })
const LinkDraft = z.object({
  placeId: Id,
  role: Role,
  share: Share.nullable().optional(),
  fromOn: Day.optional(),
  toOn: Day.nullable().optional(),
})
export type LinkDraft = z.output<typeof LinkDraft>

const personal = {
  name: text(80),
  namePinyin: maybeText(120),
  gender: z.enum(GENDERS).nullable().optional(),
  idKind: z.enum(ID_KINDS).nullable().optional(),
  idNumber: maybeText(40),
  note: maybeText(500),
}
export const CustomerDraft = z.object({
  estateId: Id,
  kind: z.enum(CUSTOMER_KINDS).default('person'),
  ...personal,
  source: z.enum(SOURCES).default('desk'),
  /** The first is the main one. */
  phones: z.array(PhoneDraft).max(10).default([]),
  vehicles: z.array(PlateDraft).max(20).default([]),
  units: z.array(LinkDraft).max(50).default([]),
})
export type CustomerDraft = z.output<typeof CustomerDraft>

export const MATCHES = ['phone', 'name', 'plate', 'unit'] as const
export const Caller = z.object({
  ...brief,
  matched: z.enum(MATCHES),
  plates: z.array(z.string()),
  units: z.array(UnitOf.extend({ areaId: Id.nullable() })),
})
export type Caller = z.output<typeof Caller>

const onRecord = ['customer.not_found', 'customer.not_allowed_now'] as const
const identified = ['customer.id_malformed', 'customer.id_incomplete', 'customer.id_taken'] as const
const linked = [
  'place.not_found',
  'place.not_allowed_now',
  'customer.not_a_unit',
  'customer.already_linked',
  'customer.share_not_of_owner',
  'customer.share_exceeded',
  'customer.days_reversed',
] as const

/** What a list of customers is sifted by. */
export const CustomerFilter = z.object({
  search: z.string().trim().max(60).optional(),
  estateId: Id.optional(),
  placeId: Id.optional(),
  kind: listOf(z.enum(CUSTOMER_KINDS)),
  role: listOf(Role),
  status: listOf(Status),
})

export const customers = resource('customers', {
  list: read({
    input: CustomerFilter.extend(page),
    output: pageOf(CustomerRow),
    summary: 'Customers within reach, newest first; archived and merged ones only when asked for',
  }),
  get: read({ input: ById, output: Customer, refuses: ['customer.not_found'] }),
  recognise: read({
    input: z.object({ q: z.string().trim().max(80), estateId: Id.optional(), limit: queryNumber(1, 50).default(12) }),
    output: z.object({
      callers: z.array(Caller),
      /** Units that were found, also those nobody is known in. */
      units: z.array(z.object({ id: Id, estateId: Id, areaId: Id.nullable(), code: z.string(), pathName: z.string() })),
    }),
    summary: 'Who is calling: by phone (whole, or its last four figures or more), name, plate or unit',
  }),
  create: write({
    input: CustomerDraft,
    output: Customer,
    refuses: ['estate.not_found', 'estate.not_allowed_now', ...identified, ...linked],
  }),
  change: write({
    input: z
      .object({ id: Id, ...personal })
      .partial()
      .required({ id: true }),
    output: Customer,
    refuses: [...onRecord, ...identified],
  }),
  addPhone: write({
    input: z.object({ id: Id, ...PhoneDraft.shape, main: z.boolean().default(false) }),
    output: Customer,
    refuses: [...onRecord, 'customer.phone_known'],
  }),
  setMainPhone: write({
    input: z.object({ id: Id, phoneId: Id }),
    output: Customer,
    refuses: [...onRecord, 'customer.phone_not_found'],
    needs: 'customers.addPhone',
  }),
  endPhone: write({
    input: z.object({ id: Id, phoneId: Id }),
    output: Customer,
    refuses: [...onRecord, 'customer.phone_not_found'],
    needs: 'customers.addPhone',
    summary: 'The number is not theirs any more; it stays on record',
  }),
  addPlate: write({
    input: z.object({ id: Id, ...PlateDraft.shape }),
    output: Customer,
    refuses: [...onRecord, 'customer.plate_known'],
  }),
  endPlate: write({
    input: z.object({ id: Id, vehicleId: Id }),
    output: Customer,
    refuses: [...onRecord, 'customer.plate_not_found'],
    needs: 'customers.addPlate',
  }),
  linkUnit: write({
    input: z.object({ id: Id, ...LinkDraft.shape }),
    output: Customer,
    refuses: [...onRecord, ...linked],
  }),
  endLink: write({
    input: z.object({ id: Id, linkId: Id, toOn: Day.optional() }),
    output: Customer,
    refuses: [...onRecord, 'customer.link_not_found', 'customer.link_ended', 'customer.days_reversed'],
    needs: 'customers.linkUnit',
  }),
  merge: write({
    input: z.object({ id: Id, intoId: Id }),
    output: Customer,
    refuses: [...onRecord, 'customer.merged_with_itself', 'customer.kinds_differ', 'customer.ids_differ'],
    summary:
      'A duplicate goes over into another record, which takes its phones, plates and units; it stays and points there',
  }),
  reveal: write({
    input: z.object({ id: Id, what: z.enum(['phone', 'id_number']), phoneId: Id.optional(), reason: maybeText(200) }),
    output: z.object({ value: z.string() }),
    refuses: [...onRecord, 'customer.phone_not_found', 'customer.no_id_number'],
    summary: 'The whole number, with an event that says who saw it',
  }),
  archive: write({
    input: z.object({ id: Id, reason: text(200) }),
    output: Customer,
    refuses: [...onRecord, 'customer.still_linked'],
  }),
  restore: write({ input: ById, output: Customer, refuses: onRecord }),
})
