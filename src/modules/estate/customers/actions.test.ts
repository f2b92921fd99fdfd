import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EstateStage, openEstateStage, type Person } from '../../../../test/support/estate-stage.ts'

let stage: EstateStage
let desk: Person
let secretary: Person
let archivist: Person
let units: string[]
beforeAll(async () => {
  stage = await openEstateStage()
  desk = await stage.as('fang')
  secretary = await stage.as('su')
  archivist = await stage.as('tang')
  const { estates, areas } = stage.cast
  const plan = { estateId: estates.yunqi, entrances: 2, floorTo: 12, unitsPerFloor: 2 }
  const { id } = await archivist.places.generate({ ...plan, no: '3', areaId: areas.one })
  units = (await desk.places.grid({ id })).units.map((unit) => unit.id)
})
afterAll(() => stage.close())

const inYunqi = () => ({ estateId: stage.cast.estates.yunqi })
const ID = '11010519491231002X'

describe('a new customer', () => {
  test('is kept with phones masked, the ID sealed, and nothing whole in the ledger', async () => {
    const lin = await desk.customers.create({
      ...inYunqi(),
      name: '林晓',
      idKind: 'resident_id',
      idNumber: ID,
      phones: [{ phone: '138 0013 8001' }, { phone: '0755-88881234', label: '家' }],
      vehicles: [{ plate: '粤b·12345' }],
    })
    expect(lin).toMatchObject({ mainPhone: '138****8001', idNumber: '110***********002X', status: 'in_use' })
    expect(lin.phones.map(({ masked, main }) => [masked, main])).toEqual([
      ['138****8001', true],
      ['0755****1234', false],
    ])
    expect(lin.vehicles).toMatchObject([{ plate: '粤B12345' }])
    const row = await stage.database.inCompany(stage.cast.companies.ours, (tx) =>
      tx.selectFrom('customer').selectAll().where('id', '=', lin.id).executeTakeFirstOrThrow(),
    )
    expect(row.idNumberSealed?.toString('latin1')).not.toContain('1949')
    expect(JSON.stringify(await stage.eventsOf(lin.id))).not.toMatch(/13800138001|19491231/)
  })

  test('with a malformed number is refused at the field, in words', async () => {
    const wrong = desk.customers.create({
      ...inYunqi(),
      name: '王',
      phones: [{ phone: '1380013' }],
      vehicles: [{ plate: '粤I1' }],
    })
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      fields: [
        { path: 'phones.0.phone', message: 'phone.malformed' },
        { path: 'vehicles.0.plate', message: 'plate.malformed' },
      ],
    })
    const badId = desk.customers.create({
      ...inYunqi(),
      name: '王',
      idKind: 'resident_id',
      idNumber: '110105194912310021',
    })
    await expect(badId).rejects.toMatchObject({ code: 'customer.id_malformed' })
  })

  test('cannot have the ID number of another', async () => {
    const twin = desk.customers.create({
      ...inYunqi(),
      name: '林小',
      idKind: 'resident_id',
      idNumber: '11010519491231002x',
    })
    await expect(twin).rejects.toMatchObject({ code: 'customer.id_taken' })
  })

  test('is entered by nobody outside the estate, and not by a repair worker', async () => {
    const draft = { ...inYunqi(), name: '陈' }
    await expect((await stage.as('wu')).customers.create(draft)).rejects.toMatchObject({ code: 'access.not_granted' })
    const far = await stage.as('ye')
    await expect(far.customers.create(draft)).rejects.toMatchObject({ code: 'access.out_of_reach' })
    const stranger = await stage.as('other')
    await expect(stranger.customers.create(draft)).rejects.toMatchObject({ code: 'estate.not_found' })
  })
})

