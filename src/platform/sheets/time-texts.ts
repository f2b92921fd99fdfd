// The many ways in which people and programs write a time: 2019/2/28 11:25:05, 2017-06-08, ２０１９年２月２８日 下午3时05分, 20190228112505.

export type WallTime = {
  /** The wall clock's reading taken as if it were UTC. */
  wallMs: number
  /** Only where the text names one itself. */
  offsetMs: number | undefined
}
export type TimeProblem = 'not_a_time' | 'no_such_time'

const DATE = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))/
const HALVES = '上午|下午|凌晨|早上|早晨|中午|傍晚|晚上|AM|PM'
const TIME = new RegExp(
  `^[T\\s,]*(${HALVES})?\\s*(\\d{1,2})\\s*[:时點点]\\s*(?:(\\d{1,2})\\s*[:分]?\\s*)?(?:(\\d{1,2}(?:\\.\\d{1,9})?)\\s*秒?)?\\s*(AM|PM)?`,
  'i',
)
const COMPACT_TIME = /^[T\s]*(\d{2})(\d{2})(\d{2})$/i
const OFFSET = /^(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i
const WEEKDAY = /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/g
const FROM_NOON = new Set(['下午', '中午', '傍晚', '晚上', 'PM'])

/** Undefined for a text with nothing in it. Expects figures and signs to be narrow already. */
export function readTimeText(given: string): WallTime | TimeProblem | undefined {
  const text = given.replace(WEEKDAY, ' ').replace(/\s+/g, ' ').trim()
  if (text === '') return undefined
  const date = DATE.exec(text)
  if (!date) return 'not_a_time'
  const [whole, year, month, day, compactMonth, compactDay] = date
  const time = timeOfDay(text.slice(whole.length).trim())
  const offset = time && offsetOf(time.left)
  if (!time || !offset) return 'not_a_time'
  const dayMs = dayMsOf(Number(year), Number(month ?? compactMonth), Number(day ?? compactDay))
  return dayMs === undefined || time.ms === undefined
    ? 'no_such_time'
    : { wallMs: dayMs + time.ms, offsetMs: offset.ms }
}

function dayMsOf(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day)
  const made = new Date(ms)
  const exists = made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  return exists && year >= 1900 && year <= 2200 ? ms : undefined
}

type TimeOfDay = {
  /** Undefined for what no clock shows. */
  ms: number | undefined
  left: string
}

function timeOfDay(text: string): TimeOfDay | undefined {
  if (text === '') return { ms: 0, left: '' }
  const compact = COMPACT_TIME.exec(text)
  if (compact) return { ms: clockMs(Number(compact[1]), Number(compact[2]), Number(compact[3])), left: '' }
  const match = TIME.exec(text)
  if (!match) return undefined
  const [whole, before, hour, minute = 0, second = 0, after] = match
  const ms = clockMs(hourOf(Number(hour), before ?? after), Number(minute), Number(second))
  return { ms, left: text.slice(whole.length).trim() }
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (FROM_NOON.has(half.toUpperCase())) return hour < 12 && !(half === '中午' && hour === 11) ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}

/** 24:00 is the midnight that ends the day. */
function clockMs(hour: number, minute: number, second: number): number | undefined {
  const ms = (hour * 60 + minute) * 60_000 + Math.floor(second * 1000)
  return minute < 60 && second < 60 && ms <= 86_400_000 ? ms : undefined
}

/** Undefined for what is no offset; with `ms` undefined where there is none. */
function offsetOf(text: string): { ms: number | undefined } | undefined {
  if (text === '') return { ms: undefined }
  const match = OFFSET.exec(text)
  if (!match) return undefined
  const [, utc, sign, hours, minutes] = match
  return { ms: utc ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 }
}
