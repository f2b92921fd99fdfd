// Whether the installed packages are those of package-lock.json, and installing them when not.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** @typedef {{ version?: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage */

/** @param {string} root */
const stampIn = (root) => join(root, 'node_modules', '.zhishou-lock')
/** @param {string} root */
const hashOfLock = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** @param {string} root */
export function packagesAreCurrent(root) {
  const stamp = stampIn(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfLock(root)) return true
  if (!installedAsLocked(root)) return false
  writeFileSync(stamp, hashOfLock(root))
  return true
}

/** What npm itself wrote down at the end of its last complete install. @param {string} root */
function installedAsLocked(root) {
  const written = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written)) return false
  const installed = packagesOf(written)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || (installed[path] ? installed[path].version === wanted.version : mayBeAbsent(wanted)),
  )
}

/** @param {LockedPackage} wanted */
function mayBeAbsent(wanted) {
  // npm leaves out what is for other machines, and what only those would need.
  return wanted.optional === true && !(wanted.os && isForHere(wanted))
}

/** @param {string} path @returns {Record<string, LockedPackage>} */
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** @param {LockedPackage} wanted */
function isForHere({ os, cpu, libc }) {
  const fits = (/** @type {string | string[] | undefined} */ given, /** @type {string} */ here) =>
    given === undefined ||
    [given].flat().includes(here) ||
    [given].flat().some((one) => one.startsWith('!') && one !== `!${here}`)
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcHere())
}

/** @type {string | undefined} */
let libc
const libcHere = () => {
  libc ??= readLibc()
  return libc
}

function readLibc() {
  if (process.platform !== 'linux') return ''
  const report = process.report.getReport()
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (report)
  return header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/** @param {string} root @param {NodeJS.WriteStream} output */
export async function installPackages(root, output) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  output.write('Installing the packages of package-lock.json (npm install)\n')
  const total = topLevel(Object.entries(packagesOf(join(root, 'package-lock.json'))))
  const timer = setInterval(
    () => {
      const line = `  ${countInstalled(root)} of ${total} packages, ${seconds()} s`
      output.write(output.isTTY ? `\r${line}` : `${line}\n`)
    },
    output.isTTY ? 500 : 5000,
  )
  const { status, said } = await npmInstall(root).finally(() => clearInterval(timer))
  if (output.isTTY) output.write('\r\u001b[K')
  if (status !== 0) {
    const reasons = said.split('\n').map((line) => line.replace(/^npm (error|ERR!)/, '').trim())
    const [first, ...more] = reasons.filter((line) => line && !line.includes('complete log of this run'))
    throw new Error(`The packages could not be installed: ${[first, ...more.slice(0, 5)].join('\n  ')}`)
  }
  writeFileSync(stampIn(root), hashOfLock(root))
  output.write(`  ${countInstalled(root)} packages installed in ${seconds()} s\n`)
}

/** @param {[string, LockedPackage][]} packages */
const topLevel = (packages) =>
  packages.filter(([path, wanted]) => path.lastIndexOf('node_modules/') === 0 && isForHere(wanted)).length

/** npm makes the folders of all packages first; one with a package.json has been unpacked. @param {string} root */
function countInstalled(root) {
  const folder = join(root, 'node_modules')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []
  const packages = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((one) => join(name, one)) : [name],
  )
  return packages.filter((name) => existsSync(join(folder, name, 'package.json'))).length
}

/** @param {string} root @returns {Promise<{ status: number | null, said: string }>} */
function npmInstall(root) {
  // Not `npm ci`: it refuses the whole lock file when a registry lacks the build of some package for some other machine, and it
  // starts by removing what is there. Install scripts are not run: the only package that has one is completed by its launcher.
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ]
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const [command, before] = script?.endsWith('.js') ? [node ?? process.execPath, [script]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    })
    let said = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      said = (said + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', () =>
      reject(new Error('npm was not found: it comes with Node and is needed to install the packages.')),
    )
    child.on('close', (status) => resolve({ status, said }))
  })
}
