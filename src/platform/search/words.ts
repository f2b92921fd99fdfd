// Cuts a stretch of Chinese into the words somebody meant; only for what is looked for, never for what is indexed.
import type { Jieba } from '@node-rs/jieba'

let loading: Promise<void> | undefined
let jieba: Jieba | undefined

/** Loading the dictionary takes a fifth of a second and 60 MB; a server does it while it starts. */
export function warmSearch(): Promise<void> {
  loading ??= load()
  return loading
}

async function load(): Promise<void> {
  const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
  jieba = Jieba.withDict(dict)
}

/**
 * `电梯的故障` is 电梯 and 故障. Single characters join each other or the word beside them, because alone they would be found
 * everywhere; particles between words are dropped. Until the dictionary is there the whole stretch is one word.
 */
export function wordsOf(han: string): string[] {
  if (han.length < 3 || !jieba) return [han]
  const words: string[] = []
  let singles = ''
  for (const piece of jieba.cut(han, true)) {
    if (isSingle(piece)) {
      singles += piece
    } else {
      words.push(isSingle(singles) && !PARTICLES.has(singles) ? singles + piece : piece)
      if (!isSingle(singles) && singles) words.splice(-1, 0, singles)
      singles = ''
    }
  }
  return withTail(words, singles)
}

function withTail(words: string[], singles: string): string[] {
  const last = words.at(-1)
  if (singles === '' || (last && PARTICLES.has(singles))) return words
  if (last && isSingle(singles)) return [...words.slice(0, -1), last + singles]
  return [...words, singles]
}

const isSingle = (text: string): boolean => text !== '' && [...text].length === 1

const PARTICLES = new Set('的了着吗呢吧啊和与及在把被给'.split(''))
