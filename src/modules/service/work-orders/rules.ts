// Decisions about dispatch sheets: who may work on one, whose turn it is, what it costs, what completion asks for. Pure.
import { actFor, isOwn, reaches, type User } from '../../../platform/access.ts'
import { lineAmountFen, yuanOf } from '../../../platform/money.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { LineDraft } from './contract/work-orders.ts'
import { life, type State } from './states.ts'

export type Guarded = {
  status: State
  estateId: string
  areaId: string | null
  workerId: string | null
  issuedById: string | null
}
export const locate = ({ estateId, areaId, workerId, issuedById }: Guarded) => ({
  estateId,
  areaId,
  ownerIds: [workerId, issuedById],
})

/** Work is done by the named worker, or by a superior of the trade who answers for it. */
export const mayActFor = (user: User, sheet: Guarded) =>
  isOwn(user, sheet.workerId) || reaches(user, 'work-orders.rework', locate(sheet))
export function mustBeYours(user: User, sheet: Guarded) {
  if (!mayActFor(user, sheet)) throw new Refusal('work_order.not_yours')
  actFor(user, sheet.workerId)
}

type Worker = { id: string; trades: readonly string[] }
/** A sheet of trade "other" is for anybody. */
export const knows = (worker: Worker, trade: string) => trade === 'other' || worker.trades.includes(trade)
export function mustKnow(worker: Worker, trade: string) {
  if (!knows(worker, trade)) throw new Refusal('work_order.wrong_trade', { workerId: worker.id, trade })
}

type InTurn = Worker & { onDuty: boolean; lastByTurnAt: string | null; assigned: number; working: number }
/** Whoever knows the trade, is on duty and has waited longest; among equals the one with less on the plate. */
export function orderOfTurns<W extends InTurn>(workers: readonly W[], trade: string): W[] {
  const waited = (worker: W) => (worker.lastByTurnAt ? Date.parse(worker.lastByTurnAt) : 0)
  return workers
    .filter((worker) => worker.onDuty && knows(worker, trade))
    .toSorted(
      (a, b) => waited(a) - waited(b) || a.assigned + a.working - (b.assigned + b.working) || (a.id < b.id ? -1 : 1),
    )
}

/** Rounded on each line. Quantities have at most three decimals. */
export const amountOf = ({ quantity, priceFen }: Pick<LineDraft, 'quantity' | 'priceFen'>) =>
  lineAmountFen({ rateYuan: yuanOf(priceFen), quantity: quantity.toFixed(3) })
export const totalOf = (lines: readonly Pick<LineDraft, 'quantity' | 'priceFen'>[]) =>
  lines.reduce((sum, line) => sum + amountOf(line), 0)

/** Chargeable work needs the customer's yes to the price before it is done, and may not cost more than that. */
export function mustBeAgreed(sheet: { agreedAt: string | null; agreedAmountFen: number | null }, totalFen: number) {
  if (totalFen === 0) return
  if (!sheet.agreedAt) throw new Refusal('work_order.not_agreed', { totalFen })
  if (totalFen > (sheet.agreedAmountFen ?? 0)) {
    throw new Refusal('work_order.above_agreed', { totalFen, agreedFen: sheet.agreedAmountFen })
  }
}

type Proof = {
  signatureId?: string | null | undefined
  noSignatureReason?: string | null | undefined
  witnessId?: string | null | undefined
  photoIds: readonly string[]
}
/**
 * A finished sheet is signed. Where nobody signs, the reason is said, a photo shows the work, and unless nobody could have
 * signed (a public area) a second member of staff has seen it.
 */
export function mustBeProven(proof: Proof, workerId: string | null) {
  if (proof.signatureId) return
  if (!proof.noSignatureReason) throw new Refusal('work_order.signature_needed')
  if (proof.photoIds.length === 0) throw new Refusal('work_order.photo_needed')
  const seen = proof.witnessId && proof.witnessId !== workerId
  if (proof.noSignatureReason !== 'public_area' && !seen) throw new Refusal('work_order.witness_needed')
}

const WORKERS: readonly string[] = [
  'decline',
  'handOver',
  'arrive',
  'quote',
  'hold',
  'resume',
  'complete',
  'agree',
  'refuse',
]
const VERBS = [
  'assign',
  'take',
  'decline',
  'handOver',
  'arrive',
  'quote',
  'agree',
  'refuse',
  'hold',
  'resume',
  'complete',
  'rework',
  'cancel',
] as const

/** The verbs this person may perform on this sheet now. */
export function verbsFor(
  user: User,
  sheet: Guarded & { trade: string },
  mine: { trades: readonly string[] },
): string[] {
  const granted = (verb: string) => reaches(user, `work-orders.${verb}`, locate(sheet))
  const own = (verb: string) => !WORKERS.includes(verb) || mayActFor(user, sheet)
  const takeable = (verb: string) =>
    verb !== 'take' ||
    ((sheet.status === 'open' || isOwn(user, sheet.workerId)) && knows({ id: user.id, ...mine }, sheet.trade))
  const moving = VERBS.filter((verb) => life.can(sheet.status, verb) && granted(verb) && own(verb) && takeable(verb))
  return [
    ...moving,
    ...(sheet.status === 'open' && granted('assignByTurn') ? ['assignByTurn'] : []),
    ...(granted('reveal') ? ['reveal'] : []),
  ]
}
