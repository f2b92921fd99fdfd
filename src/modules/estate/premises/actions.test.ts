import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EstateStage, openEstateStage, type Person } from '../../../../test/support/estate-stage.ts'

let stage: EstateStage
let archivist: Person
let manager: Person
let building: string
beforeAll(async () => {
  stage = await openEstateStage()
  archivist = await stage.as('tang')
  manager = await stage.as('zhao')
  const { areas, estates } = stage.cast
  const plan = {
    estateId: estates.yunqi,
    no: '3',
    entrances: 2,
    floorFrom: -1,
    floorTo: 18,
    unitsPerFloor: 4,
    skipFloors: [4],
  }
  const made = await archivist.places.generate({ ...plan, status: 'sold', areaId: areas.one })
  expect(made).toMatchObject({ entrances: 2, floors: 36, units: 136 })
  building = made.id
})
afterAll(() => stage.close())

const found = async (person: Person, q: string) => (await person.places.search({ q })).items
const unit = async (code: string) => {
  const hit = (await found(manager, code)).find((item) => item.code === code)
  if (!hit) throw new Error(`no ${code}`)
  return hit
}

describe('a building', () => {
  test('comes with its entrances, floors and units numbered and named', async () => {
    const hit = await unit('3-2-1201')
    expect(hit).toMatchObject({ pathName: '云栖里 3栋2单元12层1201', unitStatus: 'sold', estateName: '云栖里小区' })
    const grid = await manager.places.grid({ id: building })
    expect(grid.entrances.map(({ name }) => name)).toEqual(['1单元', '2单元'])
    expect(grid.units).toHaveLength(136)
    expect(grid.floors.filter(({ floorNo }) => floorNo === -1)).toHaveLength(2)
    expect(grid.units.filter(({ floorNo }) => floorNo === 4)).toHaveLength(0)
    const [first] = (await manager.places.tree({ estateId: stage.cast.estates.yunqi })).buildings
    expect(first).toMatchObject({ name: '3栋', entrances: 2, units: 136, areaName: '一区' })
    expect(first?.byStatus.sold).toBe(136)
  })

  test('is refused when its number is taken, or when rooms would share a number', async () => {
    const estateId = stage.cast.estates.yunqi
    const plan = { estateId, entrances: 1, floorTo: 12, unitsPerFloor: 2 }
    await expect(archivist.places.generate({ ...plan, no: '3' })).rejects.toMatchObject({ code: 'place.code_taken' })
    const one = { ...plan, no: '8', roomDigits: 1, unitsPerFloor: 12 }
    await expect(archivist.places.generate(one)).rejects.toMatchObject({ code: 'place.units_collide' })
    const many = { ...plan, no: '9', entrances: 20, floorTo: 100, unitsPerFloor: 20 }
    await expect(archivist.places.generate(many)).rejects.toMatchObject({ code: 'place.too_many_units' })
  })

  test('goes on counting rooms in the next entrance when asked to', async () => {
    const estateId = stage.cast.estates.jincheng
    const desk = manager
    await desk.places.generate({ estateId, no: 'A', entrances: 2, floorTo: 2, unitsPerFloor: 2, countOn: true })
    const codes = (await desk.places.list({ estateId, kind: ['unit'], limit: 50 })).items.map(({ code }) => code)
    expect(codes).toEqual(['A-1-101', 'A-1-102', 'A-1-201', 'A-1-202', 'A-2-103', 'A-2-104', 'A-2-203', 'A-2-204'])
  })

  test('given a new number takes all its parts along', async () => {
    const desk = manager
    const estateId = stage.cast.estates.jincheng
    const made = await desk.places.generate({ estateId, no: '7', entrances: 1, floorTo: 3, unitsPerFloor: 1 })
    await desk.places.change({ id: made.id, no: '17' })
    const [hit] = await found(desk, '17栋1单元301')
    expect(hit).toMatchObject({ code: '17-1-301', pathName: '锦程 17栋1单元3层301' })
    expect(await found(desk, '7-1-301')).toEqual([])
    await expect(desk.places.change({ id: made.id, no: 'A' })).rejects.toMatchObject({ code: 'place.code_taken' })
  })
})

describe('the area of a place', () => {
  test('is that of the building until a part gets its own, and the part keeps it', async () => {
    const { areas } = stage.cast
    const { entrances } = await manager.places.grid({ id: building })
    const second = entrances[1]?.id ?? ''
    await manager.places.setArea({ id: second, areaId: areas.two })
    expect((await unit('3-2-1201')).areaId).toBe(areas.two)
    expect((await unit('3-1-1201')).areaId).toBe(areas.one)
    await manager.places.setArea({ id: building, areaId: null })
    expect((await unit('3-1-1201')).areaId).toBeNull()
    expect((await unit('3-2-1201')).areaId).toBe(areas.two)
    await manager.places.setArea({ id: building, areaId: areas.one })
    const back = await manager.places.setArea({ id: second, areaId: null })
    expect(back).toMatchObject({ areaName: '一区', areaOwn: false })
    expect((await unit('3-2-1201')).areaId).toBe(areas.one)
  })

  test('cannot be one of another estate, and the steward does not set it', async () => {
    const foreign = { id: building, areaId: stage.cast.areas.tower }
    await expect(manager.places.setArea(foreign)).rejects.toMatchObject({ code: 'place.area_not_found' })
    const steward = await stage.as('lin')
    await expect(steward.places.setArea(foreign)).rejects.toMatchObject({ code: 'access.not_granted' })
  })
})

