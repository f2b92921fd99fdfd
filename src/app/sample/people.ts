// The people of the sample company: every post of a customer centre filled by somebody. All of them are made up.
import type { AreaRole } from '../../modules/organisation/areas/contract.ts'
import type { StandardPostKey } from '../../modules/organisation/posts/module.ts'
import type { Trade } from '../../modules/organisation/staff/contract.ts'

export const SAMPLE_PASSWORD = 'zhishou-sample'

export type Place = 'garden' | 'tower' | null
export type Part = { name: string; post: StandardPostKey; at: Place; trades?: Trade[] }
export const PEOPLE = {
  qin: { name: '秦岳', post: 'generalManager', at: null },
  admin: { name: '贺敏', post: 'systemAdministrator', at: null },
  zhao: { name: '赵敏华', post: 'customerServiceManager', at: null },
  chen: { name: '陈立', post: 'customerServiceSupervisor', at: 'garden' },
  lin: { name: '林芳', post: 'steward', at: 'garden' },
  zhou: { name: '周宁', post: 'steward', at: 'garden' },
  su: { name: '苏晴', post: 'departmentSecretary', at: 'garden' },
  ye: { name: '叶青', post: 'frontDesk', at: 'tower' },
  he: { name: '何建国', post: 'projectSupervisor', at: 'garden' },
  luo: { name: '罗敏', post: 'customerServiceAssistant', at: 'garden' },
  fang: { name: '方晓', post: 'receptionist', at: 'garden' },
  tang: { name: '唐雨', post: 'archivist', at: 'garden' },
  gu: { name: '顾远', post: 'customerOfficer', at: 'tower' },
  sun: { name: '孙浩', post: 'engineeringSupervisor', at: null },
  wu: { name: '吴刚', post: 'repairWorker', at: 'garden', trades: ['plumbing', 'power', 'facility', 'hvac'] },
  ma: { name: '马强', post: 'repairWorker', at: null, trades: ['civil', 'power', 'lift', 'low_voltage', 'fire'] },
  deng: {
    name: '邓海',
    post: 'repairWorker',
    at: 'tower',
    trades: ['plumbing', 'power', 'hvac', 'low_voltage', 'facility'],
  },
} as const satisfies Record<string, Part>
export type Who = keyof typeof PEOPLE
export const WHO = Object.keys(PEOPLE).filter((login): login is Who => login in PEOPLE)

export const HOLDERS: readonly [area: 'east' | 'west' | 'tower', who: Who, role: AreaRole][] = [
  ['east', 'lin', 'steward'],
  ['west', 'zhou', 'steward'],
  ['east', 'chen', 'supervisor'],
  ['west', 'chen', 'supervisor'],
  ['tower', 'gu', 'officer'],
]

/** The sign-ins that the start prints: one for each kind of work. */
export const SIGN_INS: readonly [who: Who, zh: string, en: string][] = [
  ['fang', '前台接待员', 'receptionist'],
  ['chen', '客服主管', 'supervisor'],
  ['lin', '管家', 'steward'],
  ['wu', '维修技工', 'repair worker (phone page)'],
  ['luo', '客服助理', 'assistant (return visits)'],
  ['zhao', '客服经理', 'manager'],
  ['admin', '系统管理员', 'administrator'],
]

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const GIVEN = [
  '子涵',
  '雨桐',
  '浩然',
  '欣怡',
  '梓萱',
  '俊杰',
  '志强',
  '丽华',
  '建军',
  '秀英',
  '晓东',
  '海燕',
  '文博',
  '佳琪',
  '国栋',
  '春梅',
  '永康',
  '思源',
  '明轩',
  '婉清',
  '振宇',
  '玉兰',
  '天佑',
  '静怡',
  '少华',
  '𬱖',
  '喆',
  '龘',
  '一诺',
  '慧敏',
]
const FIRMS = [
  '远帆科技',
  '青禾设计',
  '博川律师事务所',
  '时雨文化传媒',
  '启明会计师事务所',
  '蓝杉建筑咨询',
  '云栈软件',
  '恒信保险经纪',
  '木棉教育',
  '极昼影像',
  '致远人力资源',
  '松果物流',
]

export type Dice = () => number
/** Always the same throws for the same seed: the sample looks the same on every machine. */
export function diceOf(seed: number): Dice {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
export function oneOf<T>(dice: Dice, choices: readonly T[]): T {
  const chosen = choices[Math.floor(dice() * choices.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}
export const personName = (dice: Dice) => oneOf(dice, SURNAMES) + oneOf(dice, GIVEN)
export const firmName = (place: number) =>
  `${FIRMS[place % FIRMS.length]}${place >= FIRMS.length ? `（${Math.floor(place / FIRMS.length) + 1}部）` : ''}有限公司`
/** Beginning with 1990000, which no operator gives out. */
export const phoneOf = (place: number) => `1990000${String(place).padStart(4, '0')}`
export const plateOf = (dice: Dice) => `浙A${String(Math.floor(dice() * 90_000) + 10_000)}`
