// What a company or an estate sets for its requests: who may, what is refused, and that it holds from then on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServiceStage, type ServiceStage } from '../../../../../test/support/service-stage.ts'

let stage: ServiceStage
beforeAll(async () => {
  stage = await openServiceStage()
})
afterAll(() => stage.close())

type Desk = ReturnType<ServiceStage['as']>['requestSettings']
const nobody = '0190b0a0-0000-7000-8000-000000000000'
const category = {
  parentId: null,
  kind: 'repair',
  name: '充电桩',
  nameEn: 'Chargers',
  trade: 'power',
  defaultUrgency: 'normal',
  outsideParty: null,
  sort: 1,
} as const
const { parentId: _parent, kind: _kind, ...wording } = category
const limit = {
  kind: 'repair',
  urgency: 'rush',
  answerMinutes: 7,
  arriveMinutes: 20,
  feedbackMinutes: null,
  finishMinutes: 600,
  clock: 'elapsed',
  finishClock: 'elapsed',
} as const
const reason = { name: '业主不在家', nameEn: 'Nobody at home', stopsClock: true, sort: 9 }
const yunqi = () => stage.cast.estates.yunqi
const zhao = () => stage.as('zhao').requestSettings

const WRITES: [verb: string, call: (desk: Desk) => Promise<unknown>][] = [
  ['addCategory', (desk) => desk.addCategory({ ...category, code: 'charger' })],
  ['changeCategory', (desk) => desk.changeCategory({ ...wording, id: nobody })],
  ['archiveCategory', (desk) => desk.archiveCategory({ id: nobody })],
  ['setLimit', (desk) => desk.setLimit({ ...limit, urgency: 'complex' })],
  ['removeLimit', (desk) => desk.removeLimit({ id: nobody })],
  ['addReason', (desk) => desk.addReason({ ...reason, code: 'nobody_home' })],
  ['changeReason', (desk) => desk.changeReason({ ...reason, id: nobody })],
  ['archiveReason', (desk) => desk.archiveReason({ id: nobody })],
  ['addStep', (desk) => desk.addStep({ ratio: 3, tell: 'project_head', critical: false })],
  ['removeStep', (desk) => desk.removeStep({ id: nobody })],
  ['setNumber', (desk) => desk.setNumber({ key: 'take_minutes', value: 20 })],
]

test.each(WRITES)('%s is not for the desk', async (_, call) => {
  await expect(call(stage.as('fang').requestSettings)).rejects.toMatchObject({ code: 'access.not_granted' })
})

test.each(WRITES.filter(([verb]) => /^(change|archive|remove)/.test(verb)))(
  '%s of what is not there',
  async (_, call) => {
    await expect(call(zhao())).rejects.toMatchObject({ code: 'request_setting.not_found' })
  },
)

test('each change stands in the ledger with who made it', async () => {
  const { id } = await zhao().setNumber({ estateId: yunqi(), key: 'hold_hours', value: 48 })
  expect(await stage.eventsOf(id)).toMatchObject([
    {
      name: 'request_setting.changed',
      byName: '赵敏华',
      estateId: yunqi(),
      details: { what: 'number_set', value: 48 },
    },
  ])
})

describe('a limit', () => {
  const answer = async () => {
    const { id } = await stage.take({ urgency: 'rush' })
    return (await stage.get(id)).clocks.find(({ kind }) => kind === 'answer')?.limitMinutes
  }
  test('of the estate comes before the company’s, and goes again', async () => {
    expect(await answer()).toBe(15)
    const { id } = await zhao().setLimit({ ...limit, estateId: yunqi() })
    expect(await answer()).toBe(7)
    await zhao().removeLimit({ id })
    expect(await answer()).toBe(15)
  })
  test('that the company gives to a kind stays', async () => {
    const { limits } = await zhao().list({})
    const plain = limits.find(({ kind, urgency, estateId }) => kind === 'repair' && !urgency && !estateId)
    await expect(zhao().removeLimit({ id: plain?.id ?? '' })).rejects.toMatchObject({
      code: 'request_setting.default_stays',
    })
  })
  test('set later leaves promises already given', async () => {
    const { id } = await stage.take({ urgency: 'rush' })
    const { clocks } = await stage.get(id)
    const { id: limitId } = await zhao().setLimit({ ...limit, estateId: yunqi(), answerMinutes: 1 })
    expect((await stage.get(id)).clocks).toEqual(clocks)
    await zhao().removeLimit({ id: limitId })
  })
})

describe('lists', () => {
  test('take a code once', async () => {
    await zhao().addCategory({ ...category, code: 'charger' })
    await expect(zhao().addCategory({ ...category, code: 'charger' })).rejects.toMatchObject({
      code: 'request_setting.code_taken',
    })
    await expect(zhao().addReason({ ...reason, code: 'parts' })).rejects.toMatchObject({
      code: 'request_setting.code_taken',
    })
  })
  test('an archived category and reason can no longer be chosen', async () => {
    const { id: categoryId } = await zhao().addCategory({ ...category, code: 'gone' })
    const { id: reasonId } = await zhao().addReason({ ...reason, code: 'gone' })
    await zhao().archiveCategory({ id: categoryId })
    await zhao().archiveReason({ id: reasonId })
    await expect(stage.take({ categoryId })).rejects.toMatchObject({ code: 'request.category_unknown' })
    const id = await stage.bring('taken')
    const held = stage.as('lin').requests.hold({ id, reasonId, resumeAt: '2026-11-23T06:00:00.000Z' })
    await expect(held).rejects.toMatchObject({ code: 'request.reason_unknown' })
  })
})

test('a number that an estate sets is the estate’s', async () => {
  await zhao().setNumber({ estateId: yunqi(), key: 'reopen_days', value: 1 })
  const id = await stage.bring('closed')
  stage.later(24 * 60 + 1)
  await expect(stage.as('chen').requests.reopen({ id, reason: '又漏了' })).rejects.toMatchObject({
    code: 'request.reopen_too_late',
    details: { days: 1 },
  })
})

test('another company neither sees nor changes them', async () => {
  const { id } = await zhao().addReason({ ...reason, code: 'ours' })
  const an = stage.as('an').requestSettings
  await expect(an.archiveReason({ id })).rejects.toMatchObject({ code: 'request_setting.not_found' })
  expect((await an.list({})).reasons.map(({ code }) => code)).not.toContain('ours')
})

test.each<[verb: string, body: object, path: string]>([
  ['addReason', { ...reason, code: '' }, 'code'],
  ['addStep', { ratio: 0, tell: 'manager', critical: false }, 'ratio'],
  ['setNumber', { key: 'luck', value: 7 }, 'key'],
  ['setLimit', { ...limit, answerMinutes: -1 }, 'answerMinutes'],
  ['addCategory', { ...category, code: 'x', name: ' ' }, 'name'],
])('%s says which field (%#)', async (verb, body, path) => {
  const word = verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const visitor = await stage.browserOf('zhao')
  const answer = await visitor.send({ method: 'POST', url: `/api/request-settings/${word}`, body, headers: {} })
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad_input', fields: [{ path }] } })
})
