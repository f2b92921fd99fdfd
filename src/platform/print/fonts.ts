// The two weights that paper is printed in: opened once, measured without a document.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'

export type Weight = 'regular' | 'medium'
export type PrintFont = {
  font: Font
  hasGlyph(codePoint: number): boolean
  /** In points, of text that has a glyph for each character. */
  widthOf(text: string, size: number): number
}
export type PrintFonts = Record<Weight, PrintFont>

let opened: Promise<PrintFonts> | undefined

/** The first call takes about 50 ms; the fonts stay in memory (17 MB), as opening them for each sheet costs five times the sheet. */
export function printFonts(): Promise<PrintFonts> {
  opened ??= openAll()
  return opened
}

async function openAll(): Promise<PrintFonts> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
  const [regular, medium] = await Promise.all([
    openFont(join(folder, 'NotoSansHans-Regular.otf')),
    openFont(join(folder, 'NotoSansHans-Medium.otf')),
  ])
  return { regular, medium }
}

async function openFont(path: string): Promise<PrintFont> {
  const font = create(await readFile(path))
  if ('fonts' in font) throw new TypeError(`${path} holds several fonts`)
  const advances = new Map<number, number>()
  const advanceOf = (codePoint: number): number => {
    let advance = advances.get(codePoint)
    if (advance === undefined) {
      advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
      advances.set(codePoint, advance)
    }
    return advance
  }
  return {
    font,
    hasGlyph: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf(text, size) {
      let width = 0
      for (const character of text) width += advanceOf(character.codePointAt(0) ?? 0)
      return width * size
    },
  }
}
