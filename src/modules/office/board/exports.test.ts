// The board as a workbook.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../test/support/service-stage.ts'
import { programOf } from '../../../platform/access.ts'
import { perform } from '../../../platform/context.ts'
import { openLog } from '../../../platform/log.ts'
import { boardExporter } from './exports.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage?.close())

async function linesFor(locale: 'zh-CN' | 'en') {
  const { database, serving } = stage.server
  const user = { ...programOf(stage.cast.companies.ours), locale }
  const seed = { user, now: stage.clock.now, callId: 'test', log: openLog('silent'), equipment: serving.equipment }
  return perform(
    database,
    seed,
    () => {},
    async (ctx) => {
      const lines = []
      for await (const line of boardExporter.rows(ctx, { from: '2026-11-01', to: '2026-11-23' })) lines.push(line)
      return lines
    },
  )
}

test('each figure of the board is a line, in the language of the reader', async () => {
  await stage.bring('taken', { kind: 'complaint' })
  const lines = await linesFor('zh-CN')
  expect(lines).toContainEqual(
    expect.objectContaining({ part: '未办结（按类别）', item: '投诉', n: 1, from: '2026-11-01' }),
  )
  expect(lines).toContainEqual(expect.objectContaining({ part: '未办结（按处理人）', item: '林芳', n: 1 }))
  expect(lines).toContainEqual(expect.objectContaining({ part: '趋势', item: '2026-11-23', n: 1 }))
  expect(await linesFor('en')).toContainEqual(
    expect.objectContaining({ part: 'Open by kind', item: 'Complaint', n: 1 }),
  )
})
