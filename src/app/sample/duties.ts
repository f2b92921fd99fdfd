// How the people of the sample keep up with their duties: sheets that are read, and checks by their superior.
import { addDays } from '../../platform/calendar/days.ts'
import { isWorkingDay } from '../../platform/calendar/working-days.ts'
import { dayNumberAt, dayOf, wallClockMs } from '../../platform/calendar/zones.ts'
import { callsIn } from './calls.ts'
import { idOf } from './estates.ts'
import { WHO, type Who } from './people.ts'
import type { Telling } from './stories.ts'

const ZONE = 'Asia/Shanghai'
const at = (day: string, minutes: number) =>
  new Date(wallClockMs(dayNumberAt(Date.parse(`${day}T12:00:00Z`), ZONE), minutes, ZONE))

const SAID = [
  ['good', '电话礼貌，记录完整'],
  ['good', '回访及时，客户满意'],
  ['mend', '有两单超过时限才派出，今天补上'],
  ['good', '派工单填写齐全'],
  ['mend', '客户意见没有当天反馈，下次先回一个电话'],
  ['good', '巡查发现问题能当天报上来'],
] as const
const LOOKED_AT: readonly Who[] = ['lin', 'chen', 'zhou', 'su', 'ye']
/** Not everybody reads at once. */
const NOT_READ: readonly Who[] = ['zhou', 'deng', 'tang']

export async function readSheets({ troupe, now }: Telling, began: Date) {
  const read = new Date(Math.min(began.getTime() + 86_400_000, now.getTime()))
  for (const who of WHO.filter((one) => !NOT_READ.includes(one))) {
    const waiting = await troupe.as(who, read, async (ctx) => (await callsIn(ctx).duties.today({})).toAcknowledge)
    for (const { sheetId } of waiting) {
      await troupe.as(who, read, (ctx) => callsIn(ctx).dutySheets.acknowledge({ id: sheetId }))
    }
  }
}

/** Most working days the manager looks at one of those below. */
export async function checkPeople({ troupe, stage, dice, now }: Telling, began: Date) {
  const last = dayOf(now, ZONE)
  let turn = 0
  for (let day = addDays(dayOf(began, ZONE), 1); day <= last; day = addDays(day, 1)) {
    const moment = at(day, 17 * 60 + 10)
    if (!isWorkingDay(day) || moment > now || dice() > 0.85) continue
    const [result, note] = SAID[turn % SAID.length] ?? SAID[0]
    const who = LOOKED_AT[turn % LOOKED_AT.length] ?? 'lin'
    turn += 1
    await troupe.as('zhao', moment, (ctx) =>
      callsIn(ctx).duties.check({ staffId: idOf(stage.people, who), kind: 'check', result, note }),
    )
  }
}
