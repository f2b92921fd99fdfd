import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { packagesAreCurrent } from '../../scripts/packages.mjs'
import { temporaryFolder } from '../support/temporary.ts'

const root = temporaryFolder('packages')
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Packages = Record<string, { version: string; optional?: boolean; os?: string }>
const locked: Packages = {
  '': { version: '0.1.0' },
  'node_modules/fastify': { version: '5.12.8' },
  'node_modules/for-another-machine': { version: '1.0.0', optional: true, os: 'sunos' },
  'node_modules/for-that-one-only': { version: '1.0.0', optional: true },
}
const { '': _, ...all } = locked
const needed = { 'node_modules/fastify': { version: '5.12.8' } }

/** A checkout with this lock file, and what npm wrote down about its last install. */
function checkout(name: string, installed?: Packages) {
  const folder = join(root, name)
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }))
  if (installed)
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
  return folder
}

test('without packages, or after an install that was cut short, they are installed', () => {
  expect(packagesAreCurrent(checkout('cut'))).toBe(false)
})

test('packages that npm installed by hand are taken as they are when they are those of the lock file', () => {
  expect(packagesAreCurrent(checkout('by-hand', needed))).toBe(true)
  expect(packagesAreCurrent(checkout('everything', all))).toBe(true)
})

test('another version than the locked one is installed anew', () => {
  expect(packagesAreCurrent(checkout('other', { 'node_modules/fastify': { version: '5.12.7' } }))).toBe(false)
})

test('a changed lock file counts as soon as it is there', () => {
  const folder = checkout('changed', needed)
  expect(packagesAreCurrent(folder)).toBe(true)
  const packages = { ...locked, 'node_modules/zod': { version: '4.6.7' } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  expect(packagesAreCurrent(folder)).toBe(false)
})
