// Proofs made from the measures of the rooms.
import { Counted, isCounted, type Known, type Measures, type Proof, type ProofUse, Shown } from '../contract/proof.ts'
import { eventNamesOf } from './evidence.ts'

export const measuresOf = (rooms: Readonly<Record<string, Measures>>): Known =>
  new Map(
    Object.entries(rooms).flatMap(([room, measures]) =>
      Object.entries(measures).map(([name, { zh, en, proof }]) => {
        const of = `${room}.${name}`
        const whole = { ...proof, of }
        const parsed: Proof =
          whole.kind === 'coverage' || whole.kind === 'cadence' ? Counted.parse(whole) : Shown.parse(whole)
        return [of, { zh, en, proof: parsed }] as const
      }),
    ),
  )

/** Undefined while no room proves it. */
export function proofOf(known: Known, { of, ...differing }: ProofUse): Proof | undefined {
  const measure = known.get(of)
  if (!measure) return undefined
  return isCounted(measure.proof) ? Counted.parse({ ...measure.proof, ...differing }) : measure.proof
}

/** All events that any measure speaks of: what a proof may ask for. */
export const eventsKnown = (known: Known): ReadonlySet<string> =>
  new Set([...known.values()].flatMap(({ proof }) => (isCounted(proof) ? eventNamesOf(proof) : [])))
