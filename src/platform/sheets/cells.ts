// What a cell of a sheet says, in plain values: text, numbers, and times as the wall clock shows them.

/** A time is text (`2019-02-28 11:25:05`, `2019-02-28`, `11:25:05`), since a sheet knows no time zone. */
export type Cell = string | number | boolean | null
export type SheetRow = {
  /** As the person sees it at the left of the sheet, from 1. */
  rowNumber: number
  cells: Cell[]
}

// Marks without width, which come along when text is copied from web pages and chats.
const WIDTHLESS = /[\u200b-\u200d\u2060\ufeff\u00ad]/g
// Tabs, line breaks, full-width and no-break blanks are all `\s`.
const BLANK = /^[\s\u200b-\u200d\u2060\ufeff]*$/

export const isBlank = (cell: Cell | undefined) =>
  cell === null || cell === undefined || (typeof cell === 'string' && BLANK.test(cell))

/** Text for one line: no blanks around it, none doubled, no line breaks. */
export const cleanLine = (cell: Cell | undefined) => textOf(cell).replace(WIDTHLESS, '').replace(/\s+/g, ' ').trim()

/** Text of several lines: each line without blanks around it, no empty lines at the ends, at most one between. */
export const cleanText = (cell: Cell | undefined) =>
  textOf(cell)
    .replace(WIDTHLESS, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A number as its digits: a phone is never `1.38e+10`. */
function textOf(cell: Cell | undefined): string {
  if (typeof cell !== 'number') return cell === null || cell === undefined ? '' : String(cell)
  return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
}
