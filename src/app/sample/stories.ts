// A month of requests in the sample company: each told from the call to wherever it stands today.

import type { Category, HoldReason } from '../../modules/service/requests/contract/settings.ts'
import { returnVisitHearers } from '../../modules/service/return-visits/jobs.ts'
import { dayOf, startOfDay } from '../../platform/calendar/zones.ts'
import type { Troupe } from './acting.ts'
import { callsIn } from './calls.ts'
import { type Home, idOf, type Stage } from './estates.ts'
import { MATTERS, type Matter } from './matters.ts'
import { type Dice, oneOf, type Who } from './people.ts'

/** Where a story stops. `done` goes on to the return visit and the end. */
export type Ending =
  | 'new'
  | 'accepted'
  | 'dispatched'
  | 'taken'
  | 'on_site'
  | 'quoting'
  | 'on_hold'
  | 'to_visit'
  | 'unreachable'
  | 'reopened'
  | 'closed_undone'
  | 'cancelled'
  | 'done'

export type Telling = {
  troupe: Troupe
  stage: Stage
  dice: Dice
  categories: readonly Category[]
  reasons: readonly HoldReason[]
  now: Date
}
type Story = { matter: Matter; home: Home; at: Date; ending: Ending }
type Scene = Telling & Story & { desk: Who; time(minutes: number): Date }

const DAYS = 31
const MINUTE = 60_000

