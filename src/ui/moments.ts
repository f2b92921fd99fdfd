// Instants and spans written for people, in the zone of the company.
import { kit, type Language, languageNow, say } from './words.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(language: Language, zone: string | undefined, shape: Intl.DateTimeFormatOptions) {
  const key = `${language}${zone}${JSON.stringify(shape)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...shape,
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  })
  formats.set(key, made)
  return made
}

/** Year, month, day, hour, minute and second as they stand on the wall there. */
export function wallOf(at: string | Date, zone?: string) {
  const parts = formatOf('en', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    day: `${of('year')}-${of('month')}-${of('day')}`,
    clock: `${of('hour')}:${of('minute')}`,
    second: of('second'),
  }
}

/** 2026-11-23 12:05 */
export const absolute = (at: string | Date, zone?: string) => {
  const { day, clock } = wallOf(at, zone)
  return `${day} ${clock}`
}

/** 11-23 12:05 in the same year, else with the year. */
export function short(at: string, now: Date, zone?: string) {
  const { day, clock } = wallOf(at, zone)
  const thisYear = wallOf(now, zone).day.slice(0, 4)
  return `${day.startsWith(thisYear) ? day.slice(5) : day} ${clock}`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function relative(at: string, now: Date, zone?: string): string {
  const distance = new Date(at).getTime() - now.getTime()
  const size = Math.abs(distance)
  if (size < MINUTE) return say(kit, 'time.now')
  const ahead = distance > 0
  if (size < HOUR) return say(kit, ahead ? 'time.inMinutes' : 'time.minutesAgo', { count: Math.round(size / MINUTE) })
  const { day, clock } = wallOf(at, zone)
  const off = dayDistance(wallOf(now, zone).day, day)
  if (off === 0) return say(kit, 'time.today', { clock })
  if (off === 1) return say(kit, 'time.tomorrow', { clock })
  if (off === -1) return say(kit, 'time.yesterday', { clock })
  return short(at, now, zone)
}
const dayDistance = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** 2 天 3 小时, 3 小时 20 分, 5 分: at most two parts. */
export function span(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  const parts = [
    days ? say(kit, 'time.days', { count: days }) : '',
    hours ? say(kit, 'time.hours', { count: hours }) : '',
    !days && (rest || !hours) ? say(kit, 'time.minutes', { count: rest }) : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** The instant of a wall-clock time, `2026-11-23 12:05`, in a zone. */
export function instantOf(day: string, clock: string, zone?: string): string {
  const guess = new Date(`${day}T${clock}:00Z`).getTime()
  const shown = wallOf(new Date(guess), zone)
  const drift = new Date(`${shown.day}T${shown.clock}:00Z`).getTime() - guess
  return new Date(guess - drift).toISOString()
}

export const weekday = (day: string) =>
  formatOf(languageNow(), 'UTC', { weekday: 'short' }).format(new Date(`${day}T00:00:00Z`))
