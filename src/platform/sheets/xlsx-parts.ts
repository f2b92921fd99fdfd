// The parts of a workbook beside its sheets: which sheets there are, what its number formats mean, its shared texts.
import { Refusal } from '../refusal.ts'
import { brokenSheet, type SheetLimits, tooLargeSheet } from './limits.ts'
import { type Shown, shownBy } from './number-formats.ts'
import { attributeOf, scanXml } from './xml-scanning.ts'
import type { ZipArchive } from './zip-reading.ts'

export type SheetPart = { name: string; part: string; hidden: boolean }
export type WorkbookParts = {
  sheets: SheetPart[]
  startsIn1904: boolean
  /** By the style number a cell carries. */
  shown: Shown[]
  texts: string[]
}

/** Shared texts are kept in memory; more than this is no list that a person made. */
const MOST_TEXT = 150_000_000

export async function readWorkbookParts(archive: ZipArchive, limits: SheetLimits): Promise<WorkbookParts> {
  const workbook = await workbookPart(archive)
  const related = await relationsOf(archive, workbook)
  const { sheets, startsIn1904 } = await readSheetList(archive, workbook, related)
  // Some programs leave these out of the relations and rely on their usual names.
  const styles = partOfKind(related, '/styles') ?? 'xl/styles.xml'
  const texts = partOfKind(related, '/sharedStrings') ?? 'xl/sharedStrings.xml'
  return {
    sheets,
    startsIn1904,
    shown: archive.has(styles) ? await readShown(archive, styles) : [],
    texts: archive.has(texts) ? await readTexts(archive, texts, limits) : [],
  }
}

type Relation = { kind: string; part: string }

async function workbookPart(archive: ZipArchive): Promise<string> {
  if (archive.has('EncryptedPackage')) throw new Refusal('sheet.encrypted')
  if (!archive.has('_rels/.rels')) throw brokenSheet('not_a_sheet')
  const part = partOfKind(await relationsOf(archive, ''), '/officeDocument')
  if (part?.endsWith('.bin')) throw brokenSheet('binary_excel')
  if (!part || !/^xl\/|workbook/i.test(part)) throw brokenSheet('not_a_sheet')
  return part
}

async function relationsOf(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations = new Map<string, Relation>()
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!archive.has(list)) return relations
  await scanXml(archive.unfold(list), {
    open(name, attributes) {
      const [id, kind, target] = ['Id', 'Type', 'Target'].map((key) => attributeOf(attributes, key))
      if (name !== 'Relationship' || !id || !kind || !target) return
      relations.set(id, { kind, part: resolved(folder, target) })
    },
    close() {},
    text() {},
  })
  return relations
}

const resolved = (folder: string, target: string) => decodeURI(new URL(target, `file:///${folder}`).pathname).slice(1)

function partOfKind(relations: Map<string, Relation>, kind: string): string | undefined {
  for (const relation of relations.values()) if (relation.kind.endsWith(kind)) return relation.part
  return undefined
}

async function readSheetList(archive: ZipArchive, workbook: string, related: Map<string, Relation>) {
  const sheets: SheetPart[] = []
  let startsIn1904 = false
  await scanXml(archive.unfold(workbook), {
    open(tag, attributes) {
      if (tag === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      const sheet = tag === 'sheet' ? sheetPartOf(attributes, related) : undefined
      if (sheet) sheets.push(sheet)
    },
    close() {},
    text() {},
  })
  return { sheets, startsIn1904 }
}

function sheetPartOf(attributes: string, related: Map<string, Relation>): SheetPart | undefined {
  // The prefix of the relation's namespace is `r` by habit, not by rule.
  const relation = related.get(/\s\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '')
  if (!relation?.kind.endsWith('/worksheet')) return undefined
  const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
  return { name: attributeOf(attributes, 'name') ?? '', part: relation.part, hidden }
}

async function readShown(archive: ZipArchive, part: string): Promise<Shown[]> {
  const formats = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  await scanXml(archive.unfold(part), {
    open(tag, attributes) {
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
      if (tag === 'numFmt') formats.set(id, attributeOf(attributes, 'formatCode') ?? '')
      if (tag === 'cellXfs') inCellFormats = true
      if (tag === 'xf' && inCellFormats) ids.push(id)
    },
    close(tag) {
      if (tag === 'cellXfs') inCellFormats = false
    },
    text() {},
  })
  return ids.map((id) => shownBy(id, formats.get(id)))
}

async function readTexts(archive: ZipArchive, part: string, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = []
  const listener = runsListener()
  let length = 0
  await scanXml(archive.unfold(part), {
    open: (tag) => listener.open(tag),
    close(tag) {
      listener.close(tag)
      if (tag !== 'si') return
      const text = listener.taken()
      length += text.length
      if (length > MOST_TEXT) throw tooLargeSheet('unfoldedBytes', limits)
      texts.push(text)
    },
    text: (text) => listener.text(text),
  })
  return texts
}

/** Puts the runs of a rich text together, and leaves out how it is pronounced. */
export function runsListener() {
  let gathered = ''
  let listening = false
  let pronounced = 0
  return {
    open(tag: string) {
      if (tag === 'rPh') pronounced += 1
      listening = tag === 't' && pronounced === 0
    },
    close(tag: string) {
      if (tag === 'rPh') pronounced -= 1
      if (tag === 't') listening = false
    },
    text(text: string) {
      if (listening) gathered += text
    },
    taken() {
      const text = unescapedControls(gathered)
      gathered = ''
      return text
    },
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export const unescapedControls = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
