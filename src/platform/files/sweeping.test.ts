// Bytes without a row go, bytes with one stay, and what is being put stays too.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { open, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/support/temporary.ts'
import { newId } from '../ids.ts'
import { openFolderShelf } from './folder-shelf.ts'
import { openStore, type Store } from './store.ts'
import { keepOnShelf, sweepShelf } from './sweeping.ts'

const JADE = newId()
const LAKE = newId()
const DAY_MS = 24 * 3_600_000
const folder = temporaryFolder('sweep')
let store: Store

beforeAll(async () => {
  store = await openStore({ filesDir: folder })
})
afterAll(() => rm(folder, { recursive: true }))

const put = (text: string, companyId = JADE) => store.put(Buffer.from(text), { companyId, name: 'a.txt' })
const none = async () => []

async function age(sha256: string, companyId = JADE) {
  const before = new Date(Date.now() - 2 * DAY_MS)
  await utimes(join(folder, 'blobs', companyId, sha256.slice(0, 2), sha256), before, before)
}

test('a sweep takes only what is old and referred to by no row, company by company', async () => {
  const [kept, orphan, young] = [await put('kept'), await put('orphan'), await put('young')]
  const elsewhere = await put('kept', LAKE)
  for (const { sha256 } of [kept, orphan]) await age(sha256)
  await age(elsewhere.sha256, LAKE)
  const asked: string[] = []
  const swept = await store.sweep({
    now: new Date(),
    keptOf: async (companyId, sha256s) => {
      asked.push(companyId)
      return companyId === JADE ? sha256s.filter((sha256) => sha256 === kept.sha256) : []
    },
  })
  expect(swept).toEqual({ looked: 3, removed: 2, bytes: 10 })
  expect(asked.toSorted()).toEqual([JADE, LAKE].toSorted())
  expect(await store.has({ companyId: JADE, sha256: kept.sha256 })).toBe(true)
  expect(await store.has({ companyId: JADE, sha256: young.sha256 })).toBe(true)
  expect(await store.has({ companyId: JADE, sha256: orphan.sha256 })).toBe(false)
  expect(await store.has({ companyId: LAKE, sha256: elsewhere.sha256 })).toBe(false)
})

test('an old orphan that is put again is young again', async () => {
  const { sha256 } = await put('again')
  await age(sha256)
  await put('again')
  await store.sweep({ now: new Date(), keptOf: none })
  expect(await store.has({ companyId: JADE, sha256 })).toBe(true)
})

test('puts and sweeps at the same moment never leave a put without its bytes', async () => {
  for (let round = 0; round < 60; round += 1) {
    const { sha256 } = await put(`round ${round}`)
    await age(sha256)
    let putting: Promise<unknown> = Promise.resolve()
    const startPut = async () => {
      putting = put(`round ${round}`)
      return []
    }
    const racing =
      round % 2 === 0
        ? [store.sweep({ now: new Date(), keptOf: startPut })]
        : [put(`round ${round}`), store.sweep({ now: new Date(), keptOf: none })]
    await Promise.all(racing)
    await putting
    expect(await store.has({ companyId: JADE, sha256 }), `round ${round}`).toBe(true)
  }
})

test('a put whose file is swept away while its age is being written has its bytes all the same', async () => {
  const shelf = openFolderShelf(join(folder, 'blobs'), join(folder, 'incoming'))
  const { sha256 } = await put('swept away')
  await age(sha256)
  const name = { companyId: JADE, sha256 }
  const path = join(folder, 'again.txt')
  await writeFile(path, 'swept away')
  let isFirst = true
  // The system finds the file by its path, is held up, and writes the age when the path is gone.
  const refresh = async (key: string) => {
    if (!isFirst) return shelf.refresh(key)
    isFirst = false
    await using file = await open(join(folder, 'blobs', ...key.split('/')))
    expect(await sweepShelf(shelf, { now: new Date(), keptOf: none })).toMatchObject({ removed: 1 })
    await file.utimes(new Date(), new Date())
    return true
  }
  await keepOnShelf({ ...shelf, refresh }, name, path)
  expect(await store.has(name)).toBe(true)
})

test('a process killed in the middle of its puts loses none that it had acknowledged', async () => {
  const code = `
    import { openStore } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'store.ts')).href)}
    const store = await openStore({ filesDir: ${JSON.stringify(folder)} })
    await Promise.all([1, 2, 3, 4].map(async (lane) => {
      for (let at = 0; ; at += 1) {
        const { sha256 } = await store.put(Buffer.alloc(200_000, lane + ' ' + at + ' '), { companyId: '${LAKE}', name: 'a.txt' })
        console.log(sha256)
      }
    }))`
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const acknowledged: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line)
      if (acknowledged.length === 20 + round * 7) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(acknowledged.length).toBeGreaterThanOrEqual(20)
    for (const sha256 of acknowledged) {
      const bytes = await buffer(await store.get({ companyId: LAKE, sha256 }))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  }
})
