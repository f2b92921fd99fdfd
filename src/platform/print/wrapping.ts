// Breaks text into lines as Chinese printing does: anywhere between characters, but no line begins with a comma or ends with an opening bracket.

const NOT_FIRST = /^[，。、；：？！）》」』】〕〉”’％‰℃…—·～,.;:?!)\]}%°]/u
const NOT_LAST = /[（《「『【〔〈“‘￥¥$#([{]$/u
const WORD = /[\p{L}\p{N}\p{M}_@&+\-./:%'’]/u
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

export type Measure = (text: string) => number

export function wrap(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), width, measure))
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const next = (unit: string) => {
    lines.push(line.trimEnd())
    line = unit.trimStart()
    used = measure(line)
  }
  for (const unit of unitsOf(paragraph)) {
    const needed = measure(unit)
    if (used + measure(unit.trimEnd()) <= width) {
      line += unit
      used += needed
    } else if (measure(unit.trim()) <= width) {
      next(unit)
    } else {
      // A word wider than the whole line is broken wherever it has to be.
      for (const character of unit) {
        const advance = measure(character)
        if (line !== '' && used + advance > width) next(character)
        else {
          line += character
          used += advance
        }
      }
    }
  }
  lines.push(line.trimEnd())
  return lines
}

/** The stretches that stay together: a word with the blank behind it, a character with the marks that belong to it. */
function* unitsOf(paragraph: string): Generator<string> {
  let unit = ''
  for (const character of paragraph) {
    if (unit !== '' && !staysWith(unit, character)) {
      yield unit
      unit = ''
    }
    unit += character
  }
  if (unit !== '') yield unit
}

function staysWith(unit: string, character: string): boolean {
  if (character === ' ') return true
  if (unit.endsWith(' ')) return unit.trim() === ''
  if (NOT_FIRST.test(character) || NOT_LAST.test(unit)) return true
  return isWordPart(lastOf(unit)) && isWordPart(character)
}

const isWordPart = (character: string) => WORD.test(character) && !HAN.test(character)

const lastOf = (text: string) => Array.from(text.slice(-2)).at(-1) ?? ''
