// A call while it is being written down: its empty form, what is wrong with it, and the input it makes.
import { normalisePhone } from '../../../../../platform/checks.ts'
import type { InputOf } from '../../../../../ui/api.ts'
import type { requests } from '../../contract/requests.ts'
import { CATEGORISED, type Channel, type Kind, SETTLED_BY_TALKING, type Urgency } from '../../contract/shapes.ts'

export type UnitOfCaller = { placeId: string; estateId: string; pathName: string }
export type CallerDraft = {
  customerId: string | null
  /** What stands in the caller box. */
  typed: string
  /** Not known here: name and phone are asked for. */
  stranger: boolean
  name: string
  phone: string
  /** The number of a known customer, masked. */
  masked: string | null
  units: readonly UnitOfCaller[]
  anonymous: boolean
}
export type Linked = { id: string; no: string; as: 'duplicate' | 'previous' }
export type MatterDraft = {
  key: number
  kind: Kind
  categoryId: string | null
  urgency: Urgency
  /** Chosen by the person, so that no category changes it. */
  urgencyChosen: boolean
  subject: string
  /** Put there by the category; the next category may replace it. */
  subjectOffered: boolean
  body: string
  placeId: string | null
  /** The name of the chosen place, or where it is in words. */
  placeText: string
  whenFrom: string | null
  whenTo: string | null
  about: { id: string; name: string } | null
  photoIds: readonly string[]
  linked: Linked | null
  settled: boolean
  settledWith: string
}
export type CallDraft = {
  estateId: string | null
  channel: Channel
  caller: CallerDraft
  sourceRef: string
  outsideDueAt: string | null
  matters: readonly MatterDraft[]
  /** The matter in view. */
  at: number
}

export const NOBODY: CallerDraft = {
  customerId: null,
  typed: '',
  stranger: false,
  name: '',
  phone: '',
  masked: null,
  units: [],
  anonymous: false,
}
export const emptyMatter = (key: number): MatterDraft => ({
  key,
  kind: 'repair',
  categoryId: null,
  urgency: 'normal',
  urgencyChosen: false,
  subject: '',
  subjectOffered: false,
  body: '',
  placeId: null,
  placeText: '',
  whenFrom: null,
  whenTo: null,
  about: null,
  photoIds: [],
  linked: null,
  settled: false,
  settledWith: '',
})
export const emptyCall = (estateId: string | null, channel: Channel): CallDraft => ({
  estateId,
  channel,
  caller: NOBODY,
  sourceRef: '',
  outsideDueAt: null,
  matters: [emptyMatter(0)],
  at: 0,
})

/** The same caller at the same place usually goes on about something else there. */
export function withAnother(call: CallDraft): CallDraft {
  const here = call.matters[call.at]
  const key = Math.max(...call.matters.map((matter) => matter.key)) + 1
  const next = { ...emptyMatter(key), placeId: here?.placeId ?? null, placeText: here?.placeText ?? '' }
  return { ...call, matters: [...call.matters, next], at: call.matters.length }
}
export function withoutMatter(call: CallDraft, at: number): CallDraft {
  const left = call.matters.filter((_, place) => place !== at)
  if (left.length === 0) return emptyCall(call.estateId, call.channel)
  return { ...call, matters: left, at: Math.min(call.at, left.length - 1) }
}

const isBlank = (matter: MatterDraft) =>
  !matter.subject.trim() && !matter.body.trim() && matter.photoIds.length === 0 && !matter.settledWith.trim()
export const isUntouched = ({ caller, matters, sourceRef }: CallDraft) =>
  matters.every((matter) => isBlank(matter) && !matter.placeText.trim()) &&
  !caller.customerId &&
  !`${caller.typed}${caller.name}${caller.phone}${sourceRef}`.trim()

/** A figure of a telephone goes to the phone, anything else is taken as the name. */
export function strangerOf(typed: string): Pick<CallerDraft, 'name' | 'phone'> {
  const text = typed.trim()
  const phone = normalisePhone(text)
  if (phone) return { name: '', phone }
  return /^[\d\s+-]{5,}$/.test(text) ? { name: '', phone: text } : { name: text, phone: '' }
}

