// The sample company's posts, estates, areas, buildings, people and customers.

import { CustomerDraft } from '../../modules/estate/customers/contract.ts'
import { createCustomer } from '../../modules/estate/customers/module.ts'
import { BuildingPlan, PlaceDraft } from '../../modules/estate/premises/contract/shapes.ts'
import { createPlace, generateBuilding, searchPlaces } from '../../modules/estate/premises/module.ts'
import { assignArea, createArea } from '../../modules/organisation/areas/module.ts'
import { createDepartment, createEstate } from '../../modules/organisation/estates/module.ts'
import { takeOn } from '../../modules/organisation/staff/module.ts'
import type { Ctx } from '../../platform/context.ts'
import { hashPassword } from '../../platform/session/passwords.ts'
import { setUpCompany } from '../company.ts'
import {
  type Dice,
  firmName,
  HOLDERS,
  oneOf,
  type Part,
  PEOPLE,
  personName,
  phoneOf,
  plateOf,
  SAMPLE_PASSWORD,
  WHO,
  type Who,
} from './people.ts'

export const SAMPLE_NAME = '和景物业（示例）'

export type Home = {
  placeId: string
  estateId: string
  code: string
  customerId: string
  name: string
  phone: string
  indoor: boolean
}
export type Stage = {
  companyId: string
  people: Map<Who, string>
  estates: { garden: string; tower: string }
  /** Units with somebody in them who may call. */
  homes: Home[]
  /** Public areas and facilities, by estate. */
  publicPlaces: { placeId: string; estateId: string; name: string }[]
}

export async function layEstates(ctx: Ctx, dice: Dice): Promise<Stage> {
  const posts = await setUpCompany(ctx, { name: SAMPLE_NAME, sample: true })
  const estates = {
    garden: (
      await createEstate(ctx, {
        name: '和景花园',
        shortName: '和景花园',
        code: 'HJ',
        kind: 'residential',
        city: '杭州',
        address: '云河路 88 号',
        servicePhone: '0571-5550-0188',
      })
    ).id,
    tower: (
      await createEstate(ctx, {
        name: '和景中心',
        shortName: '和景中心',
        code: 'ZX',
        kind: 'tower',
        city: '杭州',
        address: '云河路 66 号',
        servicePhone: '0571-5550-0166',
        serviceEveryDay: false,
      })
    ).id,
  }
  const areas = {
    east: (await createArea(ctx, { estateId: estates.garden, name: '东区', code: 'E' })).id,
    west: (await createArea(ctx, { estateId: estates.garden, name: '西区', code: 'W' })).id,
    tower: (await createArea(ctx, { estateId: estates.tower, name: '全楼', code: 'A' })).id,
  }
  const people = await takePeopleOn(ctx, posts, estates)
  for (const [area, who, role] of HOLDERS) await assignArea(ctx, { id: areas[area], staffId: idOf(people, who), role })
  const publicPlaces = await build(ctx, estates, areas)
  const homes = await moveIn(ctx, dice, estates)
  return { companyId: ctx.user.companyId, people, estates, homes, publicPlaces }
}

export function idOf<K>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key)
  if (!id) throw new Error(`the sample has no ${String(key)}`)
  return id
}

async function takePeopleOn(ctx: Ctx, posts: ReadonlyMap<string, string>, estates: Stage['estates']) {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD)
  const service = (await createDepartment(ctx, { estateId: null, name: '客户服务部', nameEn: 'Customer service' })).id
  const engineering = (await createDepartment(ctx, { estateId: null, name: '工程部', nameEn: 'Engineering' })).id
  const people = new Map<Who, string>()
  for (const [place, who] of WHO.entries()) {
    const part: Part = PEOPLE[who]
    const departmentId = part.post === 'repairWorker' || part.post === 'engineeringSupervisor' ? engineering : service
    const held = [{ postId: idOf(posts, part.post), estateId: part.at && estates[part.at] }]
    const { trades = [] } = part
    const { id } = await takeOn(ctx, {
      name: part.name,
      login: who,
      phone: phoneOf(9900 + place),
      trades,
      departmentId,
      posts: held,
      passwordHash,
    })
    people.set(who, id)
  }
  return people
}

