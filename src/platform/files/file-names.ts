// Names of files as people gave them, made safe to keep, show and send back.
import { endingsOf, type FileType } from './file-types.ts'

const LONGEST = 120
// Control characters, and marks that turn the writing direction round so that `gpj.exe` reads as `exe.jpg`.
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const RESERVED = /[<>:"|?*]/g

/** Without folders and control characters, at most 120 characters, with an ending that agrees with the content. */
export function safeFileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const cleaned = last
    .replace(UNSAFE, '')
    .replace(RESERVED, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const { stem, ending } = splitName(cleaned, type)
  return `${cut(stem === '' ? 'file' : stem, LONGEST - ending.length - 1)}.${ending}`
}

function splitName(name: string, type: FileType): { stem: string; ending: string } {
  const endings = endingsOf(type)
  const dot = name.lastIndexOf('.')
  const ending = dot < 0 ? '' : name.slice(dot + 1)
  if (endings.includes(ending.toLowerCase())) return { stem: name.slice(0, dot).trim(), ending }
  return { stem: name.replace(/\.+$/, ''), ending: endings[0] ?? 'bin' }
}

/** Never cuts a character of two code units in half. */
function cut(text: string, length: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept.trimEnd()
}
