import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../test/support/temporary.ts'
import { holderOf, identityOf, isAlive, isStopping, takeLock } from './folder-lock.mjs'

const root = temporaryFolder('lock')
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = (name: string) => join(root, name)

/** Somebody else, who lives until told otherwise. */
function another() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  if (child.pid === undefined) throw new Error('not started')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return { pid: child.pid, end: () => child.kill('SIGKILL') && ended }
}
const heldBy = (path: string, holder: object) => {
  takeLock(path, 'first').lock?.release()
  writeFileSync(join(path, 'lock.json'), JSON.stringify({ doing: 'npm start', parents: [], ...holder }))
}

test('the first to come holds the folder until it lets go', () => {
  const { lock } = takeLock(folder('one'), 'npm start')
  expect(holderOf(folder('one'))).toMatchObject({ pid: process.pid, doing: 'npm start' })
  lock?.update({ address: 'http://127.0.0.1:4180' })
  expect(takeLock(folder('one'), 'zhishou backup').holder).toMatchObject({ address: 'http://127.0.0.1:4180' })
  lock?.release()
  expect(holderOf(folder('one'))).toBeUndefined()
  expect(existsSync(join(folder('one'), 'lock.json'))).toBe(false)
})

test('a live holder is respected, a killed one is not', async () => {
  const wu = another()
  heldBy(folder('two'), identityOf(wu.pid))
  expect(takeLock(folder('two'), 'npm start').holder?.pid).toBe(wu.pid)
  await wu.end()
  const { lock } = takeLock(folder('two'), 'npm start')
  expect(lock).toBeDefined()
  lock?.release()
})

test('another process that got the number of the holder since does not count', async () => {
  const wu = another()
  heldBy(folder('three'), { pid: wu.pid, since: 'another boot/1' })
  expect(holderOf(folder('three'))).toBeUndefined()
  await wu.end()
})

test.runIf(process.platform === 'linux')('a process that was killed and not yet reaped does not count', async () => {
  // The shell starts a child, says its number, and goes on as a program that never looks after it.
  const shell = spawn('sh', ['-c', 'sleep 100 & echo $!; exec sleep 101'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = Number(await new Promise<Buffer>((resolve) => shell.stdout.once('data', resolve)))
  const identity = identityOf(pid)
  expect(isAlive(identity)).toBe(true)
  await expect.poll(() => readFileSync(`/proc/${shell.pid}/comm`, 'utf8').trim()).toBe('sleep')
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isAlive(identity)).toBe(false)
  expect(() => process.kill(pid, 0)).not.toThrow()
  shell.kill('SIGKILL')
})

test('a holder whose starter is gone is about to stop', async () => {
  const npm = another()
  heldBy(folder('four'), { ...identityOf(process.pid), parents: [identityOf(npm.pid)] })
  const holder = holderOf(folder('four'))
  if (!holder) throw new Error('not held')
  expect(isStopping(holder)).toBe(false)
  await npm.end()
  expect(isStopping(holder)).toBe(true)
})

test('a lock that was cut short while it was written does not count', () => {
  heldBy(folder('five'), {})
  writeFileSync(join(folder('five'), 'lock.json'), '{"pid": 1')
  expect(takeLock(folder('five'), 'npm start').lock).toBeDefined()
})