describe('phones and plates', () => {
  test('have one main number, which passes on when it ends', async () => {
    const wu = await desk.customers.create({ ...inYunqi(), name: '吴师傅', phones: [{ phone: '13900139001' }] })
    const two = await desk.customers.addPhone({ id: wu.id, phone: '13900139002', main: true })
    expect(two.mainPhone).toBe('139****9002')
    await expect(desk.customers.addPhone({ id: wu.id, phone: '139-0013-9002' })).rejects.toMatchObject({
      code: 'customer.phone_known',
    })
    const [main = '', other = ''] = two.phones.map((phone) => phone.id)
    const changed = await desk.customers.setMainPhone({ id: wu.id, phoneId: other })
    expect(changed.mainPhone).toBe('139****9001')
    const ended = await desk.customers.endPhone({ id: wu.id, phoneId: other })
    expect(ended.mainPhone).toBe('139****9002')
    const gone = desk.customers.endPhone({ id: wu.id, phoneId: other })
    await expect(gone).rejects.toMatchObject({ code: 'customer.phone_not_found' })
    await desk.customers.endPhone({ id: wu.id, phoneId: main })
    expect((await desk.customers.get({ id: wu.id })).mainPhone).toBeNull()
    const plate = await desk.customers.addPlate({ id: wu.id, plate: '粤BD12345' })
    await expect(desk.customers.addPlate({ id: wu.id, plate: '粤B·D12345' })).rejects.toMatchObject({
      code: 'customer.plate_known',
    })
    const without = await desk.customers.endPlate({ id: wu.id, vehicleId: plate.vehicles[0]?.id ?? '' })
    expect(without.vehicles[0]?.endedAt).not.toBeNull()
  })

  test('are told whole only through reveal, which leaves an event with the name of who asked', async () => {
    const he = await desk.customers.create({
      ...inYunqi(),
      name: '何',
      idKind: 'passport',
      idNumber: 'E12345678',
      phones: [{ phone: '13700137000' }],
    })
    expect(await desk.customers.reveal({ id: he.id, what: 'phone', reason: '回电' })).toEqual({ value: '13700137000' })
    expect(await desk.customers.reveal({ id: he.id, what: 'id_number' })).toEqual({ value: 'E12345678' })
    const revealed = (await stage.eventsOf(he.id)).filter(({ name }) => name === 'customer.revealed')
    expect(revealed).toMatchObject([
      { byName: '方晓', details: { what: 'phone', number: '137****7000', reason: '回电' } },
      { details: { what: 'id_number', number: 'E******78' } },
    ])
    await expect(archivist.customers.reveal({ id: he.id, what: 'phone' })).rejects.toMatchObject({
      code: 'access.not_granted',
    })
    const bare = await desk.customers.create({ ...inYunqi(), name: '无证' })
    await expect(desk.customers.reveal({ id: bare.id, what: 'id_number' })).rejects.toMatchObject({
      code: 'customer.no_id_number',
    })
    await expect(desk.customers.reveal({ id: bare.id, what: 'phone' })).rejects.toMatchObject({
      code: 'customer.phone_not_found',
    })
  })
})

describe('what a customer is to a unit', () => {
  test('one customer has many units, one unit many customers', async () => {
    const [one = '', two = '', three = ''] = units
    const owner = await secretary.customers.create({
      ...inYunqi(),
      name: '欧阳静',
      units: [one, two, three].map((placeId) => ({ placeId, role: 'owner' as const, share: 100 })),
    })
    expect(owner.links.map(({ code }) => code)).toEqual(['3-1-101', '3-1-102', '3-1-201'])
    expect(owner.links[0]).toMatchObject({ share: 100, fromOn: '2026-11-23', pathName: '云栖里 3栋1单元1层101' })
    const tenant = await secretary.customers.create({
      ...inYunqi(),
      name: '租客',
      units: [{ placeId: one, role: 'tenant' }],
    })
    const people = (await secretary.customers.list({ placeId: one })).items.map(({ name }) => name)
    expect(people).toEqual(['租客', '欧阳静'])
    const second = secretary.customers.linkUnit({ id: tenant.id, placeId: one, role: 'owner', share: 0.01 })
    await expect(second).rejects.toMatchObject({ code: 'customer.share_exceeded' })
    const again = secretary.customers.linkUnit({ id: tenant.id, placeId: one, role: 'tenant' })
    await expect(again).rejects.toMatchObject({ code: 'customer.already_linked' })
  })

  test('ends on a day, after which the customer can be put away and brought back', async () => {
    const placeId = units[5] ?? ''
    const zhao = await secretary.customers.create({
      ...inYunqi(),
      name: '赵',
      units: [{ placeId, role: 'tenant', fromOn: '2026-01-01' }],
    })
    const keeper = await stage.as('he')
    await expect(keeper.customers.archive({ id: zhao.id, reason: '退租' })).rejects.toMatchObject({
      code: 'customer.still_linked',
    })
    const linkId = zhao.links[0]?.id ?? ''
    const early = secretary.customers.endLink({ id: zhao.id, linkId, toOn: '2025-12-31' })
    await expect(early).rejects.toMatchObject({ code: 'customer.days_reversed' })
    const ended = await secretary.customers.endLink({ id: zhao.id, linkId })
    expect(ended.links[0]?.toOn).toBe('2026-11-23')
    await expect(secretary.customers.endLink({ id: zhao.id, linkId })).rejects.toMatchObject({
      code: 'customer.link_ended',
    })
    await keeper.customers.archive({ id: zhao.id, reason: '退租' })
    await expect(desk.customers.addPhone({ id: zhao.id, phone: '13800138009' })).rejects.toMatchObject({
      code: 'customer.not_allowed_now',
    })
    expect((await desk.customers.recognise({ q: '赵' })).callers).toEqual([])
    await keeper.customers.restore({ id: zhao.id })
    expect((await desk.customers.recognise({ q: '赵' })).callers).toHaveLength(1)
  })

  test('is a link to a unit, not to a lift or a building of another company', async () => {
    const some = await secretary.customers.create({ ...inYunqi(), name: '孙' })
    const [building] = (await desk.places.list({ kind: ['building'] })).items
    const wrong = secretary.customers.linkUnit({ id: some.id, placeId: building?.id ?? '', role: 'owner' })
    await expect(wrong).rejects.toMatchObject({ code: 'customer.not_a_unit' })
    const stranger = await stage.as('an')
    const theirs = await stranger.customers.create({ estateId: stage.cast.estates.anhe, name: '外人' })
    const across = stranger.customers.linkUnit({ id: theirs.id, placeId: units[0] ?? '', role: 'owner' })
    await expect(across).rejects.toMatchObject({ code: 'place.not_found' })
  })
})

