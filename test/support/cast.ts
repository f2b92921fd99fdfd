// The people of every test: a company with two estates and all posts filled, and a second company that must never be seen from it.
import { inNewCompany, type Setting, setUpCompany } from '../../src/app/company.ts'
import type { AreaRole } from '../../src/modules/organisation/areas/contract.ts'
import { assignArea, createArea } from '../../src/modules/organisation/areas/module.ts'
import { createDepartment, createEstate } from '../../src/modules/organisation/estates/module.ts'
import type { StandardPostKey } from '../../src/modules/organisation/posts/module.ts'
import type { Trade } from '../../src/modules/organisation/staff/contract.ts'
import { takeOn } from '../../src/modules/organisation/staff/module.ts'
import type { Ctx } from '../../src/platform/context.ts'
import { hashPassword } from '../../src/platform/session/passwords.ts'

/** Everybody's. */
export const PASSWORD = '桂花落在石阶上 27'

type Place = 'yunqi' | 'jincheng' | null
type Part = { name: string; phone: string; post: StandardPostKey; at: Place; trades?: Trade[] }
const CAST = {
  qian: { name: '钱伟', phone: '13800010001', post: 'generalManager', at: null },
  admin: { name: '郭宁', phone: '13800010002', post: 'systemAdministrator', at: null },
  zhao: { name: '赵敏华', phone: '13800010003', post: 'customerServiceManager', at: null },
  sun: { name: '孙浩', phone: '13800010004', post: 'engineeringSupervisor', at: null },
  chen: { name: '陈立', phone: '13800010005', post: 'customerServiceSupervisor', at: 'yunqi' },
  he: { name: '何建国', phone: '13800010006', post: 'projectSupervisor', at: 'yunqi' },
  lin: { name: '林芳', phone: '13800010007', post: 'steward', at: 'yunqi' },
  zhou: { name: '周宁', phone: '13800010008', post: 'steward', at: 'yunqi' },
  gu: { name: '顾远', phone: '13800010009', post: 'customerOfficer', at: 'yunqi' },
  su: { name: '苏晴', phone: '13800010010', post: 'departmentSecretary', at: 'yunqi' },
  fang: { name: '方晓', phone: '13800010011', post: 'receptionist', at: 'yunqi' },
  luo: { name: '罗敏', phone: '13800010012', post: 'customerServiceAssistant', at: 'yunqi' },
  tang: { name: '唐雨', phone: '13800010013', post: 'archivist', at: 'yunqi' },
  wu: { name: '吴刚', phone: '13800010014', post: 'repairWorker', at: 'yunqi', trades: ['plumbing', 'power'] },
  ma: { name: '马强', phone: '13800010015', post: 'repairWorker', at: null, trades: ['civil', 'power', 'lift'] },
  ye: { name: '叶青', phone: '13800010016', post: 'frontDesk', at: 'jincheng' },
} as const satisfies Record<string, Part>
export type OurLogin = keyof typeof CAST
export const OUR_LOGINS = Object.keys(CAST).filter((login): login is OurLogin => login in CAST)
/** `other` is a receptionist of 安和物业, `an` its first manager. */
export type Login = OurLogin | 'other' | 'an'

const HOLDERS: readonly [area: 'one' | 'two' | 'tower', login: OurLogin, role: AreaRole][] = [
  ['one', 'lin', 'steward'],
  ['two', 'zhou', 'steward'],
  ['two', 'gu', 'officer'],
  ['one', 'chen', 'supervisor'],
  ['two', 'chen', 'supervisor'],
]

export type Cast = {
  companies: { ours: string; theirs: string }
  /** 云栖里小区 (residential) and 锦程大厦 (tower) are ours, 安和苑 is theirs. */
  estates: { yunqi: string; jincheng: string; anhe: string }
  /** 一区 and 二区 of 云栖里小区, 全楼 of 锦程大厦, one area of theirs. */
  areas: { one: string; two: string; tower: string; theirs: string }
  departments: { service: string; engineering: string }
  posts: ReadonlyMap<StandardPostKey, string>
  people: Record<Login, string>
}

