// Learns from phrases which runs of one to three characters speak for what: a softmax regression, the same weights every time.
import { CAPABILITIES, type Capability } from '../../posts/contract.ts'
import type { Example } from './learnt-phrases.ts'
import { loudnessIn } from './loudness.ts'

export const KINDS: readonly (Capability | null)[] = [...CAPABILITIES, null]
const WIDTH = KINDS.length

/** How strongly each run of characters in a text speaks for each of the kinds. */
export type Learnt = {
  scores: (text: string) => Float32Array
  /** The words of a text that speak most for the one, in their order. */
  wordsFor: (text: string, capability: Capability) => string[]
}

type Run = { text: string; at: number; weight: number }
const LONGEST = 3
/** One character alone says less than a word. */
const ALONE = 0.4
const WORD = /^[\p{L}\p{N}]+$/u

/** Each run once, as loud as where it is loudest; a long text weighs as much as a short one. */
function runsIn(text: string): Run[] {
  const loudness = loudnessIn(text)
  const runs = new Map<string, Run>()
  for (let length = 1; length <= LONGEST; length += 1) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const run = text.slice(at, at + length)
      const weight = (loudness[at] ?? 1) * (length === 1 ? ALONE : 1)
      if (weight > (runs.get(run)?.weight ?? 0) && WORD.test(run)) runs.set(run, { text: run, at, weight })
    }
  }
  const found = [...runs.values()]
  const size = Math.hypot(...found.map(({ weight }) => weight)) || 1
  return found.map((run) => ({ ...run, weight: run.weight / size }))
}

const ROUNDS = 6
const STEP = 8
const SLOWER = 0.3

export function learntFrom(examples: readonly Example[]): Learnt {
  const read = examples.map(({ capability, text }) => ({ kind: KINDS.indexOf(capability), runs: runsIn(text) }))
  const places = placesOf(read.flatMap(({ runs }) => runs))
  const rows = read.map(({ kind, runs }) => {
    const known = runs.flatMap((run) => placed(run, places.get(run.text)))
    return { kind, at: known.map(({ from }) => from), weight: known.map(({ weight }) => weight) }
  })
  const weights = new Float32Array(places.size * WIDTH)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const row of turned(rows, round)) corrected(weights, row, STEP / (1 + round * SLOWER))
  return knowing(places, weights)
}

/** Runs of three that stand in one phrase only are chance, and would be most of what is to learn. */
function placesOf(runs: readonly Run[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { text } of runs) times.set(text, (times.get(text) ?? 0) + 1)
  const kept = [...times].filter(([text, count]) => count > 1 || text.length < LONGEST)
  return new Map(kept.map(([text], at) => [text, at * WIDTH]))
}

type Row = { kind: number; at: readonly number[]; weight: readonly number[] }

/** In another order each round, so that no kind is always the last that was learnt. A stride that shares no factor with the length visits all. */
function turned(rows: readonly Row[], round: number): Row[] {
  const strides = [7919, 6101, 4703, 3571, 2243].filter((stride) => rows.length % stride !== 0)
  const stride = strides[round % strides.length] ?? 1
  return rows.flatMap((_, turn) => rows[(turn * stride + round) % rows.length] ?? [])
}

/** Below this a correction changes nothing that is seen. */
const TOO_LITTLE = 0.003

function corrected(weights: Float32Array, { kind, at, weight }: Row, step: number): void {
  const shares = likelihoods(summed(weights, at, weight))
  for (let one = 0; one < WIDTH; one += 1) {
    const wrong = (one === kind ? 1 : 0) - (shares[one] ?? 0)
    if (Math.abs(wrong) < TOO_LITTLE) continue
    for (let run = 0; run < at.length; run += 1) {
      const place = (at[run] ?? 0) + one
      weights[place] = (weights[place] ?? 0) + step * wrong * (weight[run] ?? 0)
    }
  }
}

function summed(weights: Float32Array, at: readonly number[], weight: readonly number[]): Float32Array {
  const sums = new Float32Array(WIDTH)
  for (let run = 0; run < at.length; run += 1) {
    const from = at[run] ?? 0
    const loud = weight[run] ?? 0
    for (let one = 0; one < WIDTH; one += 1) sums[one] = (sums[one] ?? 0) + (weights[from + one] ?? 0) * loud
  }
  return sums
}

/** Turns the sums in place: many are made while learning. */
function likelihoods(sums: Float32Array): Float32Array {
  let highest = -Infinity
  for (const sum of sums) if (sum > highest) highest = sum
  let all = 0
  for (let one = 0; one < WIDTH; one += 1) all += sums[one] = Math.exp((sums[one] ?? 0) - highest)
  for (let one = 0; one < WIDTH; one += 1) sums[one] = (sums[one] ?? 0) / all
  return sums
}

/** A run that speaks less than this share of the loudest is no reason. */
const REASON = 0.6

function knowing(places: ReadonlyMap<string, number>, weights: Float32Array): Learnt {
  const known = (text: string) => runsIn(text).flatMap((run) => placed(run, places.get(run.text)))
  return {
    scores: (text) => {
      const runs = known(text)
      return summed(
        weights,
        runs.map(({ from }) => from),
        runs.map(({ weight }) => weight),
      )
    },
    wordsFor: (text, capability) => {
      const kind = KINDS.indexOf(capability)
      const speaking = known(text)
        .map((run) => ({ ...run, voice: run.weight * (weights[run.from + kind] ?? 0) }))
        .filter(({ voice }) => voice > 0)
      const words = speaking.filter((run) => run.text.length > 1)
      // One character alone is shown only when nothing longer speaks.
      const reasons = words.length > 0 ? words : speaking
      const loudest = Math.max(0, ...reasons.map(({ voice }) => voice))
      return joined(
        reasons.filter(({ voice }) => voice >= loudest * REASON),
        text,
      )
    },
  }
}

const placed = (run: Run, from: number | undefined) => (from === undefined ? [] : [{ ...run, from }])

/** Runs that touch or overlap are one word. */
function joined(runs: readonly Run[], text: string): string[] {
  const words: { from: number; until: number }[] = []
  for (const run of [...runs].sort((one, other) => one.at - other.at)) {
    const last = words.at(-1)
    if (last && run.at <= last.until) last.until = Math.max(last.until, run.at + run.text.length)
    else words.push({ from: run.at, until: run.at + run.text.length })
  }
  return words.map(({ from, until }) => text.slice(from, until))
}
