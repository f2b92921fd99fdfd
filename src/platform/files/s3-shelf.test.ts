// The same store with a bucket behind it.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { newId } from '../ids.ts'
import { type BucketSettings, openS3Shelf } from './s3-shelf.ts'
import { picture } from './samples.ts'
import { openStore, type Store } from './store.ts'

const JADE = newId()
const LAKE = newId()
const folder = temporaryFolder('bucket')
let server: ChildProcess
let bucket: BucketSettings
let store: Store

beforeAll(async () => {
  const started = await startS3(join(folder, 's3'))
  server = started.server
  const endpoint = `http://127.0.0.1:${started.port}`
  bucket = { bucket: 'zhishou', endpoint, region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
  store = await openStore({ filesDir: join(folder, 'files'), s3: bucket })
})
afterAll(async () => {
  store.close()
  server.kill()
  await rm(folder, { recursive: true })
})

/** It makes the tokens of its lists with a cipher that has been put away since. */
async function startS3(directory: string): Promise<{ server: ChildProcess; port: number }> {
  const program = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js')
  const options = [
    '--directory',
    directory,
    '--address',
    '127.0.0.1',
    '--port',
    '0',
    '--silent',
    '--configure-bucket',
    'zhishou',
  ]
  const server = spawn(process.execPath, ['--openssl-legacy-provider', program, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) {
    const port = Number(/:(\d+)\s*$/.exec(line)?.[1])
    if (port) return { server, port }
  }
  throw new Error('the S3 server did not start')
}

test('a bucket keeps files, gives them whole and in part, and knows what it has', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)])
  const { sha256, type } = await store.put(Readable.from([bytes]), { companyId: JADE, name: '合同.pdf' })
  expect(type).toBe('application/pdf')
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(await buffer(await store.get({ companyId: JADE, sha256 }))).toEqual(bytes)
  expect(await buffer(await store.get({ companyId: JADE, sha256 }, { start: 5, end: 14 }))).toEqual(
    bytes.subarray(5, 15),
  )
  expect(await store.has({ companyId: LAKE, sha256 })).toBe(false)
  await expect(store.get({ companyId: LAKE, sha256 })).rejects.toThrow()
  expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
})

test('a bucket keeps thumbnails beside the pictures', async () => {
  const { sha256, type } = await store.put(await picture(900, 600).jpeg().toBuffer(), {
    companyId: JADE,
    name: 'a.jpg',
  })
  for (const round of [1, 2]) {
    const made = await store.thumbnail({ companyId: JADE, sha256, type })
    expect((await buffer(made?.stream ?? Readable.from([]))).byteLength, `round ${round}`).toBe(made?.bytes)
  }
})

test('a bucket is swept of what no row refers to', async () => {
  const [kept, orphan] = [await putText('kept'), await putText('orphan')]
  const keptOf = async (companyId: string, all: string[]) => (companyId === LAKE ? [kept] : all)
  expect(await store.sweep({ now: new Date(), keptOf })).toMatchObject({ looked: 0 })
  const tomorrow = new Date(Date.now() + 25 * 3_600_000)
  expect(await store.sweep({ now: tomorrow, keptOf })).toMatchObject({ removed: 1, bytes: 6 })
  expect(await store.has({ companyId: LAKE, sha256: kept })).toBe(true)
  expect(await store.has({ companyId: LAKE, sha256: orphan })).toBe(false)
  await store.removeCompany(LAKE)
  expect(await store.has({ companyId: LAKE, sha256: kept })).toBe(false)
})

test('a list of many pages is walked to its end', async () => {
  for (let at = 0; at < 8; at += 1) await putText(`text ${at}`)
  const shelf = openS3Shelf(bucket, 3)
  const keys: string[] = []
  for await (const { key } of shelf.list(`${LAKE}/`)) keys.push(key)
  shelf.close()
  expect(new Set(keys).size).toBe(8)
})

const putText = async (text: string) => (await store.put(Buffer.from(text), { companyId: LAKE, name: 'a.txt' })).sha256