async function build(ctx: Ctx, estates: Stage['estates'], areas: { east: string; west: string; tower: string }) {
  for (const no of ['1', '2', '3', '4']) {
    const areaId = Number(no) <= 2 ? areas.east : areas.west
    await generateBuilding(
      ctx,
      BuildingPlan.parse({
        estateId: estates.garden,
        no,
        areaId,
        entrances: 2,
        floorTo: 16,
        skipFloors: [4],
        unitsPerFloor: 4,
        grossFloorArea: Number(no) <= 2 ? 89.5 : 118.2,
        status: 'occupied',
      }),
    )
  }
  await generateBuilding(
    ctx,
    BuildingPlan.parse({
      estateId: estates.tower,
      no: 'A',
      name: 'A座',
      areaId: areas.tower,
      entrances: 0,
      floorFrom: 2,
      floorTo: 13,
      unitsPerFloor: 10,
      grossFloorArea: 156,
      use: 'office',
      status: 'occupied',
    }),
  )
  const places: Stage['publicPlaces'] = []
  for (const [estate, kind, detail, name, directions, area] of PUBLIC) {
    const estateId = estates[estate]
    const { id } = await createPlace(
      ctx,
      PlaceDraft.parse({ estateId, kind, detail, name, directions, areaId: areas[area] }),
    )
    places.push({ placeId: id, estateId, name })
  }
  return places
}

const PUBLIC = [
  ['garden', 'public_area', 'lobby', '1栋大堂', '东门进来左手第一栋', 'east'],
  ['garden', 'public_area', 'garage', '地下车库', '东门车道下行', 'east'],
  ['garden', 'public_area', 'garden', '中心花园', '四栋楼之间', 'west'],
  ['garden', 'public_area', 'playground', '儿童游乐区', '中心花园北侧', 'west'],
  ['garden', 'public_area', 'corridor', '3栋1单元楼道', '3栋西侧门', 'west'],
  ['garden', 'facility', 'lift', '1栋1单元客梯', '1栋1单元大堂内', 'east'],
  ['garden', 'facility', 'lift', '3栋2单元客梯', '3栋2单元大堂内', 'west'],
  ['garden', 'facility', 'barrier', '东门道闸', '东门岗亭旁', 'east'],
  ['garden', 'facility', 'pump_room', '生活水泵房', '车库负一层东北角', 'east'],
  ['garden', 'facility', 'fire_control', '消防控制室', '东门岗亭后', 'east'],
  ['garden', 'facility', 'lighting', '小区路灯', '环路两侧', 'west'],
  ['tower', 'public_area', 'lobby', 'A座大堂', '正门旋转门内', 'tower'],
  ['tower', 'public_area', 'toilet', '8层公共卫生间', '8层电梯厅右转', 'tower'],
  ['tower', 'facility', 'lift', 'A座2号客梯', '大堂电梯厅左二', 'tower'],
  ['tower', 'facility', 'air_conditioning', 'A座中央空调', '屋面机房', 'tower'],
  ['tower', 'facility', 'entry_door', '6层门禁', '6层电梯厅', 'tower'],
] as const

/** About half of the homes and a part of the offices have somebody on file. */
async function moveIn(ctx: Ctx, dice: Dice, estates: Stage['estates']): Promise<Home[]> {
  const homes: Home[] = []
  const floors = [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15]
  for (const building of [1, 2, 3, 4]) {
    for (const entrance of [1, 2]) {
      for (const floor of floors) {
        const code = `${building}-${entrance}-${floor}${String(Math.floor(dice() * 4) + 1).padStart(2, '0')}`
        homes.push(await settle(ctx, dice, { estateId: estates.garden, code, place: homes.length, indoor: true }))
      }
    }
  }
  for (let floor = 2; floor <= 13; floor += 1) {
    const code = `A-${floor}${String(Math.floor(dice() * 10) + 1).padStart(2, '0')}`
    homes.push(await settle(ctx, dice, { estateId: estates.tower, code, place: homes.length, indoor: true }))
  }
  return homes
}

async function settle(
  ctx: Ctx,
  dice: Dice,
  { estateId, code, place, indoor }: { estateId: string; code: string; place: number; indoor: boolean },
): Promise<Home> {
  const found = (await searchPlaces(ctx, { q: code, estateId, limit: 5 })).find((one) => one.code === code)
  if (!found) throw new Error(`the sample has no unit ${code}`)
  const office = code.startsWith('A')
  const name = office ? firmName(place) : personName(dice)
  const phone = phoneOf(place)
  const units = [{ placeId: found.id, role: office || dice() > 0.8 ? ('tenant' as const) : ('owner' as const) }]
  const vehicles = dice() > 0.6 ? [{ plate: plateOf(dice) }] : []
  const gender = office ? null : oneOf(dice, ['male', 'female'] as const)
  const draft = CustomerDraft.parse({
    estateId,
    kind: office ? 'firm' : 'person',
    name,
    gender,
    phones: [{ phone }],
    vehicles,
    units,
  })
  const { id } = await createCustomer(ctx, draft)
  return { placeId: found.id, estateId, code, customerId: id, name, phone, indoor }
}
