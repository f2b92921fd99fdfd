// Proposes what of the product serves a duty, by the words of the trade in it.
import { CAPABILITY_PATTERNS, CAPABILITY_WORDS } from './capability-words.ts'
import { CAPABILITIES, type Capability } from './job-document.ts'

export type CapabilityProposal = { capability: Capability | null; words: string[]; score: number; second: number }
type Speaking = { capability: Capability; weight: number }
type Heard = { word: string; at: number; speaking: readonly Speaking[] }

/** Below this the words say too little for a proposal. */
const LEAST = 2

export function capabilityOf(text: string): CapabilityProposal {
  const voices = voicesIn(text)
  const [best, second] = [...voices].sort(([, one], [, other]) => other.score - one.score)
  if (!best || best[1].score < LEAST) return { capability: null, words: [], score: best?.[1].score ?? 0, second: 0 }
  const [capability, { score, words }] = best
  return { capability, words: [...new Set(words)], score, second: second?.[1].score ?? 0 }
}

type Voice = { score: number; words: string[] }

function voicesIn(text: string): Map<Capability, Voice> {
  const voices = new Map<Capability, Voice>()
  const loudness = loudnessIn(text)
  const raise = (capability: Capability, weight: number, word: string, at: number) => {
    const voice = voices.get(capability) ?? { score: 0, words: [] }
    // The same thing said again adds less.
    voice.score += weight * (loudness[at] ?? 1) * AGAIN ** voice.words.length
    voice.words.push(word)
    voices.set(capability, voice)
  }
  for (const { word, at, speaking } of heardIn(text))
    for (const { capability, weight } of speaking) raise(capability, weight, word, at)
  for (const [capability, pattern, weight] of CAPABILITY_PATTERNS) {
    const match = pattern.exec(text)
    if (match) raise(capability, weight, match[0], match.index)
  }
  return voices
}

const AGAIN = 0.6
const CLAUSE = /[,;。:!]/
/** By whose order or on what ground something is done is not what is done. */
const GROUND = /^(?:在[^,]*(?:下|中|里|前提)|根据|按照|按(?!时)|依照|通过|为|为了|结合|从|对照|针对|随着)/
const LOUD = { first: 1, later: 0.7, ground: 0.4, aside: 0.45 }

/** For each character how much its words count: the first clause says what the duty is, brackets only give examples. */
function loudnessIn(text: string): number[] {
  const loudness: number[] = []
  let isMain = true
  let depth = 0
  let clauseLoudness = loudnessOf(text, isMain)
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(' || sign === '（') depth += 1
    loudness.push(depth > 0 ? clauseLoudness * LOUD.aside : clauseLoudness)
    if (sign === ')' || sign === '）') depth = Math.max(0, depth - 1)
    if (depth > 0 || !CLAUSE.test(sign)) continue
    // Behind a ground the main clause is yet to come.
    isMain = isMain && clauseLoudness === LOUD.ground
    clauseLoudness = loudnessOf(text.slice(at + 1, at + 31), isMain)
  }
  return loudness
}

const loudnessOf = (clause: string, isMain: boolean) => {
  const [head = ''] = clause.split(CLAUSE)
  return isMain && GROUND.test(head) && head.length < clause.length ? LOUD.ground : isMain ? LOUD.first : LOUD.later
}

const WORDS = new Map<string, Speaking[]>()
let longest = 0
for (const capability of CAPABILITIES) {
  for (const entry of CAPABILITY_WORDS[capability].split(' ')) {
    const [word = '', weight = '0'] = entry.split(':')
    WORDS.set(word, [...(WORDS.get(word) ?? []), { capability, weight: Number(weight) }])
    longest = Math.max(longest, word.length)
  }
}

/** Words of the lexicon, the longest at each place, without overlap. */
function heardIn(text: string): Heard[] {
  const heard: Heard[] = []
  let at = 0
  while (at < text.length) {
    const found = longestAt(text, at)
    if (found) heard.push(found)
    at += found?.word.length ?? 1
  }
  return heard
}

function longestAt(text: string, at: number): Heard | undefined {
  for (let length = Math.min(longest, text.length - at); length >= 2; length -= 1) {
    const word = text.slice(at, at + length)
    const speaking = WORDS.get(word)
    if (speaking) return { word, at, speaking }
  }
  return undefined
}
