// Files go in checked, lie once per company and content, and come out as they were.
import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { newId } from '../ids.ts'
import type { FileType } from './file-types.ts'
import { picture, samples } from './samples.ts'
import { openStore, type Store } from './store.ts'

const JADE = newId()
const LAKE = newId()
const folder = temporaryFolder('files')
let store: Store
let files: Record<FileType, Buffer>

beforeAll(async () => {
  store = await openStore({ filesDir: folder })
  files = await samples()
})
afterAll(() => rm(folder, { recursive: true }))

const put = (bytes: Buffer, name = '照片.jpg', companyId = JADE) => store.put(bytes, { companyId, name })
const drafts = () => readdir(join(folder, 'incoming'))

describe('a file that is put', () => {
  test('comes back byte for byte, whole or in part', async () => {
    const bytes = Buffer.from('电梯困人'.repeat(50_000))
    const stored = await store.put(Readable.from(chunksOf(bytes, 7000)), { companyId: JADE, name: '说明.txt' })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(stored).toEqual({ sha256, bytes: bytes.byteLength, type: 'text/plain', name: '说明.txt' })
    expect(await buffer(await store.get({ companyId: JADE, sha256 }))).toEqual(bytes)
    const part = await buffer(await store.get({ companyId: JADE, sha256 }, { start: 10, end: 19 }))
    expect(part).toEqual(bytes.subarray(10, 20))
  })

  test('twice lies there once, also when both come at the same moment', async () => {
    const bytes = await picture(90, 30).png().toBuffer()
    const stored = await Promise.all(Array.from({ length: 8 }, () => put(bytes)))
    expect(new Set(stored.map((file) => file.sha256)).size).toBe(1)
    const [{ sha256 } = { sha256: '' }] = stored
    const shelf = await readdir(join(folder, 'blobs', JADE, sha256.slice(0, 2)))
    expect(shelf.filter((name) => name.startsWith(sha256))).toEqual([sha256])
    expect(await drafts()).toEqual([])
  })

  test('by one company is unknown to another', async () => {
    const { sha256 } = await put(files['image/png'])
    expect(await store.has({ companyId: JADE, sha256 })).toBe(true)
    expect(await store.has({ companyId: LAKE, sha256 })).toBe(false)
    await expect(store.get({ companyId: LAKE, sha256 })).rejects.toThrow('ENOENT')
  })

  test('goes with its company', async () => {
    const [kept, gone] = [await put(files['image/gif']), await put(files['image/gif'], 'a.gif', LAKE)]
    await store.removeCompany(LAKE)
    expect(await store.has({ companyId: LAKE, sha256: gone.sha256 })).toBe(false)
    expect(await store.has({ companyId: JADE, sha256: kept.sha256 })).toBe(true)
  })

  test('under no key that leads out of the folder', async () => {
    await expect(store.get({ companyId: JADE, sha256: '../../etc/passwd' })).rejects.toThrow('not a SHA-256')
    await expect(store.get({ companyId: '..', sha256: 'a'.repeat(64) })).rejects.toThrow('not the id of a company')
  })
})

/** Without a pattern, but the same every time: bytes by chance now and then begin like a sound file. */
const NOISE = createHash('shake256', { outputLength: 3000 }).update('noise').digest()

describe('what kind of file it is', () => {
  test('is told by the content, whatever the name says', async () => {
    for (const [type, bytes] of Object.entries(files)) {
      const name = type === 'text/csv' ? '名单.CSV' : 'payload.exe'
      expect(await put(bytes, name)).toMatchObject({ type })
    }
    expect((await put(files['image/png'], '照片.exe')).name).toBe('照片.exe.png')
  })

  test('that is not on the list is refused', async () => {
    const refused: [Buffer, string][] = [
      [Buffer.concat([Buffer.from('MZ'), randomBytes(600)]), 'application/x-msdownload'],
      [Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'unknown'],
      [Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'application/xml'],
      [NOISE, 'unknown'],
      [await picture().tiff().toBuffer(), 'image/tiff'],
    ]
    for (const [bytes, found] of refused) {
      await expect(put(bytes, '照片.jpg')).rejects.toMatchObject({ code: 'file.type_not_allowed', details: { found } })
    }
    expect(await drafts()).toEqual([])
  })

  test('can be narrowed', async () => {
    const onlyPictures = { companyId: JADE, name: 'a.pdf', types: ['image/jpeg', 'image/png'] as const }
    await expect(store.put(files['application/pdf'], onlyPictures)).rejects.toMatchObject({
      details: { found: 'application/pdf', allowed: ['jpg', 'jpeg', 'png'] },
    })
  })

  test('does not help a picture that cannot be read', async () => {
    const headOnly = Buffer.concat([files['image/jpeg'].subarray(0, 12), Buffer.alloc(300)])
    await expect(put(headOnly)).rejects.toMatchObject({ code: 'file.broken' })
  })
})

