// One record of each kind that our company has, made through its own people.

import { clientOf } from '../../../src/platform/client.ts'
import { type Clients, contracts } from '../../support/app.ts'
import type { Login } from '../../support/cast.ts'
import { catchUp } from '../../support/hearing.ts'
import type { Stage } from '../../support/stage.ts'
import { uploadPng } from '../../support/uploads.ts'
import { filled } from './filled.ts'
import { organisationBelongings } from './organisation-belongings.ts'

/** By noun; of settings by what the verb is about. */
export type Belongings = ReadonlyMap<string, string>

const first = <T>(items: readonly T[]): T => {
  const [item] = items
  if (item === undefined) throw new Error('there is none')
  return item
}

export async function belongingsOf(stage: Stage): Promise<Belongings> {
  const { cast } = stage
  const as = (login: Login) => clientsOf(stage, login)
  const { yunqi } = cast.estates
  const place = await as('zhao').places.create({ estateId: yunqi, kind: 'building', no: '7' })
  const customer = await as('fang').customers.create({
    estateId: yunqi,
    name: '林小满',
    phones: [{ phone: '13812345678', label: null }],
  })
  const caller = { estateId: yunqi, channel: 'phone', contactName: '林小满' } as const
  const settings = await as('qian').requestSettings.list({})
  const categoryId = settings.categories.find(({ code }) => code === 'plumbing.leak')?.id
  const matter = { kind: 'repair', categoryId, urgency: 'rush', subject: '漏水', placeText: '7栋' } as const
  const taken = await as('fang').requests.create({ ...caller, matters: [matter, { ...matter, subject: '又漏' }] })
  const [waiting, repaired] = taken.requests
  if (!waiting || !repaired) throw new Error('nothing was taken')
  const sheet = await as('fang').workOrders.create({ requestId: waiting.id, way: 'assign', workerId: cast.people.wu })
  const done = await as('fang').workOrders.create({ requestId: repaired.id, way: 'assign', workerId: cast.people.wu })
  const signatureId = await uploadPng(await stage.as('wu'))
  await as('wu').workOrders.take({ id: done.id })
  await as('wu').workOrders.arrive({ id: done.id })
  await as('wu').workOrders.complete({ id: done.id, result: '已修好', labourMinutes: 5, signatureId })
  await catchUp(stage)
  const visits = await as('luo').returnVisits.list({ requestId: repaired.id })
  const price = await as('zhao').priceItems.create({ ...filledPrice(), name: '换水龙头' })
  const rules = await as('qian').returnVisitRules.list({})
  const view = await as('fang').savedViews.create({ list: 'requests', name: '我的', query: {} })
  const run = await as('fang').exports.create({ kind: 'requests' })
  const notifications = await as('wu').notifications.list({})
  const token = await as('qian').apiTokens.create({ name: '大屏', permissions: ['requests.read'] })
  const sessions = await as('qian').sessions.list({})
  return new Map([
    ['estates', yunqi],
    ['departments', cast.departments.service],
    ['areas', cast.areas.one],
    ['posts', cast.posts.get('steward') ?? ''],
    ['staff', cast.people.fang],
    ['places', place.id],
    ['customers', customer.id],
    ['requests', waiting.id],
    ['category', categoryId ?? ''],
    ['limit', first(settings.limits).id],
    ['reason', first(settings.reasons).id],
    ['step', first(settings.steps).id],
    ['work-orders', sheet.id],
    ['price-items', price.id],
    ['return-visits', first(visits.items).id],
    ['return-visit-rules', first(rules.items).id],
    ['work-runs', run.runId],
    ['notifications', first(notifications.items).id],
    ['saved-views', view.id],
    ['attachments', signatureId],
    ['imports', await importOf(stage)],
    ...(await organisationBelongings(as, cast)),
    ['sessions', first(sessions.items).id],
    ['api-tokens', token.id],
  ])
}

async function importOf(stage: Stage) {
  const visitor = await stage.as('zhao')
  const form = new FormData()
  form.append('file', new File(['姓名,电话\n林小满,13812345678\n'], '客户.csv', { type: 'text/csv' }))
  const wire = new Response(form)
  const payload = Buffer.from(await wire.arrayBuffer())
  const here = { origin: 'http://localhost:80', host: 'localhost:80' }
  const headers = { 'content-type': wire.headers.get('content-type') ?? '', ...here }
  const answer = await visitor.call({ method: 'POST', url: '/api/attachments', headers, payload })
  const { id: attachmentId } = answer.json<{ id: string }>()
  const zhao = clientsOf(stage, 'zhao')
  const { items } = await zhao.imports.kinds({})
  return (await zhao.imports.create({ kind: items[0]?.kind ?? '', attachmentId })).id
}

function filledPrice() {
  const body: unknown = filled(contracts.priceItems.verbs.create.input)
  return body as Parameters<Clients['priceItems']['create']>[0] // reason: made from the schema the type comes from
}

function clientsOf(stage: Stage, login: Login): Clients {
  const send: Parameters<typeof clientOf>[1] = async (call) => (await stage.as(login)).send(call)
  const pairs = Object.entries(contracts).map(([name, contract]) => [
    name,
    clientOf<(typeof contract)['verbs']>(contract, send),
  ])
  return Object.fromEntries(pairs) as Clients // reason: made from the contracts, key by key
}