export type ProblemCode =
  | 'contact_needed'
  | 'place_needed'
  | 'subject_needed'
  | 'category_needed'
  | 'phone_wrong'
  | 'ends_before_it_begins'
  | 'said_needed'
  | 'estate_needed'
  | 'source_ref_needed'
/** `at` is the matter; undefined for the call itself. */
export type Problem = { at?: number; key: string; code: ProblemCode }

export const settlesAtDesk = ({ kind, settled }: MatterDraft) => settled && SETTLED_BY_TALKING.includes(kind)
export const concernsPerson = (kind: Kind) => kind === 'complaint' || kind === 'grievance'

export function problemsIn(call: CallDraft): Problem[] {
  return [...problemsOfCall(call), ...call.matters.flatMap((matter, at) => problemsOfMatter(matter, at))]
}

function problemsOfCall({ caller, estateId, channel, sourceRef }: CallDraft): Problem[] {
  const found: Problem[] = []
  if (!estateId) found.push({ key: 'estateId', code: 'estate_needed' })
  if (!caller.anonymous) {
    const known = caller.customerId ?? `${caller.name}${caller.phone}`.trim()
    if (!known) found.push({ key: 'caller', code: 'contact_needed' })
    if (caller.phone.trim() && !normalisePhone(caller.phone)) found.push({ key: 'phone', code: 'phone_wrong' })
  }
  if (channel === 'hotline12345' && !sourceRef.trim()) found.push({ key: 'sourceRef', code: 'source_ref_needed' })
  return found
}

function problemsOfMatter(matter: MatterDraft, at: number): Problem[] {
  const { placeId, placeText, kind, categoryId, subject, whenFrom, whenTo, settledWith } = matter
  const isBackwards = whenFrom !== null && whenTo !== null && whenFrom > whenTo
  const wrong: readonly [wrong: boolean, key: string, code: ProblemCode][] = [
    [!(placeId ?? placeText.trim()), 'place', 'place_needed'],
    [CATEGORISED.includes(kind) && !categoryId, 'category', 'category_needed'],
    [!subject.trim(), 'subject', 'subject_needed'],
    [isBackwards, 'when', 'ends_before_it_begins'],
    [settlesAtDesk(matter) && !settledWith.trim(), 'settledWith', 'said_needed'],
  ]
  return wrong.flatMap(([is, key, code]) => (is ? [{ at, key, code }] : []))
}

type Input = InputOf<(typeof requests.verbs)['create']>
export function inputOf(call: CallDraft): Input {
  const { caller } = call
  const contact = caller.anonymous
    ? {}
    : {
        customerId: caller.customerId,
        contactName: caller.customerId ? null : caller.name.trim() || null,
        contactPhone: caller.phone.trim() || null,
      }
  return {
    ...contact,
    estateId: call.estateId ?? '',
    channel: call.channel,
    anonymous: caller.anonymous,
    ...(call.channel === 'hotline12345'
      ? { sourceRef: call.sourceRef.trim() || null, outsideDueAt: call.outsideDueAt }
      : {}),
    matters: call.matters.map(matterInput),
  }
}

const matterInput = (matter: MatterDraft): Input['matters'][number] => ({
  kind: matter.kind,
  categoryId: matter.categoryId,
  urgency: matter.urgency,
  subject: matter.subject.trim(),
  body: matter.body.trim(),
  placeId: matter.placeId,
  placeText: matter.placeId ? null : matter.placeText.trim() || null,
  appointmentFrom: matter.whenFrom,
  appointmentTo: matter.whenTo,
  aboutStaffId: concernsPerson(matter.kind) ? (matter.about?.id ?? null) : null,
  photoIds: [...matter.photoIds],
  ...linkInput(matter.linked),
  settledWith: settlesAtDesk(matter) ? matter.settledWith.trim() : null,
})

function linkInput(linked: Linked | null) {
  if (!linked) return {}
  return linked.as === 'duplicate' ? { duplicateOfId: linked.id } : { previousId: linked.id }
}
