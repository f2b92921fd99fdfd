import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../test/support/temporary.ts'
import { openSealer, SEAL_KEY_FILE } from './seal.ts'

const folder = temporaryFolder('seal')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => {
  const dataDir = join(folder, name)
  mkdirSync(dataDir, { recursive: true })
  return { dataDir, sealKey: undefined }
}

test('what is sealed opens again after a restart, and lies nowhere readable', () => {
  const sealed = openSealer(at('one')).seal('company a', '11010519491231002X')
  expect(sealed.toString('latin1')).not.toContain('1949')
  expect(openSealer(at('one')).open('company a', sealed)).toBe('11010519491231002X')
  expect(statSync(join(folder, 'one', SEAL_KEY_FILE)).mode & 0o777).toBe(0o600)
})

test('another company, another key and a changed byte all fail to open it', () => {
  const sealer = openSealer(at('one'))
  const sealed = sealer.seal('company a', '𠮷野')
  expect(() => sealer.open('company b', sealed)).toThrow()
  expect(() => openSealer(at('two')).open('company a', sealed)).toThrow()
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(() => sealer.open('company a', changed)).toThrow()
})

test('the same number gives the same hash only within one company', () => {
  const sealer = openSealer(at('one'))
  expect(sealer.hash('a', '1').equals(sealer.hash('a', '1'))).toBe(true)
  expect(sealer.hash('a', '1').equals(sealer.hash('b', '1'))).toBe(false)
  expect(sealer.seal('a', '1').equals(sealer.seal('a', '1'))).toBe(false)
})

test('a damaged key file is named instead of being replaced', () => {
  const { dataDir } = at('damaged')
  writeFileSync(join(dataDir, SEAL_KEY_FILE), 'short')
  expect(() => openSealer({ dataDir, sealKey: undefined })).toThrow(/is damaged/)
})
