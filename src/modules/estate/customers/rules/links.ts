// Who may be what to a unit, and when: no double links, and never more than the whole of it owned at one time.
import { Refusal } from '../../../../platform/refusal.ts'
import type { Role } from '../contract.ts'

export type Term = { fromOn: string; toOn: string | null }
export type Standing = Term & { customerId: string; role: Role; share: number | null }

export function mustRunForward({ fromOn, toOn }: Term) {
  if (toOn && toOn < fromOn) throw new Refusal('customer.days_reversed', { fromOn, toOn })
}

export const overlap = (one: Term, other: Term): boolean =>
  (one.toOn === null || one.toOn >= other.fromOn) && (other.toOn === null || other.toOn >= one.fromOn)

/** `others` are all links of the same unit. */
export function mustFitBeside(link: Standing, others: readonly Standing[]) {
  mustRunForward(link)
  if (link.share !== null && link.role !== 'owner')
    throw new Refusal('customer.share_not_of_owner', { role: link.role })
  const same = others.find(
    ({ customerId, role, ...term }) => customerId === link.customerId && role === link.role && overlap(term, link),
  )
  if (same) throw new Refusal('customer.already_linked', { role: link.role })
  const owners = others.filter(({ role, share, ...term }) => role === 'owner' && share !== null && overlap(term, link))
  const most = mostOwned(link, owners)
  if (link.share !== null && most > 100) throw new Refusal('customer.share_exceeded', { total: most })
}

/** The greatest sum of shares on any day of the link; it can only rise on a day on which one of them begins. */
function mostOwned(link: Standing, owners: readonly Standing[]): number {
  const all = [link, ...owners]
  const days = all.map(({ fromOn }) => fromOn).filter((day) => day >= link.fromOn)
  const sums = days.map((day) => hundredths(all.filter((one) => overlap(one, { fromOn: day, toOn: day }))))
  return Math.max(...sums) / 100
}
const hundredths = (links: readonly Standing[]) =>
  links.reduce((sum, { share }) => sum + Math.round((share ?? 0) * 100), 0)
