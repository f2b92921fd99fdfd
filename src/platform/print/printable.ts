// Makes any text printable: what the font has no shape for is written in a way that can be read, never as an empty box.
import type { PrintFont } from './fonts.ts'

export type Language = 'zh' | 'en'

const EMOJI = { zh: '〔表情〕', en: '[emoji]' }
// Without shape or meaning on paper: controls, joiners, direction and variation marks, skin tones.
const UNSEEN = /[\p{Cf}\p{Cs}\p{Variation_Selector}]|\p{Emoji_Modifier}|(?!\n)\p{Cc}/u
/** The nearest that the font has. */
const NEAREST: Record<string, string> = {
  '✔': '✓',
  '☑': '✓',
  '✗': '×',
  '✘': '×',
  '☒': '×',
  '❌': '×',
  '☐': '□',
  '•': '·',
  '‑': '-',
  '−': '-',
  '❤': '♥',
}

const written = new Map<string, string>()

export function printable(text: string, font: PrintFont, language: Language): string {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '  ')
  let printed = ''
  for (const character of lines) printed += character === '\n' ? '\n' : writtenAs(character, font, language)
  return printed.replaceAll(/(?:〔表情〕){2,}/g, EMOJI.zh).replaceAll(/(?:\[emoji\]){2,}/g, EMOJI.en)
}

function writtenAs(character: string, font: PrintFont, language: Language): string {
  const key = `${language}${character}`
  let text = written.get(key)
  if (text === undefined) {
    text = replaced(character, font, language)
    written.set(key, text)
  }
  return text
}

function replaced(character: string, font: PrintFont, language: Language): string {
  if (UNSEEN.test(character)) return ''
  const near = [character, NEAREST[character] ?? character, character.normalize('NFKC')]
  return near.find((text) => isDrawn(text, font)) ?? named(character, language)
}

function named(character: string, language: Language): string {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)) return EMOJI[language]
  if (/\p{M}/u.test(character)) return ''
  if (/\p{Z}/u.test(character)) return ' '
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return language === 'zh' ? `〔${code}〕` : `[${code}]`
}

const isDrawn = (text: string, font: PrintFont) => [...text].every((one) => font.hasGlyph(one.codePointAt(0) ?? 0))
