// Proposes what of the product serves a duty, by the words of the trade in it.

import { CAPABILITIES, type Capability } from '../../posts/contract.ts'
import { CAPABILITY_PATTERNS } from './capability-patterns.ts'
import { CAPABILITY_WORDS } from './capability-words.ts'
import { type Echoes, echoesOf } from './echo.ts'
import { loudnessIn } from './loudness.ts'

export type CapabilityProposal = { capability: Capability | null; words: string[]; score: number; second: number }
type Speaking = { capability: Capability; weight: number }
type Heard = { word: string; at: number; speaking: readonly Speaking[] }

/** Below this the words say too little for a proposal. */
const LEAST = 2

export type Lexicon = Record<Capability, string>
export type CapabilityScorer = (text: string) => CapabilityProposal

export const capabilityOf: CapabilityScorer = (text) => proposedBy(KNOWN, text)

/** A scorer that knows other words. */
export function capabilityScorer(lexicon: Readonly<Lexicon>): CapabilityScorer {
  const known = knownFrom(lexicon)
  return (text) => proposedBy(known, text)
}

function proposedBy(known: Known, text: string): CapabilityProposal {
  const voices = voicesIn(known, text)
  const [best, second] = [...voices].sort(([, one], [, other]) => other.score - one.score)
  if (!best || best[1].score < LEAST) return { capability: null, words: [], score: best?.[1].score ?? 0, second: 0 }
  const [capability, voice] = best
  return { capability, words: [...new Set(voice.words)], score: voice.score, second: second?.[1].score ?? 0 }
}

type Voice = { score: number; words: string[] }

function voicesIn({ words, echoes }: Known, text: string): Map<Capability, Voice> {
  const voices = new Map<Capability, Voice>()
  const loudness = loudnessIn(text)
  const raise = (capability: Capability, weight: number, word: string, at: number) => {
    const voice = voices.get(capability) ?? { score: 0, words: [] }
    // The same thing said again adds less.
    voice.score += weight * (loudness[at] ?? 1) * AGAIN ** voice.words.length
    voice.words.push(word)
    voices.set(capability, voice)
  }
  const heard = heardIn(words, text)
  for (const { word, at, speaking } of heard)
    for (const { capability, weight } of speaking) raise(capability, weight, word, at)
  for (const [capability, pattern, weight] of CAPABILITY_PATTERNS) {
    const match = pattern.exec(text)
    if (match) raise(capability, weight, match[1] ?? match[0], match.index)
  }
  const isClear = [...voices.values()].some(({ score }) => score >= CLEAR)
  return isClear ? voices : withEchoes(voices, { heard, echoes, text, loudness })
}

/**
 * From here on whole words have said enough. With echoes below it, three in a hundred more duties of the catalogue come out right, and one
 * in a hundred more of the marked documents when the words that only they have are left out.
 */
const CLEAR = 3
const ECHO = 0.8
type Said = { heard: readonly Heard[]; echoes: Echoes; text: string; loudness: readonly number[] }

/** Pairs of characters outside the words that were heard add what they suggest. */
function withEchoes(voices: Map<Capability, Voice>, { heard, echoes, text, loudness }: Said): Map<Capability, Voice> {
  const taken = new Set(heard.flatMap(({ word, at }) => [...word].map((_, place) => at + place)))
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    if (taken.has(at) && taken.has(at + 1)) continue
    for (const [capability, weight] of echoes.get(pair) ?? []) {
      const voice = voices.get(capability) ?? { score: 0, words: [] }
      voice.score += weight * ECHO * (loudness[at] ?? 1)
      voice.words.push(pair)
      voices.set(capability, voice)
    }
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

type Known = { words: Words; echoes: Echoes }

function knownFrom(lexicon: Readonly<Lexicon>): Known {
  const words = wordsOf(lexicon)
  return { words, echoes: echoesOf(words) }
}

const KNOWN = knownFrom(CAPABILITY_WORDS)
const LONGEST = Math.max(...[...KNOWN.words.keys()].map((word) => word.length))

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
