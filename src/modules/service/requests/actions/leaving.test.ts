// A handler leaves the company with requests in hand: they come back to be dispatched.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const told = async (login: 'chen' | 'fang', id: string) =>
  (await stage.noticesTo(login, 'request.released')).filter(({ recordId }) => recordId === id).length

test('open requests of a handler who leaves are dispatched anew, and it is told to whom it concerns', async () => {
  const held = []
  for (const state of ['dispatched', 'taken', 'on_site', 'on_hold'] as const)
    held.push({ state, id: await stage.bring(state) })
  const [closed, again] = [await stage.bring('closed'), await stage.bring('closed')]
  await stage.as('admin').staff.leave({ id: stage.cast.people.lin })
  await stage.hear()
  for (const { state, id } of held) {
    const request = await stage.get(id)
    expect([request.status, request.handlerId, request.can.includes('dispatch')]).toEqual(['accepted', null, true])
    expect(request.pauses.every(({ toAt }) => toAt !== null)).toBe(true)
    expect((await stage.eventsOf(id)).at(-1)).toMatchObject({
      name: 'request.released',
      fromState: state,
      toState: 'accepted',
      details: { reason: 'left', former: '林芳' },
    })
    expect([await told('chen', id), await told('fang', id)]).toEqual([1, 1])
    const next = await stage.as('chen').requests.dispatch({ id, handlerId: stage.cast.people.zhou })
    expect(next).toMatchObject({ status: 'dispatched', handlerName: '周宁' })
  }
  expect(await stage.get(closed)).toMatchObject({ status: 'closed', handlerName: '林芳' })
  await stage.as('chen').requests.reopen({ id: again, reason: '又漏了' })
  await stage.hear()
  expect(await stage.get(again)).toMatchObject({ status: 'accepted', handlerId: null })
})