/** About 200 ms in a fresh clone: everything through the actions, one password hashed once. */
export async function castIn(setting: Setting): Promise<Cast> {
  const passwordHash = await hashPassword(PASSWORD)
  const ours = await inNewCompany(setting, (ctx) => ourCompany(ctx, passwordHash))
  const theirs = await inNewCompany(setting, (ctx) => theirCompany(ctx, passwordHash))
  return {
    companies: { ours: ours.companyId, theirs: theirs.companyId },
    estates: { ...ours.estates, anhe: theirs.estateId },
    areas: { ...ours.areas, theirs: theirs.areaId },
    departments: ours.departments,
    posts: ours.posts,
    people: { ...ours.people, ...theirs.people },
  }
}

async function ourCompany(ctx: Ctx, passwordHash: string) {
  const posts = await setUpCompany(ctx, { name: '锦程物业' })
  const estates = {
    yunqi: await estateOf(ctx, { name: '云栖里小区', shortName: '云栖里', code: 'YQ', kind: 'residential' }),
    jincheng: await estateOf(ctx, { name: '锦程大厦', shortName: '锦程', code: 'JC', kind: 'tower' }),
  }
  const areas = {
    one: await areaOf(ctx, estates.yunqi, '一区', '1'),
    two: await areaOf(ctx, estates.yunqi, '二区', '2'),
    tower: await areaOf(ctx, estates.jincheng, '全楼', '1'),
  }
  const departments = {
    service: (await createDepartment(ctx, { estateId: null, name: '客户服务部', nameEn: 'Customer service' })).id,
    engineering: (await createDepartment(ctx, { estateId: null, name: '工程部', nameEn: 'Engineering' })).id,
  }
  const people = new Map<OurLogin, string>()
  for (const login of OUR_LOGINS) {
    const part: Part = CAST[login]
    const isEngineer = part.post === 'repairWorker' || part.post === 'engineeringSupervisor'
    const departmentId = isEngineer ? departments.engineering : departments.service
    const estateId = part.at && estates[part.at]
    const posted = [{ postId: idIn(posts, part.post), estateId }]
    const { name, phone, trades = [] } = part
    const { id } = await takeOn(ctx, { name, phone, trades, login, departmentId, posts: posted, passwordHash })
    people.set(login, id)
  }
  for (const [area, login, role] of HOLDERS) {
    await assignArea(ctx, { id: areas[area], staffId: idIn(people, login), role })
  }
  const ids = Object.fromEntries(people)
  // One entry for each login of CAST; Object.fromEntries forgets which.
  return { companyId: ctx.user.companyId, posts, estates, areas, departments, people: ids as Record<OurLogin, string> } // reason: see above
}

async function theirCompany(ctx: Ctx, passwordHash: string) {
  const posts = await setUpCompany(ctx, { name: '安和物业' })
  const estateId = await estateOf(ctx, { name: '安和苑', shortName: '安和', code: 'AH', kind: 'mixed' })
  const areaId = await areaOf(ctx, estateId, '东区', '1')
  const desk = { name: '沈悦', phone: '13900020001', login: 'other', passwordHash }
  const head = { name: '安国平', phone: '13900020002', login: 'an', passwordHash }
  const other = await takeOn(ctx, { ...desk, posts: [{ postId: idIn(posts, 'receptionist'), estateId }] })
  const managing = (['generalManager', 'systemAdministrator'] as const).map((key) => idIn(posts, key))
  const an = await takeOn(ctx, { ...head, posts: managing.map((postId) => ({ postId, estateId: null })) })
  return { companyId: ctx.user.companyId, estateId, areaId, people: { other: other.id, an: an.id } }
}

type NewEstate = Parameters<typeof createEstate>[1]
const estateOf = async (ctx: Ctx, draft: NewEstate) => (await createEstate(ctx, { ...draft, city: '杭州' })).id
const areaOf = async (ctx: Ctx, estateId: string, name: string, code: string) =>
  (await createArea(ctx, { estateId, name, code })).id

function idIn<K>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`nobody by the name of ${String(key)}`)
  return id
}
