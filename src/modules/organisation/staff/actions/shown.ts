// A person as verbs find him or her and as answers show it.
import { canOf, mustReach, type User } from '../../../../platform/access.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { listHoldingsOf } from '../../areas/module.ts'
import { lockCompany } from '../../estates/module.ts'
import { VERBS } from '../contract.ts'
import { reportingLines } from '../queries/held.ts'
import { findPerson, listNames, lockPerson, type PersonLine } from '../queries/people.ts'
import { isAbove, type Reporting, reachesPerson } from '../rules.ts'
import { life, stateOf } from '../states.ts'
import { superiorIdsOf } from './reporting.ts'

type Verb = (typeof VERBS)[number]
/** Verbs that leave rank alone: everyone may do them to himself, and whoever arranges the shift to others. */
const RANKLESS: readonly Verb[] = ['signOn', 'signOff']

export const today = ({ now, user }: Ctx) => dayOf(now, user.zone)

export const whereaboutsOf = ({ id, posts }: PersonLine) => ({
  id,
  estateIds: posts.flatMap(({ estateId }) => (estateId ? [estateId] : [])),
  everyEstate: posts.some(({ estateId }) => estateId === null),
})

export async function readable(ctx: Ctx, id: string): Promise<PersonLine> {
  const person = await findPerson(ctx.tx, today(ctx), id)
  if (!person || !reachesPerson(ctx.user, 'staff.read', whereaboutsOf(person))) {
    throw new Refusal('staff.not_found', { id })
  }
  return person
}

export async function locked(ctx: Ctx, id: string, verb: Verb): Promise<PersonLine> {
  await lockCompany(ctx.tx)
  await lockPerson(ctx.tx, id)
  const person = await readable(ctx, id)
  const permission = `staff.${verb}`
  if (!reachesPerson(ctx.user, permission, whereaboutsOf(person))) mustReach(ctx.user, permission, {})
  life.next(stateOf(person), verb)
  if (!isAllowedByRank(ctx.user, verb, person, await reportingLines(ctx.tx))) {
    throw new Refusal('staff.outranked', { name: person.name })
  }
  return person
}

const isAllowedByRank = (user: User, verb: Verb, { posts }: PersonLine, reportsTo: Reporting) =>
  RANKLESS.includes(verb) ||
  isAbove(
    user,
    `staff.${verb}`,
    posts.map(({ postId }) => postId),
    reportsTo,
  )

/** What the person's record itself rules out, whoever asks. */
const POSSIBLE: Partial<Record<Verb, (person: PersonLine) => boolean>> = {
  relieve: ({ posts }) => posts.length > 0,
  giveLogin: ({ login }) => login === null,
  resetPassword: ({ login }) => login !== null,
  signOn: ({ onDuty }) => !onDuty,
  signOff: ({ onDuty }) => onDuty,
}

export function rowShown(user: User, person: PersonLine, reportsTo: Reporting) {
  const { gender: _gender, superiorId: _superior, mustChangePassword: _must, ...row } = person
  const status = stateOf(person)
  const can = canOf(
    VERBS,
    (verb) =>
      life.can(status, verb) &&
      (POSSIBLE[verb]?.(person) ?? true) &&
      reachesPerson(user, `staff.${verb}`, whereaboutsOf(person)) &&
      isAllowedByRank(user, verb, person, reportsTo),
  )
  return { ...row, status, can }
}

export async function shown(ctx: Ctx, id: string) {
  const { tx, user } = ctx
  const person = await readable(ctx, id)
  const { gender, superiorId, mustChangePassword } = person
  const superiors = await superiorIdsOf(tx, person, today(ctx))
  const areas = await listHoldingsOf(tx, id, today(ctx))
  return {
    ...rowShown(user, person, await reportingLines(tx)),
    gender,
    superiorId,
    superiors: await listNames(tx, superiors),
    areas: areas.map(({ areaId, areaName, role, fromOn, toOn }) => ({ areaId, areaName, role, fromOn, toOn })),
    mustChangePassword: mustChangePassword ?? false,
  }
}
