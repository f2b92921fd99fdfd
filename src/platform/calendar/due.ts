// The end of a working day: by when something must be done that has days, not hours.
import { addDays } from './days.ts'
import { addWorkingDays, CHINESE_CALENDAR, type WorkCalendar } from './working-days.ts'
import { dayOf, type Moment, startOfDay } from './zones.ts'

/** The last millisecond of the working day so many working days on; 0 is the same day, or the next working day after a day off. */
export function endOfWorkingDay(
  from: Moment,
  days: number,
  zone: string,
  calendar: WorkCalendar = CHINESE_CALENDAR,
): Date {
  const day = addWorkingDays(dayOf(from, zone), days, calendar)
  return new Date(startOfDay(addDays(day, 1), zone).getTime() - 1)
}
