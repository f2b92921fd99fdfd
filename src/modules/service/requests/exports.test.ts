import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../test/support/service-stage.ts'
import { programOf } from '../../../platform/access.ts'
import { perform } from '../../../platform/context.ts'
import { openLog } from '../../../platform/log.ts'
import { RequestFilter } from './contract/requests.ts'
import { requestExporter } from './exports.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

async function rowsFor(locale: 'zh-CN' | 'en', query: object) {
  const { database, equipment } = { database: stage.server.database, equipment: stage.server.serving.equipment }
  const user = { ...programOf(stage.cast.companies.ours), locale }
  const seed = { user, now: stage.clock.now, callId: 'test', log: openLog('silent'), equipment }
  return perform(
    database,
    seed,
    () => {},
    async (ctx) => {
      const rows = []
      for await (const row of requestExporter.rows(ctx, RequestFilter.parse(query))) rows.push(row)
      return rows
    },
  )
}

test('the list of requests is given out in words, in the language of the reader', async () => {
  const { no } = await stage.take({ kind: 'complaint', placeText: '西门外' })
  expect(await rowsFor('zh-CN', { kind: 'complaint' })).toMatchObject([
    { no, kind: '投诉', urgency: '急修', status: '已受理', placeName: '西门外' },
  ])
  expect(await rowsFor('en', { kind: 'complaint' })).toMatchObject([
    { no, kind: 'Complaint', urgency: 'Rush', status: 'Accepted', placeName: '西门外' },
  ])
})

test('what the hotline passed on is taken once, with all its matters', async () => {
  const call = { channel: 'hotline12345' as const, accept: false, sourceRef: 'SZ-2026-1101' }
  const matter = { kind: 'repair' as const, urgency: 'normal' as const, subject: '路灯不亮', placeText: '北门' }
  const { estates } = stage.cast
  const draft = {
    ...call,
    estateId: estates.yunqi,
    contactName: '林小满',
    matters: [matter, { ...matter, subject: '井盖松动' }],
  }
  const { requests } = await stage.as('fang').requests.create(draft)
  expect(requests).toHaveLength(2)
  await expect(stage.as('fang').requests.create(draft)).rejects.toMatchObject({ code: 'request.source_ref_taken' })
})