/** About five a day, fewer at weekends; the last two days hold one of every kind of unfinished business. */
export function plotOf({ dice, stage, now }: Telling): Story[] {
  const stories: Story[] = []
  for (let back = DAYS; back >= 2; back -= 1) {
    const opening = startOfDay(dayOf(new Date(now.getTime() - back * 1440 * MINUTE))).getTime() + 510 * MINUTE
    const weekend = [0, 6].includes(new Date(opening).getUTCDay())
    const count = (weekend ? 2 : 4) + Math.floor(dice() * 3)
    for (let n = 0; n < count; n += 1) {
      const ending: Ending =
        dice() > 0.93 ? oneOf(dice, ['closed_undone', 'cancelled', 'unreachable'] as const) : 'done'
      stories.push(storyAt(stage, dice, new Date(opening + Math.floor(dice() * 560) * MINUTE), ending))
    }
  }
  return [...stories, ...unfinished(stage, dice, now)].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

const OPEN: readonly [ending: Ending, hoursAgo: number][] = [
  ['to_visit', 40],
  ['reopened', 38],
  ['on_hold', 34],
  ['on_hold', 29],
  ['to_visit', 28],
  ['to_visit', 26],
  ['dispatched', 21],
  ['taken', 9],
  ['quoting', 6],
  ['on_site', 4.5],
  ['on_site', 3],
  ['taken', 2.6],
  ['dispatched', 2],
  ['dispatched', 1.2],
  ['accepted', 1],
  ['accepted', 0.7],
  ['new', 0.5],
  ['accepted', 0.3],
  ['new', 0.2],
  ['dispatched', 0.1],
]
function unfinished(stage: Stage, dice: Dice, now: Date): Story[] {
  return OPEN.map(([ending, hours]) => storyAt(stage, dice, new Date(now.getTime() - hours * 60 * MINUTE), ending))
}

const NEEDS_SHEET: readonly Ending[] = ['on_site', 'quoting', 'on_hold', 'reopened', 'to_visit', 'taken', 'dispatched']
function storyAt(stage: Stage, dice: Dice, at: Date, ending: Ending): Story {
  const fits = MATTERS.filter((matter) => {
    if (ending === 'quoting') return matter.price !== undefined
    if (NEEDS_SHEET.includes(ending)) return matter.kind === 'repair'
    return ending === 'done' || matter.kind === 'repair' || matter.kind === 'complaint'
  })
  const matter = oneOf(dice, fits)
  const there = stage.publicPlaces.find(({ name }) => name === matter.at)
  const homes = stage.homes.filter((home) =>
    there ? home.estateId === there.estateId : home.estateId === stage.estates.garden || dice() > 0.5,
  )
  return { matter, home: oneOf(dice, homes), at, ending }
}

export async function tell(telling: Telling, story: Story) {
  const desk: Who =
    story.home.estateId === telling.stage.estates.tower ? 'ye' : oneOf(telling.dice, ['fang', 'fang', 'su'] as const)
  const last = telling.now.getTime() - MINUTE
  const time = (minutes: number) => new Date(Math.min(story.at.getTime() + minutes * MINUTE, last))
  const scene: Scene = { ...telling, ...story, desk, time }
  const id = await call(scene)
  if (scene.ending === 'new' || scene.ending === 'accepted' || isSettled(scene)) return
  if (scene.ending === 'cancelled')
    return act(scene, desk, 9, (on) => on.requests.cancel({ id, reason: '客户来电说已自行解决' }))
  if (scene.matter.kind === 'repair') await repair(scene, id)
  else await handle(scene, id)
}

type Calls = ReturnType<typeof callsIn>
const act = <T>({ troupe, time }: Scene, who: Who, minutes: number, verb: (on: Calls) => Promise<T>): Promise<T> =>
  troupe.as(who, time(minutes), (ctx) => verb(callsIn(ctx)))

const isSettled = ({ matter }: Scene) => ['enquiry', 'praise'].includes(matter.kind)

async function call(scene: Scene): Promise<string> {
  const { matter, home, stage, categories, dice, desk } = scene
  const place = stage.publicPlaces.find(({ name }) => name === matter.at)
  const { requests } = await act(scene, desk, 0, (on) =>
    on.requests.create({
      estateId: home.estateId,
      channel:
        scene.ending === 'new'
          ? 'wechat'
          : oneOf(dice, ['phone', 'phone', 'phone', 'front_desk', 'wechat', 'patrol'] as const),
      customerId: home.customerId,
      contactName: home.name,
      contactPhone: home.phone,
      accept: scene.ending !== 'new',
      matters: [
        {
          kind: matter.kind,
          categoryId: categories.find(({ code }) => code === matter.category)?.id ?? null,
          urgency: matter.urgency,
          subject: matter.subject,
          body: matter.body,
          placeId: place?.placeId ?? home.placeId,
          ...(isSettled(scene) ? { settledWith: matter.result } : {}),
        },
      ],
    }),
  )
  return requests[0]?.id ?? ''
}

/** A complaint or a wish goes to the steward of the area, or the officer of the tower. */
async function handle(scene: Scene, id: string) {
  const tower = scene.home.estateId === scene.stage.estates.tower
  const handler: Who = tower ? 'gu' : scene.home.code < '3' ? 'lin' : 'zhou'
  await act(scene, scene.desk, 4, (on) => on.requests.dispatch({ id, handlerId: idOf(scene.stage.people, handler) }))
  await act(scene, handler, 9, (on) => on.requests.take({ id }))
  await act(scene, handler, 95, (on) =>
    on.requests.answer({ id, way: 'phone', body: '已到现场了解情况，今天内给您答复。' }),
  )
  if (scene.ending === 'closed_undone')
    return act(scene, handler, 300, (on) =>
      on.requests.closeUndone({ id, reason: '经核实属于邻里私人纠纷，客户同意自行协商' }),
    )
  await act(scene, handler, 340, (on) => on.requests.complete({ id, result: scene.matter.result }))
  return ask(scene, id, 400)
}

function workerFor({ home, stage, categories, matter }: Scene): Who {
  const trade = categories.find(({ code }) => code === matter.category)?.trade
  if (trade === 'civil' || trade === 'lift' || trade === 'fire') return 'ma'
  if (home.estateId === stage.estates.tower) return 'deng'
  return trade === 'low_voltage' ? 'ma' : 'wu'
}

async function repair(scene: Scene, requestId: string) {
  const worker = workerFor(scene)
  const sheet = await act(scene, scene.desk, 3, (on) =>
    on.workOrders.create({ requestId, way: 'assign', workerId: idOf(scene.stage.people, worker) }),
  )
  const { id } = sheet
  if (scene.ending === 'dispatched') return
  await act(scene, worker, 8, (on) => on.workOrders.take({ id }))
  if (scene.ending === 'taken') return
  await act(scene, worker, 24 + Math.floor(scene.dice() * 30), (on) => on.workOrders.arrive({ id }))
  if (scene.ending === 'on_site') return
  if (await quoted(scene, worker, id)) return
  if (scene.ending === 'on_hold' || scene.dice() > 0.92) {
    await waiting(scene, worker, id)
    if (scene.ending === 'on_hold') return
  }
  await finish(scene, worker, id, 150)
  await settlePayment(scene, requestId, 170)
  await ask(scene, requestId, 200)
}

const linesOf = ([labour, material]: [number, number]) => [
  { kind: 'labour' as const, name: '人工', unit: '次', quantity: 1, priceFen: labour * 100 },
  ...(material > 0
    ? [{ kind: 'material' as const, name: '配件', unit: '套', quantity: 1, priceFen: material * 100 }]
    : []),
]

/** Chargeable work waits for the customer's yes; some stories stop at the question, some at the no. */
async function quoted(scene: Scene, worker: Who, id: string): Promise<boolean> {
  const { price } = scene.matter
  if (!price) return false
  await act(scene, worker, 60, (on) => on.workOrders.quote({ id, lines: linesOf(price) }))
  if (scene.ending === 'quoting') return true
  if (scene.ending === 'closed_undone') {
    await act(scene, worker, 66, (on) => on.workOrders.refuse({ id, reason: '客户想自己找人修' }))
    return true
  }
  await act(scene, worker, 64, (on) => on.workOrders.agree({ id, way: 'in_person' }))
  return false
}

async function waiting(scene: Scene, worker: Who, id: string) {
  const reason = oneOf(scene.dice, scene.reasons)
  const resumeAt = new Date(
    Math.max(
      scene.time(90).getTime() + 20 * 60 * MINUTE,
      scene.ending === 'on_hold' ? scene.now.getTime() + 90 * MINUTE : 0,
    ),
  )
  const soon = new Date(Math.min(resumeAt.getTime(), scene.time(70).getTime() + 23 * 60 * MINUTE))
  await act(scene, worker, 70, (on) =>
    on.workOrders.hold({ id, reasonId: reason.id, resumeAt: soon.toISOString(), note: '配件明天到' }),
  )
  if (scene.ending !== 'on_hold') await act(scene, worker, 120, (on) => on.workOrders.resume({ id }))
}

async function finish(scene: Scene, worker: Who, id: string, minutes: number) {
  const papers = await scene.troupe.papers(worker, scene.time(minutes))
  const { price } = scene.matter
  await act(scene, worker, minutes, (on) =>
    on.workOrders.complete({
      id,
      result: scene.matter.result,
      labourMinutes: 20 + Math.floor(scene.dice() * 50),
      lines: price ? linesOf(price) : [],
      photoIds: [papers.photo],
      ...(scene.matter.at ? { noSignatureReason: 'public_area' as const } : { signatureId: papers.signature }),
    }),
  )
  await scene.troupe.hear(scene.time(minutes + 1), returnVisitHearers)
}

async function settlePayment(scene: Scene, id: string, minutes: number) {
  if (!scene.matter.price) return
  await act(scene, scene.desk, minutes, async (on) => {
    const { status } = await on.requests.get({ id })
    if (status === 'unpaid')
      await on.requests.settle({ id, paidBy: oneOf(scene.dice, ['wechat', 'alipay', 'cash'] as const) })
  })
  await scene.troupe.hear(scene.time(minutes + 1), returnVisitHearers)
}

/** Somebody who did not do the work asks how it was. */
async function ask(scene: Scene, requestId: string, minutes: number) {
  await scene.troupe.hear(scene.time(minutes), returnVisitHearers)
  if (scene.ending === 'to_visit') return
  const caller: Who = scene.home.estateId === scene.stage.estates.tower ? 'ye' : 'luo'
  const due = await act(scene, caller, minutes + 60, (on) => on.returnVisits.list({ requestId, status: ['due'] }))
  const visit = due.items[0]
  if (!visit) return
  const { id } = visit
  const tries = scene.ending === 'unreachable' ? [100, 400, 1500] : scene.dice() > 0.85 ? [90] : []
  for (const [place, at] of tries.entries()) {
    await act(scene, caller, minutes + at, (on) =>
      on.returnVisits.attempt({ id, way: 'phone', outcome: place % 2 ? 'busy' : 'no_answer' }),
    )
  }
  if (scene.ending === 'unreachable') return
  const content = scene.ending !== 'reopened'
  await act(scene, caller, minutes + 600, (on) =>
    on.returnVisits.make({
      id,
      way: 'phone',
      solved: content,
      onTime: content || scene.dice() > 0.5,
      polite: true,
      chargeClear: true,
      score: content ? oneOf(scene.dice, [5, 5, 5, 4, 4, 3]) : 2,
      opinion: content
        ? oneOf(scene.dice, ['师傅很专业', '挺及时的', '没有意见', null])
        : '修完第二天又漏了，请再来看看',
    }),
  )
}
