// The people who work here: the posts they hold, their trades, how they sign in.
import { z } from 'zod'
import {
  ById,
  Day,
  HistoryEvent,
  Id,
  listOf,
  page,
  pageOf,
  queryFlag,
  queryNumber,
  read,
  resource,
  text,
  write,
} from '../../../platform/contract.ts'
import { PhoneGiven } from '../../../platform/given.ts'
import { AREA_ROLES } from '../areas/contract.ts'
import { STATES } from './states.ts'

/** What a repair or a task can be for; the same words on dispatch sheets and in the classification of requests. */
export const TRADES = [
  'plumbing',
  'power',
  'low_voltage',
  'civil',
  'lift',
  'fire',
  'hvac',
  'gas',
  'facility',
  'security',
  'cleaning',
  'greening',
  'pest',
  'other',
] as const
export const Trade = z.enum(TRADES)
export type Trade = z.output<typeof Trade>
export const GENDERS = ['male', 'female'] as const
export const VERBS = [
  'change',
  'appoint',
  'relieve',
  'giveLogin',
  'resetPassword',
  'signOn',
  'signOff',
  'leave',
  'rejoin',
] as const

const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{1,31}$/, 'staff.login_malformed')
const Trades = z
  .array(Trade)
  .max(TRADES.length)
  .transform((given) => [...new Set(given)])

export const PostHeld = z.object({
  /** Of the holding, not of the post. */
  id: Id,
  postId: Id,
  title: z.string(),
  titleEn: z.string(),
  /** Without an estate it is held in all of them. */
  estateId: Id.nullable(),
  estateName: z.string().nullable(),
  fromOn: Day,
  toOn: Day.nullable(),
})

export const StaffRow = z.object({
  id: Id,
  no: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  departmentId: Id.nullable(),
  departmentName: z.string().nullable(),
  trades: z.array(Trade),
  onDuty: z.boolean(),
  login: z.string().nullable(),
  joinedOn: Day,
  leftOn: Day.nullable(),
  status: z.enum(STATES),
  posts: z.array(PostHeld),
  can: z.array(z.enum(VERBS)),
})
export type StaffRow = z.output<typeof StaffRow>

const Superior = z.object({ id: Id, name: z.string() })
export const Person = StaffRow.extend({
  gender: z.enum(GENDERS).nullable(),
  /** Named for this person; otherwise the reporting line of the posts says who it is. */
  superiorId: Id.nullable(),
  superiors: z.array(Superior),
  areas: z.array(
    z.object({ areaId: Id, areaName: z.string(), role: z.enum(AREA_ROLES), fromOn: Day, toOn: Day.nullable() }),
  ),
  mustChangePassword: z.boolean(),
})
export type Person = z.output<typeof Person>

const Details = z.object({
  name: text(40),
  /** 工号; the next free one when nothing is said. */
  no: text(20).optional(),
  phone: PhoneGiven.nullable().optional(),
  gender: z.enum(GENDERS).nullable().optional(),
  departmentId: Id.nullable().optional(),
  superiorId: Id.nullable().optional(),
  joinedOn: Day.optional(),
  trades: Trades.optional(),
  login: Login.optional(),
})
const AppointmentDraft = z.object({
  postId: Id,
  /** Without an estate it is held in all of them, which takes a grant for the whole company. */
  estateId: Id.nullable().default(null),
  /** Today when nothing is said. */
  fromOn: Day.optional(),
  toOn: Day.nullable().optional(),
})
export const StaffDraft = Details.extend({
  locale: z.enum(['zh-CN', 'en']).optional(),
  posts: z.array(AppointmentDraft).max(10).optional(),
})
export type StaffDraft = z.output<typeof StaffDraft>

const Shown = z.object({ person: Person, initialPassword: z.string() })
const inPlace = ['staff.not_found', 'staff.not_allowed_now', 'staff.outranked'] as const
const accounts = ['account.login_taken', 'account.phone_taken'] as const
const details = ['staff.no_taken', 'staff.department_not_found', 'staff.superior_not_found', ...accounts] as const
const appointing = [
  'staff.post_not_found',
  'post.is_family',
  'staff.estate_not_found',
  'staff.already_appointed',
  'staff.days_reversed',
] as const

export const staff = resource('staff', {
  list: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      estateId: Id.optional(),
      departmentId: Id.optional(),
      postId: Id.optional(),
      trades: listOf(Trade),
      status: listOf(z.enum(STATES)),
      sort: z.enum(['no', '-no', 'name', '-name', 'joinedOn', '-joinedOn']).default('no'),
      ...page,
    }),
    output: pageOf(StaffRow),
    summary: 'People within reach; those who left only when asked for',
  }),
  get: read({
    input: ById,
    output: Person.extend({ events: z.array(HistoryEvent) }),
    refuses: ['staff.not_found'],
  }),
  pick: read({
    input: z.object({
      search: z.string().trim().max(60).optional(),
      estateId: Id.optional(),
      trade: Trade.optional(),
      onDuty: queryFlag.optional(),
      /** Only people who hold this permission there. */
      permission: z.string().max(80).optional(),
      limit: queryNumber(1, 100).default(30),
    }),
    output: z.object({
      items: z.array(
        z.object({
          id: Id,
          no: z.string(),
          name: z.string(),
          phone: z.string().nullable(),
          trades: z.array(Trade),
          onDuty: z.boolean(),
          posts: z.array(z.object({ title: z.string(), titleEn: z.string() })),
        }),
      ),
    }),
    needs: 'staff.pick',
    summary: 'People to choose from, for dispatch and for handing over',
  }),
  create: write({
    input: StaffDraft,
    output: Shown.extend({ initialPassword: z.string().nullable() }),
    refuses: ['staff.outranked', ...details, ...appointing],
    summary: 'Take on a person; with a login the initial password is shown this once',
  }),
  change: write({
    input: Details.partial().extend({ id: Id }),
    output: Person,
    refuses: [...inPlace, ...details, 'staff.no_login', 'staff.superior_in_circle'],
  }),
  appoint: write({ input: AppointmentDraft.extend({ id: Id }), output: Person, refuses: [...inPlace, ...appointing] }),
  relieve: write({
    input: z.object({ id: Id, holdingId: Id }),
    output: Person,
    refuses: [...inPlace, 'staff.holding_not_found', 'staff.last_key'],
    summary: 'End a post at once',
  }),
  giveLogin: write({
    input: z.object({ id: Id, login: Login }),
    output: Shown,
    refuses: [...inPlace, 'staff.has_login', ...accounts],
    summary: 'Let a person sign in; the initial password is shown this once',
  }),
  resetPassword: write({
    input: ById,
    output: Shown,
    refuses: [...inPlace, 'staff.no_login'],
    summary: 'A new initial password, shown this once; all sessions end',
  }),
  signOn: write({ input: ById, output: Person, refuses: [...inPlace, 'staff.already_on_duty'] }),
  signOff: write({ input: ById, output: Person, refuses: [...inPlace, 'staff.already_off_duty'] }),
  leave: write({
    input: z.object({ id: Id, leftOn: Day.optional(), reason: text(200).optional() }),
    output: Person,
    refuses: [...inPlace, 'staff.days_reversed', 'staff.leaves_later', 'staff.last_key'],
    summary: 'Ends sign-in, posts and areas at once',
  }),
  rejoin: write({
    input: z.object({ id: Id, joinedOn: Day.optional() }),
    output: Person,
    refuses: inPlace,
    summary: 'Takes a person back; posts are given anew',
  }),
})
