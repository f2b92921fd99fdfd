// Reads what people typed into cells: a value, nothing, or the reason why it cannot be one.
import { DEFAULT_ZONE } from '../calendar/zones.ts'
import { type Cell, cleanLine, cleanText } from './cells.ts'
import { readTimeText, type TimeProblem, type WallTime } from './time-texts.ts'
import { instantOfWall, wallMsOfSerial } from './wall-time.ts'

export type CellReason =
  | 'cell.missing'
  | 'cell.too_long'
  | 'cell.not_a_time'
  | 'cell.no_such_time'
  | 'cell.not_a_number'
  | 'cell.not_whole'
  | 'cell.too_small'
  | 'cell.too_big'
/** An empty cell gives undefined as its value. */
export type Parsed<T> =
  | { value: T | undefined; reason?: undefined }
  | { reason: CellReason; params: Record<string, string | number>; value?: undefined }

export function required<T>(parsed: Parsed<T>): Parsed<T> {
  return parsed.reason === undefined && parsed.value === undefined ? refused('cell.missing', {}) : parsed
}

export function parseText(cell: Cell, limits: { longest?: number; lines?: boolean } = {}): Parsed<string> {
  const text = limits.lines ? cleanText(cell) : cleanLine(cell)
  const longest = limits.longest ?? Number.POSITIVE_INFINITY
  if (text.length > longest) return refused('cell.too_long', { longest, length: text.length })
  return { value: text === '' ? undefined : text }
}

export function parseInteger(cell: Cell, limits: { min?: number; max?: number } = {}): Parsed<number> {
  const text = plain(cell).replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  if (text === '') return { value: undefined }
  if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) return refused('cell.not_a_number', { text: shown(cell) })
  const number = Number(text)
  if (!Number.isSafeInteger(number)) return refused('cell.not_whole', { text: shown(cell) })
  if (limits.min !== undefined && number < limits.min) return refused('cell.too_small', { min: limits.min, number })
  if (limits.max !== undefined && number > limits.max) return refused('cell.too_big', { max: limits.max, number })
  return { value: number }
}

/** An ISO instant; a time without an offset is what the wall clock of the zone showed, a day alone its midnight. */
export function parseInstant(cell: Cell, zone: string = DEFAULT_ZONE): Parsed<string> {
  const read = readTime(cell)
  if (read.reason !== undefined) return read
  if (read.value === undefined) return { value: undefined }
  const { wallMs, offsetMs } = read.value
  return { value: offsetMs === undefined ? instantOfWall(wallMs, zone) : new Date(wallMs - offsetMs).toISOString() }
}

/** `YYYY-MM-DD`; the time of day, if any, is left out. */
export function parseDay(cell: Cell): Parsed<string> {
  const read = readTime(cell)
  if (read.reason !== undefined) return read
  if (read.value === undefined) return { value: undefined }
  return { value: new Date(read.value.wallMs).toISOString().slice(0, 10) }
}

/** From 1950 to 2100; outside, a number is more likely something else than a day. */
const SERIALS = { first: 18_264, last: 73_051 }
const SERIAL = /^\d{5}(?:\.\d+)?$/

function readTime(cell: Cell): Parsed<WallTime> {
  const text = plain(cell)
  const read = SERIAL.test(text) ? readSerial(Number(text)) : readTimeText(text)
  return typeof read === 'string' ? refused(`cell.${read}`, { text: shown(cell) }) : { value: read }
}

function readSerial(serial: number): WallTime | TimeProblem {
  if (serial < SERIALS.first || serial > SERIALS.last) return 'not_a_time'
  return { wallMs: wallMsOfSerial(serial), offsetMs: undefined }
}

/** On one line, with full-width figures and signs made narrow. */
const plain = (cell: Cell) =>
  cleanLine(cell)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()

const shown = (cell: Cell) => cleanLine(cell).slice(0, 60)

const refused = (reason: CellReason, params: Record<string, string | number>): Parsed<never> => ({ reason, params })
