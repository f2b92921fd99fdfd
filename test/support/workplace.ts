// A company with two people and what a worker works with, for tests of jobs and long work that know no business.
import { programOf, type User } from '../../src/platform/access.ts'
import { type Ctx, perform } from '../../src/platform/context.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Workplace } from '../../src/platform/jobs/workplace.ts'
import { openLive } from '../../src/platform/live.ts'
import { openLog } from '../../src/platform/log.ts'
import { openNumbers } from '../../src/platform/numbers.ts'
import { sealerOf } from '../../src/platform/seal.ts'

export type ToyCompany = { id: string; chen: User; wu: User }

/** `company` is made anew, or is one that another process has made. */
export async function openWorkplace(url: string, company?: ToyCompany) {
  const database = openDatabase({ url, connections: 8 })
  const log = openLog(process.env.TEST_LOG ?? 'silent')
  const live = await openLive(database, log)
  const equipment = { numbers: openNumbers(database), sealer: sealerOf(new Uint8Array(32)) }
  const toy = company ?? (await makeCompany({ database }))
  const people = async (companyId: string, accountId: string) =>
    [toy.chen, toy.wu].find((user) => user.companyId === companyId && user.id === accountId)
  const place: Workplace = { database, equipment, announce: live.announce, log, now: () => new Date(), people }
  return {
    place,
    live,
    company: toy,
    /** One action, as a call over HTTP would run it. */
    as: <T>(user: User, work: (ctx: Ctx) => Promise<T>, now = new Date()) =>
      perform(database, { user, now, callId: 'test', log, equipment }, live.announce, work),
    async close() {
      await live.close()
      await database.close()
    },
  }
}

export async function makeCompany({ database }: Pick<Workplace, 'database'>): Promise<ToyCompany> {
  const id = newId()
  const person = (name: string): User => ({ ...programOf(id), id: newId(), name })
  const [chen, wu] = [person('陈晓'), person('吴强')]
  await database.inCompany(id, async (tx) => {
    await tx.insertInto('company').values({ id, name: '玩具公司' }).execute()
    for (const [login, user] of [
      ['chen', chen],
      ['wu', wu],
    ] as const) {
      await tx.insertInto('account').values({ id: user.id, login, name: user.name, passwordHash: '-' }).execute()
    }
  })
  return { id, chen, wu }
}

export const without = (user: User, ...permissions: string[]): User => ({
  ...user,
  grants: {
    get: (permission) => (permissions.includes(permission) ? undefined : user.grants.get(permission)),
    has: (permission) => !permissions.includes(permission),
  },
})

type Absent = undefined | null | false | '' | 0
const isThere = <T>(found: T | Absent): found is Exclude<T, Absent> => Boolean(found)

/** Waits for what another process or transaction brings about. */
export async function until<T>(look: () => Promise<T | Absent>, longestMs = 30_000): Promise<Exclude<T, Absent>> {
  const stop = Date.now() + longestMs
  for (;;) {
    const found = await look()
    if (isThere(found)) return found
    if (Date.now() > stop) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