describe('the status of a unit', () => {
  test('moves on one step at a time, and take-over leaves its day', async () => {
    const { id } = await unit('3-1-101')
    const delivered = await manager.places.setStatus({ id, status: 'delivered', on: '2026-11-20' })
    expect(delivered.unit).toMatchObject({ status: 'delivered', deliveredOn: '2026-11-20' })
    await manager.places.setStatus({ id, status: 'renovating' })
    const occupied = await manager.places.setStatus({ id, status: 'occupied' })
    expect(occupied.unit?.status).toBe('occupied')
  })

  test('skips no step; a wrong entry is corrected with a reason', async () => {
    const { id } = await unit('3-1-102')
    const skipped = manager.places.setStatus({ id, status: 'occupied' })
    await expect(skipped).rejects.toMatchObject({ code: 'unit.not_allowed_now', details: { state: 'sold' } })
    const right = await manager.places.correctStatus({ id, status: 'occupied', reason: '旧表录入时漏了交房' })
    expect(right.unit?.status).toBe('occupied')
    const corrected = (await stage.eventsOf(id)).filter(({ name }) => name === 'place.status_corrected')
    expect(corrected).toMatchObject([
      { fromState: 'sold', toState: 'occupied', details: { reason: '旧表录入时漏了交房' } },
    ])
  })

  test('is a matter of the area for a steward, and of nobody for a lift', async () => {
    const { id } = await unit('3-1-201')
    const steward = await stage.as('zhou')
    await expect(steward.places.setStatus({ id, status: 'delivered' })).rejects.toMatchObject({
      code: 'access.out_of_reach',
    })
    await expect(manager.places.setStatus({ id: building, status: 'sold' })).rejects.toMatchObject({
      code: 'place.not_a_unit',
    })
  })
})

describe('putting away', () => {
  test('takes a place out of every search until it is brought back', async () => {
    const estateId = stage.cast.estates.yunqi
    const kiosk = await archivist.places.create({ estateId, kind: 'facility', detail: 'gate', name: '临时岗亭' })
    await archivist.places.archive({ id: kiosk.id, reason: '拆除' })
    expect(await found(archivist, '临时岗亭')).toEqual([])
    await expect(archivist.places.change({ id: kiosk.id, name: '岗亭' })).rejects.toMatchObject({
      code: 'place.not_allowed_now',
    })
    await archivist.places.restore({ id: kiosk.id })
    expect(await found(archivist, '岗亭')).toHaveLength(1)
  })

  test('is refused while there are parts in use or people in it', async () => {
    await expect(archivist.places.archive({ id: building, reason: '误建' })).rejects.toMatchObject({
      code: 'place.has_parts',
    })
    const { id } = await unit('3-1-101')
    await expect(archivist.places.archive({ id, reason: '误建' })).rejects.toMatchObject({
      code: 'place.still_occupied',
    })
  })
})

describe('a new place', () => {
  const draft = () => ({ estateId: stage.cast.estates.yunqi })
  test('must fit into what it is part of, and be of a kind it can be', async () => {
    const { id: unitId } = await unit('3-1-301')
    const inUnit = archivist.places.create({ ...draft(), kind: 'entrance', no: '1', parentId: unitId })
    await expect(inUnit).rejects.toMatchObject({ code: 'place.wrong_parent' })
    const alone = archivist.places.create({ ...draft(), kind: 'unit', no: '1201' })
    await expect(alone).rejects.toMatchObject({ code: 'place.wrong_parent' })
    const lobbyLift = archivist.places.create({
      ...draft(),
      kind: 'facility',
      detail: 'lobby',
      name: '大堂',
      parentId: building,
    })
    await expect(lobbyLift).rejects.toMatchObject({ code: 'place.wrong_detail' })
    const nameless = archivist.places.create({ ...draft(), kind: 'building' })
    await expect(nameless).rejects.toMatchObject({ code: 'place.no_missing' })
    const badNo = archivist.places.create({ ...draft(), kind: 'building', no: '3-1' })
    await expect(badNo).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'no', message: 'place.bad_no' }] })
  })

  test('is not for the receptionist to make, nor anybody in another estate or company', async () => {
    const house = { ...draft(), kind: 'building' as const, no: '99' }
    await expect((await stage.as('fang')).places.create(house)).rejects.toMatchObject({ code: 'access.not_granted' })
    const next = { ...house, estateId: stage.cast.estates.jincheng }
    await expect(archivist.places.create(next)).rejects.toMatchObject({ code: 'access.out_of_reach' })
    const stranger = await stage.as('an')
    await expect(stranger.places.create(house)).rejects.toMatchObject({ code: 'estate.not_found' })
    await expect(stranger.places.get({ id: building })).rejects.toMatchObject({ code: 'place.not_found', status: 404 })
    await expect(stranger.places.archive({ id: building, reason: 'x' })).rejects.toMatchObject({
      code: 'place.not_found',
    })
    expect(await found(stranger, '3-1-101')).toEqual([])
  })
})

test('a list goes on page by page and counts what it holds', async () => {
  const first = await manager.places.list({ buildingId: building, kind: ['unit'], limit: 100 })
  expect(first).toMatchObject({ total: 136, more: false })
  const second = await manager.places.list({
    buildingId: building,
    kind: ['unit'],
    limit: 100,
    after: first.next ?? '',
  })
  expect(second.items).toHaveLength(36)
  expect(second.next).toBeNull()
  const delivered = await manager.places.list({ buildingId: building, unitStatus: ['occupied'] })
  expect(delivered.items.map(({ code }) => code)).toEqual(['3-1-101', '3-1-102'])
})
