// Every key under which a place is found: its code whole and shortened, its name from any character on, and what else it is called.
import type { PlaceDetail } from '../contract/shapes.ts'
import type { Step } from './codes.ts'
import { spell } from './spelling.ts'

export type Key = { key: string; rank: number }

const LONGEST = 60

const ALSO_CALLED: Record<PlaceDetail, string> = {
  lobby: '大堂 门厅 大厅 lobby',
  corridor: '走廊 过道 走道 连廊 corridor',
  stairwell: '楼梯 楼道 楼梯间 消防通道 stairs',
  roof: '天台 楼顶 屋顶 屋面 roof',
  garage: '车库 地库 停车场 garage parking',
  garden: '花园 绿化 绿地 garden',
  road: '道路 车道 园路 road',
  playground: '儿童乐园 游乐场 健身区 playground',
  clubhouse: '会所 活动室 clubhouse',
  toilet: '卫生间 洗手间 公厕 厕所 toilet',
  wall: '外墙 墙面 facade',
  lift: '电梯 客梯 货梯 升降机 lift elevator',
  escalator: '扶梯 自动扶梯 escalator',
  pump_room: '水泵房 泵房 水泵 pump',
  water_tank: '水箱 水池 tank',
  substation: '配电房 配电室 变电所 变电站 高压房 substation',
  generator: '发电机房 发电机 generator',
  fire_control: '消防控制室 消控室 消控中心 中控室 fire-control',
  fire_equipment: '消火栓 消防栓 灭火器 消防 hydrant',
  monitoring: '监控室 监控 摄像头 camera',
  gate: '大门 出入口 门岗 gate',
  barrier: '道闸 车闸 闸机 barrier',
  entry_door: '单元门 门禁 大门 door',
  intercom: '对讲 可视对讲 门铃 intercom',
  air_conditioning: '空调 新风 中央空调 air-conditioning',
  lighting: '路灯 照明 灯 light',
  drainage: '排水 下水 化粪池 污水井 雨水井 drain',
  gas: '燃气 煤气 天然气 gas',
  network: '弱电间 弱电井 网络 network',
  other: '',
}

export function keysOf(way: readonly Step[], detail: PlaceDetail | null): Key[] {
  const self = way.at(-1)
  if (!self) return []
  const above = levelsOf(way.slice(0, -1))
  const keys = self.kind === 'unit' ? unitKeys(above, self) : namedKeys(above, self, detail)
  return bestOf(keys)
}

type Levels = { building?: string; entrance?: string; floor?: string }
const levelsOf = (way: readonly Step[]): Levels =>
  Object.fromEntries(way.map(({ kind, no }) => [kind, no.replace(/(?<=\d)F$/i, '')]))

const joined = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join('-')

function unitKeys({ building, entrance, floor }: Levels, { no, name }: Step): Key[] {
  const room = floor && no.length > floor.length && no.startsWith(floor) ? no.slice(floor.length) : undefined
  const whole = joined(building, entrance, no)
  return [
    { key: whole, rank: 0 },
    { key: joined(building, no), rank: 1 },
    { key: no, rank: 2 },
    { key: joined(entrance, no), rank: 3 },
    // 3栋2单元12层1201 and 3栋2单元12层01室
    ...(floor ? [{ key: joined(building, entrance, floor, no), rank: 1 }] : []),
    ...(floor ? [{ key: joined(building, floor, no), rank: 2 }] : []),
    ...(room ? [{ key: joined(building, entrance, floor, room), rank: 2 }] : []),
    { key: whole.replaceAll('-', ''), rank: 3 },
    ...(name === no ? [] : [{ key: name, rank: 1 }]),
  ]
}

/** A building, entrance, floor, public area or facility: in every shortening of the way to it, from each character of its name. */
function namedKeys(levels: Levels, self: Step, detail: PlaceDetail | null): Key[] {
  const { building, entrance, floor } = levels
  const prefixes = [
    { prefix: joined(building, entrance, floor), rank: 0 },
    { prefix: joined(building, entrance), rank: 1 },
    { prefix: joined(building, floor), rank: 1 },
    { prefix: joined(building), rank: 1 },
    { prefix: '', rank: building === undefined ? 0 : 2 },
  ]
  const terms = [
    { term: self.no.replace(/(?<=\d)F$/i, ''), rank: 0 },
    { term: self.name, rank: 0 },
    ...suffixesOf(self.name).map((term) => ({ term, rank: 2 })),
    ...(detail ? ALSO_CALLED[detail].split(' ') : []).filter(Boolean).map((term) => ({ term, rank: 3 })),
  ]
  // A bare number says nothing of an entrance or floor; of a building it is what people say.
  const bare = self.kind === 'building' || !/^[a-z]?\d*$/i.test(spell(self.no))
  return prefixes
    .filter(({ prefix }) => prefix !== '' || bare)
    .flatMap(({ prefix, rank }) =>
      terms.map((of) => ({ key: joined(prefix || undefined, of.term), rank: rank + of.rank })),
    )
}

/** 会所游泳池 is also found as 游泳池. */
function suffixesOf(name: string): string[] {
  const signs = [...name]
  return signs.slice(1, -1).map((_, at) => signs.slice(at + 1).join(''))
}

function bestOf(keys: readonly Key[]): Key[] {
  const best = new Map<string, number>()
  for (const { key, rank } of keys) {
    const spelled = [...spell(key)].slice(0, LONGEST).join('')
    if (spelled) best.set(spelled, Math.min(rank, best.get(spelled) ?? rank))
  }
  return [...best].map(([key, rank]) => ({ key, rank }))
}
