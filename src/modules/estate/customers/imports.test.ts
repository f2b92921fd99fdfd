import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EstateStage, openEstateStage, type Person } from '../../../../test/support/estate-stage.ts'
import type { Value } from '../../../platform/imports/importer.ts'
import { customerImporter } from './imports.ts'
import { findCustomer, findMainPhone, listCallersByPhone, listMergedIds } from './module.ts'
import { type CustomerKey, customerRowOf } from './rules/customer-rows.ts'

const EMPTY = {
  name: null,
  phone: null,
  building: null,
  entrance: null,
  unitNo: null,
  role: null,
  idNumber: null,
  plate: null,
  fromOn: null,
  note: null,
}
const rowOf = (cells: Partial<Record<CustomerKey, Value>>) => ({ row: 2, values: { ...EMPTY, ...cells } })
const ID = '11010519491231002X'

describe('a row of a roll of owners', () => {
  test('may hold several phones and plates in one cell, and the unit in three', () => {
    const row = rowOf({
      name: '林晓',
      phone: '138 0013 8001、0571-88881234',
      plate: '浙A12345/浙AD12345',
      building: '3栋',
      entrance: '2单元',
      unitNo: '1201室',
      role: '户主',
      idNumber: '11010519491231002x',
    })
    expect(customerRowOf(row)).toEqual({
      row: {
        name: '林晓',
        kind: 'person',
        phones: ['13800138001', '057188881234'],
        plates: ['浙A12345', '浙AD12345'],
        idKind: 'resident_id',
        idNumber: ID,
        role: 'owner',
        unit: '3栋-2单元-1201室',
        fromOn: null,
        note: null,
      },
    })
  })
  test('of a firm is told by its name or its credit code', () => {
    expect(customerRowOf(rowOf({ name: '杭州云杉物流有限公司' }))).toMatchObject({
      row: { kind: 'firm', idKind: null },
    })
    expect(customerRowOf(rowOf({ name: '云杉', idNumber: '91350100M000100Y43' }))).toMatchObject({
      row: { kind: 'firm', idKind: 'credit_code' },
    })
  })
  test('with anything malformed goes back with every reason, and without the ID number', () => {
    const sent = customerRowOf(
      rowOf({ name: '王', phone: '1380013', plate: '粤I1', idNumber: '110105194912310021', role: '路人' }),
    )
    expect('reasons' in sent && sent.reasons.map(({ code }) => code)).toEqual([
      'customer.phone_unclear',
      'customer.plate_unclear',
      'customer.id_unclear',
      'customer.role_unclear',
    ])
    expect(JSON.stringify(sent)).not.toContain('110105194912310021')
  })
})

describe('taking over a roll', () => {
  let stage: EstateStage
  let desk: Person
  beforeAll(async () => {
    stage = await openEstateStage()
    desk = await stage.as('fang')
    const archivist = await stage.as('tang')
    await archivist.places.generate({
      estateId: stage.cast.estates.yunqi,
      no: '3',
      entrances: 2,
      floorTo: 12,
      unitsPerFloor: 2,
    })
  })
  afterAll(() => stage.close())

  const take = (...rows: ReturnType<typeof rowOf>[]) =>
    stage.inOurs(async (ctx) => {
      const options = { estateId: stage.cast.estates.yunqi }
      const judged = await customerImporter.prepare(ctx, rows, options)
      const takes = judged.flatMap((one, at) =>
        one.verdict === 'take' ? [{ row: at, key: one.key, draft: one.draft }] : [],
      )
      const written = [...(await customerImporter.write(ctx, takes, options))]
      return { verdicts: judged.map(({ verdict }) => verdict), written: written.length }
    })

  test('puts each person on record once, with every unit the roll names', async () => {
    const lin = { name: '林晓', phone: '13800138001', idNumber: ID }
    const rows = [
      rowOf({ ...lin, unitNo: '3-2-1201' }),
      rowOf({ ...lin, unitNo: '3-1-101' }),
      rowOf({ name: '林父', phone: '13800138001', unitNo: '3-2-1201', role: '家属' }),
      rowOf({ name: '𠮷野龘', unitNo: '3栋1单元102' }),
    ]
    expect(await take(...rows)).toEqual({ verdicts: ['take', 'take', 'take', 'take'], written: 4 })
    expect(await take(...rows)).toEqual({ verdicts: ['same', 'same', 'same', 'same'], written: 0 })
    const { callers } = await desk.customers.recognise({ q: '13800138001' })
    expect(Object.fromEntries(callers.map(({ name, units }) => [name, units.map(({ code }) => code)]))).toEqual({
      林晓: ['3-2-1201', '3-1-101'],
      林父: ['3-2-1201'],
    })
    expect((await desk.customers.recognise({ q: '龘' })).callers).toHaveLength(1)
  })

  test('sends back a unit nobody knows, and an ID number that is somebody else’s', async () => {
    const unknown = rowOf({ name: '赵', unitNo: '8-8-888' })
    const borrowed = rowOf({ name: '冒名', idNumber: ID, unitNo: '3-1-201' })
    expect((await take(unknown, borrowed)).verdicts).toEqual(['reject', 'reject'])
  })

  test('opens the door to others: cards, callers by phone, the whole main number, merged records', async () => {
    const [first, second] = (await desk.customers.recognise({ q: '13800138001' })).callers
    const { id } = first ?? { id: '' }
    await stage.inOurs(async ({ tx }) => {
      expect(await findCustomer(tx, id)).toMatchObject({ id, mainPhone: '138****8001' })
      expect(await findMainPhone(tx, id)).toBe('13800138001')
      expect((await listCallersByPhone(tx, '13800138001')).map(({ name }) => name).toSorted()).toEqual(
        ['林晓', '林父'].toSorted(),
      )
    })
    const keeper = await stage.as('he')
    await keeper.customers.merge({ id: second?.id ?? '', intoId: id })
    expect(await stage.inOurs(({ tx }) => listMergedIds(tx, id))).toEqual([id, second?.id])
  })
})