describe('duplicates', () => {
  test('go over into the record that goes on, and stay to be read', async () => {
    const keeper = await stage.as('he')
    const [placeId = '', shared = ''] = units.slice(8)
    const kept = await secretary.customers.create({
      ...inYunqi(),
      name: '黄蓉',
      phones: [{ phone: '13600136000' }],
      units: [{ placeId: shared, role: 'owner', share: 60 }],
    })
    const double = await secretary.customers.create({
      ...inYunqi(),
      name: '黄容',
      idKind: 'passport',
      idNumber: 'G7654321',
      phones: [{ phone: '13600136001' }, { phone: '13600136000' }],
      vehicles: [{ plate: '京A12345' }],
      units: [
        { placeId, role: 'tenant' },
        { placeId: shared, role: 'family' },
      ],
    })
    const merged = await keeper.customers.merge({ id: double.id, intoId: kept.id })
    expect(merged).toMatchObject({
      name: '黄蓉',
      mainPhone: '136****6000',
      idNumber: 'G*****21',
      duplicates: [{ id: double.id, name: '黄容' }],
    })
    expect(merged.phones).toHaveLength(2)
    expect(merged.vehicles).toHaveLength(1)
    expect(merged.links.map(({ role }) => role).toSorted()).toEqual(['family', 'owner', 'tenant'])
    const old = await desk.customers.get({ id: double.id })
    expect(old).toMatchObject({ status: 'merged', mergedIntoId: kept.id, can: ['reveal'] })
    expect(old.links).toHaveLength(2)
    const { callers } = await desk.customers.recognise({ q: '13600136000' })
    expect(callers.map(({ id }) => id)).toEqual([kept.id])
    await expect(keeper.customers.merge({ id: double.id, intoId: kept.id })).rejects.toMatchObject({
      code: 'customer.not_allowed_now',
    })
    const self = keeper.customers.merge({ id: kept.id, intoId: kept.id })
    await expect(self).rejects.toMatchObject({ code: 'customer.merged_with_itself' })
    const firm = await desk.customers.create({ ...inYunqi(), kind: 'firm', name: '云杉科技' })
    await expect(keeper.customers.merge({ id: firm.id, intoId: kept.id })).rejects.toMatchObject({
      code: 'customer.kinds_differ',
    })
    const other = await desk.customers.create({ ...inYunqi(), name: '黄蓉', idKind: 'passport', idNumber: 'G1111111' })
    await expect(keeper.customers.merge({ id: other.id, intoId: kept.id })).rejects.toMatchObject({
      code: 'customer.ids_differ',
    })
  })
})

describe('changing', () => {
  test('leaves what is not named, and finds the customer under the new name only', async () => {
    const some = await desk.customers.create({
      ...inYunqi(),
      name: '旧名',
      note: '听力不好',
      phones: [{ phone: '13500135000' }],
    })
    const changed = await desk.customers.change({
      id: some.id,
      name: '𠮷野龘',
      idKind: 'passport',
      idNumber: 'E88888888',
    })
    expect(changed).toMatchObject({ name: '𠮷野龘', note: '听力不好', idNumber: 'E******88' })
    expect((await desk.customers.recognise({ q: '旧名' })).callers).toEqual([])
    expect((await desk.customers.recognise({ q: '龘' })).callers).toHaveLength(1)
    const cleared = await desk.customers.change({ id: some.id, idKind: null, idNumber: null })
    expect(cleared.idNumber).toBeNull()
    expect(JSON.stringify(await stage.eventsOf(some.id))).not.toContain('E88888888')
    const stranger = await stage.as('other')
    await expect(stranger.customers.change({ id: some.id, name: 'x' })).rejects.toMatchObject({
      code: 'customer.not_found',
    })
  })
})
