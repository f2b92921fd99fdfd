// Cuts text into the tokens that are indexed: pairs of Chinese characters, words and numbers.
import traditional from 'opencc-js/dict/TSCharacters'

/**
 * Every pair of neighbouring Chinese characters is a token, so whatever two or more characters somebody looks for are found,
 * however a dictionary would have cut the sentence. The last character of each run stands alone as well: with it, a single
 * character is found as the beginning of a token. A word or number is a token, and again together with the Chinese character that
 * follows it (`3栋`), so that building 3 is not found in every text with a 3; of long numbers the last four places are a token too.
 */
export function tokensOf(text: string): string[] {
  const tokens = new Set<string>()
  const runs = runsOf(text)
  for (const [at, run] of runs.entries()) {
    if (run.han) {
      addPairs(tokens, run.text)
    } else {
      addWord(tokens, run.text)
      const next = runs[at + 1]
      if (next?.han && next.from === run.until) tokens.add(bridgeOf(run.text, next.text))
    }
  }
  return [...tokens]
}

export type Run = { han: boolean; text: string; from: number; until: number }

/** The text in one spelling, in stretches of Chinese characters and stretches of other letters and figures. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const match of oneSpelling(text).matchAll(RUN)) {
    const [run] = match
    const han = match[1] !== undefined
    runs.push({ han, text: han ? run : run.slice(0, LONGEST_WORD), from: match.index, until: match.index + run.length })
  }
  return runs
}

export const pairsOf = (han: string): string[] => {
  const signs = [...han]
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

/** A number or word with the Chinese character behind it: `3栋`, `b座`. */
export const bridgeOf = (word: string, han: string): string =>
  word.slice(0, LONGEST_BRIDGED) + String.fromCodePoint(han.codePointAt(0) ?? 0)

// A lexeme may have 2046 bytes; nobody looks for more than this.
const LONGEST_WORD = 40
const LONGEST_BRIDGED = 12
const RUN = /([\p{Script=Han}]+)|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv

function addPairs(tokens: Set<string>, han: string): void {
  let before = ''
  for (const sign of han) {
    if (before) tokens.add(before + sign)
    before = sign
  }
  tokens.add(before)
}

function addWord(tokens: Set<string>, word: string): void {
  tokens.add(word)
  if (word.length >= 5 && PLATE.test(word)) {
    tokens.add(word.slice(1))
    tokens.add(word.slice(-4))
  } else if (LONG_NUMBER.test(word)) {
    tokens.add(word.slice(-4))
  }
}

// Phones and meters are looked for by their end, the days in the number of a form are not.
const LONG_NUMBER = /^(?!(?:19|20)\d{6}$)\d{7,}$/
// What follows the province on a number plate: people look for it with and without the letter.
const PLATE = /^[a-z](?=[a-z]*\d)[a-z\d]{5,6}$/

/** Full-width becomes half-width, capitals small, traditional characters simplified; phones and plates lose the gaps inside. */
function oneSpelling(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(TRADITIONAL, (sign) => SIMPLIFIED.get(sign) ?? sign)
  return /\d/.test(plain) ? plain.replace(GAPPED_PHONE, '$1$2$3').replace(GAPPED_PLATE, '$1$2') : plain
}

const GAPPED_PHONE = /(?<!\d)(1[3-9]\d)[ -](\d{4})[ -](\d{4})(?!\d)/g
const GAPPED_PLATE = /(\p{Script=Han}[a-z])[·•・. -]([a-z\d]{5,6})(?![a-z\d])/gu

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  traditional.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ')
    return [from, to] as const
  }),
)
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu')
