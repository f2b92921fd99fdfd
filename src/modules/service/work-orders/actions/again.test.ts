// The same sheet once more: when the customer is not content, when the desk opens the request again, when news comes late.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'
import { uploadPng } from '../../../../../test/support/uploads.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

const wu = () => stage.as('wu').workOrders
const finish = async (id: string) =>
  wu().complete({
    id,
    result: '已重做',
    labourMinutes: 10,
    signatureId: await uploadPng(await stage.browserOf('wu')),
  })
async function repaired() {
  const { id } = await stage.take()
  const sheet = await stage.repair(id)
  return { id, sheet }
}

describe('a sheet that begins again', () => {
  test('with the desk’s reopening goes to the same worker, with the limits of the new cycle', async () => {
    const { id, sheet } = await repaired()
    await stage.hear()
    stage.later(3 * 24 * 60)
    await stage.as('chen').requests.reopen({ id, reason: '又漏了' })
    await stage.hear()
    const { clocks } = await stage.get(id)
    const due = (kind: string) => clocks.find((clock) => clock.kind === kind && clock.cycle === 2)?.dueAt
    expect(await wu().get({ id: sheet })).toMatchObject({
      status: 'taken',
      reworkCount: 1,
      completedAt: null,
      arriveDueAt: due('arrive'),
      finishDueAt: due('finish'),
    })
    const notices = await stage.noticesTo('wu', 'work_order.reworked')
    expect(notices.map(({ recordId }) => recordId)).toEqual([sheet])
  })

  test('is not begun a third time by news that comes late', async () => {
    const { id, sheet } = await repaired()
    await stage.hear()
    stage.later(5)
    const visit = await stage.visitOf(id)
    const answers = { way: 'phone', solved: false, onTime: true, polite: true, score: 1 } as const
    await stage.as('luo').returnVisits.make({ id: visit, ...answers })
    stage.later(5)
    await wu().arrive({ id: sheet })
    stage.later(20)
    await finish(sheet)
    await stage.hear()
    expect((await wu().get({ id: sheet })).status).toBe('completed')
    expect(await stage.get(id)).toMatchObject({ status: 'to_visit', cycle: 2 })
    const { items } = await stage.as('luo').returnVisits.list({ requestId: id, status: ['due'] })
    expect(items).toHaveLength(1)
  })

  test('by a superior while the work goes on, not once the request is done', async () => {
    const { id, sheet } = await repaired()
    const again = () => stage.as('chen').workOrders.rework({ id: sheet, reason: '没拧紧' })
    await expect(again()).rejects.toMatchObject({ code: 'work_order.not_allowed_now' })
    await stage.hear()
    await expect(again()).rejects.toMatchObject({ code: 'work_order.not_allowed_now' })
    await stage.as('chen').requests.rework({ id, reason: '没拧紧' })
    await stage.hear()
    expect((await wu().get({ id: sheet })).status).toBe('taken')
  })
})
