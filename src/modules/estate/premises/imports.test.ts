import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EstateStage, openEstateStage, type Person } from '../../../../test/support/estate-stage.ts'
import type { Value } from '../../../platform/imports/importer.ts'
import { unitImporter } from './imports.ts'
import { hearers } from './jobs.ts'
import { findUnitsWritten, getPlaceInUse, listPlaces } from './module.ts'
import { type UnitKey, unitRowOf } from './rules/unit-rows.ts'

type Cells = Partial<Record<UnitKey, Value>>
const EMPTY = {
  building: null,
  entrance: null,
  floor: null,
  unitNo: null,
  grossFloorArea: null,
  innerArea: null,
  use: null,
  status: null,
  deliveredOn: null,
  area: null,
}
const rowOf = (cells: Cells, row = 2) => ({ row, values: { ...EMPTY, ...cells } })

describe('a row of a roll of units', () => {
  test.each([
    [{ unitNo: '3-2-1201' }, { code: '3-2-1201', floorNo: 12 }],
    [{ unitNo: '３栋２单元０３０１室' }, { code: '3-2-0301', floorNo: 3 }],
    [
      { building: '5号楼', entrance: '1单元', unitNo: '101', grossFloorArea: '89.5㎡' },
      { code: '5-1-101', grossFloorArea: '89.50' },
    ],
    [
      { building: 'A座', unitNo: '1808', status: '已入住', use: '办公' },
      { code: 'A-1808', status: 'occupied', use: 'office' },
    ],
    [
      { building: '2', unitNo: 'B101', floor: '负一层' },
      { code: '2-B101', floorNo: -1 },
    ],
  ] as const)('%j is read', (cells, read) => {
    expect(unitRowOf(rowOf(cells))).toMatchObject({ row: read })
  })
  test.each([
    [{ unitNo: '1201' }, 'place.number_unclear'],
    [{ unitNo: '1-2-3-4-5' }, 'place.number_unclear'],
    [{ unitNo: '3-1-101', grossFloorArea: '不详' }, 'place.cell_unclear'],
    [{ unitNo: '3-1-101', status: '闹鬼' }, 'place.cell_unclear'],
  ] as const)('%j is sent back', (cells, code) => {
    expect(unitRowOf(rowOf(cells))).toMatchObject({ reason: { code } })
  })
})

describe('taking over a roll', () => {
  let stage: EstateStage
  let manager: Person
  beforeAll(async () => {
    stage = await openEstateStage()
    manager = await stage.as('zhao')
  })
  afterAll(() => stage.close())

  const take = (rows: ReturnType<typeof rowOf>[]) =>
    stage.inOurs(async (ctx) => {
      const options = { estateId: stage.cast.estates.yunqi, status: 'sold' as const }
      const judged = await unitImporter.prepare(ctx, rows, options)
      const takes = judged.flatMap((one, at) =>
        one.verdict === 'take' ? [{ row: at, key: one.key, draft: one.draft }] : [],
      )
      const written = [...(await unitImporter.write(ctx, takes, options))]
      return { verdicts: judged.map(({ verdict }) => verdict), written }
    })

  test('sets up what lies on the way, once, and tells twice-given rows from new ones', async () => {
    const rows = [
      rowOf({ unitNo: '9-1-101' }),
      rowOf({ unitNo: '9-1-102', area: '二区' }),
      rowOf({ unitNo: '9-2-1201', status: '装修中' }),
    ]
    expect(await take(rows)).toEqual({
      verdicts: ['take', 'take', 'take'],
      written: ['9-1-101', '9-1-102', '9-2-1201'],
    })
    expect((await take(rows)).verdicts).toEqual(['same', 'same', 'same'])
    const [building] = (await manager.places.search({ q: '9栋' })).items
    const grid = await manager.places.grid({ id: building?.id ?? '' })
    expect(grid.entrances.map(({ name }) => name)).toEqual(['1单元', '2单元'])
    expect(grid.units.map(({ code, floorNo, status }) => [code, floorNo, status])).toEqual([
      ['9-1-101', 1, 'sold'],
      ['9-1-102', 1, 'sold'],
      ['9-2-1201', 12, 'renovating'],
    ])
    const [own] = (await manager.places.list({ search: '9-1-102' })).items
    expect(own).toMatchObject({ areaName: '二区', areaOwn: true })
    expect((await stage.eventsOf(own?.id ?? '')).map(({ name }) => name)).toEqual(['place.created'])
  })

  test('sends back a row of an area that nobody knows', async () => {
    expect(await take([rowOf({ unitNo: '9-1-103', area: '九区' })])).toEqual({ verdicts: ['reject'], written: [] })
  })

  test('opens the door to others by any spelling, with archived places refused for new records', async () => {
    const { yunqi } = stage.cast.estates
    const found = await stage.inOurs(({ tx }) => findUnitsWritten(tx, yunqi, ['9栋1单元0101', '9-1-102', '8-8-888']))
    expect([...found].map(([written, { code }]) => [written, code])).toEqual([
      ['9栋1单元0101', '9-1-101'],
      ['9-1-102', '9-1-102'],
    ])
    const gate = await manager.places.create({ estateId: yunqi, kind: 'facility', detail: 'gate', name: '旧门' })
    await manager.places.archive({ id: gate.id, reason: '拆了' })
    await expect(stage.inOurs(({ tx }) => getPlaceInUse(tx, gate.id))).rejects.toThrow('place.not_allowed_now')
    expect(await stage.inOurs(({ tx }) => listPlaces(tx, [gate.id]))).toMatchObject([{ name: '旧门' }])
  })

  test('an estate that changes its short name changes the way to all its places', async () => {
    const { yunqi } = stage.cast.estates
    const rename = { name: 'estate.changed', recordId: yunqi, details: { changed: { shortName: ['云栖里', '栖云'] } } }
    await stage.inOurs(async (ctx) => {
      await ctx.tx.updateTable('estate').set({ shortName: '栖云' }).where('id', '=', yunqi).execute()
      const event = { ...rename, id: yunqi, at: '', recordKind: 'estate', byId: null, byName: '', postId: null }
      const rest = { forId: null, estateId: yunqi, areaId: null, fromState: null, toState: null }
      for (const hearer of hearers) await hearer.hear(ctx, { ...event, ...rest })
    })
    const [unit] = (await manager.places.search({ q: '栖云 9-1-101' })).items
    expect(unit?.pathName).toBe('栖云 9栋1单元1层101')
  })
})
