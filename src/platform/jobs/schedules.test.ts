import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { openWorkplace, until } from '../../../test/support/workplace.ts'
import type { Ctx } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { nextAfter, runWhenDue, type Schedule, startSchedules } from './schedules.ts'
import { keepUp } from './upkeep.ts'

let clone: ClonedDatabase
let toy: Awaited<ReturnType<typeof openWorkplace>>
beforeAll(async () => {
  clone = await clonedDatabase()
  toy = await openWorkplace(clone.url)
})
afterAll(async () => {
  await toy.close()
  await clone.drop()
})

const ring = (name: string) => (ctx: Ctx) =>
  notify(ctx, { to: [toy.company.wu.id], kind: name, params: { zone: ctx.user.zone } })
const rung = async (kind: string) => {
  const rows = await toy.place.database.inCompany(toy.company.id, (tx) =>
    tx.selectFrom('notification').selectAll().where('kind', '=', kind).execute(),
  )
  return rows.length
}
const at = (text: string) => ({ ...toy.place, now: () => new Date(text) })
const due = (text: string, schedule: Schedule) => runWhenDue(at(text), toy.company.id, schedule)

describe('a schedule', () => {
  test('reads its cron line in the zone of the company', () => {
    const morning = nextAfter({ cron: '30 8 * * 1-5' }, new Date('2026-11-20T01:00:00Z'), 'Asia/Shanghai')
    expect(morning.toISOString()).toBe('2026-11-23T00:30:00.000Z')
  })

  test('by the clock begins with its next time, and does what was missed once', async () => {
    const daily = { name: 'toy.daily', cron: '0 8 * * *', run: ring('toy.daily') }
    expect((await due('2026-11-23T02:00:00Z', daily)).toISOString()).toBe('2026-11-24T00:00:00.000Z')
    expect(await rung('toy.daily')).toBe(0)
    await due('2026-11-27T09:00:00Z', daily)
    await due('2026-11-27T09:00:01Z', daily)
    expect(await rung('toy.daily')).toBe(1)
  })

  test('runs once when several workers find it due', async () => {
    const often = { name: 'toy.often', everySeconds: 60, run: ring('toy.often') }
    await Promise.all(Array.from({ length: 6 }, () => due('2026-11-23T02:00:00Z', often)))
    await due('2026-11-23T02:00:59Z', often)
    expect(await rung('toy.often')).toBe(1)
    await due('2026-11-23T02:01:00Z', often)
    expect(await rung('toy.often')).toBe(2)
  })

  test('that fails leaves nothing behind but the reason, and is tried again', async () => {
    let stumbles = true
    const shaky: Schedule = {
      name: 'toy.shaky',
      everySeconds: 60,
      async run(ctx) {
        await ring('toy.shaky')(ctx)
        if (stumbles) throw new Error('no paper')
      },
    }
    const again = await due('2026-11-23T02:00:00Z', shaky)
    expect(again.toISOString()).toBe('2026-11-23T02:00:10.000Z')
    expect(await rung('toy.shaky')).toBe(0)
    const noted = await toy.place.database.inCompany(toy.company.id, (tx) =>
      tx.selectFrom('schedule').selectAll().where('name', '=', 'toy.shaky').executeTakeFirst(),
    )
    expect(noted).toMatchObject({ failures: 1, error: 'Error: no paper' })
    stumbles = false
    await due('2026-11-23T02:00:10Z', shaky)
    expect(await rung('toy.shaky')).toBe(1)
  })

  test('is found by the worker itself', async () => {
    const clock = startSchedules(toy.place, [{ name: 'toy.self', everySeconds: 3600, run: ring('toy.self') }])
    await until(async () => (await rung('toy.self')) === 1)
    await clock.close()
  })
})

test('upkeep of the installation runs in one worker at a time, as often as it says', async () => {
  let runs = 0
  const sweep = {
    name: 'toy.sweep',
    everySeconds: 60,
    async run() {
      runs += 1
      await new Promise((resolve) => setTimeout(resolve, 50))
    },
  }
  const ran = await Promise.all([keepUp(toy.place, sweep), keepUp(toy.place, sweep), keepUp(toy.place, sweep)])
  expect(ran.filter(Boolean)).toHaveLength(1)
  expect(await keepUp(toy.place, sweep)).toBe(false)
  expect(await keepUp({ ...toy.place, now: () => new Date(Date.now() + 61_000) }, sweep)).toBe(true)
  expect(runs).toBe(2)
})
