import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../test/support/stage.ts'
import { posts } from '../modules/organisation/posts/contract.ts'
import { staff } from '../modules/organisation/staff/contract.ts'
import { listCompanies } from '../platform/hearers.ts'
import { openLog } from '../platform/log.ts'
import { session } from '../platform/session/contract.ts'
import { createCompany, inNewCompany, setUpCompany } from './company.ts'
import { grants } from './grants/all.ts'
import { permissions } from './rooms.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const settingOf = ({ server, clock }: Stage) => ({
  database: server.database,
  equipment: server.serving.equipment,
  log: openLog('silent'),
  now: clock.now,
})

describe('a new company', () => {
  test('stands with its posts and a first manager who must choose a password', async () => {
    const made = await createCompany(settingOf(stage), { name: '新桥物业', manager: { name: '乔新', login: 'qiao' } })
    expect(made.initialPassword).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    const visitor = stage.stranger()
    const me = await visitor.of(session).create({ login: 'qiao', password: made.initialPassword ?? '' })
    expect(me.mustChangePassword).toBe(true)
    expect(me.posts.map(({ key }) => key)).toEqual(['generalManager', 'systemAdministrator'])
    await visitor.of(session).changePassword({ current: made.initialPassword ?? '', next: '春江水暖鸭先知 29' })
    const { items } = await visitor.of(posts).list({ limit: 100 })
    expect(items).toHaveLength(22)
    expect((await visitor.of(staff).list({})).items.map(({ name }) => name)).toEqual(['乔新'])
  })
  test('is not there when something on the way fails', async () => {
    const before = await listCompanies(stage.server.database)
    const broken = inNewCompany(settingOf(stage), async (ctx) => {
      await setUpCompany(ctx, { name: '断桥物业' })
      throw new Error('the manager changed his mind')
    })
    await expect(broken).rejects.toThrow('changed his mind')
    expect(await listCompanies(stage.server.database)).toEqual(before)
  })
})

describe('grants of the standard posts', () => {
  test('name only permissions that a contract asks for', () => {
    expect(Object.keys(grants).filter((permission) => !permissions.includes(permission))).toEqual([])
  })
  test('leave no permission to nobody', () => {
    const granted: readonly string[] = Object.keys(grants)
    expect(permissions.filter((permission) => !granted.includes(permission))).toEqual([])
  })
})
