// What a company or an estate sets for its requests: categories, limits, reasons to wait, the ladder, a few numbers.
import { z } from 'zod'
import { Count, Id, read, resource, text, write } from '../../../../platform/contract.ts'
import { Trade } from '../../../organisation/staff/contract.ts'
import { Kind, Urgency } from './shapes.ts'

export const Rung = z.enum(['handler', 'supervisor', 'manager', 'project_head'])
export type Rung = z.output<typeof Rung>
export const NUMBERS = ['group_threshold', 'group_days', 'reopen_days', 'take_minutes', 'hold_hours'] as const
export const NumberKey = z.enum(NUMBERS)
export type NumberKey = z.output<typeof NumberKey>
/** Where nobody has set one. */
export const FALLBACK_NUMBERS: Record<NumberKey, number> = {
  group_threshold: 3,
  group_days: 7,
  reopen_days: 7,
  take_minutes: 15,
  hold_hours: 24,
}

const minutes = z.int().min(0).max(525_600).nullable()

export const Category = z.object({
  id: Id,
  /** null: the company's own; otherwise added by one estate. */
  estateId: Id.nullable(),
  parentId: Id.nullable(),
  kind: Kind,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  trade: Trade.nullable(),
  defaultUrgency: Urgency.nullable(),
  /** Who must act when it is not ours to do: gas company, developer, police. */
  outsideParty: z.string().nullable(),
  sort: z.int(),
})
export type Category = z.output<typeof Category>
export const Limit = z.object({
  id: Id,
  estateId: Id.nullable(),
  kind: Kind,
  /** null: of every urgency that has no row of its own. */
  urgency: Urgency.nullable(),
  /** Minutes; null means agreed with the customer, or none. */
  answerMinutes: minutes,
  arriveMinutes: minutes,
  feedbackMinutes: minutes,
  finishMinutes: minutes,
  /** Which minutes count for answer and arrival. */
  clock: z.enum(['elapsed', 'service']),
  /** Which minutes count for feedback and finish. */
  finishClock: z.enum(['elapsed', 'service']),
})
export type Limit = z.output<typeof Limit>
export const HoldReason = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  stopsClock: z.boolean(),
  sort: z.int(),
})
export type HoldReason = z.output<typeof HoldReason>
export const EscalationStep = z.object({
  id: Id,
  estateId: Id.nullable(),
  /** Share of the limit that is used up. */
  ratio: z.number().gt(0).max(20),
  tell: Rung,
  critical: z.boolean(),
})
export type EscalationStep = z.output<typeof EscalationStep>
export const SettingNumber = z.object({ estateId: Id.nullable(), key: NumberKey, value: Count })

export const RequestSettings = z.object({
  categories: z.array(Category),
  limits: z.array(Limit),
  reasons: z.array(HoldReason),
  steps: z.array(EscalationStep),
  numbers: z.array(SettingNumber),
  can: z.array(z.string()),
})
export type RequestSettings = z.output<typeof RequestSettings>

const changing = { output: z.object({ id: Id }), needs: 'request-settings.change' }
const estate = { estateId: Id.nullable().default(null) }

export const requestSettings = resource('request-settings', {
  list: read({ input: z.object({ estateId: Id.optional() }), output: RequestSettings, access: 'signed-in' }),
  addCategory: write({
    ...changing,
    input: Category.omit({ id: true }).extend({ ...estate, code: text(40), name: text(40), nameEn: text(80) }),
    refuses: ['request_setting.code_taken'],
  }),
  changeCategory: write({
    ...changing,
    input: z.object({
      id: Id,
      name: text(40),
      nameEn: text(80),
      trade: Trade.nullable(),
      defaultUrgency: Urgency.nullable(),
      outsideParty: z.string().trim().max(60).nullable(),
      sort: z.int(),
    }),
    refuses: ['request_setting.not_found'],
  }),
  archiveCategory: write({ ...changing, input: z.object({ id: Id }), refuses: ['request_setting.not_found'] }),
  setLimit: write({ ...changing, input: Limit.omit({ id: true }).extend(estate) }),
  removeLimit: write({
    ...changing,
    input: z.object({ id: Id }),
    refuses: ['request_setting.not_found', 'request_setting.default_stays'],
  }),
  addReason: write({
    ...changing,
    input: HoldReason.omit({ id: true }).extend({ code: text(40), name: text(40), nameEn: text(80) }),
    refuses: ['request_setting.code_taken'],
  }),
  changeReason: write({ ...changing, input: HoldReason.omit({ code: true }), refuses: ['request_setting.not_found'] }),
  archiveReason: write({ ...changing, input: z.object({ id: Id }), refuses: ['request_setting.not_found'] }),
  addStep: write({
    ...changing,
    input: EscalationStep.omit({ id: true }).extend(estate),
    refuses: ['request_setting.code_taken'],
  }),
  removeStep: write({ ...changing, input: z.object({ id: Id }), refuses: ['request_setting.not_found'] }),
  setNumber: write({ ...changing, input: SettingNumber.extend(estate) }),
})
