import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../test/support/stage.ts'
import { bringStandardPosts, type GrantTable } from '../modules/organisation/posts/module.ts'
import { programOf } from '../platform/access.ts'
import { perform } from '../platform/context.ts'
import { openLog } from '../platform/log.ts'
import { bringToCompanies } from './bringing.ts'
import { grants } from './grants/all.ts'

let stage: Stage
let owner: pg.Client
beforeAll(async () => {
  stage = await openStage()
  owner = new pg.Client(stage.url)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await stage.close()
})

const ours = () => stage.cast.companies.ours
const setting = () => {
  const { server, clock } = stage
  return { database: server.database, equipment: server.serving.equipment, log: openLog('silent'), now: clock.now }
}
/** The present version, or one with a permission more. */
const bring = (table: GrantTable) => {
  const { database, ...seed } = setting()
  return perform(
    database,
    { ...seed, user: programOf(ours()), callId: 'test' },
    () => {},
    (ctx) => bringStandardPosts(ctx, table),
  )
}
const later: GrantTable = { ...grants, 'kites.fly': { steward: 'area', frontDesk: 'estate' } }

async function holders(permission: string): Promise<string[]> {
  const { rows } = await owner.query<{ held: string }>(
    `select p.key || ' ' || g.reach as held from post_grant g join post p using (company_id) where p.id = g.post_id
     and company_id = $1 and permission = $2 order by 1`,
    [ours(), permission],
  )
  return rows.map(({ held }) => held)
}
const everything = async () => {
  const { rows } = await owner.query(
    `select (select count(*) from post)::int as posts, (select count(*) from post_grant)::int as grants,
       (select count(*) from request_category)::int as categories, (select count(*) from event)::int as events`,
  )
  return rows[0]
}

describe('a company that is there already', () => {
  test('gets nothing twice from the version that laid it', async () => {
    const before = await everything()
    await bringToCompanies(setting())
    expect(await everything()).toEqual(before)
  })
  test('gets the permissions that a later version adds, with an event for each', async () => {
    await bring(later)
    expect(await holders('kites.fly')).toEqual(['frontDesk estate', 'steward area'])
    const { rows } = await owner.query(
      `select name, details from event where company_id = $1 and details ->> 'permission' = 'kites.fly'`,
      [ours()],
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ name: 'post.granted', details: { before: null } })
  })
  test('never gets again what it took away', async () => {
    await owner.query(`delete from post_grant where permission in ('kites.fly', 'requests.create')`)
    await bring(later)
    expect(await holders('kites.fly')).toEqual([])
    expect(await holders('requests.create')).toEqual([])
  })
  test('keeps what somebody granted by hand before the version came', async () => {
    const table: GrantTable = { ...later, 'kites.land': { steward: 'area' } }
    await owner.query(
      `insert into post_grant (company_id, post_id, permission, reach)
       select company_id, id, 'kites.land', 'own' from post where company_id = $1 and key = 'steward'`,
      [ours()],
    )
    await bring(table)
    expect(await holders('kites.land')).toEqual(['steward own'])
  })
  test('gets the posts that a later version adds, with all they may do', async () => {
    const forget = `delete from company_brought where company_id = $1 and kind = 'post' and key = 'archivist'`
    const { rows: before } = await owner.query(`select count(*)::int as n from post_grant where company_id = $1`, [
      ours(),
    ])
    await owner.query(
      `delete from post_grant where post_id in (select id from post where company_id = $1 and key = 'archivist')`,
      [ours()],
    )
    await owner.query(
      `update post set key = 'formerly', title = '旧资料员' where company_id = $1 and key = 'archivist'`,
      [ours()],
    )
    await owner.query(forget, [ours()])
    const { fresh } = await bring(later)
    expect([...fresh.keys()]).toEqual(['archivist'])
    const { rows: after } = await owner.query(`select count(*)::int as n from post_grant where company_id = $1`, [
      ours(),
    ])
    expect(after).toEqual(before)
  })
  test('gets no post whose title it gave to one of its own', async () => {
    await owner.query(`update post set key = 'ownArchivist' where company_id = $1 and key = 'archivist'`, [ours()])
    await owner.query(`delete from company_brought where company_id = $1 and kind = 'post' and key = 'archivist'`, [
      ours(),
    ])
    expect([...(await bring(later)).fresh.keys()]).toEqual([])
  })
  test('gets the defaults of a room that a later version adds', async () => {
    await owner.query(`delete from company_brought where kind = 'defaults' and key = 'return-visits'`)
    await owner.query(`delete from return_visit_rule`)
    await bringToCompanies(setting())
    const { rows } = await owner.query(`select distinct company_id from return_visit_rule`)
    expect(rows).toHaveLength(2)
  })
  test('has duties counted that a later version can count, from the day it comes, and none that it has revised', async () => {
    const sheetOf = (key: string) =>
      `(select s.id from duty_sheet s join post p on p.id = s.post_id where s.company_id = $1 and p.key = '${key}')`
    const counted = async (key: string) => {
      const { rows } = await owner.query<{ code: string; keys: number; since: string }>(
        `select code, cardinality(proof_keys) as keys, since_on::text as since from duty where sheet_id = ${sheetOf(key)} order by sort`,
        [ours()],
      )
      return rows.filter(({ keys }) => keys > 0)
    }
    const before = await counted('steward')
    for (const key of ['steward', 'frontDesk']) {
      await owner.query(`update duty set proof_keys = '{}', since_on = '2026-01-05' where sheet_id = ${sheetOf(key)}`, [
        ours(),
      ])
    }
    await owner.query(`update duty_sheet set drafted_by_id = $2 where id = ${sheetOf('frontDesk')}`, [
      ours(),
      stage.cast.people.su,
    ])
    await bringToCompanies(setting())
    const day = stage.clock.now.toISOString().slice(0, 10)
    expect(await counted('steward')).toEqual(before.map((duty) => ({ ...duty, since: day })))
    expect(before.length).toBeGreaterThan(3)
    expect(await counted('frontDesk')).toEqual([])
    const { rows } = await owner.query(`select details from event where name = 'duty_sheet.counted_anew'`)
    expect(rows).toMatchObject([{ details: { codes: expect.arrayContaining(before.map(({ code }) => code)) } }])
  })
})
