// What comes out of a file: its text, and how much of anything is taken in.

export type FileKind = 'txt' | 'docx' | 'xlsx' | 'pdf'
export type Extracted = {
  kind: FileKind
  /** Lines end with a line feed; cells of a row are parted by tabs, and lines within a cell by U+2028. */
  text: string
  /** Where each page begins, for files that have pages. */
  pages?: { page: number; start: number }[]
}

export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** Of all parts of an archive unfolded: a small one can hold an endless one. */
  unfoldedBytes: 64 * 1024 * 1024,
  /** About a thousand pages; the longest handbooks of posts have a tenth. */
  characters: 1_000_000,
  rows: 20_000,
  pages: 500,
  pdfMilliseconds: 20_000,
  pdfMegabytes: 512,
} as const

export const CELL_LINE = '\u2028'
