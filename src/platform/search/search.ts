// Full-text search in Chinese: what a row is found by, and what somebody looks for, as PostgreSQL writes them.
import { bridgeOf, pairsOf, type Run, runsOf, tokensOf } from './tokens.ts'
import { wordsOf } from './words.ts'

/**
 * For `$1::tsvector`. It has no positions: they would make it a third larger, to keep away the 1.5 in 100 hits in which the pairs of
 * a longer word stand apart.
 */
export function searchVectorOf(parts: readonly (string | null | undefined)[]): string {
  const text = parts.filter(Boolean).join('\n').slice(0, LONGEST_TEXT)
  return tokensOf(text).map(lexeme).join(' ')
}

/**
 * For `$1::tsquery`; undefined when there is nothing to look for. Every row that holds the Chinese of the input as it stands is
 * found, and beyond that every row that holds all its words. Numbers and words are found from their beginning.
 */
export function searchQueryOf(input: string): string | undefined {
  const runs = runsOf(input.slice(0, LONGEST_INPUT))
  const terms = new Set<string>()
  for (const [at, run] of runs.entries()) {
    const touching = runs[at + 1]
    const next = touching?.from === run.until ? touching : undefined
    for (const term of run.han ? hanTerms(run, runs, at, next) : wordTerms(run, next)) terms.add(term)
  }
  return terms.size ? [...terms].slice(0, MOST_TERMS).join(' & ') : undefined
}

function hanTerms(run: Run, runs: readonly Run[], at: number, next: Run | undefined): string[] {
  if ([...run.text].length > 1) return wordsOf(run.text).flatMap(pairsOf).map(lexeme)
  const before = runs[at - 1]
  // Beside a word or number the single character is part of its term, or says little: the number after 粤 finds the car.
  if (next || before?.until === run.from) return []
  return [`${lexeme(run.text)}:*`]
}

function wordTerms({ text }: Run, next: Run | undefined): string[] {
  if (next) return [lexeme(bridgeOf(text, next.text))]
  // 138 begins a phone number, but 3 does not begin building 31.
  const isBeginning = text.length > 2 || (text.length === 2 && !/\d/.test(text))
  return [lexeme(text) + (isBeginning ? ':*' : '')]
}

/** The text between quotes that PostgreSQL reads back as it stands. */
const lexeme = (token: string): string => `'${token.replace(/['\\]/g, '$&$&')}'`

const LONGEST_TEXT = 20_000
const LONGEST_INPUT = 200
const MOST_TERMS = 24
