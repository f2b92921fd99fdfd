// Texts made up for trying the reader on many ways of writing; what a person marked stands in the text itself.
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { CAPABILITIES, type Capability } from '../../posts/contract.ts'
import { CADENCES } from './job-document.ts'
import type { TrueDocument, TrueDuty, TruePost } from './truth.ts'

export type Trial = { name: string; text: string; truth: TrueDocument }

const folder = new URL('./trial/', import.meta.url)

export const trials = (): Trial[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => unmarked(name, readFileSync(new URL(name, folder), 'utf8')))

/** Single duties of every kind, with what serves each. */
export const phrases = (): { capability: Capability | null; text: string }[] =>
  readFileSync(new URL('phrases.tsv', folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [capability, text = ''] = line.split('\t')
      return { capability: Said.parse(capability), text }
    })

/** `⟦@` opens a post and marks its title; `⟦patrols/permits~daily:` marks a duty with what serves it and how often it comes up. */
const MARK = /⟦(?:@([^⟧]*)|([a-z/-]+)(?:~([a-z-]+))?:([^⟧]*))⟧/g

export function unmarked(name: string, marked: string): Trial {
  const posts: TruePost[] = []
  let text = ''
  let from = 0
  const take = (words: string): [number, number] => {
    text += words
    return [text.length - words.length, text.length]
  }
  for (const { index, 0: whole, 1: title, 2: capabilities = '', 3: cadence, 4: duty = '' } of marked.matchAll(MARK)) {
    take(marked.slice(from, index))
    from = index + whole.length
    if (title !== undefined) posts.push({ key: `${posts.length + 1}`, title: take(title), duties: [] })
    else postIn(posts).duties.push(dutyOf(take(duty), capabilities, cadence))
  }
  take(marked.slice(from))
  return { name, text, truth: { document: name.slice(0, 2), sha256: '', models: 0, posts } }
}

/** Duties above any title are of a post that the text does not name. */
function postIn(posts: TruePost[]): TruePost {
  const last = posts.at(-1) ?? { key: '1', duties: [] }
  if (posts.length === 0) posts.push(last)
  return last
}

const Said = z.enum(CAPABILITIES).or(z.literal('null').transform(() => null))

const dutyOf = (at: [number, number], capabilities: string, cadence: string | undefined): TrueDuty => ({
  at: [at],
  capability: capabilities.split('/').map((one) => Said.parse(one)),
  ...(cadence && { cadence: z.enum(CADENCES).parse(cadence) }),
})
