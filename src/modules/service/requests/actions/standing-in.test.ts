// Whose requests count as one's own: also those of somebody who is stood in for, as long as that runs.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const wu = () => stage.as('wu').requests
async function given(handler: 'wu' | 'luo') {
  const { id } = await stage.take({})
  await stage.as('chen').requests.dispatch({ id, handlerId: stage.cast.people[handler] })
  return id
}
async function standFor(principal: 'luo', deputy: 'wu') {
  const { items } = await stage.as('qian').deputies.principals({})
  const holdingId = items.find(({ staffId }) => staffId === stage.cast.people[principal])?.holdingId ?? ''
  const toAt = new Date(stage.clock.now.getTime() + 8 * 3_600_000).toISOString()
  return stage
    .as('qian')
    .deputies.name({ holdingId, deputyId: stage.cast.people[deputy], turn: 1, reason: 'leave', toAt })
}
const seen = async () => {
  const { items, total } = await wu().list({ open: true, mine: true, sort: 'due' })
  const found = await wu().list({ q: '水', open: true, mine: true })
  return {
    ids: items.map(({ id }) => id),
    total,
    found: found.items.map(({ id }) => id),
    count: (await wu().counts({})).mine,
  }
}

test('the queue, the count and the words looked for mean the principal too, while the deputy stands in', async () => {
  const own = await given('wu')
  const principals = await given('luo')
  expect(await seen()).toEqual({ ids: [own], total: 1, found: [own], count: 1 })
  const made = await standFor('luo', 'wu')
  const both = await seen()
  expect(both).toMatchObject({ total: 2, count: 2 })
  expect(both.ids.toSorted()).toEqual([own, principals].toSorted())
  expect(both.found.toSorted()).toEqual([own, principals].toSorted())
  await stage.as('qian').deputies.end({ id: made.id })
  expect(await seen()).toMatchObject({ ids: [own], total: 1, count: 1 })
})
