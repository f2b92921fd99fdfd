// How alike two texts are, by the pairs of characters they share.

export const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Of all pairs of neighbouring characters in both, the share that both have (Dice); 1 is the same. */
export function likeness(one: string, other: string): number {
  if (one === other && one !== '') return 1
  const [left, right] = [pairsOf(one), pairsOf(other)]
  if (left.size === 0 || right.size === 0) return plain(one) === plain(other) ? 1 : 0
  let shared = 0
  let all = 0
  for (const [pair, times] of left) shared += Math.min(times, right.get(pair) ?? 0)
  for (const times of [...left.values(), ...right.values()]) all += times
  return (2 * shared) / all
}

/** A long document holds each of its duties against many others. */
const MOST_KEPT = 4000
const kept = new Map<string, Map<string, number>>()

function pairsOf(text: string): Map<string, number> {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const counted = pairs(plain(text))
  kept.set(text, counted)
  return counted
}

function pairs(text: string): Map<string, number> {
  const counted = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    counted.set(pair, (counted.get(pair) ?? 0) + 1)
  }
  return counted
}
