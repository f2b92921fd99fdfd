// The processes of npm that this one was started through.
import { readFileSync } from 'node:fs'
import process from 'node:process'

/** npm, and the shell between it and us if there is one. @param {NodeJS.ProcessEnv} environment @returns {number[]} */
export function startersOf(environment) {
  if (!environment.npm_lifecycle_event || process.platform !== 'linux') return []
  const parent = process.ppid
  const above = isShell(parent) ? parentOf(parent) : undefined
  return [parent, above].filter((pid) => pid !== undefined && pid > 1).map(Number)
}

/** @param {number} pid */
const isShell = (pid) => /^(ba|da|z|a)?sh$/.test(read(`/proc/${pid}/comm`).trim())

/** @param {number} pid */
function parentOf(pid) {
  const found = /^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))
  return found ? Number(found[1]) : undefined
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
