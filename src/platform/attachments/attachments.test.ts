import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClonedDatabase, clonedDatabase } from '../../../test/support/database.ts'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { makeCompany, openWorkplace, type ToyCompany } from '../../../test/support/workplace.ts'
import type { User } from '../access.ts'
import { openStore, type Store } from '../files/store.ts'
import { answerErrors } from '../http/errors.ts'
import { serve } from '../http/serve.ts'
import { newId } from '../ids.ts'
import { forgetUnlinked, sweepBytes } from './forgetting.ts'
import { linkAttachments, listAttachments } from './linking.ts'
import { attachmentsServed, takeUploads } from './routes.ts'

const PURPLE = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#805090' } })
  .png()
  .toBuffer()

let clone: ClonedDatabase
let toy: Awaited<ReturnType<typeof openWorkplace>>
let other: ToyCompany
let store: Store
let app: FastifyInstance
let url: string
const folder = temporaryFolder('attachments')
const openRecords = new Set<string>()

beforeAll(async () => {
  clone = await clonedDatabase()
  toy = await openWorkplace(clone.url)
  other = await makeCompany(toy.place)
  store = await openStore({ filesDir: folder })
  app = fastify()
  app.setValidatorCompiler(() => () => true)
  answerErrors(app)
  const everybody = [toy.company.chen, toy.company.wu, other.chen]
  const serving = {
    ...toy.place,
    userOf: async ({ headers }: { headers: Record<string, unknown> }) =>
      everybody.find(({ id }) => id === headers['x-person']),
  }
  serve(app, serving, attachmentsServed(store, { toy: async (_, id) => openRecords.has(id) }))
  await takeUploads(store)(app, serving)
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  store.close()
  await toy.close()
  await clone.drop()
  rmSync(folder, { recursive: true, force: true })
})

const call = async (user: User | undefined, path: string, body?: FormData) => {
  const headers: Record<string, string> = user ? { 'x-person': user.id } : {}
  return fetch(`${url}/api/attachments${path}`, body ? { method: 'POST', body, headers } : { headers })
}
const uploadAs = async (user: User | undefined, bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  const answer = await call(user, '', form)
  return { status: answer.status, body: await answer.json() }
}

describe('an uploaded file', () => {
  test('is known by its content, shown small and whole to whoever uploaded it', async () => {
    const { chen } = toy.company
    const { status, body } = await uploadAs(chen, new Uint8Array(PURPLE), '漏水 厨房.exe')
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: '漏水 厨房.exe.png', type: 'image/png', bytes: PURPLE.length })
    const whole = await call(chen, `/${body.id}/content`)
    expect(whole.headers.get('content-type')).toBe('image/png')
    expect(whole.headers.get('content-disposition')).toContain(encodeURIComponent('漏水 厨房.exe.png'))
    expect(Buffer.from(await whole.arrayBuffer()).equals(PURPLE)).toBe(true)
    const small = await call(chen, `/${body.id}/thumbnail`)
    expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 512 })
    expect(await (await call(chen, `/${body.id}`)).json()).toMatchObject({ id: body.id })
  })

  test('is not there for anybody else, for nobody, nor for another company', async () => {
    const { body } = await uploadAs(toy.company.chen, new Uint8Array(PURPLE), 'a.png')
    for (const path of ['', '/content', '/thumbnail']) {
      expect((await call(toy.company.wu, `/${body.id}${path}`)).status).toBe(404)
      expect((await call(other.chen, `/${body.id}${path}`)).status).toBe(404)
      expect((await call(undefined, `/${body.id}${path}`)).status).toBe(401)
    }
    expect((await uploadAs(undefined, new Uint8Array(PURPLE), 'a.png')).status).toBe(401)
  })

  test('is seen by whoever may read a record it was put to', async () => {
    const { chen, wu } = toy.company
    const { body } = await uploadAs(chen, new Uint8Array(PURPLE), 'a.png')
    const [recordId, shut] = [newId(), newId()]
    openRecords.add(recordId)
    await toy.as(chen, (ctx) => linkAttachments(ctx, { recordKind: 'toy', recordId: shut, ids: [body.id] }))
    expect((await call(wu, `/${body.id}/content`)).status).toBe(404)
    await toy.as(chen, (ctx) => linkAttachments(ctx, { recordKind: 'toy', recordId, ids: [body.id], label: 'before' }))
    expect((await call(wu, `/${body.id}/content`)).status).toBe(200)
    const listed = await toy.as(wu, (ctx) => listAttachments(ctx.tx, [recordId]))
    expect(listed).toMatchObject([{ id: body.id, recordId, label: 'before' }])
  })

  test('cannot be put to a record by somebody who did not upload it', async () => {
    const { chen, wu } = toy.company
    const { body } = await uploadAs(chen, new Uint8Array(PURPLE), 'a.png')
    const stealing = toy.as(wu, (ctx) => linkAttachments(ctx, { recordKind: 'toy', recordId: newId(), ids: [body.id] }))
    await expect(stealing).rejects.toMatchObject({ code: 'attachment.not_found' })
  })

  test('is refused with a reason', async () => {
    const { chen } = toy.company
    const program = new TextEncoder().encode('<html><script>alert(1)</script>')
    expect(await uploadAs(chen, program, 'a.png')).toMatchObject({
      status: 415,
      body: { code: 'file.type_not_allowed' },
    })
    expect(await uploadAs(chen, new Uint8Array(), 'a.png')).toMatchObject({ body: { code: 'file.empty' } })
    const heavy = new Uint8Array(21 * 1024 * 1024).fill(65)
    expect(await uploadAs(chen, heavy, 'a.png')).toMatchObject({ status: 413, body: { code: 'file.too_large' } })
    expect((await call(chen, '', new FormData())).status).toBe(409)
    const { body } = await uploadAs(chen, new TextEncoder().encode('你好'), 'a.txt')
    expect((await call(chen, `/${body.id}/thumbnail`)).status).toBe(409)
  })
})

test('what was never put to a record is forgotten after some days, and its bytes after it', async () => {
  const { chen } = toy.company
  const [loose, linked] = [await uploadAs(chen, text('loose'), 'l.txt'), await uploadAs(chen, text('linked'), 'k.txt')]
  await toy.as(chen, (ctx) => linkAttachments(ctx, { recordKind: 'toy', recordId: newId(), ids: [linked.body.id] }))
  const later = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000)
  await toy.as(chen, (ctx) => forgetUnlinked.run(ctx))
  expect((await call(chen, `/${loose.body.id}/content`)).status).toBe(200)
  await toy.as(chen, (ctx) => forgetUnlinked.run(ctx), later)
  expect((await call(chen, `/${loose.body.id}`)).status).toBe(404)
  await sweepBytes(store).run({ database: toy.place.database, now: later, log: toy.place.log })
  expect(await (await call(chen, `/${linked.body.id}/content`)).text()).toBe('linked')
  expect(await store.has({ companyId: toy.company.id, sha256: sha256Of('loose') })).toBe(false)
})

const text = (said: string) => new TextEncoder().encode(said)
const sha256Of = (said: string) => createHash('sha256').update(said).digest('hex')
