// A call that says for whom it is meant is never done in another one's name.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedDatabase } from '../../../test/support/database.ts'
import { makeCompany, openServedApp, PASSWORD, type ServedApp, visitorOf } from '../../../test/support/served-app.ts'
import { session } from '../session/contract.ts'

let clone: Awaited<ReturnType<typeof clonedDatabase>>
let app: ServedApp
beforeAll(async () => {
  clone = await clonedDatabase()
  await makeCompany(clone.url, '港湾物业', ['fang', 'wu'])
  app = await openServedApp(clone.url)
})
afterAll(async () => {
  await app?.close()
  await clone?.drop()
})

async function signedIn(login: string) {
  const visitor = visitorOf(app.app)
  const { user } = await visitor.of(session).create({ login, password: PASSWORD })
  const ring = async (account: string) => {
    const headers = { 'as-account': account, 'content-type': 'application/json' }
    const answer = await visitor.call({ method: 'POST', url: '/api/bells/ring', headers, payload: { word: 'ding' } })
    return answer.statusCode
  }
  return { id: user.id, ring }
}

test('what a phone kept for one account is turned away while another one is signed in', async () => {
  const fang = await signedIn('fang')
  const wu = await signedIn('wu')
  expect([await fang.ring(fang.id), await fang.ring(wu.id)]).toEqual([200, 401])
})
