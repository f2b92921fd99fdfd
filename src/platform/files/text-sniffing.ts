// Tells plain text from everything else by its first bytes.

// Markup runs when a browser is careless about types, so it is not text here.
const MARKUP = /^\s*(?:<!doctype|<\?xml|<html|<head|<body|<script|<svg|<iframe|<!--)/i

/** Text in UTF-8, UTF-16 with a mark, or GB18030; cut off in the middle of a character is still text. */
export function isText(beginning: Buffer): boolean {
  const text = textOf(beginning)
  if (text === undefined || MARKUP.test(text)) return false
  return countOfControls(text) <= text.length / 1000
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  if (bytes.includes(0)) return undefined
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function countOfControls(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c)) count += 1
  }
  return count
}
