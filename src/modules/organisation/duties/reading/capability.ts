// Proposes what of the product serves a duty: by the words of the trade in it, and by how duties of each kind are worded.

import { CAPABILITIES, type Capability } from '../../posts/contract.ts'
import { CAPABILITY_PATTERNS } from './capability-patterns.ts'
import { CAPABILITY_WORDS } from './capability-words.ts'
import { KINDS, type Learnt, learntFrom } from './learnt.ts'
import { learntPhrases } from './learnt-phrases.ts'
import { loudnessIn } from './loudness.ts'

export type CapabilityProposal = { capability: Capability | null; words: string[]; score: number; second: number }
type Speaking = { capability: Capability; weight: number }
type Heard = { word: string; at: number; speaking: readonly Speaking[] }

/** Words that say less than this are too little for a proposal. */
const LEAST = 1

export type Lexicon = Record<Capability, string>
export type CapabilityScorer = (text: string) => CapabilityProposal

export const capabilityOf: CapabilityScorer = (text) => proposedBy(KNOWN, text)

/** A scorer that knows other words. */
export function capabilityScorer(lexicon: Readonly<Lexicon>): CapabilityScorer {
  const known = wordsOf(lexicon)
  return (text) => proposedBy(known, text)
}

/** Of words alone, those beyond this are as good as certain; how a duty is worded may still speak against them. */
const MOST = 8
/** How much the wording counts beside the words: tried on duties of pages that nothing was written for. */
const WORDING = 1

let wording: Learnt | undefined
const learnt = () => (wording ??= learntFrom(learntPhrases()))

function proposedBy(known: Words, text: string): CapabilityProposal {
  const voices = voicesIn(known, text)
  const worded = learnt().scores(text)
  const ranked = KINDS.map((capability, at) => {
    const said = capability === null ? LEAST : Math.min(voices.get(capability)?.score ?? 0, MOST)
    return { capability, score: said + (worded[at] ?? 0) * WORDING }
  }).sort((one, other) => other.score - one.score)
  const [best, second] = ranked
  if (!best || best.capability === null) return { capability: null, words: [], score: best?.score ?? 0, second: 0 }
  const { capability, score } = best
  return { capability, words: reasonsFor(capability, voices, text), score, second: second?.score ?? 0 }
}

function reasonsFor(capability: Capability, voices: ReadonlyMap<Capability, Voice>, text: string): string[] {
  const said = voices.get(capability)?.words ?? []
  return [...new Set(said.length > 0 ? said : learnt().wordsFor(text, capability))]
}

type Voice = { score: number; words: string[] }

function voicesIn(words: Words, text: string): Map<Capability, Voice> {
  const voices = new Map<Capability, Voice>()
  const loudness = loudnessIn(text)
  const raise = (capability: Capability, weight: number, word: string, at: number) => {
    const voice = voices.get(capability) ?? { score: 0, words: [] }
    // The same thing said again adds less.
    voice.score += weight * (loudness[at] ?? 1) * AGAIN ** voice.words.length
    voice.words.push(word)
    voices.set(capability, voice)
  }
  for (const { word, at, speaking } of heardIn(words, text))
    for (const { capability, weight } of speaking) raise(capability, weight, word, at)
  for (const [capability, pattern, weight] of CAPABILITY_PATTERNS) {
    const match = pattern.exec(text)
    if (match) raise(capability, weight, match[1] ?? match[0], match.index)
  }
  return voices
}

const AGAIN = 0.6
type Words = ReadonlyMap<string, readonly Speaking[]>

function wordsOf(lexicon: Readonly<Lexicon>): Words {
  const words = new Map<string, Speaking[]>()
  for (const capability of CAPABILITIES) {
    for (const entry of lexicon[capability].split(' ')) {
      const [word = '', weight = '0'] = entry.split(':')
      if (word) words.set(word, [...(words.get(word) ?? []), { capability, weight: Number(weight) }])
    }
  }
  return words
}

const KNOWN = wordsOf(CAPABILITY_WORDS)
const LONGEST = Math.max(...[...KNOWN.keys()].map((word) => word.length))

/** Words of the lexicon, the longest at each place, without overlap. */
function heardIn(words: Words, text: string): Heard[] {
  const heard: Heard[] = []
  let at = 0
  while (at < text.length) {
    const found = longestAt(words, text, at)
    if (found) heard.push(found)
    at += found?.word.length ?? 1
  }
  return heard
}

function longestAt(words: Words, text: string, at: number): Heard | undefined {
  for (let length = Math.min(LONGEST, text.length - at); length >= 2; length -= 1) {
    const word = text.slice(at, at + length)
    const speaking = words.get(word)
    if (speaking) return { word, at, speaking }
  }
  return undefined
}
