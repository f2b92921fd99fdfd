// Text files in the encodings that offices here use: UTF-8, UTF-16, GB18030 (which holds GBK and GB2312).
import { documentFault } from '../faults.ts'

const MARKUP = /^\s*(?:<!doctype html|<html|<\?xml|\{\\rtf)/i

export function plainText(bytes: Uint8Array): string {
  const text = decoded(bytes)
  if (text === undefined || MARKUP.test(text) || controlsIn(text) > text.length / 500)
    throw documentFault('document.unknown_kind')
  return text.replace(/\r\n?/g, '\n')
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodedAs(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decodedAs(bytes, 'utf-16be')
  const unmarked = wideWithoutMark(bytes)
  if (unmarked) return decodedAs(bytes, unmarked)
  if (bytes.includes(0)) return undefined
  return decodedAs(bytes, 'utf-8') ?? decodedAs(bytes, 'gb18030')
}

/** UTF-16 that does not say so: line feeds and digits leave every other byte zero, always on the same side. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const beginning = bytes.subarray(0, 4096)
  const even = beginning.filter((byte, at) => byte === 0 && at % 2 === 0).length
  const odd = beginning.filter((byte, at) => byte === 0 && at % 2 === 1).length
  if (even + odd < 4 || bytes.length % 2 !== 0) return undefined
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : undefined
}

function decodedAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function controlsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd || (code < 0x20 && (code < 0x09 || code > 0x0d))) count += 1
  }
  return count
}
