// What pairs of characters suggest where no whole word of the list stands: `账款` echoes `账目` and `货款`.
import type { Capability } from '../../posts/contract.ts'

/** For each pair of characters, how strongly it speaks for which capability. */
export type Echoes = ReadonlyMap<string, ReadonlyMap<Capability, number>>

export function echoesOf(
  words: Iterable<readonly [word: string, readonly { capability: Capability; weight: number }[]]>,
): Echoes {
  const heard = new Map<string, Map<Capability, number>>()
  for (const [word, speaking] of words) {
    for (let at = 0; at + 1 < word.length; at += 1) {
      const pair = word.slice(at, at + 2)
      const voices = heard.get(pair) ?? new Map<Capability, number>()
      for (const { capability, weight } of speaking)
        voices.set(capability, (voices.get(capability) ?? 0) + weight / (word.length - 1))
      heard.set(pair, voices)
    }
  }
  return new Map([...heard].map(([pair, voices]) => [pair, sharpened(voices)]))
}

/** A pair that many capabilities share says little for any of them. */
function sharpened(voices: ReadonlyMap<Capability, number>): Map<Capability, number> {
  const all = [...voices.values()].reduce((sum, weight) => sum + weight, 0)
  return new Map([...voices].map(([capability, weight]) => [capability, Math.min(weight, 4) * (weight / all) ** 2]))
}
