// Months as text, 2026-11.
import { addMonthsClamped, endOfMonth } from '../../../../../platform/calendar/days.ts'

export const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '')
export const monthBeside = (month: string, by: 1 | -1) => addMonthsClamped(`${month}-01`, by).slice(0, 7)
export const daysOf = (month: string) => ({ from: `${month}-01`, to: endOfMonth(`${month}-01`) })
