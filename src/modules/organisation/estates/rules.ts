// What follows from how an estate is set up.
import type { ServiceClock } from '../../../platform/calendar/service-time.ts'

type ServiceHours = { zone: string; serviceOpens: string; serviceCloses: string; serviceEveryDay: boolean }

/** The hours in which the estate's office serves, for deadlines that count only those. */
export const serviceClockOf = ({ zone, serviceOpens, serviceCloses, serviceEveryDay }: ServiceHours): ServiceClock => ({
  kind: 'service',
  zone,
  opens: serviceOpens,
  closes: serviceCloses,
  days: serviceEveryDay ? 'every' : 'working',
})
