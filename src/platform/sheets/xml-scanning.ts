// Walks through the XML of a workbook part as it arrives: tags by local name, text, nothing else. No entities of its own, so nothing to blow up.
import { brokenSheet } from './limits.ts'

export type XmlEars = {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** No cell holds more than 32,767 characters; a tag or text longer than this belongs to no sheet. */
const LONGEST = 4_000_000

export async function scanXml(chunks: AsyncIterable<Buffer>, ears: XmlEars): Promise<void> {
  for await (const _ of scanning(chunks, ears)) {
    // The ears hear everything; nothing is left to do between chunks.
  }
}

/** Yields after each chunk, so that what the ears gathered can be passed on. */
export async function* scanning(chunks: AsyncIterable<Buffer>, ears: XmlEars): AsyncGenerator<void> {
  const decoder = new TextDecoder()
  const scan = { rest: '', depth: 0 }
  for await (const chunk of chunks) {
    scan.rest += decoder.decode(chunk, { stream: true })
    take(scan, ears)
    yield
  }
  scan.rest += decoder.decode()
  take(scan, ears)
  if (scan.depth !== 0 || scan.rest.trim() !== '') throw brokenSheet('xml')
}

function take(scan: { rest: string; depth: number }, ears: XmlEars): void {
  const xml = scan.rest
  let at = 0
  for (;;) {
    const next = xml.indexOf('<', at)
    if (next < 0) break
    if (next > at && scan.depth > 0) ears.text(unescaped(xml.slice(at, next)))
    at = next
    const special = xml.charCodeAt(next + 1)
    const end = special === 0x21 || special === 0x3f ? takeSpecial(xml, next, ears) : takeTag(xml, next, scan, ears)
    if (end === undefined) break
    at = end
  }
  scan.rest = xml.slice(at)
  if (scan.rest.length > LONGEST) throw brokenSheet('xml')
}

function takeTag(xml: string, at: number, scan: { depth: number }, ears: XmlEars): number | undefined {
  const end = endOfTag(xml, at)
  if (end < 0) return undefined
  if (xml.charCodeAt(at + 1) === 0x2f) {
    scan.depth -= 1
    if (scan.depth < 0) throw brokenSheet('xml')
    ears.close(localName(xml.slice(at + 2, end).trimEnd()))
  } else {
    const alone = xml.charCodeAt(end - 1) === 0x2f
    const tag = xml.slice(at + 1, alone ? end - 1 : end)
    const blank = tag.search(/\s/)
    const name = localName(blank < 0 ? tag : tag.slice(0, blank))
    ears.open(name, blank < 0 ? '' : tag.slice(blank))
    if (alone) ears.close(name)
    else scan.depth += 1
  }
  return end + 1
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** A `>` inside a quoted value ends nothing. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(xml.charAt(at), at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}

/** Comments, character data, processing instructions; a document type of one's own is refused. */
function takeSpecial(xml: string, at: number, ears: XmlEars): number | undefined {
  if (xml.startsWith('<?', at)) return after(xml, '?>', at)
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4)
  if (xml.startsWith('<![CDATA[', at)) {
    const end = xml.indexOf(']]>', at)
    if (end < 0) return undefined
    ears.text(xml.slice(at + 9, end))
    return end + 3
  }
  if (xml.length - at > 9) throw brokenSheet('xml')
  return undefined
}

function after(xml: string, mark: string, from: number): number | undefined {
  const found = xml.indexOf(mark, from)
  return found < 0 ? undefined : found + mark.length
}

export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (before !== 0x20 && before !== 0x0a && before !== 0x09 && before !== 0x0d) continue
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length, at + name.length + 2000))
    if (match) return unescaped(match[1] ?? match[2] ?? '')
  }
  return undefined
}

/** By hand: some programs write every Chinese character as a number, and a regular expression then takes most of the time. */
function unescaped(text: string): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  let plain = ''
  let from = 0
  while (at >= 0) {
    const end = text.indexOf(';', at)
    if (end < 0) break
    plain += text.slice(from, at) + characterOf(text.slice(at + 1, end))
    from = end + 1
    at = text.indexOf('&', from)
  }
  return plain + text.slice(from)
}

function characterOf(entity: string): string {
  if (entity.charCodeAt(0) !== 0x23) return NAMED[entity] ?? `&${entity};`
  const code =
    entity.charCodeAt(1) === 0x78 ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
