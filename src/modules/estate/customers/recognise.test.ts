import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EstateStage, openEstateStage, type Person } from '../../../../test/support/estate-stage.ts'

let stage: EstateStage
let desk: Person
let codes: Map<string, string>
beforeAll(async () => {
  stage = await openEstateStage()
  desk = await stage.as('fang')
  const archivist = await stage.as('tang')
  const { areas, estates } = stage.cast
  const estateId = estates.yunqi
  const plan = { estateId, entrances: 2, floorTo: 12, unitsPerFloor: 2 }
  await archivist.places.generate({ ...plan, no: '3', areaId: areas.one })
  await archivist.places.generate({ ...plan, no: '5', areaId: areas.two })
  const rows = await archivist.places.list({ kind: ['unit'], limit: 200 })
  codes = new Map(rows.items.map(({ code, id }) => [code, id]))
  const secretary = await stage.as('su')
  const add = (name: string, phone: string, code: string | null, plate?: string) =>
    secretary.customers.create({
      estateId,
      name,
      phones: [{ phone }],
      vehicles: plate ? [{ plate }] : [],
      units: code ? [{ placeId: codes.get(code) ?? '', role: 'owner' }] : [],
    })
  await add('林晓', '13800138001', '3-2-1201', '粤B12345')
  await add('林父', '13800138001', '3-2-1201')
  await add('欧阳静', '13911112222', '5-1-301')
  await add('过路人', '13700001201', null)
  await add('张三', '075588881234', '3-1-101', '粤BD99999')
})
afterAll(() => stage.close())

const names = async (q: string, person = desk) =>
  (await person.customers.recognise({ q })).callers.map(({ name }) => name).toSorted()

describe('the one box of the caller', () => {
  test.each([
    ['13800138001', ['林晓', '林父']],
    ['138 0013 8001', ['林晓', '林父']],
    ['１３８００１３８００１', ['林晓', '林父']],
    ['8001', ['林晓', '林父']],
    ['林', ['林晓', '林父']],
    ['欧阳女士', ['欧阳静']],
    ['静', ['欧阳静']],
    ['粤B·12345', ['林晓']],
    ['12345', ['林晓']],
    ['粤bd99999', ['张三']],
    ['3-2-1201', ['林晓', '林父']],
    ['3栋2单元1201', ['林晓', '林父']],
    ['0755 8888 1234', ['张三']],
    ['1201', ['过路人', '林晓', '林父']],
    ['没有这个人', []],
    ['', []],
  ])('%s finds %j', async (q, found) => {
    expect(await names(q)).toEqual(found.toSorted())
  })

  test('says how the caller was found, with the units and only a masked number', async () => {
    const { callers, units } = await desk.customers.recognise({ q: '3-2-1201' })
    expect(callers[0]).toMatchObject({
      matched: 'unit',
      mainPhone: '138****8001',
      units: [{ code: '3-2-1201', role: 'owner' }],
    })
    expect(callers[0]?.units[0]?.areaId).toBe(stage.cast.areas.one)
    expect(units).toMatchObject([{ code: '3-2-1201', pathName: '云栖里 3栋2单元12层1201' }])
    expect(JSON.stringify(callers)).not.toContain('13800138001')
    const empty = await desk.customers.recognise({ q: '3-2-902' })
    expect(empty).toMatchObject({ callers: [], units: [{ code: '3-2-902' }] })
  })

  test('knows nobody of another estate or company, and nobody to a repair worker', async () => {
    expect(await names('林晓', await stage.as('ye'))).toEqual([])
    expect(await names('林晓', await stage.as('other'))).toEqual([])
    await expect(names('林晓', await stage.as('wu'))).rejects.toMatchObject({ code: 'access.not_granted' })
    expect(await names('林', await stage.as('qian'))).toEqual(['林晓', '林父'])
  })

  test('lets a steward hear the whole estate but change only the own area', async () => {
    const steward = await stage.as('zhou')
    expect(await names('林', steward)).toEqual(['林晓', '林父'])
    const [lin] = (await steward.customers.recognise({ q: '粤B12345' })).callers
    await expect(steward.customers.change({ id: lin?.id ?? '', note: 'x' })).rejects.toMatchObject({
      code: 'access.out_of_reach',
    })
    const [ouyang] = (await steward.customers.recognise({ q: '欧阳' })).callers
    expect(await steward.customers.change({ id: ouyang?.id ?? '', note: '养狗' })).toMatchObject({ note: '养狗' })
    const [passer] = (await steward.customers.recognise({ q: '过路人' })).callers
    expect((await steward.customers.get({ id: passer?.id ?? '' })).can).toContain('change')
  })
})

test('a list is searched, filtered and paged within reach', async () => {
  const searched = await desk.customers.list({ search: '林' })
  expect(searched.items.map(({ name }) => name).toSorted()).toEqual(['林晓', '林父'].toSorted())
  const page = await desk.customers.list({ limit: 2 })
  expect(page).toMatchObject({ total: 5, more: false })
  const next = await desk.customers.list({ limit: 10, after: page.next ?? '' })
  expect(next.items).toHaveLength(3)
  expect((await desk.customers.list({ role: ['tenant'] })).items).toEqual([])
  expect((await desk.customers.list({ placeId: codes.get('5-1-301') ?? '' })).items).toMatchObject([
    { name: '欧阳静', units: [{ code: '5-1-301' }] },
  ])
  const ye = await stage.as('ye')
  expect((await ye.customers.list({})).items).toEqual([])
})
