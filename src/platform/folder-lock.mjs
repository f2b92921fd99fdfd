// One process at a time works on a data folder. Plain JavaScript, because the start script asks before Node 24 is there.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * A process that cannot be confused with a later one of the same number.
 * @typedef {{ pid: number, since: string }} ProcessIdentity
 * @typedef {ProcessIdentity & { doing: string, parents: ProcessIdentity[], address?: string }} Holder
 * @typedef {{ update(changes: { address?: string }): void, release(): void }} Lock
 */

const LOCK = 'lock.json'

/** @param {number} pid @returns {ProcessIdentity} */
export const identityOf = (pid) => ({ pid, since: statOf(pid)?.since ?? '' })

/** @param {ProcessIdentity} identity */
export function isAlive({ pid, since }) {
  if (process.platform === 'linux') {
    const stat = statOf(pid)
    // A killed process stays in the table as Z until its parent looks; signal 0 would call it alive.
    return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X' && (since === '' || since === stat.since)
  }
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {number} pid */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return { state: fields[0], since: `${boot}/${fields[19]}` }
  } catch {
    return undefined
  }
}

/** Who works on this folder now, if anybody. @param {string} folder @returns {Holder | undefined} */
export function holderOf(folder) {
  const holder = read(join(folder, LOCK))
  return holder && isAlive(holder) ? holder : undefined
}

/** The holder lost the process that started it and is stopping by itself. @param {Holder} holder */
export const isStopping = (holder) => !holder.parents.every(isAlive)

/** @param {string} path @returns {Holder | undefined} */
function read(path) {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'))
    return typeof holder?.pid === 'number' && Array.isArray(holder.parents) ? holder : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} folder @param {string} doing @param {number[]} parents
 * @returns {{ lock: Lock, holder?: undefined } | { holder: Holder, lock?: undefined }}
 */
export function takeLock(folder, doing, parents = []) {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, LOCK)
  /** @type {Holder} */
  const me = { ...identityOf(process.pid), doing, parents: parents.map(identityOf) }
  for (;;) {
    if (create(path, me)) return { lock: lockOn(path, me) }
    const found = read(path)
    if (found && isAlive(found)) return { holder: found }
    removeStale(path, found)
  }
}

/** @param {string} path @param {Holder} me */
function create(path, me) {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(me))
  try {
    // A link appears with its content or not at all.
    linkSync(draft, path)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @param {string} path @param {Holder | undefined} stale */
function removeStale(path, stale) {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = read(aside)
  // Somebody may have removed the stale one and taken the lock in between: then it goes back.
  if (moved && isAlive(moved) && moved.pid !== stale?.pid) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

/** @param {string} path @param {Holder} me @returns {Lock} */
function lockOn(path, me) {
  return {
    update(changes) {
      Object.assign(me, changes)
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(me))
      renameSync(`${path}.${process.pid}`, path)
    },
    release() {
      if (read(path)?.pid === process.pid) rmSync(path, { force: true })
    },
  }
}
