// How the sample arranges its own work: tasks of each day, logs, a plan that was agreed to and one that waits, leave to come.
import { addDays } from '../../platform/calendar/days.ts'
import { isWorkingDay } from '../../platform/calendar/working-days.ts'
import { dayNumberAt, dayOf, wallClockMs } from '../../platform/calendar/zones.ts'
import { hearers } from '../jobs.ts'
import { callsIn } from './calls.ts'
import { idOf } from './estates.ts'
import type { Who } from './people.ts'
import type { Telling } from './stories.ts'

const ZONE = 'Asia/Shanghai'
const DAYS = 9
const at = (day: string, minutes: number) =>
  new Date(wallClockMs(dayNumberAt(Date.parse(`${day}T12:00:00Z`), ZONE), minutes, ZONE))

const TASKS: readonly [who: Who, title: string, note: string][] = [
  ['lin', '巡查东区垃圾分类投放点', '六个投放点都看过，2 号点桶满，已请保洁清运。'],
  ['zhou', '核对西区空置房名单', '现场核对 14 户，两户已装修，名单已改。'],
  ['su', '整理本周客户意见处理表', '共 23 份，三份缺签字，已退回补签。'],
  ['lin', '张贴停水通知', '十二个单元门全部贴好，群里也发了。'],
  ['zhou', '上门拜访独居老人', '三户都在家，身体都好，登记了紧急联系人。'],
  ['lin', '复查 3 栋漏水维修', '试水半小时无渗漏，业主认可。'],
]
const DAY_LOGS = [
  ['东区两起漏水，一起噪音投诉', '漏水已派工修好；噪音上门协调，双方同意十点后不施工', '建议给 3 栋换一批软管'],
  ['停水通知提前一天贴完，客户没有意见', '群里、门口、电梯三处都发了', null],
  ['快递柜被占，业主意见大', '联系快递公司清理滞留件', '建议每周三清一次'],
] as const

function oneOf<T>(choices: readonly T[], turn: number): T {
  const chosen = choices[turn % choices.length]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

export async function arrangeWork(telling: Telling) {
  const today = dayOf(telling.now, ZONE)
  for (let day = addDays(today, -DAYS), turn = 0; day <= today; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    await oneDay(telling, day, turn)
    turn += 1
  }
  await planMonths(telling, today)
  await nameDeputy(telling, today)
}

/** In the morning the work is placed, during the day it is done, in the evening it is looked at and logged. */
async function oneDay(telling: Telling, day: string, turn: number) {
  for (const place of [0, 1]) await oneTask(telling, day, turn * 2 + place)
  await oneLog(telling, day, turn)
}

async function oneTask({ troupe, stage, now }: Telling, day: string, turn: number) {
  const [given, done, checked] = [at(day, 8 * 60 + 40), at(day, 15 * 60 + turn), at(day, 17 * 60)]
  if (given > now) return
  const [who, title, note] = oneOf(TASKS, turn)
  const draft = { assigneeIds: [idOf(stage.people, who)], title, dueAt: at(day, 18 * 60).toISOString(), forDay: day }
  const { tasks } = await troupe.as('chen', given, (ctx) => callsIn(ctx).tasks.assign(draft))
  const id = tasks[0]?.id ?? ''
  if (done <= now) await troupe.as(who, done, (ctx) => callsIn(ctx).tasks.finish({ id, note }))
  // Some wait to be looked at.
  if (checked <= now && turn % 8 < 6) await troupe.as('chen', checked, (ctx) => callsIn(ctx).tasks.check({ id }))
}

async function oneLog({ troupe, now }: Telling, day: string, turn: number) {
  const [written, read] = [at(day, 17 * 60 + 40), at(day, 18 * 60)]
  if (written > now) return
  const [happened, handled, suggestion] = oneOf(DAY_LOGS, turn)
  const said = { onDay: day, happened, handled, suggestion }
  const { id } = await troupe.as('chen', written, (ctx) => callsIn(ctx).workLogs.write(said))
  if (read <= now && turn % 3 !== 2) await troupe.as('zhao', read, (ctx) => callsIn(ctx).workLogs.sign({ id }))
}

async function planMonths(telling: Telling, today: string) {
  const { troupe, now } = telling
  const thisMonth = `${today.slice(0, 7)}-01`
  const written = new Date(now.getTime() - DAYS * 86_400_000)
  const id = await submitPlan(telling, thisMonth, written)
  const [asked] = (await troupe.as('zhao', written, (ctx) => callsIn(ctx).approvals.list({}))).items
  if (asked) await troupe.as('zhao', written, (ctx) => callsIn(ctx).approvals.agree({ id: asked.id }))
  await troupe.hear(written, hearers)
  const { lines } = await troupe.as('chen', now, (ctx) => callsIn(ctx).workPlans.get({ id }))
  const [first] = lines
  if (first) await troupe.as('chen', now, (ctx) => callsIn(ctx).workPlans.markDone({ id, itemId: first.id }))
  await submitPlan(telling, addDays(thisMonth, 32), now)
}

async function submitPlan({ troupe }: Telling, day: string, moment: Date): Promise<string> {
  const month = day.slice(0, 7)
  const goals = [
    { goal: '回访率 95% 以上，不满意的 48 小时内再访', dueOn: `${month}-25` },
    { goal: '更换 3 栋老旧软管 40 户', dueOn: `${month}-20` },
    { goal: '组织一次消防演练并归档', dueOn: `${month}-28` },
  ]
  const draft = { cadence: 'month' as const, day: `${month}-01`, title: `${month} 客服工作计划`, items: goals }
  const { id } = await troupe.as('chen', moment, (ctx) => callsIn(ctx).workPlans.create(draft))
  await troupe.as('chen', moment, (ctx) => callsIn(ctx).workPlans.submit({ id }))
  return id
}

async function nameDeputy({ troupe, stage, now }: Telling, today: string) {
  await troupe.as('chen', now, async (ctx) => {
    const { items } = await callsIn(ctx).deputies.principals({})
    const held = items.find(({ staffId }) => staffId === idOf(stage.people, 'lin'))
    if (!held) return
    await callsIn(ctx).deputies.name({
      holdingId: held.holdingId,
      deputyId: idOf(stage.people, 'zhou'),
      reason: 'leave',
      fromAt: at(addDays(today, 3), 8 * 60 + 30).toISOString(),
      toAt: at(addDays(today, 7), 18 * 60).toISOString(),
      handover: '1. 3 栋 1201 漏水维修，等客户确认\n2. 周四下午陪消防维保走一遍东区\n3. 独居老人每天打一个电话',
    })
  })
}
