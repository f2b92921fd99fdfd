// Decisions about return visits: what comes due and when, who may ask, which questions, and what the answer brings about. Pure.

import { reaches, type User } from '../../../platform/access.ts'
import { dayOf } from '../../../platform/calendar/zones.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Rule } from './contract.ts'
import { life, type State } from './states.ts'

export const MOST_TRIES = 3

type Matter = { estateId: string; kind: Rule['kind']; urgency: string; categoryCode: string | null }
/** The nearer rule wins: the estate's over the company's, then the one that names the category, then the urgency. */
export function ruleFor(rules: readonly Rule[], { estateId, kind, urgency, categoryCode }: Matter): Rule | undefined {
  const fits = rules.filter(
    (rule) =>
      rule.kind === kind &&
      (rule.estateId === null || rule.estateId === estateId) &&
      (rule.urgency === null || rule.urgency === urgency) &&
      (rule.categoryCode === null || rule.categoryCode === categoryCode),
  )
  const nearness = (rule: Rule) => (rule.estateId ? 4 : 0) + (rule.categoryCode ? 2 : 0) + (rule.urgency ? 1 : 0)
  return fits.toSorted((a, b) => nearness(b) - nearness(a))[0]
}

export const dueAtOf = (from: Date, { withinHours }: Pick<Rule, 'withinHours'>) =>
  new Date(from.getTime() + withinHours * 3_600_000)

/** When the matter is asked about once more, after the next rain has had its chance. */
export const againAt = (madeAt: Date, days: number) => new Date(madeAt.getTime() + days * 86_400_000)

/** Whoever did the work does not ask whether it was good, nor decide that nobody is asked. */
export function mustBeAnother(user: User, handlerIds: readonly string[]) {
  if (handlerIds.includes(user.id)) throw new Refusal('return_visit.own_work')
}

type Question = 'solved' | 'onTime' | 'polite' | 'chargeClear'
export function questionsOf({ kind, chargeable }: { kind: Rule['kind']; chargeable: boolean }): Question[] {
  const byTalk = kind === 'enquiry' || kind === 'suggestion' || kind === 'praise'
  const questions: Question[] = byTalk ? ['solved', 'polite'] : ['solved', 'onTime', 'polite']
  return chargeable ? [...questions, 'chargeClear'] : questions
}

type Answers = {
  onTime?: boolean | null | undefined
  polite?: boolean | null | undefined
  chargeClear?: boolean | null | undefined
}
export function mustBeAnswered(questions: readonly Question[], answers: Answers) {
  const missing = questions.filter((question) => question !== 'solved' && typeof answers[question] !== 'boolean')
  if (missing.length) throw new Refusal('return_visit.answer_missing', { missing })
}

/** Not solved, or very discontent: the request is opened again. */
export const isDiscontent = ({ solved, score }: { solved: boolean; score: number }) => !solved || score <= 2

type Try = { at: string | Date }
/** Three tries count only when they were made at different hours of the day or on different days. */
export function isGivenUp(tries: readonly Try[], zone: string): boolean {
  const hours = new Set(tries.map(({ at }) => `${dayOf(at, zone)} ${new Date(at).getUTCHours()}`))
  return hours.size >= MOST_TRIES
}

export function mustBeAhead(nextTryAt: string | null | undefined, now: Date) {
  if (nextTryAt && new Date(nextTryAt) <= now) throw new Refusal('return_visit.try_in_past', { nextTryAt })
}

export type Guarded = { status: State; estateId: string; areaId: string | null; visitorId: string | null }
export const locate = ({ estateId, areaId, visitorId }: Guarded) => ({ estateId, areaId, ownerIds: [visitorId] })

const VERBS = ['attempt', 'make', 'waive'] as const
/** For others than those who did the work; waiving is for superiors. */
export function verbsFor(user: User, visit: Guarded, handlerIds: readonly string[]): string[] {
  const granted = (verb: string) => reaches(user, `return-visits.${verb}`, locate(visit))
  const another = !handlerIds.includes(user.id)
  const moving = another ? VERBS.filter((verb) => life.can(visit.status, verb) && granted(verb)) : []
  return granted('reveal') ? [...moving, 'reveal'] : moving
}