describe('how big it is', () => {
  test('is limited while it comes in, and nothing of it stays', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given += 1
        yield Buffer.alloc(10_000, 'a')
      }
    }
    const options = { companyId: JADE, name: 'a.txt', limitBytes: 100_000 }
    await expect(store.put(endless(), options)).rejects.toMatchObject({
      code: 'file.too_large',
      details: { limitBytes: 100_000 },
    })
    expect(given).toBeLessThan(100)
    expect(await drafts()).toEqual([])
    await expect(
      store.put(Buffer.alloc(21 * 1024 * 1024, 'a'), { companyId: JADE, name: 'a.txt' }),
    ).rejects.toMatchObject({ code: 'file.too_large' })
  })

  test('may not be nothing, and a sender who leaves leaves nothing', async () => {
    await expect(put(Buffer.alloc(0))).rejects.toMatchObject({ code: 'file.empty' })
    async function* breaksOff() {
      yield Buffer.from('half')
      throw new Error('the connection is gone')
    }
    await expect(store.put(breaksOff(), { companyId: JADE, name: 'a.txt' })).rejects.toThrow('the connection is gone')
    expect(await drafts()).toEqual([])
  })
})

describe('a thumbnail', () => {
  test('stands upright, is small, and forgets where the picture was taken', async () => {
    const gps = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 12/1 0/1' } }
    const turned = await picture(2000, 1000).jpeg().withExif(gps).withMetadata({ orientation: 6 }).toBuffer()
    expect((await sharp(turned).metadata()).exif).toBeDefined()
    const { sha256 } = await put(turned)
    const made = await store.thumbnail({ companyId: JADE, sha256, type: 'image/jpeg' })
    const bytes = await buffer(made?.stream ?? Readable.from([]))
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 256, height: 512 })
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
    expect(bytes.byteLength).toBe(made?.bytes)
    const again = await store.thumbnail({ companyId: JADE, sha256, type: 'image/jpeg' })
    expect(await buffer(again?.stream ?? Readable.from([]))).toEqual(bytes)
  })

  test('is made of what there is when the picture breaks off, and of nothing but pictures', async () => {
    const noisy = sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
    const cut = (await noisy.jpeg().toBuffer()).subarray(0, 20_000)
    const { sha256 } = await put(cut)
    expect(await store.thumbnail({ companyId: JADE, sha256, type: 'image/jpeg' })).toBeDefined()
    const paper = await put(files['application/pdf'], 'a.pdf')
    expect(await store.thumbnail({ companyId: JADE, ...paper })).toBeUndefined()
    const heic = await put(files['image/heic'], 'a.heic')
    expect(await store.thumbnail({ companyId: JADE, ...heic })).toBeUndefined()
  })

  test('of a picture that would unfold without end is never begun', async () => {
    const bytes = Buffer.from(files['image/png'])
    // The head says 20,000 by 20,000; its checksum follows.
    bytes.writeUInt32BE(20_000, 16)
    bytes.writeUInt32BE(20_000, 20)
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
    await expect(put(bytes)).rejects.toMatchObject({ code: 'file.too_large', details: { limitPixels: 220_000_000 } })
  })
})

test('what a sweep finds among the drafts of killed processes goes', async () => {
  await writeFile(join(folder, 'incoming', 'left'), 'half a file')
  await store.sweep({ now: new Date(), keptOf: async (_, all) => all })
  expect(await drafts()).toEqual(['left'])
  await store.sweep({ now: new Date(Date.now() + 25 * 3_600_000), keptOf: async (_, all) => all })
  expect(await drafts()).toEqual([])
})

function* chunksOf(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
